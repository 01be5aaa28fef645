import { APOSTROPHE, DIGIT, SPACE, classAt } from './character-class.ts';
import type { TokenBuffer } from './token-buffer.ts';

const CLITICS = new Set(['s', 'm', 'd', 're', 've', 'll']);

/** Words that the Treebank cuts though nothing marks the place, with the length of their first part. */
const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
]);

/** Appends a word, its clitics apart. */
export function pushWord(
  text: string,
  start: number,
  end: number,
  lastApostrophe: number,
  into: TokenBuffer,
): void {
  if (lastApostrophe < 0) {
    const length = end - start;
    if (length === 5 || length === 6) {
      const cut = FUSED.get(text.slice(start, end).toLowerCase());
      if (cut !== undefined) {
        into.push(start, start + cut);
        into.push(start + cut, end);
        return;
      }
    }
    into.push(start, end);
    return;
  }
  const cut = cliticAt(text, start, end, lastApostrophe);
  if (cut < 0) {
    into.push(start, end);
    return;
  }
  // "would" "n't" "'ve": the part before may end in a clitic of its own.
  const earlier = lastIndexOfApostrophe(text, start, cut);
  if (earlier > start) pushWord(text, start, cut, earlier, into);
  else into.push(start, cut);
  into.push(cut, end);
}

/** Where the clitic at the end of a word begins, or -1. */
function cliticAt(text: string, start: number, end: number, apostrophe: number): number {
  if (end - apostrophe > 3) return -1;
  const tail = text.slice(apostrophe + 1, end).toLowerCase();
  if (CLITICS.has(tail)) return apostrophe;
  const before = text.charCodeAt(apostrophe - 1) | 32;
  return tail === 't' && before === 0x6e && apostrophe - 1 > start ? apostrophe - 1 : -1;
}

/** Looks back three units only: a further clitic cannot be longer. */
function lastIndexOfApostrophe(text: string, start: number, end: number): number {
  for (let at = end - 1; at > start && at >= end - 3; at--) if (classAt(text, at) === APOSTROPHE) return at;
  return -1;
}

/** Short forms that open with an apostrophe. */
const ELIDED = new Set(['em', 'til', 'tis', 'twas', 'cause', 'bout', 'n', 'round']);

/** Reads what an apostrophe opens: a clitic or short form, or else a mark; returns where it ends. */
export function readApostrophe(
  text: string,
  at: number,
  from: number,
  to: number,
  into: TokenBuffer,
): number {
  // Two marks in a row are a double quotation mark of typewriters: ``so''.
  const same = text.charCodeAt(at);
  if ((same === 0x27 || same === 0x60) && at + 1 < to && text.charCodeAt(at + 1) === same) {
    into.push(at, at + 2);
    return at + 2;
  }
  let end = at + 1;
  while (end < to && end - at <= 6 && classAt(text, end) <= DIGIT && classAt(text, end) !== SPACE) end++;
  const joined = at > from && classAt(text, at - 1) !== SPACE;
  if (end > at + 1) {
    const tail = text.slice(at + 1, end).toLowerCase();
    const clitic = joined && CLITICS.has(tail);
    const elided = !joined && (ELIDED.has(tail) || /^\d\ds?$/.test(tail)) && same !== 0x60;
    if (clitic || elided) {
      into.push(at, end);
      return end;
    }
  }
  into.push(at, at + 1);
  return at + 1;
}
