// Makes dist/: the library with its types (tsc), and the command in one file with its lazily loaded parts (esbuild).
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './setup.mjs';

const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);

// the page carries its style sheet inside; it lies beside the code that reads it
copyFileSync(join(root, 'src', 'report', 'page.css'), join(dist, 'report', 'page.css'));

const pageScript = join(root, 'scripts', 'build-page-script.mjs');
if (existsSync(join(root, 'src', 'report', 'script'))) await (await import(pageScript)).buildPageScript();

const { build } = await import('esbuild');
await build({
  entryPoints: [
    { in: join(root, 'src', 'cli', 'main.ts'), out: 'stemma' },
    { in: join(root, 'src', 'cli', 'worker.ts'), out: 'worker' },
    { in: join(root, 'src', 'ingest', 'pdf', 'pdf-thread.ts'), out: 'pdf-thread' },
  ],
  outdir: join(dist, 'cli'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  legalComments: 'linked',
  // some of what we bundle is CommonJS and calls require for Node's own modules
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
