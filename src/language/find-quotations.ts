import type { Quotation } from '../model/language-layer.ts';
import { APOSTROPHE, DIGIT, DOT, LETTER, PUNCTUATION, SPACE, classAt } from './character-class.ts';
import {
  NONE,
  STRAIGHT_DOUBLE,
  CURLY_DOUBLE,
  LOW_DOUBLE,
  GUILLEMET,
  TEX,
  CORNER,
  STRAIGHT_SINGLE,
  CURLY_SINGLE,
  LOW_SINGLE,
  SINGLE_GUILLEMET,
  familyOf,
  sameFamily,
} from './quotation-marks.ts';
import type { TokenBuffer } from './token-buffer.ts';

/** A paragraph's tokens, half-open. */
export type TokenRange = readonly [first: number, end: number];

/** What a token is to a quotation. */
export const NO_MARK = 0;
export const OPENS = 1;
export const CLOSES = 2;

/** What is known of quotation marks in a document. */
export interface QuotationState {
  readonly quotations: readonly Quotation[];
  /** Depth around each token, marks included. */
  readonly quoted: Uint8Array;
  /** {@link NO_MARK}, {@link OPENS} or {@link CLOSES} for each token. */
  readonly role: Uint8Array;
}

/** Quotations deeper than this are not told apart: real text has two, hostile text has thousands. */
const MAX_DEPTH = 3;

interface Open {
  readonly family: number;
  readonly token: number;
}

/**
 * Finds what stands between quotation marks, over paragraphs.
 *
 * Knows straight, curly, low (German, „so“), angle (« so », »so«), TeX and corner marks, and single marks of each kind,
 * which an apostrophe is not. A straight mark opens or closes by the white space around it; where that leaves it open, by
 * whether a quotation is open. A quotation that is not closed in its paragraph goes on when the next paragraph repeats the
 * opening mark, or brings a closing mark before any opening one; otherwise it ends with its paragraph.
 *
 * @param paragraphs - the tokens of each paragraph, in order.
 */
export function findQuotations(
  text: string,
  tokens: Pick<TokenBuffer, 'count' | 'start' | 'end'>,
  paragraphs: readonly TokenRange[],
): QuotationState {
  const role = new Uint8Array(tokens.count);
  const quoted = new Uint8Array(tokens.count);
  const quotations: { span: [number, number]; depth: number; closed: boolean }[] = [];
  let stack: Open[] = [];

  const finish = (open: Open, lastToken: number, closed: boolean, depth: number): void => {
    quotations.push({
      span: [tokens.start[open.token] as number, tokens.end[lastToken] as number],
      depth,
      closed,
    });
    for (let token = open.token; token <= lastToken; token++) {
      if ((quoted[token] as number) < depth) quoted[token] = depth;
    }
  };

  for (const [index, [first, end]] of paragraphs.entries()) {
    const inherited = stack.length;
    let repeats = 0;
    const singleCloses = singleClosersAfter(text, tokens, first, end);
    for (let token = first; token < end; token++) {
      const start = tokens.start[token] as number;
      const family = familyOf(text, start, tokens.end[token] as number);
      if (family === NONE) continue;
      const top = stack.at(-1);
      const action = actionOf(
        text,
        start,
        tokens.end[token] as number,
        family,
        stack,
        singleCloses,
        token - first,
      );
      if (action === NO_MARK) continue;
      // An opening mark that the paragraph repeats for a quotation that goes on.
      if (action === OPENS && repeats < inherited && token === first + repeats) {
        const going = stack[repeats];
        if (going && sameFamily(going.family, family)) {
          role[token] = OPENS;
          repeats++;
          continue;
        }
      }
      if (action === OPENS) {
        if (top && sameFamily(top.family, family)) {
          // The closing mark of the one before is missing: it ends where this one begins.
          stack.pop();
          if (token > top.token) finish(top, token - 1, false, stack.length + 1);
        }
        if (stack.length >= MAX_DEPTH) continue;
        role[token] = OPENS;
        stack.push({ family, token });
        continue;
      }
      const match = lastMatch(stack, family);
      if (match < 0) continue;
      role[token] = CLOSES;
      while (stack.length > match) {
        const open = stack.pop() as Open;
        finish(open, token, stack.length === match, stack.length + 1);
      }
    }
    if (stack.length === 0) continue;
    const next = paragraphs[index + 1];
    const kept = next ? goesOn(text, tokens, stack, next) : 0;
    while (stack.length > kept) {
      const open = stack.pop() as Open;
      finish(open, end - 1, false, stack.length + 1);
    }
    stack = stack.slice(0, kept);
  }
  quotations.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  return { quotations, quoted, role };
}

