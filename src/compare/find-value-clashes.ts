import type { TermIndex } from '../learn/term.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Discrepancy, DiscrepancyKind, Importance } from '../model/discrepancy.ts';
import { evidenceAt } from '../model/evidence.ts';
import { contentId } from '../model/id.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { contains, type Span } from '../model/span.ts';
import { clashScore, findClash } from './judge-clash.ts';
import { findStatements, type Statement } from './statement.ts';

/** From this score on two values are taken for values of one thing. */
const LEAST_SCORE = 0.35;
/** Values that share a word are compared with each other up to this many; beyond, each with the next few only. */
const MOST_IN_BLOCK = 40;
const NEIGHBOURS = 8;
/** Two words of the clauses, or what is counted. */
const ENOUGH_SHARED = 2;
const LATER_COUNT = 'Both may hold: one is a bound, and the other may be an earlier or a later count.';

interface FoundClash {
  readonly a: Statement;
  readonly b: Statement;
  readonly score: number;
  readonly bound: boolean;
}

/** Finds numbers, ages and days that accounts give for one thing and that cannot all be right. */
export function findValueClashes(story: LinkedStory, indexes: readonly TermIndex[]): Discrepancy[] {
  const holders = holdersOf(story);
  const statements = indexes.flatMap((index, at) => findStatements(index, at));
  const blocks = new Map<string, number[]>();
  statements.forEach((statement, at) => {
    for (const key of blockingKeys(statement)) {
      const block = blocks.get(key);
      if (block) block.push(at);
      else blocks.set(key, [at]);
    }
  });
  // Pairs by what they share; only those that share enough are aligned.
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
  const clashes: FoundClash[] = [];
  for (const [pair, weight] of shared) {
    if (weight < ENOUGH_SHARED) continue;
    const [a, b] = [statements[Math.floor(pair / statements.length)], statements[pair % statements.length]];
    const clash = a && b && findClash(a, b);
    if (!clash) continue;
    const score = clashScore(clash);
    if (score >= LEAST_SCORE) clashes.push({ a, b, score, bound: clash.bound });
  }
  return gather(story, clashes, holders);
}

function blockingKeys(statement: Statement): string[] {
  const { slot, quantity, things, context } = statement;
  if (slot === 'age') return ['age'];
  const keys: string[] = [];
  const kind = slot === 'time' ? 'time' : (quantity?.unit ?? 'count');
  for (const term of context) {
    if (term.kind === 'time' || term.weight < 0.35) continue;
    keys.push(`${kind === 'person' ? 'count' : kind}/${term.key}`);
    for (const one of term.classes) keys.push(`${kind}/#${one}`);
  }
  for (const thing of things) {
    keys.push(`thing/${thing.key}`);
    for (const one of thing.classes) keys.push(`thing/#${one}`);
  }
  if (quantity?.unit && quantity.unit !== 'person') keys.push(`unit/${quantity.unit}`);
  return [...new Set(keys)];
}

/** Joins clashes that share a statement into one discrepancy, and adds who else gives one of its values. */
function gather(story: LinkedStory, clashes: readonly FoundClash[], holders: Holders): Discrepancy[] {
  const groups: Set<Statement>[] = [];
  const groupOf = new Map<Statement, Set<Statement>>();
  for (const { a, b } of clashes.toSorted((x, y) => y.score - x.score)) {
    let group = groupOf.get(a) ?? groupOf.get(b);
    if (!group) groups.push((group = new Set()));
    for (const statement of [a, b]) {
      if (groupOf.has(statement)) continue;
      group.add(statement);
      groupOf.set(statement, group);
    }
  }
  const firm = new Set(clashes.flatMap(({ a, b, bound }) => (bound ? [] : [groupOf.get(a), groupOf.get(b)])));
  return groups.map((group) => {
    const members = [...group];
    const readings = members
      .map((statement) => {
        const document = story.documents[statement.documentIndex]?.document ?? { id: '', text: '' };
        return {
          value: document.text.slice(...statement.span),
          heldBy: holders(statement.documentIndex, statement.span),
          evidence: evidenceAt(document, [statement.span]),
        };
      })
      .sort((x, y) =>
        x.evidence.document < y.evidence.document
          ? -1
          : x.evidence.document > y.evidence.document
            ? 1
            : (x.evidence.spans[0]?.[0] ?? 0) - (y.evidence.spans[0]?.[0] ?? 0),
      );
    const kind: DiscrepancyKind = members[0]?.slot === 'time' ? 'date' : 'quantity';
    const bound = !firm.has(group);
    const importance: Importance = bound
      ? 'low'
      : kind === 'quantity' && members[0]?.slot !== 'age'
        ? 'high'
        : 'medium';
    return {
      id: contentId(
        'x',
        kind,
        ...readings.map(({ evidence }) => `${evidence.document}:${String(evidence.spans[0]?.[0])}`),
      ),
      kind,
      about: aboutOf(story, members),
      importance,
      readings,
      ...(bound ? { note: LATER_COUNT } : {}),
    };
  });
}

function aboutOf(story: LinkedStory, members: readonly Statement[]): string {
  const first = members[0];
  if (!first) return '';
  const { document } = story.documents[first.documentIndex] ?? { document: { text: '' } };
  return document.text.slice(...first.clause).replace(/\s+/g, ' ');
}

type Holders = (documentIndex: number, span: Span) => string | null;

/** Who says what stands at a place: the speaker of the innermost attribution around it. */
export function holdersOf(story: LinkedStory): Holders {
  const byDocument = new Map<string, Attribution[]>();
  for (const attribution of story.attributions) {
    const list = byDocument.get(attribution.document);
    if (list) list.push(attribution);
    else byDocument.set(attribution.document, [attribution]);
  }
  return (documentIndex, span) => {
    const id = story.documents[documentIndex]?.document.id ?? '';
    let holder: Attribution | undefined;
    for (const attribution of byDocument.get(id) ?? []) {
      if (!attribution.content.spans.some((outer) => contains(outer, span))) continue;
      if (!holder || attribution.content.text.length < holder.content.text.length) holder = attribution;
    }
    return holder?.speaker ?? null;
  };
}
