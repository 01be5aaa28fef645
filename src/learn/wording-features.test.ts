import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paraphraseProbability } from './paraphrase.ts';
import type { Term } from './term.ts';
import { WORDING_FEATURES, wordingFeatures } from './wording-features.ts';
import type { Wording } from './wording.ts';

/** A wording of bare words, of which those of five letters and more say something. */
function wording(text: string): Wording {
  const words = text.split(' ').filter(Boolean);
  const terms = words.flatMap((word, token): Term[] =>
    word.length < 5
      ? []
      : [
          {
            kind: 'noun',
            token,
            endToken: token + 1,
            key: word,
            row: -1,
            entry: -1,
            weight: 0.5,
            classes: [],
            negated: false,
          },
        ],
  );
  return { terms, words, quoted: words.map(() => false) };
}

const feature = (a: string, b: string, name: (typeof WORDING_FEATURES)[number]): number =>
  wordingFeatures(wording(a), wording(b))[WORDING_FEATURES.indexOf(name)] ?? Number.NaN;
const texts = fc
  .array(fc.constantFrom('bridge', 'closed', 'the', 'of', 'river', 'winter', 'mayor', 'not'), {
    maxLength: 14,
  })
  .map((words) => words.join(' '));

describe('how two wordings stand to each other', () => {
  it('measures runs, edits and n-grams over words', () => {
    const [a, b] = ['the mayor closed the bridge in winter', 'the mayor closed the old bridge'];
    expect(feature(a, b, 'run')).toBeCloseTo(Math.log1p(4));
    expect(feature(a, b, 'edit')).toBeCloseTo(3 / 7);
    expect(feature(a, b, 'gram1More')).toBeCloseTo(5 / 6);
    expect(feature(a, b, 'common')).toBeCloseTo(5 / 6);
    expect(feature(a, b, 'coverMore')).toBe(1);
  });

  it('is the same the other way round, and finite for whatever is said', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const values = wordingFeatures(wording(a), wording(b));
        expect(values).toHaveLength(WORDING_FEATURES.length);
        expect(values.every((value) => Number.isFinite(value))).toBe(true);
        const turned = wordingFeatures(wording(b), wording(a));
        // Which of several equal words are partners depends on the side, and with it how they are ordered.
        for (const name of [
          'coverLess',
          'coverMore',
          'edit',
          'run',
          'gram1Less',
          'gram2More',
          'letters',
          'common',
        ] as const) {
          const at = WORDING_FEATURES.indexOf(name);
          expect(turned[at]).toBeCloseTo(values[at] ?? Number.NaN);
        }
      }),
      { seed: 131 },
    );
  });

  it('gives a probability, a high one for the same words', () => {
    const same = 'the mayor closed the bridge over the river for the whole winter because of the flood';
    const other = 'the orchestra opened its season with a piece that nobody remembered having heard before';
    const rate = (a: string, b: string): number =>
      paraphraseProbability(wordingFeatures(wording(a), wording(b)));
    expect(rate(same, same)).toBeGreaterThan(0.9);
    expect(rate(same, other)).toBeLessThan(0.2);
  });
});
