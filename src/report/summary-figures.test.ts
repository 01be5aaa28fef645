import { describe, expect, it } from 'vitest';
import { emptyDossier, sampleDossier } from '../../test/sample-dossier.ts';
import type { Dossier } from '../model/dossier.ts';
import { isDisputed, periodCovered, periodWords, summaryFigures } from './summary-figures.ts';

describe('summaryFigures', () => {
  it('counts what the dossier holds', () => {
    expect(summaryFigures(sampleDossier()).join(' · ')).toBe(
      '7 documents · 5 origins · 10 speakers · 26 attributions · 3 disputed claims · 3 discrepancies · 1 matter told differently',
    );
  });

  it('leaves out what nothing looked for, and counts none where something looked', () => {
    expect(summaryFigures(emptyDossier(['claims', 'lineage', 'discrepancies'])).join(' · ')).toBe(
      '7 documents · 0 speakers · 0 attributions',
    );
    expect(summaryFigures(emptyDossier([])).join(' · ')).toContain('0 disputed claims · 0 discrepancies');
  });
});

describe('isDisputed', () => {
  const claim = sampleDossier().claims[0];
  it('needs one who holds what another denies', () => {
    if (!claim) throw new Error('the sample has claims');
    expect(isDisputed(claim)).toBe(true);
    expect(
      isDisputed({ ...claim, positions: claim.positions.filter((each) => each.stance === 'denies') }),
    ).toBe(false);
  });
});

describe('periodCovered', () => {
  it('goes from the first day on which something was said or published to the last', () => {
    expect(periodCovered(sampleDossier())).toBe('14 March 2031 to 16 March 2031');
  });

  it('is not stretched by what the accounts tell of, nor by a time that names no day', () => {
    const dossier = sampleDossier();
    const [moment] = dossier.timeline;
    if (!moment) throw new Error('the sample has a timeline');
    const when = (value: string) => ({ ...moment.when, value });
    const timeline = [
      ...dossier.timeline,
      { ...moment, id: 'm-years-ago', kind: 'event', when: when('2014-05-02') },
      { ...moment, id: 'm-that-year', kind: 'utterance', when: when('2014') },
    ] as const;
    expect(periodCovered({ ...dossier, timeline })).toBe('14 March 2031 to 16 March 2031');
  });

  it('is unknown where nothing is dated, and the masthead says so', () => {
    const undated = withoutDates(emptyDossier([]));
    const [moment] = sampleDossier().timeline;
    if (!moment) throw new Error('the sample has a timeline');
    const background = { ...moment, kind: 'event', when: { ...moment.when, value: '2014' } } as const;
    expect(periodCovered({ ...undated, timeline: [background] })).toBeNull();
    expect(periodWords({ ...undated, timeline: [background] })).toBe('The documents are undated');
  });

  it('says how many documents are undated beside what is known', () => {
    const dossier = sampleDossier();
    expect(periodWords(dossier)).toMatch(
      /^14 March 2031 to 16 March 2031; \d of 7 documents (?:is|are) undated$/,
    );
    expect(periodWords(withoutDates(dossier))).toMatch(/; the documents are undated$/);
  });
});

function withoutDates(dossier: Dossier): Dossier {
  return {
    ...dossier,
    documents: dossier.documents.map((document) => {
      const copy: { -readonly [K in keyof typeof document]: (typeof document)[K] } = { ...document };
      delete copy.published;
      return copy;
    }),
  };
}
