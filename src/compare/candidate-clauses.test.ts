import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../model/term.ts';
import { candidateClauses } from './candidate-clauses.ts';
import type { ToldClause } from './told-clause.ts';

/** A clause of these words, each of full weight. */
function clause(...words: readonly string[]): ToldClause {
  const terms = words.map((key, token): Term => ({
    kind: 'noun',
    token,
    endToken: token + 1,
    key,
    row: -1,
    entry: -1,
    weight: 1,
    classes: [],
    negated: false,
  }));
  return {
    documentIndex: 0,
    sentence: 0,
    speaker: null,
    stance: 'asserts',
    attribution: 'a',
    roles: terms.map(() => 'other'),
    head: -1,
    agents: [],
    evidence: { document: 'd', spans: [[0, 1]], text: words.join(' ') },
    terms,
    negators: 0,
    poles: [],
    around: new Map(),
  };
}

describe('clauses that may speak of one matter', () => {
  it('share a term or the beginning of one', () => {
    const clauses = [clause('ferry', 'door'), clause('harbour'), clause('doors'), clause('harbourmaster')];
    expect([...candidateClauses([clause('ferry', 'door'), clause('door')])]).toEqual([[0, 1]]);
    expect([...candidateClauses(clauses)]).toEqual([[1, 3]]);
  });

  it('are never all pairs: what everybody speaks of brings nobody together', () => {
    const many = Array.from({ length: 200 }, () => clause('ferry'));
    expect([...candidateClauses(many)]).toEqual([]);
  });

  it('come once each, the earlier first, and a bounded number for each clause', () => {
    const word = fc.constantFrom('ferry', 'door', 'harbour', 'captain', 'crew', 'storm');
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 5 }), { maxLength: 40 }), (texts) => {
        const clauses = texts.map((words) => clause(...words));
        const pairs = [...candidateClauses(clauses)];
        expect(new Set(pairs.map(String)).size).toBe(pairs.length);
        expect(pairs.every(([a, b]) => a < b)).toBe(true);
        for (const at of clauses.keys())
          expect(pairs.filter(([a]) => a === at).length).toBeLessThanOrEqual(12);
      }),
      { seed: 210 },
    );
  });
});
