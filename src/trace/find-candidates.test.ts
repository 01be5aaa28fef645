import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../test/plain-document.ts';
import { findCandidates } from './find-candidates.ts';
import { outlineDocument } from './outline.ts';
import { traceLineage } from './trace-lineage.ts';
import { Vocabulary } from './vocabulary.ts';

/** Sentences of made-up words that hardly any two seeds share. */
function story(seed: number, sentences = 8): string[] {
  let state = seed + 1;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8;
  const syllable = (): string => 'bdfgklmnprst'.charAt(next() % 12) + 'aeiou'.charAt(next() % 5);
  const word = (): string => Array.from({ length: 3 }, syllable).join('');
  return Array.from({ length: sentences }, () => `The ${Array.from({ length: 12 }, word).join(' ')}.`);
}

function candidatesOf(texts: readonly string[]): string[] {
  const vocabulary = new Vocabulary();
  const outlines = texts.map((text, i) => {
    const { document, language } = plainDocument(`d-${i}`, text);
    return outlineDocument(document, language, vocabulary);
  });
  return findCandidates(outlines, vocabulary).map(({ a, b }) => `${a}–${b}`);
}

describe('findCandidates', () => {
  it('brings together documents with a sentence in common, and no others', () => {
    const [first = '', ...rest] = story(1);
    const texts = [
      ...Array.from({ length: 30 }, (_, i) => story(i + 10).join(' ')),
      [first, ...rest].join(' '),
    ];
    texts[4] += ` ${first}`;
    expect(candidatesOf(texts)).toEqual(['4–30']);
  });

  it('finds words that changed places and lost their neighbours', () => {
    const told =
      'Rescuers in boats took ninety people off the tannery roof. Engineers warned the parish archive.';
    const retold =
      'Off the roof of the tannery ninety people were taken, by rescuers with boats. The archive of the parish holds the warning of engineers.';
    expect(candidatesOf([told, retold])).toEqual(['0–1']);
  });

  it('joins two hundred copies of one report without comparing all pairs', () => {
    const report = story(3, 12);
    const copies = Array.from({ length: 200 }, (_, i) =>
      [...report.slice(i % 3), ...story(1000 + i, 1)].join(' '),
    );
    expect(candidatesOf(copies).length).toBeLessThan(200 * 30);
    const lineage = traceLineage(
      copies.map((text, i) => plainDocument(`d-${String(i).padStart(3, '0')}`, text)),
    );
    expect(lineage.origins).toHaveLength(1);
  });
});