function lastMatch(stack: readonly Open[], family: number): number {
  for (let index = stack.length - 1; index >= 0; index--) {
    if (sameFamily((stack[index] as Open).family, family)) return index;
  }
  return -1;
}

/** White space, an opening bracket or a dash may stand before a mark that opens; an opening mark too. */
function mayOpenAfter(text: string, before: number): boolean {
  const kind = classAt(text, before);
  if (kind === SPACE) return true;
  return kind !== LETTER && kind !== DIGIT && '([{<-–—/“‘«„‚"\'‹>:=¿¡'.includes(text.charAt(before));
}

function isEndOfWord(text: string, after: number): boolean {
  const kind = classAt(text, after);
  return kind !== LETTER && kind !== DIGIT;
}

/** Whether the mark at `[start, end)` opens, closes, or is no quotation mark. */
function actionOf(
  text: string,
  start: number,
  end: number,
  family: number,
  stack: readonly Open[],
  singleCloses: Uint8Array,
  offset: number,
): number {
  const unit = text.charCodeAt(start);
  const isOpen = lastMatch(stack, family) >= 0;
  const opens = mayOpenAfter(text, start - 1);
  const spaceAfter = classAt(text, end) === SPACE;
  switch (family) {
    case LOW_DOUBLE:
    case LOW_SINGLE:
      return OPENS;
    case TEX:
      return unit === 0x60 ? OPENS : isOpen ? CLOSES : opens && !spaceAfter ? OPENS : NO_MARK;
    case CORNER:
      return unit === 0x300c || unit === 0x300e ? OPENS : CLOSES;
    case CURLY_DOUBLE: {
      const top = stack[lastMatch(stack, family)];
      if (unit === 0x201d) {
        // Some texts open with the closing mark.
        return isOpen ? CLOSES : opens && !spaceAfter ? OPENS : NO_MARK;
      }
      if (top?.family === LOW_DOUBLE) return CLOSES;
      if (isOpen && !opens && isEndOfWord(text, end)) return CLOSES;
      return OPENS;
    }
    case GUILLEMET:
    case SINGLE_GUILLEMET: {
      const left = unit === 0xab || unit === 0x2039;
      if (left === !isOpen) return left && spaceAfter && !opens ? NO_MARK : left ? OPENS : CLOSES;
      // »so«, or « repeated within.
      if (left) return opens && !isClosingShape(text, start, end) ? OPENS : CLOSES;
      return opens && !spaceAfter ? OPENS : NO_MARK;
    }
    case STRAIGHT_DOUBLE: {
      // Inches: 6" wide.
      if (!isOpen && classAt(text, start - 1) === DIGIT) return NO_MARK;
      if (opens && !spaceAfter) {
        // After a dash or an opening mark both are possible: what is open decides.
        return isOpen && classAt(text, start - 1) !== SPACE ? CLOSES : OPENS;
      }
      if (!opens) return isOpen ? CLOSES : spaceAfter ? NO_MARK : isEndOfWord(text, end) ? NO_MARK : OPENS;
      return isOpen ? CLOSES : OPENS;
    }
    default:
      return singleAction(text, start, end, unit, isOpen, opens, singleCloses[offset] as number);
  }
}

