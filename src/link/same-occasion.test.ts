import { describe, expect, it } from 'vitest';
import { Speakers, timesClash } from './same-occasion.ts';
import type { Entity } from '../model/entity.ts';

describe('two times', () => {
  const clash = (a: string | null, b: string | null): boolean =>
    timesClash({ text: '', value: a }, { text: '', value: b });

  it.each([
    ['2031-03-04', '2031-03-05', true],
    ['2031-03-04', '2031-03-04TEV', false],
    ['2031-03', '2031-04-01', true],
    ['2031-03', '2031-03-30', false],
    ['2031', '2032-01-01', true],
    ['XXXX-WXX-1', 'XXXX-WXX-4', true],
    ['XXXX-WXX-1', 'XXXX-WXX-1TMO', false],
    // 4 March 2031 is a Tuesday.
    ['2031-03-04', 'XXXX-WXX-2', false],
    ['2031-03-04', 'XXXX-WXX-5', true],
    ['2031-03', 'XXXX-WXX-5', false],
    ['2031-W10', '2031-03-05', false],
    ['PAST_REF', '2031-03-05', false],
    [null, '2031-03-05', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(clash(a, b)).toBe(expected);
    expect(clash(b, a)).toBe(expected);
  });
});

describe('two speakers', () => {
  const entity = (name: string, kind: Entity['kind']): Entity => ({
    id: name,
    kind,
    name,
    aliases: [name],
    aliasCounts: [1],
    roles: [],
    roleEvidence: [],
    mentions: [],
  });
  const entities = [
    entity('Veloria', 'government'),
    entity('Norl', 'government'),
    entity('Velorian Foreign Ministry', 'government'),
    entity('Norlian Navy', 'organisation'),
    entity('Ministry of Defence', 'organisation'),
    entity('Runa Holt', 'person'),
    { ...entity('Ida Krone', 'person'), speaksFor: 'Ministry of Defence' },
    { ...entity('Major Brik', 'person'), speaksFor: 'Ida Krone' },
  ];
  const known: Record<string, { key?: string; offices?: string[] }> = {
    Veloria: { key: 'country/~velor' },
    Norl: { key: 'country/~norl' },
    'Ministry of Defence': { key: 'ministry/defence/~velor' },
    'Runa Holt': { offices: ['minister/defence/~velor'] },
  };
  const coreference = {
    entities: entities.map(({ name }) => ({ named: true, ...known[name] })),
    mentions: [],
  };
  const speakers = new Speakers({
    documents: [{ coreference }] as never,
    entities,
    entityOf: [entities.map(({ id }) => id)],
  });

  it.each([
    ['Veloria', 'Velorian Foreign Ministry', 'kin'],
    ['Norl', 'Norlian Navy', 'kin'],
    ['Veloria', 'Norl', 'other'],
    ['Veloria', 'Norlian Navy', 'other'],
    ['Norlian Navy', 'Velorian Foreign Ministry', 'other'],
    ['Veloria', 'Ministry of Defence', 'kin'],
    ['Norl', 'Ministry of Defence', 'other'],
    ['Runa Holt', 'Ministry of Defence', 'kin'],
    ['Runa Holt', 'Veloria', 'kin'],
    ['Ida Krone', 'Ministry of Defence', 'kin'],
    ['Major Brik', 'Ministry of Defence', 'kin'],
    ['Runa Holt', 'Velorian Foreign Ministry', 'other'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(speakers.relate(a, b)).toBe(expected);
    expect(speakers.relate(b, a)).toBe(expected);
  });

  it('of one circle share somebody for whom both speak', () => {
    expect(speakers.circleOf('Major Brik')).toEqual(['Major Brik', 'Ida Krone', 'Ministry of Defence']);
    expect(speakers.circleOf('Runa Holt')).toEqual(['Runa Holt', '~velor']);
    expect(speakers.circleOf('Veloria')).toEqual(['Veloria', '~velor']);
  });
});
