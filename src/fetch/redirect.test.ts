import { expect, it } from 'vitest';

import { redirectTarget } from './redirect.ts';

const answer = (location: string, status = 301) => ({
  status,
  headers: { location },
  body: new Uint8Array(0),
});
const from = (address: string): URL[] => [new URL(address)];

it('goes on to the address, without what is behind #', () => {
  expect(redirectTarget(answer('../b?x=1#top'), from('https://a.example/c/d'))?.href).toBe(
    'https://a.example/b?x=1',
  );
  expect(redirectTarget(answer('//b.example/'), from('http://a.example/'))?.href).toBe('http://b.example/');
  expect(redirectTarget(answer('https://a.example/'), from('http://a.example/'))?.href).toBe(
    'https://a.example/',
  );
});

it('takes nothing else for a redirect', () => {
  for (const status of [200, 300, 304, 305, 404])
    expect(redirectTarget(answer('/b', status), from('https://a.example/'))).toBeNull();
});

it('does not leave HTTPS, and says what to name instead', () => {
  expect(() => redirectTarget(answer('http://a.example/b'), from('https://a.example/'))).toThrow(
    /from HTTPS to unprotected HTTP.*give http:\/\/a\.example\/b$/,
  );
});
