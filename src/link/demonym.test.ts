import { expect, test } from 'vitest';
import type { Entity, EntityKind } from '../model/entity.ts';
import { Demonyms } from './demonym.ts';

function entity(id: string, kind: EntityKind, name: string): Entity {
  return { id, kind, name, aliases: [name], aliasCounts: [1], roles: [], roleEvidence: [], mentions: [] };
}

const DEMONYMS = new Demonyms([
  entity('belmarra', 'government', 'Belmarra'),
  entity('norland', 'place', 'Norland'),
  entity('tessa', 'person', 'Tessan'),
  entity('orvia', 'government', 'Orvia'),
]);

test.each([
  ['Belmarran', 'belmarra'],
  ['Belmarrans', 'belmarra'],
  ['Norlandish', 'norland'],
  ['Orvian', 'orvia'],
  ['belmarran', undefined],
  ['Belt', undefined],
  ['Tessanian', undefined],
])('%s leads to %s', (word, id) => {
  expect(DEMONYMS.entityOf(word)).toBe(id);
});
