import { DIGIT, LETTER, SPACE, classAt, isCapitalAt, isSmallAt } from './character-class.ts';
import {
  CALENDAR_ABBREVIATIONS,
  NUMBER_ABBREVIATIONS,
  SENTENCE_OPENERS,
  TITLE_ABBREVIATIONS,
} from './abbreviations.ts';
import { CLOSES, OPENS, type QuotationState, type TokenRange } from './find-quotations.ts';
import type { TokenBuffer } from './token-buffer.ts';

/**
 * No sentence has more tokens: what works on sentences works on bounded windows, whatever the text. The longest in GUM has
 * 176.
 */
export const MAX_SENTENCE_TOKENS = 500;

/** Verbs that stand after a quotation that ends in a question or exclamation mark: "Why?" Mr. Aldo asked. */
const AFTER_QUOTATION = new Set(
  (
    'said says say asked asks added adds told tells wrote writes replied replies answered shouted cried demanded warned ' +
    'insisted noted explained declared recalled continued tweeted joked exclaimed wondered concluded'
  ).split(' '),
);
/** How far from the mark such a verb is looked for. */
const REACH_OF_VERB = 8;

/**
 * Cuts a paragraph's tokens into sentences.
 *
 * A sentence ends after a full stop, question or exclamation mark or ellipsis, and the quotation marks and brackets that
 * close after it; at the latest with its paragraph. It does not end where a small letter or a reporting verb goes on after
 * a quotation, nor at the stop of an abbreviation before a name. What is both an abbreviation and perhaps an end ("in the
 * U.S. The") goes by the next word.
 *
 * @returns the end of each sentence, as token indices.
 */
export function splitSentences(
  text: string,
  tokens: Pick<TokenBuffer, 'start' | 'end'>,
  [first, end]: TokenRange,
  quotation: Pick<QuotationState, 'role' | 'quoted'>,
  into: number[],
): void {
  let start = first;
  for (let token = first; token < end; token++) {
    const strength = endStrength(text, tokens, token, start, end);
    if (strength === NO_END) {
      if (token - start + 1 >= MAX_SENTENCE_TOKENS) into.push((start = token + 1));
      continue;
    }
    let last = token;
    while (last + 1 < end) {
      if (closesAfterEnd(text, tokens, last + 1, quotation.role)) last++;
      else if (isNoteMark(text, tokens, last + 1, end)) last += 3;
      else break;
    }
    if (last + 1 >= end) break;
    if (isEnd(text, tokens, token, last, start, end, strength, quotation)) {
      into.push((start = last + 1));
    }
    token = last;
  }
  if (start < end) into.push(end);
}

const NO_END = 0;
const STOP = 1;
const QUESTION = 2;
const ELLIPSIS = 3;
const ABBREVIATION = 4;

/** How much the token looks like the end of a sentence. */
function endStrength(
  text: string,
  tokens: Pick<TokenBuffer, 'start' | 'end'>,
  token: number,
  sentenceStart: number,
  end: number,
): number {
  const stop = tokens.end[token] as number;
  const start = tokens.start[token] as number;
  const unit = text.charCodeAt(stop - 1);
  if (unit === 0x2e) {
    if (stop - start === 1) {
      // ". 5" and stray stops that open a line end nothing.
      return token === sentenceStart ? NO_END : STOP;
    }
    if (text.charCodeAt(start) === 0x2e) return token === sentenceStart ? NO_END : ELLIPSIS;
    return token + 1 < end ? ABBREVIATION : NO_END;
  }
  if (
    unit === 0x3f ||
    unit === 0x21 ||
    unit === 0x3002 ||
    unit === 0xff01 ||
    unit === 0xff1f ||
    unit === 0x61f
  ) {
    return token === sentenceStart ? NO_END : QUESTION;
  }
  return unit === 0x2026 && token !== sentenceStart ? ELLIPSIS : NO_END;
}

/** Closing quotation marks and brackets, and further marks of ending, belong to the sentence that they follow. */
function closesAfterEnd(
  text: string,
  tokens: Pick<TokenBuffer, 'start' | 'end'>,
  token: number,
  role: Uint8Array,
): boolean {
  if (role[token] === CLOSES) return true;
  const start = tokens.start[token] as number;
  if ((tokens.end[token] as number) - start > 2) return false;
  const character = text.charAt(start);
  if (')]}'.includes(character)) return true;
  // ?! and ." in a text whose quotation state is unknown, directly behind.
  if (classAt(text, start - 1) === SPACE) return false;
  return '!?."”’\''.includes(character) && role[token] !== OPENS;
}

/** A note's number in brackets, as encyclopaedias write it, belongs to the sentence before: "… in 2009. [2] The …" */
function isNoteMark(
  text: string,
  tokens: Pick<TokenBuffer, 'start' | 'end'>,
  token: number,
  end: number,
): boolean {
  if (token + 2 >= end || text.charCodeAt(tokens.start[token] as number) !== 0x5b) return false;
  const inner = tokens.start[token + 1] as number;
  return (
    (tokens.end[token + 1] as number) - inner <= 3 &&
    classAt(text, inner) === DIGIT &&
    text.charCodeAt(tokens.start[token + 2] as number) === 0x5d
  );
}

