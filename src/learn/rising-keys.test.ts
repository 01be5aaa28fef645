import { array, assert, integer, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOfKey, packRisingKeys, readRisingKeys } from './rising-keys.ts';

const risingKeys = array(nat(), { maxLength: 60 }).map((keys) => [...new Set(keys)].sort((a, b) => a - b));

describe('rising keys', () => {
  it('come back as they were packed', () => {
    assert(
      property(risingKeys, (keys) => {
        expect([...readRisingKeys(packRisingKeys(keys), keys.length)]).toEqual(keys);
      }),
      { seed: 21 },
    );
  });

  it('are refused out of order', () => {
    expect(() => packRisingKeys([3, 2])).toThrow(RangeError);
  });
});

describe('indexOfKey', () => {
  it('finds each key where it stands, and no other', () => {
    assert(
      property(risingKeys, integer({ min: -5 }), (keys, other) => {
        const all = Int32Array.from(keys);
        expect(keys.map((key) => indexOfKey(all, key))).toEqual(keys.map((_, at) => at));
        expect(indexOfKey(all, other)).toBe(keys.indexOf(other));
      }),
      { seed: 22 },
    );
  });
});