function isClosingShape(text: string, start: number, end: number): boolean {
  return classAt(text, start - 1) !== SPACE && isEndOfWord(text, end);
}

/** Single marks: most of them are apostrophes, so they need a reason to be more. */
function singleAction(
  text: string,
  start: number,
  end: number,
  unit: number,
  isOpen: boolean,
  opens: boolean,
  closersAfter: number,
): number {
  const after = classAt(text, end);
  const beginsWord =
    after === LETTER || after === DIGIT || after === DOT || after === APOSTROPHE || after === PUNCTUATION;
  if (unit === 0x2018 || unit === 0x201b || unit === 0x60) {
    return opens && beginsWord && (closersAfter > 0 || unit !== 0x60) ? OPENS : NO_MARK;
  }
  if (isOpen && !isEndOfWordOnly(text, start)) return NO_MARK;
  if (isOpen && isEndOfWord(text, end)) {
    // "the ministers' claims' …": a plural's apostrophe, as long as a later mark can close.
    const plural = (text.charCodeAt(start - 1) | 32) === 0x73 && after === SPACE && closersAfter > 0;
    return plural ? NO_MARK : CLOSES;
  }
  if (!isOpen && unit !== 0x2019 && opens && (after === LETTER || after === DIGIT) && closersAfter > 0)
    return OPENS;
  return NO_MARK;
}

function isEndOfWordOnly(text: string, start: number): boolean {
  return classAt(text, start - 1) !== SPACE;
}

/**
 * For each token of a paragraph, how many single marks after it, and before the next one that can only open, look like
 * closing marks. Counted from the right, so that it costs one pass.
 */
function singleClosersAfter(
  text: string,
  tokens: Pick<TokenBuffer, 'start' | 'end'>,
  first: number,
  end: number,
): Uint8Array {
  const counts = new Uint8Array(Math.max(0, end - first));
  let count = 0;
  for (let token = end - 1; token >= first; token--) {
    counts[token - first] = count;
    const start = tokens.start[token] as number;
    const stop = tokens.end[token] as number;
    if (stop - start !== 1) continue;
    const family = familyOf(text, start, stop);
    if (family !== STRAIGHT_SINGLE && family !== CURLY_SINGLE) continue;
    if (classAt(text, start - 1) !== SPACE && isEndOfWord(text, stop)) count = Math.min(255, count + 1);
    else if (mayOpenAfter(text, start - 1)) count = 0;
  }
  return counts;
}

/** How many of the open quotations go on in the next paragraph. */
function goesOn(
  text: string,
  tokens: Pick<TokenBuffer, 'start' | 'end'>,
  stack: readonly Open[],
  [first, end]: TokenRange,
): number {
  let kept = 0;
  while (kept < stack.length && first + kept < end) {
    const start = tokens.start[first + kept] as number;
    const family = familyOf(text, start, tokens.end[first + kept] as number);
    if (family === NONE || !sameFamily((stack[kept] as Open).family, family)) break;
    if (classAt(text, tokens.end[first + kept] as number) === SPACE && family !== GUILLEMET) break;
    kept++;
  }
  if (kept > 0) return kept;
  const outer = stack[0] as Open;
  for (let token = first; token < end; token++) {
    const start = tokens.start[token] as number;
    const stop = tokens.end[token] as number;
    const family = familyOf(text, start, stop);
    if (family === NONE || !sameFamily(outer.family, family)) continue;
    if (family === STRAIGHT_SINGLE || family === CURLY_SINGLE) return 0;
    const unit = text.charCodeAt(start);
    const directional = unit === 0x201d || unit === 0xbb || unit === 0x203a;
    const shape = !mayOpenAfter(text, start - 1) && isEndOfWord(text, stop);
    return shape && (directional || family === STRAIGHT_DOUBLE) ? 1 : 0;
  }
  return 0;
}
