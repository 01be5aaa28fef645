import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'test/**/*.test.ts',
      'eval/**/*.test.ts',
      'training/**/*.test.ts',
    ],
    testTimeout: 60_000,
  },
});
