import { DIGIT, DOT, HYPHEN, LETTER, SPACE, classAt, classBefore, isSmallAt } from './character-class.ts';

/*
 * Web and mail addresses are one token each, whatever marks they hold.
 */

/** Whether an address with a scheme or `www.` begins at `start`. */
export function opensAddress(text: string, start: number, to: number): boolean {
  const first = text.charCodeAt(start) | 32;
  if (first === 0x68) {
    if ((text.charCodeAt(start + 1) | 32) !== 0x74) return false;
    return start + 8 < to && /^https?:\/\//i.test(text.slice(start, start + 8));
  }
  return first === 0x77 && start + 4 < to && text.slice(start, start + 4).toLowerCase() === 'www.';
}

const ENDS_ADDRESS = new Set('<>"“”«»|\\^`{}'.split(''));
const TRAILS_ADDRESS = new Set(".,;:!?)]'’…*".split(''));

/** Where the address that begins at `start` ends: before white space, and before marks of the sentence around it. */
export function endOfAddress(text: string, start: number, to: number): number {
  let end = start;
  while (end < to && classAt(text, end) !== SPACE && !ENDS_ADDRESS.has(text.charAt(end))) end++;
  while (end > start + 4 && TRAILS_ADDRESS.has(text.charAt(end - 1))) end--;
  return end;
}

/** Top-level domains that are written without `www.` in running text. */
const DOMAINS = new Set(
  'com org net gov edu info int mil biz tv io eu uk us ca au nz de fr es it nl be ch at pl cz ua ru by tr ir il ae sa qa in pk cn jp kr hk tw sg br mx ar za ke ng'.split(
    ' ',
  ),
);
/** A host name has at most 253 characters (RFC 1035). */
const MAX_HOST = 253;

/** Where a host name (with its path) ends whose first dot is at `dot`; 0 when it is none. */
export function endOfDomain(text: string, start: number, dot: number, to: number): number {
  if (!isSmallAt(text, dot + 1) || dot - start < 2) return 0;
  let label = dot + 1;
  let end = dot + 1;
  while (end < to && end - start <= MAX_HOST) {
    const kind = classAt(text, end);
    const more = classBefore(text, end + 1, to);
    if (kind === LETTER || kind === DIGIT) end++;
    else if (kind === HYPHEN && (more === LETTER || more === DIGIT)) end++;
    else if (kind === DOT && more === LETTER) {
      label = end + 1;
      end++;
    } else break;
  }
  if (!DOMAINS.has(text.slice(label, end))) return 0;
  if (text.charAt(end) === '/' && end < to && classBefore(text, end + 1, to) !== SPACE) {
    return endOfAddress(text, start, to);
  }
  return end;
}
/** The end of a stretch of letters, digits, and dots and hyphens between them. */
export function endOfHost(text: string, start: number, to: number): number {
  let end = start;
  while (end < to && end - start <= MAX_HOST) {
    const kind = classAt(text, end);
    const more = classBefore(text, end + 1, to);
    if (kind === LETTER || kind === DIGIT) end++;
    else if ((kind === DOT || kind === HYPHEN) && (more === LETTER || more === DIGIT)) end++;
    else break;
  }
  return end;
}

/** The part of an e-mail address before the @ has at most 64 characters (RFC 5321). */
const MAX_MAILBOX = 64;

/** Where an e-mail address ends whose first dot is at `dot`; 0 when it is none. */
export function endOfMailbox(text: string, start: number, dot: number, to: number): number {
  const at = text.slice(dot, Math.min(to, start + MAX_MAILBOX)).search(/[^\w.-]/);
  if (at < 0 || text.charCodeAt(dot + at) !== 0x40) return 0;
  return endOfHost(text, dot + at + 1, to);
}
