import { firstTokenAt, readTerms, type Term, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Quantity } from '../model/quantity.ts';
import { overlaps, type Span } from '../model/span.ts';

/** One number or time of a document with the clause that says what it is the number or time of. */
export interface Statement {
  readonly documentIndex: number;
  /** Words that carry the value: the number with its unit and what is counted, or the time. */
  readonly span: Span;
  readonly clause: Span;
  readonly slot: 'quantity' | 'time' | 'age';
  readonly quantity?: Quantity;
  /** TIMEX3 value of a time. */
  readonly time?: string;
  /** What is counted or measured, or who is of that age. */
  readonly things: readonly Term[];
  /** The clause without the value itself. */
  readonly context: readonly Term[];
  /** All terms of the sentence but the value and other numbers. */
  readonly sentence: readonly Term[];
  /** Other numbers of the sentence. */
  readonly numbers: readonly Quantity[];
}

const VERB = UPOS.indexOf('VERB');
const AUX = UPOS.indexOf('AUX');
/** Marks that part clauses; a comma does so only where a verb stands on both sides. */
const STRONG = /^[;:—–()“”"„«»]$/u;
/** Words that open a clause of their own. */
const OPENING = /^(?:that|which|who|where|because|although|while|whereas|if)$/i;
/** Tokens that a clause reaches at most from its value. */
const REACH = 40;

/** The clause around a token: to the nearest marks that leave it a verb. */
export function clauseAround(index: TermIndex, token: number): Span {
  const { tokens } = index.annotated.language;
  const sentence = tokens.sentence[token];
  const isVerb = (t: number): boolean => tokens.upos[t] === VERB || tokens.upos[t] === AUX;
  const inside = (t: number): boolean => t >= 0 && t < tokens.count && tokens.sentence[t] === sentence;
  let from = token;
  let to = token;
  let verb = isVerb(token);
  while (inside(to + 1) && to - token < REACH) {
    const word = tokens.word[to + 1] ?? '';
    if (STRONG.test(word) || (word === ',' && verb)) break;
    to++;
    verb ||= isVerb(to);
  }
  while (inside(from - 1) && token - from < REACH) {
    const word = tokens.word[from - 1] ?? '';
    if (STRONG.test(word) && verb) break;
    if ((word === ',' || OPENING.test(word)) && verb) break;
    from--;
    verb ||= isVerb(from);
  }
  return within(
    [tokens.start[from] as number, tokens.end[to] as number],
    index,
    tokens.start[token] as number,
  );
}

/** A clause without the words that report it: clipped to the innermost content that holds the place. */
function within([start, end]: Span, index: TermIndex, place: number): Span {
  let clip: Span = [start, end];
  for (const { content } of index.annotated.attributions) {
    for (const [from, to] of content) {
      if (from > place || to <= place || to - from >= clip[1] - clip[0]) continue;
      clip = [Math.max(start, from), Math.min(end, to)];
    }
  }
  return clip;
}

/** Numbers that count an order of things or a repeated act say nothing to be compared: "two governments", "three times". */
const UNCOUNTED = /^(?:times?|ways?|sides?|parts?|questions?|things?|o[’']clock)$/i;

/** All numbers of a document with their clauses. */
export function findStatements(index: TermIndex, documentIndex: number): Statement[] {
  const { annotated } = index;
  const { text } = annotated.document;
  const statements: Statement[] = [];
  const ages = findAges(index, documentIndex);
  for (const quantity of annotated.quantities) {
    if (ages.some(({ span }) => overlaps(span, quantity.span))) continue;
    const counted = quantity.counted ? text.slice(...quantity.counted) : '';
    if (UNCOUNTED.test(counted) || isClock(text, quantity.span)) continue;
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
    if (ages.some(({ span }) => overlaps(span, time.span))) continue;
    if (time.type === 'DURATION' && duration) {
      const quantity = durationQuantity(time.span, duration[0], Number(duration[1]), duration[2] ?? 'D');
      statements.push(
        makeStatement(index, documentIndex, time.span, 'quantity', quantity, nounAfter(index, time.span)),
      );
    } else if (time.type === 'DATE' && time.value !== null) {
      statements.push({
        ...makeStatement(index, documentIndex, time.span, 'time', undefined, []),
        time: time.value,
      });
    }
  }
  statements.push(...ages);
  return statements;
}

/** "At 23.31" is a time of day. */
function isClock(text: string, [start, end]: Span): boolean {
  return (
    /^\d{1,2}[.:]\d\d$/.test(text.slice(start, end)) &&
    (/\b(?:at|by|before|after|until|around)\s$/i.test(text.slice(Math.max(0, start - 8), start)) ||
      /^\s*(?:o[’']clock|[ap]\.?m|hours|GMT|in the)/i.test(text.slice(end, end + 10)))
  );
}

function makeStatement(
  index: TermIndex,
  documentIndex: number,
  span: Span,
  slot: Statement['slot'],
  quantity: Quantity | undefined,
  things: readonly Term[],
): Statement {
  const token = firstTokenAt(index.annotated, span[0]);
  const clause = clauseAround(index, token);
  const around = sentenceTerms(index, index.annotated.language.tokens.sentence[token] ?? -1);
  const { tokens } = index.annotated.language;
  const inClause = (term: Term): boolean =>
    (tokens.start[term.token] as number) >= clause[0] &&
    (tokens.end[term.endToken - 1] as number) <= clause[1];
  const own = (term: Term): boolean =>
    (tokens.start[term.token] as number) < span[1] && (tokens.end[term.endToken - 1] as number) > span[0];
  return {
    documentIndex,
    span,
    clause,
    slot,
    ...(quantity === undefined ? {} : { quantity }),
    things,
    context: around.filter((term) => inClause(term) && !own(term) && term.kind !== 'quantity'),
    sentence: around.filter((term) => !own(term) && term.kind !== 'quantity'),
    numbers: around.flatMap((term) => (term.quantity && !own(term) ? [term.quantity] : [])),
  };
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

/** What a number counts: its own words, "of the 231 people" behind it, or nothing that is said. */
function thingsOf(index: TermIndex, quantity: Quantity): readonly Term[] {
  if (quantity.counted) return readTerms(index, [quantity.counted], true);
  return [];
}

function nounAfter(index: TermIndex, span: Span): readonly Term[] {
  const { text } = index.annotated.document;
  const after = /^[’']?s?\s+\p{L}+/u.exec(text.slice(span[1], span[1] + 40));
  if (!after) return [];
  return readTerms(index, [[span[1], span[1] + after[0].length]]).filter(({ kind }) => kind === 'noun');
}

const HOURS: Readonly<Record<string, number>> = { H: 1, D: 24, W: 168, M: 730, Y: 8760 };

/** A length of time as a number of hours, so that half a day and 12 hours are one. */
function durationQuantity(span: Span, text: string, value: number, letter: string): Quantity {
  const hours = text.startsWith('PT') && letter === 'M' ? value / 60 : value * (HOURS[letter] ?? 24);
  return { span, low: hours, high: hours, value: hours, approximator: 'exact', unit: 'hour', counted: null };
}

const AGE_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};
const AGES =
  /(?<=\p{L}, )(\d{1,2})(?=[,.;)])|(?<![\p{L}\d.,])(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)-years?-old(?:\s+(\p{L}+))?/giu;

/** "Name, 58," and "58-year-old": how old somebody is said to be; of a person, or of what the next noun calls it. */
function findAges(index: TermIndex, documentIndex: number): Statement[] {
  const { annotated, mentionAt, entityOf } = index;
  const { text } = annotated.document;
  const found: Statement[] = [];
  for (const match of text.matchAll(AGES)) {
    const word = (match[1] ?? match[2] ?? '').toLowerCase();
    const value = AGE_WORDS[word] ?? Number(word);
    const span: Span = [match.index, match.index + match[0].length];
    const token = firstTokenAt(annotated, span[0]);
    const near = match[1] === undefined ? [1, 2, 3, 4] : [-2, -1];
    const who = near.map((step) => personAt(token + step)).find((term) => term !== null);
    if (match[1] !== undefined && !who) continue;
    const noun = match[3] === undefined ? [] : readTerms(index, [[span[1] - match[3].length, span[1]]]);
    const things = who ? [who] : noun.filter(({ kind }) => kind === 'noun').slice(0, 1);
    const quantity: Quantity = {
      span,
      low: value,
      high: value,
      value,
      approximator: 'exact',
      unit: 'age',
      counted: null,
    };
    found.push(makeStatement(index, documentIndex, span, 'age', quantity, things));
  }
  return found;

  function personAt(at: number): Term | null {
    const mention = annotated.coreference.mentions[mentionAt[at] ?? -1];
    const id = entityOf[mention?.entity ?? -1];
    if (!mention || id === undefined || mention.form !== 'name') return null;
    if (annotated.coreference.entities[mention.entity]?.kind !== 'person') return null;
    return {
      kind: 'entity',
      token: at,
      endToken: at + 1,
      key: id,
      row: -1,
      weight: 1,
      classes: [],
      negated: false,
    };
  }
}
