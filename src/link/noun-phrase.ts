import { isPredicateClass, predicateClasses } from '../text/predicate-class.ts';
import type { Range, TokenStretch } from './token-stretch.ts';
import { findVerbGroups } from './verb-group.ts';

/** A noun phrase reaches no further to the left of its noun. */
export const MOST_BEFORE = 6;
/** Nouns in -er and -or that name no doer. */
const NO_DOER =
  /(?:order|fire|murder|offer|answer|power|error|transfer|surrender|encounter|danger|disaster|fever)s?$/i;
const SAYING = new Set(predicateClasses('claims'));

/** Whether a noun says that something is done ("delivery", "arrest"), not who does it nor what somebody says. */
export function isEvent(stretch: TokenStretch, at: number): boolean {
  const word = stretch.word(at);
  // "protesters", "suppliers" name who does it
  if ((/(?:ers?|ors?)$/i.test(word) && !NO_DOER.test(word)) || stretch.isClaim(at)) return false;
  const classes = predicateClasses(word);
  // "cargo ships" are things, whatever "to ship" means
  return classes.every(isPredicateClass) && classes.some((one) => !SAYING.has(one));
}

/** Whether a term's classes make it a word of saying. */
export function isSaying(classes: readonly number[]): boolean {
  return classes.some((one) => SAYING.has(one));
}

/** Head of the complement behind a copula, -1 for none: the last word of "a baseless *allegation*". */
export function complementOf(stretch: TokenStretch, from: number, to: number): number {
  let last = -1;
  for (let at = from; at < to; at++) {
    const tag = stretch.tag(at);
    if (tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' || tag === 'VERB') last = at;
    else if (tag === 'CCONJ') break;
    else if (last >= 0 && (tag === 'ADP' || tag === 'PUNCT' || tag === 'PART') && !isInside(stretch.word(at)))
      break;
  }
  return last;
}

/** Head of the first noun phrase behind a verb, -1 for none. */
export function objectHead(stretch: TokenStretch, from: number, to: number): number {
  let last = -1;
  // "carried *out* a search"
  for (let at = stretch.penn(from) === 'RP' ? from + 1 : from; at < to; at++) {
    const tag = stretch.tag(at);
    if (tag === 'NOUN') last = at;
    else if (tag === 'ADP' || tag === 'PUNCT' || tag === 'CCONJ' || tag === 'VERB') break;
  }
  return last;
}

/** "The dead", "the injured": an adjective in a noun's place. */
function isPeople(stretch: TokenStretch, at: number): boolean {
  const next = stretch.tag(at + 1);
  return (
    stretch.tag(at) === 'ADJ' &&
    stretch.tag(at - 1) === 'DET' &&
    next !== 'ADJ' &&
    next !== 'NOUN' &&
    next !== 'PROPN'
  );
}

/** Head of the first noun phrase, or the first noun behind it that says what is done; -1 for none. */
export function nounHead(stretch: TokenStretch, from: number, to: number): number {
  let first = -1;
  for (let at = from; at < to; at++) {
    if ((!stretch.isNoun(at) && !isPeople(stretch, at)) || stretch.isNoun(at + 1)) continue;
    if (isEvent(stretch, at)) return at;
    if (first < 0 && !stretch.isClaim(at)) first = at;
  }
  return first;
}

/** Head of the noun phrase that a range begins with: "the *meeting* of the two mayors"; -1 for none. */
export function phraseHead(stretch: TokenStretch, [from, to]: Range): number {
  let head = -1;
  for (let at = from; at < to; at++) {
    if (stretch.tag(at) === 'NOUN') head = at;
    else if (head >= 0 && !stretch.isNominal(at)) break;
  }
  return head;
}

/** The noun phrase that ends before a place; `null` for none. */
export function phraseBefore(stretch: TokenStretch, at: number): Range | null {
  let start = at;
  while (start > 0 && at - start < MOST_BEFORE && stretch.isNominal(start - 1)) start--;
  return start < at ? [start, at] : null;
}

/** "Called the order [a blockade by paperwork]": where what it is called begins, 0 where that is not to be seen. */
export function nameStart(stretch: TokenStretch): number {
  for (let at = 1; at < stretch.length; at++) if (/^(?:an?|[“"„«]|as)$/i.test(stretch.word(at))) return at;
  return 0;
}

/**
 * "The claims [of drone supplies to Russia have fuelled tensions]": what a noun brings ends before the verb whose subject
 * the noun is, wherever the content was cut.
 */
export function withoutPredicate(stretch: TokenStretch): TokenStretch {
  // a capital opens a sentence: "On Monday the mill closed"
  if (!/^(?:of|about|on|over)$/.test(stretch.word(0))) return stretch;
  const verb = findVerbGroups(stretch).find(({ form }) => form === 'finite');
  if (!verb || verb.first < 2) return stretch;
  for (let at = 1; at < verb.first; at++) {
    const opens = /^(?:who|which|that|what|how|whether)$/i.test(stretch.word(at));
    if (opens || stretch.tag(at) === 'SCONJ') return stretch;
  }
  return stretch.upTo(verb.first);
}

/** Marks that stand within a noun phrase. */
function isInside(word: string): boolean {
  return /^(?:-|['’]s|["“”„‚‘])$/.test(word);
}

/** A noun that is taken for granted is read with so many tokens behind it. */
const MOST_BEHIND = 14;

/** The noun phrase around a noun, with what hangs on it behind. */
export function phraseAround(stretch: TokenStretch, at: number): Range {
  let first = at;
  while (
    first > 0 &&
    at - first < MOST_BEFORE &&
    (stretch.isNominal(first - 1) || stretch.word(first - 1) === '-')
  )
    first--;
  let end = at + 1;
  for (; end < stretch.length && end - at < MOST_BEHIND; end++) {
    const tag = stretch.tag(end);
    if (tag === 'VERB' || tag === 'AUX' || tag === 'CCONJ') break;
    if (tag === 'PUNCT' && !/^["“”„‚‘’'-]$/.test(stretch.word(end))) break;
  }
  return [first, end];
}
