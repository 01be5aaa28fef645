import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyScan, scanWords } from './scan-words.ts';

function wordsOf(text: string): string[] {
  const scan = emptyScan(1);
  scanWords(text, 0, text.length, scan);
  return Array.from({ length: scan.count }, (_, i) => text.slice(scan.start[i], scan.end[i]));
}

describe('scanWords', () => {
  it('keeps apostrophes and the points of numbers inside words', () => {
    expect(wordsOf("Quell’s mayor didn't pay 2,400.50 crowns – “never”, she said.")).toEqual([
      'Quell’s',
      'mayor',
      "didn't",
      'pay',
      '2,400.50',
      'crowns',
      'never',
      'she',
      'said',
    ]);
  });

  it('parts words at hyphens, and reads letters beyond Latin', () => {
    expect(wordsOf('dam-break in Москва, 東京')).toEqual(['dam', 'break', 'in', 'Москва', '東京']);
  });

  it('finds words in order, none empty, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const scan = emptyScan(1);
        scanWords(text, 0, text.length, scan);
        let end = 0;
        for (let i = 0; i < scan.count; i++) {
          expect(scan.start[i]).toBeGreaterThanOrEqual(end);
          end = scan.end[i] ?? 0;
          expect(end).toBeGreaterThan(scan.start[i] ?? 0);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { seed: 6 },
    );
  });
});
