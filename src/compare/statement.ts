import { firstTokenAt, readTerms, type Term, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';

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
  /** Other numbers of the clause. */
  readonly numbers: readonly Quantity[];
}

const VERB = UPOS.indexOf('VERB');
const AUX = UPOS.indexOf('AUX');
/** Marks that part clauses; a comma does so only where a verb stands on both sides. */
const STRONG = /^[;:—–()“”"„«»]$/u;
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
    if (word === ',' && verb) break;
    from--;
    verb ||= isVerb(from);
  }
  return [tokens.start[from] as number, tokens.end[to] as number];
}

/** Numbers that count an order of things or a repeated act say nothing to be compared: "two governments", "three times". */
const UNCOUNTED = /^(?:times?|ways?|sides?|parts?|questions?|things?)$/i;

/** All numbers of a document with their clauses. */
export function findStatements(index: TermIndex, documentIndex: number): Statement[] {
  const { annotated } = index;
  const { text } = annotated.document;
  const statements: Statement[] = [];
  for (const quantity of annotated.quantities) {
    const counted = quantity.counted ? text.slice(...quantity.counted) : '';
    if (UNCOUNTED.test(counted)) continue;
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
  statements.push(...findAges(index, documentIndex));
  return statements;
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
  const terms = readTerms(index, [clause]);
  const { tokens } = index.annotated.language;
  const own = (term: Term): boolean =>
    (tokens.start[term.token] as number) < span[1] && (tokens.end[term.endToken - 1] as number) > span[0];
  return {
    documentIndex,
    span,
    clause,
    slot,
    ...(quantity === undefined ? {} : { quantity }),
    things,
    context: terms.filter((term) => !own(term) && term.kind !== 'quantity'),
    numbers: terms.flatMap((term) => (term.quantity && !own(term) ? [term.quantity] : [])),
  };
}

/** What a number counts: its own words, "of the 231 people" behind it, or nothing that is said. */
function thingsOf(index: TermIndex, quantity: Quantity): readonly Term[] {
  if (quantity.counted) return readTerms(index, [quantity.counted]).filter(({ kind }) => kind !== 'quantity');
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

/** "Name, 58," and "58-year-old": how old somebody is said to be. */
function findAges(index: TermIndex, documentIndex: number): Statement[] {
  const { annotated, mentionAt, entityOf } = index;
  const { text } = annotated.document;
  const found: Statement[] = [];
  for (const match of text.matchAll(/(?<=\p{L}, )(\d{1,2})(?=[,.;)])|(?<![\d.,])(\d{1,2})-year-old/gu)) {
    const value = Number(match[1] ?? match[2]);
    const span: Span = [match.index, match.index + match[0].length];
    const token = firstTokenAt(annotated, span[0]);
    const near = match[1] === undefined ? [1, 2, 3, 4] : [-2, -1];
    const place = near.map((step) => token + step).find((t) => (mentionAt[t] ?? -1) >= 0);
    if (place === undefined) continue;
    const mention = annotated.coreference.mentions[mentionAt[place] as number];
    const local = annotated.coreference.entities[mention?.entity ?? -1];
    const id = entityOf[mention?.entity ?? -1];
    if (local?.kind !== 'person' || id === undefined) continue;
    const quantity: Quantity = {
      span,
      low: value,
      high: value,
      value,
      approximator: 'exact',
      unit: 'age',
      counted: null,
    };
    const who: Term = {
      kind: 'entity',
      token: place,
      endToken: place + 1,
      key: id,
      row: -1,
      weight: 1,
      classes: [],
      negated: false,
    };
    found.push({ ...makeStatement(index, documentIndex, span, 'age', quantity, [who]), slot: 'age' });
  }
  return found;
}
