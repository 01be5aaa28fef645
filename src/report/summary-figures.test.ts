import { describe, expect, it } from 'vitest';
import { emptyDossier, sampleDossier } from '../../test/sample-dossier.ts';
import { isDisputed, periodCovered, summaryFigures } from './summary-figures.ts';

describe('summaryFigures', () => {
  it('counts what the dossier holds', () => {
    expect(summaryFigures(sampleDossier()).join(' · ')).toBe(
      '7 documents · 5 origins · 10 speakers · 26 attributions · 3 disputed claims · 4 discrepancies',
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
  it('goes from the first day to the last', () => {
    expect(periodCovered(sampleDossier())).toBe('3 March 2031 to 16 March 2031');
  });

  it('is unknown where nothing is dated', () => {
    const { documents, ...rest } = emptyDossier([]);
    const undated = documents.map((document) => {
      const copy: { -readonly [K in keyof typeof document]: (typeof document)[K] } = { ...document };
      delete copy.published;
      return copy;
    });
    expect(periodCovered({ ...rest, documents: undated })).toBeNull();
  });
});
