import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../test/plain-document.ts';
import { describeFingerprints, isStrong, type Fingerprints } from './fingerprints.ts';
import { traceLineage } from './trace-lineage.ts';

const NONE: Fingerprints = { errors: [], numbers: [], phrases: [] };
const SLIP = { word: 'spilway', usual: 'spillway' };

describe('describeFingerprints', () => {
  it('says what both have and what others have, and not which is right', () => {
    expect(
      describeFingerprints({
        errors: [SLIP],
        numbers: [{ words: ['49 huts', 'forty-nine huts'], usual: '94 huts' }],
        phrases: ['a engineer'],
      }),
    ).toEqual([
      'both write “spilway” where others write “spillway”',
      'both have “49 huts” or “forty-nine huts” where others have “94 huts”',
      'both have the odd wording “a engineer”',
    ]);
    expect(describeFingerprints(NONE)).toEqual([]);
  });
});

describe('isStrong', () => {
  it('asks for two faults', () => {
    expect(isStrong({ ...NONE, errors: [SLIP] })).toBe(false);
    expect(isStrong({ ...NONE, errors: [SLIP], phrases: ['a engineer'] })).toBe(true);
  });
});

describe('faults in common', () => {
  const own = (id: string, faults: string) =>
    plainDocument(
      id,
      id === 'd-a'
        ? `The old dam above Quell gave way before dawn on Tuesday. ${faults} Nobody in the tannery heard it.`
        : `Ida Quist was at breakfast when the mud came. ${faults} She blames the beavers of the upper valley.`,
    );

  it('join no two accounts alone', () => {
    const faults = 'It took a engineer of the the town to see it.';
    expect(traceLineage([own('d-a', faults), own('d-b', faults.replace('see it', 'say so'))]).edges).toEqual(
      [],
    );
  });

  it('join two accounts whose text half shows it', () => {
    const tell = (words: string) => [
      plainDocument(
        'd-a',
        `The dam above Quell gave way on Tuesday. In letters ${words} had asked for money. Nobody in the tannery heard it.`,
      ),
      plainDocument(
        'd-b',
        `Ida Quist of Quell was at breakfast. That the dam would break she knew from ${words} whom she met at the tannery.`,
      ),
    ];
    expect(traceLineage(tell('an angry engineer of the old parish council')).edges).toEqual([]);
    expect(traceLineage(tell('a angry engineer of the the parish council')).edges[0]?.reason).toContain(
      'both have the odd wording',
    );
  });
});
