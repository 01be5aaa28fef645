import { endOfAddress, endOfDomain, endOfHost, endOfMailbox, opensAddress } from './addresses.ts';
import {
  APOSTROPHE,
  DIGIT,
  DOT,
  HYPHEN,
  LETTER,
  SPACE,
  SURROGATE,
  classAt,
  classBefore,
  isCapitalAt,
} from './character-class.ts';
import {
  CALENDAR_ABBREVIATIONS,
  CAPITALISED_ONLY,
  NUMBER_ABBREVIATIONS,
  OTHER_ABBREVIATIONS,
  SENTENCE_OPENERS,
  TITLE_ABBREVIATIONS,
} from './abbreviations.ts';
import { pushWord, readApostrophe } from './clitics.ts';
import { keepsHyphen } from './hyphens.ts';
import type { TokenBuffer } from './token-buffer.ts';

/**
 * Cuts `text` between `from` and `to` into words and marks, and appends their exact offsets to `into`.
 *
 * Follows the Penn Treebank as Universal Dependencies' English corpora do today: clitics stand apart (`do` `n't`,
 * `Dal'emi` `'s`), compounds are cut at their hyphens (`14` `-` `year` `-` `old`, `U.S.` `-` `led`), names and prefixed
 * words are not (`Ostrin-Tellmark`, `al-Hadi`, `F-16`, `non-profit`). Numbers, web addresses, e-mail addresses,
 * abbreviations and initials are one token. Every character that is no white space or control character lies in exactly
 * one token. Linear in the length of the text.
 */
export function tokenize(text: string, from: number, to: number, into: TokenBuffer): void {
  let at = from;
  while (at < to) {
    const kind = classAt(text, at);
    if (kind === SPACE) {
      at++;
    } else if (kind === LETTER || kind === DIGIT) {
      at = readWord(text, at, to, at === from, into);
    } else if (
      kind === DOT &&
      classAt(text, at + 1) === DIGIT &&
      at + 1 < to &&
      !joinsBefore(text, at, from)
    ) {
      at = readWord(text, at, to, false, into);
    } else if (kind === APOSTROPHE) {
      at = readApostrophe(text, at, from, to, into);
    } else if (kind === SURROGATE) {
      at = readSurrogate(text, at, to, into);
    } else {
      at = readMark(text, at, to, into);
    }
  }
}

function joinsBefore(text: string, at: number, from: number): boolean {
  return at > from && classAt(text, at - 1) !== SPACE;
}

/** Reads a word, number or address that starts at `start`; returns where it ends. */
function readWord(text: string, start: number, to: number, opensRange: boolean, into: TokenBuffer): number {
  if (opensAddress(text, start, to)) {
    const end = endOfAddress(text, start, to);
    into.push(start, end);
    return end;
  }
  let at = start;
  let lastApostrophe = -1;
  /** Where the part since the last full stop or hyphen begins. */
  let part = start;
  let hasDot = false;
  scan: while (at < to) {
    const kind = classAt(text, at);
    switch (kind) {
      case LETTER:
      case DIGIT:
        at++;
        continue;
      case SURROGATE:
        if (!isLetterPair(text, at, to)) break scan;
        at += 2;
        continue;
      case APOSTROPHE:
        if (at === part || classBefore(text, at + 1, to) !== LETTER) break scan;
        lastApostrophe = at;
        at++;
        continue;
      case HYPHEN:
        if (at === part || !keepsHyphen(text, start, part, at, to)) break scan;
        at++;
        part = at;
        continue;
      case DOT: {
        const next = classBefore(text, at + 1, to);
        if (next === DIGIT && (at === start || classAt(text, at - 1) === DIGIT)) {
          hasDot = true;
          at++;
          part = at;
          continue;
        }
        if (next === LETTER) {
          const domain = endOfDomain(text, start, at, to);
          if (domain > 0) {
            into.push(start, domain);
            return domain;
          }
          const mailbox = endOfMailbox(text, start, at, to);
          if (mailbox > 0) {
            into.push(start, mailbox);
            return mailbox;
          }
          if (continuesInitials(text, part, at, to)) {
            hasDot = true;
            at++;
            part = at;
            continue;
          }
          if (at - part === 1 && isCapitalAt(text, part)) at++;
          break scan;
        }
        if (keepsStop(text, start, part, at, to, hasDot, opensRange)) at++;
        break scan;
      }
      default: {
        const continued = continueThroughMark(text, start, at, to);
        if (continued === at) break scan;
        at = continued;
        part = at;
      }
    }
  }
  // A word cannot end in the hyphen or dot that was to join it to more.
  if (at === start) at = start + 1;
  pushWord(text, start, at, lastApostrophe, into);
  return at;
}

