import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isNormalized, normalizeText } from './normalize-text.ts';

/** Strings with much of what is changed: line ends, controls, halves of pairs, emoji, right-to-left and combining marks. */
const hostile = fc
  .array(
    fc.constantFrom(
      '\r\n',
      '\r',
      '\n',
      '\0',
      '\x1b',
      '\x92',
      '\x85',
      '\uD83D',
      '\uDE00',
      '😀',
      'שלום',
      'e\u0301',
      'a',
      ' ',
      '“',
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('normalizeText', () => {
  it('leaves a regular text as it is', () => {
    const text = 'A\ttab, a line\nand “quotes”, 😀, \u2028, \uFEFF, e\u0301.\n\n';
    expect(normalizeText(text).text).toBe(text);
    expect(normalizeText(text).offsets.toRaw(9)).toBe(9);
  });

  it('ends lines in LF', () => {
    expect(normalizeText('a\r\nb\rc\u0085d\fe').text).toBe('a\nb\nc\nd\ne');
  });

  it('replaces NUL, controls and halves of surrogate pairs', () => {
    const { text, replaced } = normalizeText('a\0b\uD83Dc\x1bd😀');
    expect(text).toBe('a\uFFFDb\uFFFDc\uFFFDd😀');
    expect(replaced).toEqual([1, 3, 5]);
  });

  it('reads the bytes of Windows-1252 that were taken for Latin-1', () => {
    expect(normalizeText('\x93No,\x94 she said \x96 it\x92s over').text).toBe('“No,” she said – it’s over');
  });

  it('leads back to the raw text', () => {
    const raw = 'one\r\ntwo\r\n\r\nthree';
    const { text, offsets } = normalizeText(raw);
    const start = text.indexOf('three');
    const [rawStart, rawEnd] = offsets.spanToRaw([start, start + 5]);
    expect(raw.slice(rawStart, rawEnd)).toBe('three');
  });

  it('changes nothing the second time, and keeps every unit that it does not replace', () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        const { text, offsets, replaced } = normalizeText(raw);
        expect(isNormalized(text)).toBe(true);
        expect(normalizeText(text).text).toBe(text);
        const skip = new Set(replaced);
        for (let at = 0; at < text.length; at++) {
          if (skip.has(at) || text[at] === '\n') continue;
          expect(raw[offsets.toRaw(at)]).toBe(text[at]);
        }
        expect(offsets.toRaw(text.length)).toBe(raw.length);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
