import { firstTokenAt, readTerms, type Term, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import type { TimeMention } from '../model/time-mention.ts';
import { clauseAround } from './clause-around.ts';
import { nounAfter } from './counted-things.ts';
import { goesOnAgain } from './day-events.ts';
import { readDayRole } from './day-role.ts';
import { readDay, type DayValue } from './day-value.ts';
import { isAdditional, partOf, type Part } from './part-of-whole.ts';
import { outcomeOf } from './role-words.ts';
import { readRole, type Role } from './role.ts';

/** One number or time of a document with the clause that says what it is the number or time of. */
export interface Statement {
  readonly documentIndex: number;
  /** Index of its sentence within the document. */
  readonly sentenceIndex: number;
  /** Words that carry the value: the number with its unit and what is counted, or the time. */
  readonly span: Span;
  readonly clause: Span;
  readonly slot: 'quantity' | 'time' | 'age';
  readonly quantity?: Quantity;
  readonly day?: DayValue;
  /** The word before a time that says how it stands to it: "until" and "by" are one, "since" another. */
  readonly link?: string;
  /** What is counted or measured, who is of that age, or what a day is the day of ("the Sunday flight"). */
  readonly things: readonly Term[];
  /** What is said of the things counted. */
  readonly role: Role;
  /** "21 of the 276 girls": the first is a part, the second the whole. */
  readonly part: Part;
  /** "Another 19", "40 more": counted on top of something else. */
  readonly additional: boolean;
  /** The clause without the value itself. */
  readonly context: readonly Term[];
  /** All terms of the sentence but the value and other numbers. */
  readonly sentence: readonly Term[];
  /** Values of the other times of the sentence. */
  readonly times: readonly string[];
  /** Some other time: "last year", "in May" said of something that is over. */
  readonly remote: boolean;
  /** Names of the clause, by kind: a place for a place, a person for a person. */
  readonly names: readonly { readonly key: string; readonly kind: string }[];
  /** Other numbers of the sentence. */
  readonly numbers: readonly Quantity[];
  /** Those of them that are no part of another: "two of them" are among whom the sentence counts. */
  readonly wholes: readonly Quantity[];
}

/** Puts together what the clause and the sentence around a value say of it. */
export function makeStatement(
  index: TermIndex,
  documentIndex: number,
  span: Span,
  slot: Statement['slot'],
  quantity: Quantity | undefined,
  things: readonly Term[],
): Statement {
  const { tokens } = index.annotated.language;
  const { text } = index.annotated.document;
  const token = firstTokenAt(index.annotated, span[0]);
  const clause = clauseAround(index, token);
  const part = partOf(text, quantity?.span ?? span);
  const role = readRole(index, span, clause, things.slice(-1), part);
  const predicate = role.predicate;
  // "Calls back" stands as "recalls".
  const around = sentenceTerms(index, tokens.sentence[token] ?? -1).map((term) =>
    predicate !== null && term.token === predicate.token ? predicate : term,
  );
  const startOf = (term: Term): number => tokens.start[term.token] as number;
  const endOf = (term: Term): number => tokens.end[term.endToken - 1] as number;
  const inClause = (term: Term): boolean => startOf(term) >= clause[0] && endOf(term) <= clause[1];
  const own = (term: Term): boolean => startOf(term) < span[1] && endOf(term) > span[0];
  const numbers = around.flatMap((term) => (term.quantity && !own(term) ? [term.quantity] : []));
  return {
    documentIndex,
    sentenceIndex: tokens.sentence[token] ?? -1,
    span,
    clause,
    slot,
    ...(quantity === undefined ? {} : { quantity }),
    // "Seven bodies" counts whoever died.
    things: things.filter(({ token: at }) => (outcomeOf(tokens.word[at] ?? '') ?? 'aboard') === 'aboard'),
    role,
    part,
    additional: isAdditional(text, quantity?.span ?? span, span),
    context: around.filter((term) => inClause(term) && !own(term) && term.kind !== 'quantity'),
    sentence: around.filter((term) => !own(term) && term.kind !== 'quantity'),
    times: around.flatMap((term) => (term.time?.value && !own(term) ? [term.time.value] : [])),
    remote: around.some(
      (term) => !own(term) && term.kind === 'time' && isRemote(text.slice(startOf(term), endOf(term))),
    ),
    names: around.flatMap((term) =>
      inClause(term) && term.kind === 'entity' ? (nameOf(index, term) ?? []) : [],
    ),
    numbers,
    wholes: numbers.filter((other) => partOf(text, other.span) !== 'part'),
  };
}

/**
 * The statement of a length of time. What lasts so long is a verb ("met for an hour") or the noun behind it ("a two-hour meeting"),
 * and either is what happened.
 */
export function makeDuration(index: TermIndex, documentIndex: number, quantity: Quantity): Statement {
  const things = nounAfter(index, quantity.span);
  const statement = makeStatement(index, documentIndex, quantity.span, 'quantity', quantity, things);
  const event = things.at(-1);
  return event
    ? { ...statement, things: [], role: { ...statement.role, outcomes: [], predicate: event, open: false } }
    : statement;
}

/** The statement of a day, with what happens on it. */
export function makeDay(
  index: TermIndex,
  documentIndex: number,
  time: TimeMention,
  value: string,
): Statement[] {
  const { text } = index.annotated.document;
  const before = /\p{L}+(?=\s+(?:the\s+)?$)/u.exec(text.slice(Math.max(0, time.span[0] - 16), time.span[0]));
  const link = LINKS.get((before?.[0] ?? '').toLowerCase()) ?? '';
  // "The Sunday flight" is a name of the flight; nothing happens on it in this clause.
  const after = firstTokenAt(index.annotated, time.span[1]);
  const { tokens } = index.annotated.language;
  const named =
    (link === '' || /\bthe\s+$/i.test(text.slice(Math.max(0, time.span[0] - 6), time.span[0]))) &&
    (tokens.start[after] as number) - time.span[1] <= 1 &&
    (tokens.upos[after] === NOUN || tokens.upos[after] === PROPN);
  const things = named ? nounAfter(index, time.span) : [];
  const statement = makeStatement(index, documentIndex, time.span, 'time', undefined, things);
  const role = named ? statement.role : readDayRole(index, time.span, statement.clause);
  // "Adjourned until Monday" goes on on Monday.
  const on = link === 'until' && goesOnAgain(role.predicate) ? 'on' : link;
  return [{ ...statement, role, day: readDay(value, text.slice(...time.span)), link: on }];
}

const [NOUN, PROPN] = (['NOUN', 'PROPN'] as const).map((tag) => UPOS.indexOf(tag));

/** Words before a day, with what they come to. */
const LINKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    until: 'until by before till to',
    since: 'since',
    after: 'after',
    on: 'on in at during late early of from',
  }).flatMap(([link, words]) => words.split(' ').map((word): [string, string] => [word, link])),
);

/** Words that set what they stand beside apart from what is told now. */
function isRemote(words: string): boolean {
  return /\b(?:last|previous|ago|earlier|past)\b/i.test(words);
}

/** A name with its kind; a state and its capital may stand for one another, so all places and governments are of one kind. */
function nameOf(index: TermIndex, { token, key }: Term): { key: string; kind: string } | null {
  const { mentions, entities } = index.annotated.coreference;
  const mention = mentions[index.mentionAt[token] ?? -1];
  if (mention?.form !== 'name') return null;
  const kind = entities[mention.entity]?.kind ?? 'other';
  return { key, kind: kind === 'government' ? 'place' : kind };
}

/** Terms of sentences that were read: several values stand in one sentence. */
const readSentences = new WeakMap<TermIndex, Map<number, readonly Term[]>>();

function sentenceTerms(index: TermIndex, sentence: number): readonly Term[] {
  const read = readSentences.get(index) ?? new Map<number, readonly Term[]>();
  readSentences.set(index, read);
  const known = read.get(sentence);
  if (known) return known;
  const found = index.annotated.language.sentences[sentence];
  const terms = found ? readTerms(index, [found.span]) : [];
  read.set(sentence, terms);
  return terms;
}
