import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';

const paragraphs = (text: string): string[] =>
  paragraphsOf(text).map(([start, end]) => text.slice(start, end));

describe('paragraphsOf', () => {
  it('parts at blank lines', () => {
    expect(paragraphs('One.\n\nTwo.\n \nThree.')).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('parts at line breaks where every paragraph is a line', () => {
    const long =
      'A long line of an article that nobody wrapped by hand, since it goes on and on past any margin.';
    expect(paragraphs(`Title\n${long}\n${long}`)).toEqual(['Title', long, long]);
  });

  it('keeps together what its sender wrapped', () => {
    const wrapped =
      'A line of agency copy that was wrapped at some seventy\nletters, as agencies did for many years, and\nstill do.';
    expect(paragraphs(`${wrapped}\n\n${wrapped}`)).toEqual([wrapped, wrapped]);
  });

  it('leaves out nothing but blanks, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b c', '\n', '\n\n', ' ', '\r', '\t'), { maxLength: 30 }),
        (parts) => {
          const text = parts.join('');
          expect(paragraphs(text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        },
      ),
      { seed: 2 },
    );
  });
});
