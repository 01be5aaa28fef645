import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../model/dossier.ts';
import { analyseStory } from './analyse-story.ts';

/** A dispute over a dam, told by three papers that do not exist. */
const COURIER = `Ostrava Dam: Veldia denies draining lake

“We have not released any water from the Senn dam,” Veldian Energy Minister Tomas Arkel told reporters in Lund on Monday.

Prime Minister Irena Moss said Veldia had released 40 million litres of water from the Senn dam. She said that 1,200 households were flooded.`;
const GAZETTE = `Flood blamed on dam

“We have not let any water out of the Senn dam,” Veldian Energy Minister Tomas Arkel said on Monday.

Moravian Prime Minister Irena Moss said Veldia had released 40 million litres of water from the Senn dam. She said that 1,700 households were flooded.`;
const HERALD = `Minister admits it

“We have released some water from the Senn dam,” Veldian Energy Minister Tomas Arkel said on Monday.`;

const inputs = [
  { text: COURIER, file: 'a.txt' },
  { text: GAZETTE, file: 'b.txt' },
  { text: HERALD, file: 'c.txt' },
];
const textOf = (dossier: Dossier, ids: readonly string[]): string =>
  ids.map((id) => dossier.attributions.find((each) => each.id === id)?.content.text ?? '').join(' | ');

describe('accounts side by side', () => {
  const dossier = analyseStory(inputs);

  it('puts the wordings of one utterance together and sees where its meaning changed', () => {
    const utterance = dossier.utterances.find(({ readings }) =>
      readings.some(({ evidence }) => evidence.text.includes('have not released any water')),
    );
    expect(utterance?.readings.map(({ evidence }) => evidence.text)).toEqual(
      expect.arrayContaining([expect.stringContaining('let any water out')]),
    );
    expect(utterance?.difference).toBe('altered');
    expect(utterance?.note).toContain('negated');
    expect(dossier.discrepancies.filter(({ kind }) => kind === 'wording')).toHaveLength(1);
  });

  it('quotes in a note only words that stand in a document', () => {
    for (const note of [...dossier.utterances, ...dossier.discrepancies].flatMap((item) => item.note ?? []))
      for (const [, quoted = ''] of note.matchAll(/“([^”]*)”/g))
        expect(inputs.some(({ text }) => text.includes(quoted))).toBe(true);
  });

  it('sets a claim’s positions apart by polarity', () => {
    const claim = dossier.claims.find(
      ({ positions }) =>
        positions.some(({ stance }) => stance === 'asserts') &&
        positions.some(({ stance }) => stance === 'denies'),
    );
    expect(claim?.text).toMatch(/Senn dam/);
    expect(claim?.text).not.toMatch(/\bnot\b/);
    const denying = claim?.positions.filter(({ stance }) => stance === 'denies') ?? [];
    expect(
      textOf(
        dossier,
        denying.flatMap(({ attributions }) => attributions),
      ),
    ).toContain('not');
  });

  it('finds the numbers that cannot both be right, and leaves equal ones alone', () => {
    const numbers = dossier.discrepancies.filter(({ kind }) => kind === 'quantity');
    expect(numbers.map(({ readings }) => readings.map(({ value }) => value).sort())).toEqual([
      ['1,200 households', '1,700 households'],
    ]);
  });

  it('tells what a reader must know first, before a name that is told in two ways', () => {
    const misnamed = {
      text: GAZETTE.replace('Tomas Arkel', 'Viktor Arkel').replace('1,700', '1,900'),
      file: 'd.txt',
    };
    const { discrepancies } = analyseStory([...inputs, misnamed]);
    expect(discrepancies.map(({ kind }) => kind)).toContain('name');
    const order = discrepancies.map(({ importance }) => ['high', 'medium', 'low'].indexOf(importance));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBeGreaterThan(1);
  });

  it('writes the same dossier in whatever order the files come', () => {
    const whole = JSON.stringify(dossier);
    fc.assert(
      fc.property(fc.shuffledSubarray(inputs, { minLength: inputs.length }), (shuffled) => {
        expect(JSON.stringify(analyseStory(shuffled))).toBe(whole);
      }),
      { seed: 20_392, numRuns: 4 },
    );
  });

  it('survives accounts that are no accounts', () => {
    const hostile = [
      '“'.repeat(5000),
      'not '.repeat(3000),
      `${'said he said '.repeat(800)}.`,
      '1,2,3 '.repeat(2000),
      '',
    ];
    const texts = hostile.map((text, at) => ({ text, file: `h${at}.txt` }));
    expect(analyseStory([...texts, ...inputs]).documents).toHaveLength(texts.length + inputs.length);
  });
});
