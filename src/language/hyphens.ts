import { DIGIT, LETTER, SURROGATE, classAt, isCapitalAt, isSmallAt } from './character-class.ts';

/** Bound prefixes: the word stays whole, as in Universal Dependencies' English guidelines. */
const PREFIXES = new Set(
  (
    'non anti re co pro pre post ex semi mid mini counter cross inter sub super pan socio neo pseudo quasi ultra un ' +
    'intra trans bi tri micro macro mega meta multi e de vice euro'
  ).split(' '),
);

/** The Arabic article in its assimilated forms, and particles of Persian and Turkic names. */
const PARTICLES = new Set(
  'al el ul ud ur an ar as ash at ad az abd ibn bin abu umm e i o ye da di'.split(' '),
);

/**
 * Second parts that make a compound of a capitalised first part (US-led, Moscow-based, President-elect); others, as in
 * Jong-un or Yiu-chung, are parts of a name. Words in -ed and -ing always make compounds.
 */
const COMPOUND_HEADS = new Set(
  (
    'led run born made held wide like free era style level type size class wing only old long term day week month year ' +
    'hour minute mile foot man men page part time way line friendly in up off out on to of and the for by down over age ' +
    'high low deep rich poor ready proof elect general designate built bound heavy light owned won lost sent wise ward ' +
    'side speak shirt shape style plus minus language leaning area state city county town family government'
  ).split(' '),
);
const MAX_NAME_PART = 7;

/**
 * Whether the hyphen at `hyphen` joins what stands around it into one token.
 *
 * @param part - where the part before the hyphen begins: `start`, or after an earlier hyphen.
 */
export function keepsHyphen(text: string, start: number, part: number, hyphen: number, to: number): boolean {
  if (hyphen + 1 >= to) return false;
  const next = classAt(text, hyphen + 1);
  const before = classAt(text, hyphen - 1);
  if (next === DIGIT && before === DIGIT) return joinsDate(text, start, hyphen, to);
  if (before === LETTER && next === DIGIT) return isCapitalAt(text, start);
  if ((next !== LETTER && next !== SURROGATE) || before === DIGIT) return false;
  const nextIsCapital = isCapitalAt(text, hyphen + 1);
  const first = hyphen - part <= 8 ? text.slice(part, hyphen).toLowerCase() : '';
  if (PREFIXES.has(first) && part === start) return true;
  if (PARTICLES.has(first)) return nextIsCapital || first === 'al' || first === 'el' || part > start;
  if (!isCapitalAt(text, part)) return false;
  if (nextIsCapital) return true;
  // US-led, UN-backed: an acronym does not begin a name of this kind.
  if (hyphen - part >= 2 && isCapitalAt(text, hyphen - 1)) return false;
  return isNamePart(text, hyphen + 1, to);
}

function isNamePart(text: string, start: number, to: number): boolean {
  let end = start;
  while (end < to && end - start <= MAX_NAME_PART && isSmallAt(text, end)) end++;
  const length = end - start;
  if (length > MAX_NAME_PART) return false;
  const word = text.slice(start, end);
  return !(COMPOUND_HEADS.has(word) || (length > 3 && (word.endsWith('ed') || word.endsWith('ing'))));
}

/** 2022-10-21 is one token; 50,000-60,000 and 2-1 are three. */
function joinsDate(text: string, start: number, hyphen: number, to: number): boolean {
  const length = hyphen - start;
  if (length === 4) return /^\d{4}-\d\d-\d\d(?!\d)/.test(text.slice(start, Math.min(to, start + 11)));
  return length === 7 && /^\d{4}-\d\d-\d\d(?!\d)/.test(text.slice(start, Math.min(to, start + 11)));
}