function isEnd(
  text: string,
  tokens: Pick<TokenBuffer, 'start' | 'end'>,
  mark: number,
  last: number,
  sentenceStart: number,
  end: number,
  strength: number,
  { role, quoted }: Pick<QuotationState, 'role' | 'quoted'>,
): boolean {
  let next = last + 1;
  // A quotation or bracket that opens is looked into.
  let opened = false;
  while (next < end && (role[next] === OPENS || '([{'.includes(text.charAt(tokens.start[next] as number)))) {
    opened = true;
    next++;
  }
  if (next >= end) return true;
  const at = tokens.start[next] as number;
  const kind = classAt(text, at);
  const small =
    kind === LETTER && isSmallAt(text, at) && !hasInnerCapital(text, at, tokens.end[next] as number);
  const gap = classAt(text, (tokens.start[last + 1] as number) - 1) === SPACE;
  const closedQuotation = last > mark && role[last] === CLOSES;
  // Enumerators: "1." "a)" and the like open what follows.
  if (mark - sentenceStart <= 1 && mark > sentenceStart && strength === STOP) {
    const before = tokens.start[mark - 1] as number;
    const length = (tokens.end[mark - 1] as number) - before;
    if (length <= 2 && (classAt(text, before) === DIGIT || length === 1)) return false;
  }
  switch (strength) {
    case STOP:
      if (isDayOfMonth(text, tokens, mark, next)) return false;
      if (!gap && !opened && (tokens.start[last + 1] as number) === (tokens.end[last] as number)) {
        // "end.Next" without a space, but not "v.2" or "a.b".
        if (kind !== LETTER || small) return false;
      }
      if (small) return !closedQuotation && !opened && startsLowerCaseSentence(text, tokens, mark);
      return kind === LETTER || kind === DIGIT || opened || gap;
    case QUESTION:
      if (small) return false;
      if (closedQuotation && verbFollows(text, tokens, next, end, role)) return false;
      return kind === LETTER || kind === DIGIT || opened || !closedQuotation;
    case ELLIPSIS:
      if (small) return false;
      // Within a quotation dots stand for words left out as often as for an end.
      if (kind === LETTER && (quoted[mark] as number) > 0 && !closedQuotation)
        return SENTENCE_OPENERS.has(wordAt(text, tokens, next));
      return kind === LETTER || kind === DIGIT || opened;
    default:
      return abbreviationEnds(text, tokens, mark, next, small, kind, opened, closedQuotation);
  }
}

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** "On 2. February": most languages of Europe write days so, and what is translated from them keeps it. */
function isDayOfMonth(
  text: string,
  tokens: Pick<TokenBuffer, 'start' | 'end'>,
  mark: number,
  next: number,
): boolean {
  if (next !== mark + 1 || mark < 1 || !MONTH.test(wordAt(text, tokens, next))) return false;
  const day = text.slice(tokens.start[mark - 1], tokens.end[mark - 1]);
  const before = mark < 2 ? '' : wordAt(text, tokens, mark - 2);
  return /^(?:[1-9]|[12]\d|3[01])$/.test(day) && !MONTH.test(before);
}

/** iPhone, wikiHow: a name that begins small can open a sentence. Twelve units are enough to see it. */
function hasInnerCapital(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < Math.min(end, start + 12); at++) if (isCapitalAt(text, at)) return true;
  return false;
}

/** A stop before a small letter ends a sentence only after a whole word: sloppy copy writes "he left. kyiv said". */
function startsLowerCaseSentence(
  text: string,
  tokens: Pick<TokenBuffer, 'start' | 'end'>,
  mark: number,
): boolean {
  const start = tokens.start[mark - 1] as number;
  const length = (tokens.end[mark - 1] as number) - start;
  return length >= 4 && isSmallAt(text, start);
}

function abbreviationEnds(
  text: string,
  tokens: Pick<TokenBuffer, 'start' | 'end'>,
  mark: number,
  next: number,
  small: boolean,
  kind: number,
  opened: boolean,
  closed: boolean,
): boolean {
  const start = tokens.start[mark] as number;
  const stop = (tokens.end[mark] as number) - 1;
  if (small || classAt(text, start) === DIGIT) return false;
  const word = text.slice(start, stop).toLowerCase();
  if (TITLE_ABBREVIATIONS.has(word) || NUMBER_ABBREVIATIONS.has(word)) return false;
  // "J." before a name was cut as an initial because no opener follows.
  if (stop - start === 1 && isCapitalAt(text, start)) return false;
  if (kind === DIGIT) return false;
  if (CALENDAR_ABBREVIATIONS.has(word) && kind !== LETTER) return false;
  if (closed || opened) return true;
  return kind === LETTER && SENTENCE_OPENERS.has(wordAt(text, tokens, next));
}

function wordAt(text: string, tokens: Pick<TokenBuffer, 'start' | 'end'>, token: number): string {
  const start = tokens.start[token] as number;
  return text.slice(start, Math.min(tokens.end[token] as number, start + 16)).toLowerCase();
}

function verbFollows(
  text: string,
  tokens: Pick<TokenBuffer, 'start' | 'end'>,
  from: number,
  end: number,
  role: Uint8Array,
): boolean {
  for (let token = from; token < Math.min(end, from + REACH_OF_VERB); token++) {
    if (role[token] !== 0) return false;
    const unit = text.charCodeAt((tokens.end[token] as number) - 1);
    if (
      (unit === 0x2e && (tokens.end[token] as number) - (tokens.start[token] as number) === 1) ||
      unit === 0x3f
    )
      return false;
    if (AFTER_QUOTATION.has(wordAt(text, tokens, token))) return true;
  }
  return false;
}