/** Marks within numbers, names and addresses. Returns the place after the mark, or `at` when the mark ends the word. */
function continueThroughMark(text: string, start: number, at: number, to: number): number {
  const before = at > start ? classAt(text, at - 1) : SPACE;
  const after = classBefore(text, at + 1, to);
  switch (text.charCodeAt(at)) {
    case 0x2c: // 50,000
    case 0x2f: // 9/11
      return before === DIGIT && after === DIGIT ? at + 1 : at;
    case 0x3a: // 10:30
      return before === DIGIT && after === DIGIT && at - start <= 2 ? at + 1 : at;
    case 0x26: // AT&T
      return isCapitalAt(text, at - 1) && at + 1 < to && isCapitalAt(text, at + 1) && at - start <= 3
        ? at + 1
        : at;
    case 0x40: // someone@example.org
      return after === LETTER || after === DIGIT ? endOfHost(text, at + 1, to) : at;
    default:
      return at;
  }
}

/** Letter dot letter dot: `U.S.`, `e.g.`, `Ph.D.`, `M.Sc.` */
function continuesInitials(text: string, part: number, dot: number, to: number): boolean {
  let next = dot + 1;
  while (next < to && next - dot <= 3 && classAt(text, next) === LETTER) next++;
  const nextLength = next - dot - 1;
  const length = dot - part;
  if (classBefore(text, next, to) === DOT && nextLength <= 2) return length <= 2;
  return length === 1 && nextLength === 1;
}

/** Whether the full stop at `dot`, which no letter or digit follows, belongs to the word before it. */
function keepsStop(
  text: string,
  start: number,
  part: number,
  dot: number,
  to: number,
  hasDot: boolean,
  opensRange: boolean,
): boolean {
  const length = dot - start;
  if (length > 6 || classBefore(text, dot + 1, to) === DOT) return false;
  const lastIsLetter = classAt(text, dot - 1) === LETTER;
  if (hasDot && lastIsLetter && dot - part <= 2) return true;
  if (!lastIsLetter) return opensRange && length <= 3 && part === start && classAt(text, start) === DIGIT;
  let next = dot + 1;
  while (next < to && next - dot <= MAX_GAP && classAt(text, next) === SPACE) next++;
  if (length === 1 && isCapitalAt(text, start)) {
    return next < to && isCapitalAt(text, next) && !opensSentence(text, next, to);
  }
  const word = text.slice(start, dot);
  const lower = word.toLowerCase();
  if (CAPITALISED_ONLY.has(lower) && word === lower) return false;
  if (NUMBER_ABBREVIATIONS.has(lower)) {
    return classBefore(text, next, to) === DIGIT || (lower === 'v' && next < to && isCapitalAt(text, next));
  }
  return (
    TITLE_ABBREVIATIONS.has(lower) || CALENDAR_ABBREVIATIONS.has(lower) || OTHER_ABBREVIATIONS.has(lower)
  );
}

/** White space that is looked through after an abbreviation. */
const MAX_GAP = 8;

/** Whether the word at `at` is one that opens sentences. */
export function opensSentence(text: string, at: number, to: number): boolean {
  let end = at;
  while (end < to && end - at <= 12 && classAt(text, end) === LETTER) end++;
  return SENTENCE_OPENERS.has(text.slice(at, end).toLowerCase());
}

function isLetterPair(text: string, at: number, to: number): boolean {
  return at + 1 < to && /^[\p{L}\p{M}\p{N}]/u.test(text.slice(at, at + 2));
}

function readSurrogate(text: string, at: number, to: number, into: TokenBuffer): number {
  if (isLetterPair(text, at, to)) {
    let end = at + 2;
    while (end < to) {
      const kind = classAt(text, end);
      if (kind === LETTER || kind === DIGIT) end++;
      else if (kind === SURROGATE && isLetterPair(text, end, to)) end += 2;
      else break;
    }
    into.push(at, end);
    return end;
  }
  const point = text.codePointAt(at) ?? 0;
  const end = Math.min(to, at + (point > 0xffff ? 2 : 1));
  into.push(at, end);
  return end;
}

/** Marks of which several in a row are one token: dots, dashes, asterisks and the like. */
const REPEATED = new Set('.-–—*=!?_~#+…'.split(''));

function readMark(text: string, at: number, to: number, into: TokenBuffer): number {
  const mark = text.charAt(at);
  const next = classBefore(text, at + 1, to);
  let end = at + 1;
  if ((mark === '#' || mark === '@') && (next === LETTER || next === DIGIT)) {
    while (end < to && (classAt(text, end) === LETTER || classAt(text, end) === DIGIT)) end++;
  } else if (REPEATED.has(mark)) {
    while (end < to && text.charAt(end) === mark) end++;
  }
  into.push(at, end);
  return end;
}
