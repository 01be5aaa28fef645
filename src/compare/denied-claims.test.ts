import { describe, expect, it } from 'vitest';
import { discrepanciesBetween } from '../../test/two-accounts.ts';

describe('a claim and its contrary', () => {
  it('that each side denies of the other are one line, told from the first side', () => {
    const lines = discrepanciesBetween(
      'The barge Osprey sailed without lights, transport minister Ada Lunde said. The government of Vell denies this. ' +
        'Captain Ivo Marr said that the barge Osprey sailed with all its lights on. The government of Harn denies this.',
      'The barge Osprey sailed without lights, transport minister Ada Lunde said.',
    ).filter(({ kind }) => kind === 'polarity');
    const sides = (value: string): string[] =>
      lines.flatMap(({ readings }) =>
        readings.flatMap((one) => (one.value === value ? [one.evidence.text] : [])),
      );
    expect(lines).toHaveLength(1);
    expect(sides('asserts')).toContain('The barge Osprey sailed without lights');
    expect(sides('denies')).toContain('that the barge Osprey sailed with all its lights on');
  });
});
