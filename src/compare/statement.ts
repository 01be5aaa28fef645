import { firstTokenAt, readTerms, type Term, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import type { TimeMention } from '../model/time-mention.ts';
import { clauseAround } from './clause-around.ts';
import { isOwnDay, readDay, type DayValue } from './day-value.ts';
import { findAges } from './find-ages.ts';
import { readDayRole } from './day-role.ts';
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
  readonly part: 'part' | 'whole' | null;
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
}

/** Numbers that count an order of things or a repeated act say nothing to be compared: "two governments", "both sides". */
const UNCOUNTED = /^(?:ways?|sides?|parts?|questions?|things?|o[’']clock|governments?|countries|nations?)$/i;

/** All numbers, days and ages of a document with their clauses. */
export function findStatements(index: TermIndex, documentIndex: number): Statement[] {
  const { annotated } = index;
  const { text } = annotated.document;
  const statements: Statement[] = [];
  const ages = findAges(index);
  const inAge = tokensOf(index, ages);
  for (const quantity of annotated.quantities) {
    const token = firstTokenAt(annotated, quantity.span[0]);
    // "The Sept. 11 hijackers": the number belongs to a day.
    const time = annotated.times[index.timeAt[token] ?? -1];
    const ofDay =
      (/^\d{1,2}$/.test(text.slice(...quantity.span)) &&
        MONTH.test(text.slice(Math.max(0, quantity.span[0] - 12), quantity.span[0]))) ||
      (time !== undefined && (time.type === 'DATE' || time.type === 'TIME'));
    if (inAge.has(token) || ofDay) continue;
    const counted = quantity.counted ? text.slice(...quantity.counted) : '';
    if (UNCOUNTED.test(counted) || isClock(text, quantity.span) || isIndefinite(text, quantity)) continue;
    const span: Span = [
      Math.min(quantity.span[0], quantity.counted?.[0] ?? quantity.span[0]),
      Math.max(quantity.span[1], quantity.counted?.[1] ?? quantity.span[1]),
    ];
    statements.push(
      makeStatement(index, documentIndex, span, 'quantity', quantity, thingsOf(index, quantity)),
    );
  }
  for (const time of annotated.times) {
    const duration = /^P(?:T?)(\d+(?:\.\d+)?)([HMDWY])$/.exec(time.value ?? '');
    if (inAge.has(firstTokenAt(annotated, time.span[0]))) continue;
    if (time.type === 'DURATION' && duration) {
      const quantity = durationQuantity(time, duration[0], Number(duration[1]), duration[2] ?? 'D');
      statements.push(
        makeStatement(index, documentIndex, time.span, 'quantity', quantity, nounAfter(index, time.span)),
      );
    } else if (time.value !== null && isOwnDay(time, text)) {
      statements.push(...makeDay(index, documentIndex, time, time.value));
    }
  }
  const agesIn = new Map<number, Quantity[]>();
  for (const { span, quantity } of ages) {
    const sentence = sentenceOf(index, span);
    const known = agesIn.get(sentence);
    if (known) known.push(quantity);
    else agesIn.set(sentence, [quantity]);
  }
  for (const { span, quantity, things } of ages) {
    const others = agesIn.get(sentenceOf(index, span))?.filter((other) => other !== quantity) ?? [];
    statements.push({
      ...makeStatement(index, documentIndex, span, 'age', quantity, things),
      numbers: others,
    });
  }
  return statements;
}

const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?[ \u00a0]$/i;

function sentenceOf(index: TermIndex, [start]: Span): number {
  return index.annotated.language.tokens.sentence[firstTokenAt(index.annotated, start)] ?? -1;
}

/** All tokens within some spans. */
function tokensOf(index: TermIndex, marks: readonly { readonly span: Span }[]): Set<number> {
  const { tokens } = index.annotated.language;
  const within = new Set<number>();
  for (const { span } of marks) {
    for (
      let t = firstTokenAt(index.annotated, span[0]);
      t < tokens.count && (tokens.start[t] as number) < span[1];
      t++
    )
      within.add(t);
  }
  return within;
}

/** "At 23.31" is a time of day. */
function isClock(text: string, [start, end]: Span): boolean {
  return (
    /^\d{1,2}[.:]\d\d$/.test(text.slice(start, end)) &&
    (/\b(?:at|by|before|after|until|around)\s$/i.test(text.slice(Math.max(0, start - 8), start)) ||
      /^\s*(?:o[’']clock|[ap]\.?m|hours|GMT|in the)/i.test(text.slice(end, end + 10)))
  );
}

/** "One woman told police" and "the two men" count nobody anew; "2 in 3" and "one-in-three" are chances. */
function isIndefinite(text: string, { value, counted, span: [start, end] }: Quantity): boolean {
  const words = text.slice(start, end);
  if (/^[-\s]in[-\s](?:\d{1,2}(?!\d)|two|three|four|five|ten|hundred)/i.test(text.slice(end, end + 10)))
    return true;
  if (
    value !== null &&
    value <= FEW &&
    /\b(?:the|these|those|both)\s$/i.test(text.slice(Math.max(0, start - 6), start))
  ) {
    return !/^\s+(?:dead|injured|wounded|missing)/i.test(text.slice(end, end + 10));
  }
  // "The 21 were freed" speaks of those again; "(480 miles)" converts what was said.
  if (counted === null && /\b(?:the|these|those)\s$/i.test(text.slice(Math.max(0, start - 6), start)))
    return true;
  if (/\d[\p{L}\s.]{0,14}\($/u.test(text.slice(Math.max(0, start - 18), start)) && text[end] === ')')
    return true;
  return value === 1 && /^(?:an?|one)\b/i.test(words) && !/\b(?:only|just|at least)\s+one\b/i.test(words);
}

/** So few are spoken of again with an article. */
const FEW = 3;

function makeStatement(
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
  return {
    documentIndex,
    sentenceIndex: tokens.sentence[token] ?? -1,
    span,
    clause,
    slot,
    ...(quantity === undefined ? {} : { quantity }),
    things,
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
    numbers: around.flatMap((term) => (term.quantity && !own(term) ? [term.quantity] : [])),
  };
}

function makeDay(index: TermIndex, documentIndex: number, time: TimeMention, value: string): Statement[] {
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
  return [{ ...statement, role, day: readDay(value, text.slice(...time.span)), link }];
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

/** "21 of the 276 girls": 21 is a part of a whole, 276 the whole. */
function partOf(text: string, [start, end]: Span): Statement['part'] {
  const before = text.slice(Math.max(0, start - 24), start);
  if (/(?:[\d\p{L}])\s+(?:out\s+)?of\s+(?:the|its|their|his|her|our|these|those|some|all)\s+$/iu.test(before))
    return 'whole';
  if (/\b(?:first|last|some|most|many|half|each|any|\d+)\s+of\s+$/i.test(before)) return 'whole';
  const after = text.slice(end, end + 24);
  return /^\s+(?:out\s+)?of\s+(?:the|its|their|his|her|our|these|those|them|whom)\b/i.test(after)
    ? 'part'
    : null;
}

/** "Another 19", "40 more people", "the other 91", "100 others": counted on top of something. */
function isAdditional(text: string, [start, end]: Span, [, countedEnd]: Span): boolean {
  return (
    /\b(?:another|additional|further|(?<!the\s)other|extra|more)\s+$/i.test(
      text.slice(Math.max(0, start - 14), start),
    ) ||
    /^(?:another|an additional|a further)\b/i.test(text.slice(start, end)) ||
    /^\s*(?:of\s+)?(?:\p{L}+\s+)?(?:more|other|additional|further|extra|new)\b(?!\s+than)/iu.test(
      text.slice(end, Math.max(countedEnd, end + 12)),
    )
  );
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

/**
 * What a number counts: its own words, and those behind a closing quotation mark that cuts through the phrase (“about 300
 * Larks” light aircraft).
 */
function thingsOf(index: TermIndex, quantity: Quantity): readonly Term[] {
  if (!quantity.counted) return [];
  const { text } = index.annotated.document;
  const beyond = /^[”"’'»]\s+(?:\p{Ll}+\s+){0,2}\p{Ll}+/u.exec(
    text.slice(quantity.counted[1], quantity.counted[1] + QUOTE_BREAK),
  );
  const things = readTerms(index, [quantity.counted], true);
  if (!beyond) return things;
  const { tokens } = index.annotated.language;
  let end = quantity.counted[1];
  for (
    let t = firstTokenAt(index.annotated, quantity.counted[1] + 1);
    t < tokens.count && (tokens.end[t] as number) <= quantity.counted[1] + beyond[0].length;
    t++
  ) {
    if (tokens.upos[t] !== NOUN && tokens.upos[t] !== ADJ) break;
    if (tokens.upos[t] === NOUN) end = tokens.end[t] as number;
  }
  return end > quantity.counted[1] ? readTerms(index, [[quantity.counted[0], end]], true) : things;
}

const ADJ = UPOS.indexOf('ADJ');
/** Characters that are looked at behind a quotation mark. */
const QUOTE_BREAK = 60;

function nounAfter(index: TermIndex, span: Span): readonly Term[] {
  const { text } = index.annotated.document;
  const after = /^[’']?s?\s+\p{L}+/u.exec(text.slice(span[1], span[1] + 40));
  if (!after) return [];
  return readTerms(index, [[span[1], span[1] + after[0].length]]).filter(({ kind }) => kind === 'noun');
}

const HOURS: Readonly<Record<string, number>> = { H: 1, D: 24, W: 168, M: 730, Y: 8760 };

/** A length of time as a number of hours, so that half a day and 12 hours are one. */
function durationQuantity({ span, mod }: TimeMention, text: string, value: number, letter: string): Quantity {
  const hours = text.startsWith('PT') && letter === 'M' ? value / 60 : value * (HOURS[letter] ?? 24);
  const base = { span, low: hours, high: hours, value: hours, unit: 'hour', counted: null };
  if (mod === 'MORE_THAN' || mod === 'EQUAL_OR_MORE')
    return { ...base, high: Infinity, approximator: 'at-least' };
  if (mod === 'LESS_THAN' || mod === 'EQUAL_OR_LESS') return { ...base, low: 0, approximator: 'at-most' };
  if (mod === 'APPROX') return { ...base, low: hours * 0.9, high: hours * 1.1, approximator: 'about' };
  return { ...base, approximator: 'exact' };
}
