import type { ToldClause } from './told-clause.ts';

/** What so many clauses share brings none of them together. */
const MOST_IN_BLOCK = 64;
/** Words with so many letters in common at their beginning are kin, as `kinship` has it. */
const PREFIX = 5;
/** Weight that two clauses must share before they are laid beside each other. */
const LEAST_SHARED = 0.2;
/** Of the later clauses that share so much with one, those that share most are laid beside it. */
const MOST_PER_CLAUSE = 12;

/**
 * Pairs of clauses that may speak of one matter, from an index of their terms, the kin of those and their classes; never all
 * pairs. Two clauses of one voice in one account are no pair, nor are two that share words.
 */
export function* candidateClauses(clauses: readonly ToldClause[]): Generator<[number, number]> {
  const keysOf = clauses.map(blockingKeys);
  const blocks = new Map<string, number[]>();
  keysOf.forEach((keys, at) => {
    for (const key of keys.keys()) {
      const block = blocks.get(key);
      if (block) block.push(at);
      else blocks.set(key, [at]);
    }
  });
  for (const [at, keys] of keysOf.entries()) {
    const shared = new Map<number, number>();
    for (const [key, weight] of keys) {
      const block = blocks.get(key) ?? [];
      if (block.length > MOST_IN_BLOCK) continue;
      for (const other of block) if (other > at) shared.set(other, (shared.get(other) ?? 0) + weight);
    }
    const found = [...shared].filter(([, weight]) => weight >= LEAST_SHARED);
    if (found.length > MOST_PER_CLAUSE) found.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [other] of found.slice(0, MOST_PER_CLAUSE)) yield [at, other];
  }
}

/** What a clause is found by, with what each weighs in it. */
function blockingKeys({ terms }: ToldClause): Map<string, number> {
  const keys = new Map<string, number>();
  for (const { kind, key, classes, weight } of terms) {
    if (kind === 'time') continue;
    keys.set(kind === 'entity' || kind === 'quantity' ? `${kind}/${key}` : key.slice(0, PREFIX), weight);
    for (const one of classes) keys.set(`#${one}`, weight);
  }
  return keys;
}
