import { assert, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces } from './json-pieces.ts';

describe('a value in pieces', () => {
  it('is what JSON makes of it, to the byte', () => {
    const read = {
      claims: [{ text: 'the ferry\nsank', held: [] }, {}],
      left: undefined,
      lineage: { edges: [[1, 2]] },
    };
    expect([...jsonPieces(read)].join('')).toBe(JSON.stringify(read, null, 2));
  });

  it('is so whatever it holds, and each time that it is gone through', () => {
    assert(
      property(jsonValue({ maxDepth: 6 }), (value) => {
        const pieces = jsonPieces(value);
        expect([...pieces].join('')).toBe(JSON.stringify(value, null, 2));
        expect([...pieces].join('')).toBe(JSON.stringify(value, null, 2));
      }),
      { seed: 1 },
    );
  });

  it('comes in many where it is long', () => {
    const long = { lines: Array.from({ length: 20_000 }, (_, line) => `line ${line} of the report`) };
    const pieces = [...jsonPieces(long)];
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2 ** 17);
  });
});
