import { converseEvents } from './relate-day-roles.ts';
import { outcomesOfVerb } from './role-words.ts';
import type { Statement } from './statement.ts';

/** Values that share a word are compared with each other up to this many; beyond, each with the next few only. */
const MOST_IN_BLOCK = 40;
const NEIGHBOURS = 8;
/** Two words of the clauses, or what is counted. */
const ENOUGH_SHARED = 2;
/** Words of every text bring nothing together. */
const LEAST_WEIGHT = 0.35;

/** A word that so many values stand beside brings nothing together by itself. */
const EVERYWHERE = 2000;

interface Block {
  readonly members: number[];
  /** Place of the next statement to be looked at. */
  cursor: number;
}

/**
 * Pairs of statements of different documents that may be of one thing, from an index of their words; never all pairs, and
 * never all at once: they come statement by statement, in the order of the list.
 */
export function* candidateStatements(statements: readonly Statement[]): Generator<[Statement, Statement]> {
  const blocks = new Map<string, Block>();
  const keysOf = statements.map((statement) => [...blockingKeys(statement)]);
  keysOf.forEach((keys, at) => {
    for (const key of keys) {
      const block = blocks.get(key);
      if (block) block.members.push(at);
      else blocks.set(key, { members: [at], cursor: 0 });
    }
  });
  for (const [at, statement] of statements.entries()) {
    const shared = new Map<number, number>();
    for (const key of keysOf[at] ?? []) {
      const block = blocks.get(key);
      if (!block) continue;
      const { members } = block;
      const place = block.cursor++;
      if (members.length < 2) continue;
      const strong = key.startsWith('thing/') || key.startsWith('age');
      if (!strong && members.length > EVERYWHERE) continue;
      const end = place + 1 + (members.length <= MOST_IN_BLOCK ? members.length : NEIGHBOURS);
      for (let next = place + 1; next < end && next < members.length; next++) {
        const other = members[next] as number;
        if (statements[other]?.documentIndex === statement.documentIndex) continue;
        shared.set(other, (shared.get(other) ?? 0) + (strong ? ENOUGH_SHARED : 1));
      }
    }
    for (const [other, weight] of shared) {
      const found = statements[other];
      if (weight >= ENOUGH_SHARED && found) yield [statement, found];
    }
  }
}

function blockingKeys({ slot, quantity, things, context, role, link }: Statement): Set<string> {
  const keys = new Set<string>();
  if (slot === 'age') {
    keys.add('age');
    for (const thing of things) keys.add(`age/${thing.key}`);
  }
  const kind = slot === 'time' ? 'time' : (quantity?.unit ?? 'count');
  for (const term of context) {
    if (term.kind === 'time' || term.weight < LEAST_WEIGHT) continue;
    keys.add(`${kind === 'person' ? 'count' : kind}/${term.key}`);
    for (const one of term.classes) keys.add(`${kind}/#${one}`);
  }
  for (const outcome of role.outcomes) keys.add(`thing/=${outcome}`);
  if (role.outcomes.length === 0)
    for (const outcome of outcomesOfVerb(role.predicate?.key ?? '')) keys.add(`thing/=${outcome}`);
  if (link === 'until') keys.add('thing/day/until');
  // What happens on a day is all that many clauses say of it: "applies from Saturday".
  if (slot === 'time' && role.predicate !== null) {
    keys.add(`thing/day/${role.predicate.key}`);
    for (const one of role.predicate.classes) keys.add(`thing/day/#${one}`);
    for (const event of converseEvents(role.predicate.key)) keys.add(`thing/day/~${event}`);
  }
  for (const thing of things) {
    keys.add(`thing/${thing.key}`);
    for (const one of thing.classes) keys.add(`thing/#${one}`);
  }
  if (quantity?.unit && quantity.unit !== 'person') keys.add(`unit/${quantity.unit}`);
  return keys;
}
