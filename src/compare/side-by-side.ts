import { alignTerms } from '../learn/align-terms.ts';
import type { TermIndex } from '../learn/term.ts';
import { TOLD_DIFFERENTLY_NOTE, type Discrepancy, type DiscrepancyKind } from '../model/discrepancy.ts';
import { contains, textOf, type Span } from '../model/span.ts';
import type { TellingReader } from '../model/telling.ts';
import type { Difference, Utterance } from '../model/utterance.ts';
import { discrepancyId } from './discrepancy-id.ts';
import type { DoubtedClash } from './find-value-clashes.ts';
import { groupMatters, type Matter, type Side } from './matter.ts';
import type { Contrast } from './same-matter.ts';
import type { Statement } from './statement.ts';
import { readToldClauses, shareWords, wordsOf, type ToldClause } from './told-clause.ts';

/** Lines for each thing that is said in a story, at most. */
const LINES_PER_ATTRIBUTION = 0.25;
/** Where little is told that cannot all be right, accounts hardly part: so many lines then, and so many more for each that is. */
const LINES_AT_LEAST = 2;
const LINES_PER_FIRM = 3;
/** More lines than these nobody reads. */
const MOST_LINES = 100;
/** Readings of a line, and of those who say the same in it. */
const MOST_READINGS = 6;
const MOST_OF_ONE_SIDE = 3;

/**
 * Matters that several voices speak of in different ways, where nothing shows that they cannot all be right: one line each, of low
 * importance, with every side's words.
 *
 * @param told - discrepancies that are told already; nothing of them is told again.
 * @param doubted - clashes of values that were too doubtful to be told.
 * @returns the surest first; the more is said in a story, and the more of it cannot all be right, the more lines.
 */
export function findSideBySide(
  input: {
    readonly attributions: number;
    readonly indexes: readonly TermIndex[];
    readonly read: TellingReader;
    readonly utterances: readonly Utterance[];
  },
  told: readonly Discrepancy[],
  doubted: readonly DoubtedClash[],
): Discrepancy[] {
  const { attributions, indexes, read, utterances } = input;
  const firm = told.filter(({ importance }) => importance !== 'low').length;
  const most = Math.min(
    MOST_LINES,
    Math.floor(attributions * LINES_PER_ATTRIBUTION),
    LINES_AT_LEAST + LINES_PER_FIRM * firm,
  );
  if (most === 0 || indexes.length < 2) return [];
  const clauses = readToldClauses(indexes, read);
  return groupMatters(clauses, told, doubtOfClauses(clauses, doubted), utterancesInOtherWords(utterances))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map((matter) => describe(matter, indexes));
}

/** A paraphrase may have lost a word that matters; it is set beside the others where a contrast shows. */
const MEANING_THE_SAME: ReadonlySet<Difference> = new Set<Difference>(['same', 'translation']);

/** Which act of speaking an attribution reports, where all who report it mean the same. */
function utterancesInOtherWords(utterances: readonly Utterance[]): ReadonlyMap<string, string> {
  return new Map(
    utterances
      .filter(({ difference }) => MEANING_THE_SAME.has(difference))
      .flatMap(({ id, readings }) => readings.map(({ attribution }): [string, string] => [attribution, id])),
  );
}

/** How sure the likeliest doubted clash is of which two clauses hold one value each. */
function doubtOfClauses(
  clauses: readonly ToldClause[],
  doubted: readonly DoubtedClash[],
): (a: number, b: number) => number {
  const bySentence = new Map<string, number[]>();
  clauses.forEach(({ documentIndex, sentence }, at) => {
    const key = `${documentIndex}/${sentence}`;
    const list = bySentence.get(key);
    if (list) list.push(at);
    else bySentence.set(key, [at]);
  });
  const holding = ({ documentIndex, sentenceIndex, span }: Statement): number[] =>
    (bySentence.get(`${documentIndex}/${sentenceIndex}`) ?? []).filter((at) =>
      clauses[at]?.evidence.spans.some((outer) => contains(outer, span)),
    );
  const scores = new Map<string, number>();
  for (const { a, b, score } of doubted)
    for (const one of holding(a))
      for (const other of holding(b)) {
        const key = one < other ? `${one}/${other}` : `${other}/${one}`;
        scores.set(key, Math.max(score, scores.get(key) ?? 0));
      }
  return (a, b) => scores.get(a < b ? `${a}/${b}` : `${b}/${a}`) ?? 0;
}

function describe(matter: Matter, indexes: readonly TermIndex[]): Discrepancy {
  const shown: ToldClause[] = [];
  for (const side of matter.sides) {
    const own = inDistinctWords(side).filter(
      (clause) => !shown.some(({ evidence }) => shareWords(evidence, clause.evidence)),
    );
    shown.push(...own.slice(0, Math.min(MOST_OF_ONE_SIDE, MOST_READINGS - shown.length)));
  }
  const readings = shown.map(({ evidence, speaker }) => ({
    value: evidence.text.replace(/\s+/g, ' ').trim(),
    heldBy: speaker,
    evidence,
  }));
  return {
    id: discrepancyId('side-by-side', readings),
    kind: kindOf(matter),
    about: aboutOf(matter, indexes),
    importance: 'low',
    readings,
    note: TOLD_DIFFERENTLY_NOTE,
  };
}

/** What copies have is shown once. */
function inDistinctWords(side: Side): ToldClause[] {
  return [...new Map(side.toReversed().map((clause) => [wordsOf(clause), clause])).values()].reverse();
}

/** What sets the first two apart, as far as their words show. */
function kindOf({ relation }: Matter): DiscrepancyKind {
  const [gravest] = relation.contrasts;
  return gravest === undefined ? 'detail' : KINDS[gravest];
}

const KINDS: Readonly<Record<Contrast, DiscrepancyKind>> = {
  number: 'quantity',
  time: 'date',
  polarity: 'polarity',
  stance: 'scope',
  agent: 'detail',
  name: 'detail',
  object: 'detail',
};

/** Tokens between two words that still belong together: "the mill *of the* town". */
const MOST_BETWEEN = 2;

/** The words of the first side that the second has too: what both speak of, and nothing that only one says. */
function aboutOf({ sides }: Matter, indexes: readonly TermIndex[]): string {
  const [one, other] = [sides[0]?.[0], sides[1]?.[0]];
  if (!one || !other) return '';
  const index = indexes[one.documentIndex];
  if (!index) return '';
  const { tokens } = index.annotated.language;
  const spans: Span[] = [];
  let last = -Infinity;
  const shared = alignTerms(one.terms, other.terms)
    .pairs.flatMap(({ a }) => one.terms[a] ?? [])
    .sort((x, y) => x.token - y.token);
  for (const { token, endToken } of shared) {
    const end = tokens.end[endToken - 1] as number;
    const before = spans.at(-1);
    if (before && token - last <= MOST_BETWEEN)
      spans[spans.length - 1] = [before[0], Math.max(before[1], end)];
    else spans.push([tokens.start[token] as number, end]);
    last = Math.max(last, endToken);
  }
  return textOf(index.annotated.document.text, spans).replace(/\s+/g, ' ');
}
