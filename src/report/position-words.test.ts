import { describe, expect, it } from 'vitest';
import { sampleDossier } from '../../test/sample-dossier.ts';
import type { Position } from '../model/claim.ts';
import { indexDossier } from './page-index.ts';
import { holderName, holderOf, stanceWords } from './position-words.ts';

const position = (more: Partial<Position>): Position => ({
  actor: null,
  stance: 'asserts',
  attributions: [],
  ...more,
});

describe('stanceWords', () => {
  it('tells what is taken for granted from what is said', () => {
    expect(stanceWords(position({}))).toBe('asserts');
    expect(stanceWords(position({ presupposed: true }))).toBe('takes for granted');
  });
});

describe('holderOf', () => {
  const dossier = sampleDossier();
  const index = indexDossier(dossier);

  it('tells the narrators from words that nobody is named for', () => {
    expect(holderName(index, holderOf(position({})))).toBe('The accounts themselves');
    expect(holderName(index, holderOf(position({ attributions: ['a-1'] })))).toBe('Nobody named');
  });

  it('names an entity', () => {
    const [entity] = dossier.entities;
    expect(holderName(index, holderOf(position({ actor: entity?.id ?? '' })))).toBe(entity?.name);
  });
});
