import type { TermIndex } from '../learn/term.ts';
import type { Evidence } from '../model/evidence.ts';
import { overlaps } from '../model/span.ts';
import type { Role } from '../model/role.ts';
import type { Telling, TellingReader } from '../model/telling.ts';
import type { Term } from '../model/term.ts';
import { polesOf, type Pole } from './opposites.ts';
import { termRarity } from './term-rarity.ts';

/** What one voice says in one clause, to be set beside what others say. */
export interface ToldClause {
  readonly documentIndex: number;
  readonly sentence: number;
  /** Who says it; `null` for a narrator, or where nobody is named. */
  readonly speaker: string | null;
  readonly stance: Telling['stance'];
  /** The attribution that it stands in; a narrator's clause has its document's id. */
  readonly attribution: string;
  readonly evidence: Evidence;
  /** Its terms, each weighing less the more clauses of the story have it. */
  readonly terms: readonly Term[];
  /** Parallel to `terms`: what each does in it; and which of them says what is done, -1 for none. */
  readonly roles: readonly Role[];
  readonly head: number;
  /** Who does it, as far as names and not pronouns say. */
  readonly agents: readonly string[];
  /** Words that turn round what they stand in. */
  readonly negators: number;
  readonly poles: readonly Pole[];
  /** What the clauses around it speak of: keys of their terms with what they weigh. */
  readonly around: ReadonlyMap<string, number>;
}

/**
 * Clauses of a story that are read: what so many say is more than a reader can set side by side. Of more documents than these
 * the first clauses of each are read, since news says first what matters most. A story of 100 long articles has so many.
 */
const MOST_CLAUSES = 4000;

const NEGATOR =
  /(?<!\p{L})(?:no|not|never|nobody|none|nothing|without|cannot|neither|nor)(?!\p{L})|n[’']t(?!\p{L})/giu;
const WORD = /\p{L}+/gu;

/** The clauses of all accounts of a story, document after document; words that stand in no clause with a term are left out. */
export function readToldClauses(indexes: readonly TermIndex[], read: TellingReader): ToldClause[] {
  const most = Math.max(1, Math.floor(MOST_CLAUSES / Math.max(1, indexes.length)));
  const byDocument = indexes.map((index, at) => readDocument(index, at, read, most));
  const rarity = termRarity(byDocument.flat().map(({ telling }) => telling.terms));
  return byDocument.flatMap((clauses) => {
    const weighed = clauses.map(({ telling }) =>
      telling.terms.map((term) => ({ ...term, weight: term.weight * rarity(term.key) })),
    );
    return clauses.map(({ telling, sentence }, at) => {
      const { text } = telling.attribution.content;
      return {
        documentIndex: telling.documentIndex,
        sentence,
        speaker: telling.attribution.speaker,
        stance: telling.stance,
        attribution: telling.attribution.id,
        roles: telling.roles,
        head: telling.head,
        agents: telling.agents.filter((agent) => !telling.pronouns.includes(agent)),
        evidence: telling.attribution.content,
        terms: weighed[at] ?? [],
        negators: text.match(NEGATOR)?.length ?? 0,
        poles: (text.match(WORD) ?? []).flatMap(polesOf),
        around: aroundOf(clauses, weighed, at),
      };
    });
  });
}

interface ReadClause {
  readonly telling: Telling;
  readonly sentence: number;
}

function readDocument(index: TermIndex, at: number, read: TellingReader, most: number): ReadClause[] {
  const clauses: ReadClause[] = [];
  const { sentences } = index.annotated.language;
  for (let sentence = 0; sentence < sentences.length && clauses.length < most; sentence++) {
    if (sentences[sentence]?.kind !== 'sentence') continue;
    for (const telling of read(at, sentence))
      if (telling.terms.length > 0 && telling.frame.hasVerb) clauses.push({ telling, sentence });
  }
  return clauses.slice(0, most);
}

/** Terms of the clauses in its own sentence and in those before and after; a day says nothing of what they speak of. */
function aroundOf(
  clauses: readonly ReadClause[],
  weighed: readonly (readonly Term[])[],
  at: number,
): Map<string, number> {
  const around = new Map<string, number>();
  const sentence = clauses[at]?.sentence ?? 0;
  const isNear = (other: number): boolean => Math.abs((clauses[other]?.sentence ?? Infinity) - sentence) <= 1;
  const note = (other: number): void => {
    for (const { kind, key, weight } of weighed[other] ?? []) if (kind !== 'time') around.set(key, weight);
  };
  for (let other = at - 1; isNear(other); other--) note(other);
  for (let other = at + 1; isNear(other); other++) note(other);
  return around;
}

/** Whether two pieces of evidence share words of one document. */
export function shareWords(a: Evidence, b: Evidence): boolean {
  return a.document === b.document && a.spans.some((one) => b.spans.some((other) => overlaps(one, other)));
}

/** Its words alone, so that copies of it are known. */
export function wordsOf({ evidence }: ToldClause): string {
  return evidence.text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
