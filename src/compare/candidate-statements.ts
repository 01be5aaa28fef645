import type { Statement } from './statement.ts';

/** Values that share a word are compared with each other up to this many; beyond, each with the next few only. */
const MOST_IN_BLOCK = 40;
const NEIGHBOURS = 8;
/** Two words of the clauses, or what is counted. */
const ENOUGH_SHARED = 2;
/** Words of every text bring nothing together. */
const LEAST_WEIGHT = 0.35;

/** Pairs of statements of different documents that may be of one thing, from an index of their words; never all pairs. */
export function candidateStatements(statements: readonly Statement[]): [Statement, Statement][] {
  const blocks = new Map<string, number[]>();
  statements.forEach((statement, at) => {
    for (const key of blockingKeys(statement)) {
      const block = blocks.get(key);
      if (block) block.push(at);
      else blocks.set(key, [at]);
    }
  });
  const shared = new Map<number, number>();
  for (const [key, block] of blocks) {
    const weight = key.startsWith('thing/') || key === 'age' ? ENOUGH_SHARED : 1;
    const reach = block.length <= MOST_IN_BLOCK ? block.length : NEIGHBOURS;
    block.forEach((one, place) => {
      for (const other of block.slice(place + 1, place + 1 + reach)) {
        if (statements[one]?.documentIndex === statements[other]?.documentIndex) continue;
        const pair = one * statements.length + other;
        shared.set(pair, (shared.get(pair) ?? 0) + weight);
      }
    });
  }
  const pairs: [Statement, Statement][] = [];
  for (const [pair, weight] of shared) {
    if (weight < ENOUGH_SHARED) continue;
    const [a, b] = [statements[Math.floor(pair / statements.length)], statements[pair % statements.length]];
    if (a && b) pairs.push([a, b]);
  }
  return pairs;
}

function blockingKeys({ slot, quantity, things, context, role }: Statement): Set<string> {
  if (slot === 'age') return new Set(['age']);
  const keys = new Set<string>();
  const kind = slot === 'time' ? 'time' : (quantity?.unit ?? 'count');
  for (const term of context) {
    if (term.kind === 'time' || term.weight < LEAST_WEIGHT) continue;
    keys.add(`${kind === 'person' ? 'count' : kind}/${term.key}`);
    for (const one of term.classes) keys.add(`${kind}/#${one}`);
  }
  for (const outcome of role.outcomes) keys.add(`thing/=${outcome}`);
  for (const thing of things) {
    keys.add(`thing/${thing.key}`);
    for (const one of thing.classes) keys.add(`thing/#${one}`);
  }
  if (quantity?.unit && quantity.unit !== 'person') keys.add(`unit/${quantity.unit}`);
  return keys;
}
