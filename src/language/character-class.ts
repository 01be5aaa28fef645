/** What a UTF-16 code unit is to the tokeniser. */
export const SPACE = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Straight, curly, grave and acute marks that may stand for an apostrophe within a word. */
export const APOSTROPHE = 3;
/** Hyphens that join words; dashes are {@link PUNCTUATION}. */
export const HYPHEN = 4;
export const DOT = 5;
export const PUNCTUATION = 6;
export const SYMBOL = 7;
export const SURROGATE = 8;

const UNKNOWN = 255;

/** Filled as code units are met: classifying all 65,536 at the start would cost 10 ms that most texts never earn back. */
const CLASSES = new Uint8Array(65_536).fill(UNKNOWN);

/** The class of the code unit at `index`; {@link SPACE} outside the text. */
export function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit !== unit) return SPACE;
  const known = CLASSES[unit] as number;
  return known === UNKNOWN ? (CLASSES[unit] = classify(unit)) : known;
}

function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  const character = String.fromCharCode(unit);
  if (character === '.') return DOT;
  if ("'’‘`´＇".includes(character)) return APOSTROPHE;
  if (character === '-' || character === '\u2010' || character === '\u2011') return HYPHEN;
  if (character === '_') return LETTER;
  // Joiners and the soft hyphen stand within words; other format and control characters part them.
  if (character === '\u200c' || character === '\u200d' || character === '\u00ad') return LETTER;
  if (/[\s\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u.test(character)) return SPACE;
  if (/[\p{L}\p{M}\p{Nl}]/u.test(character)) return LETTER;
  if (/\p{N}/u.test(character)) return DIGIT;
  if (/\p{P}/u.test(character)) return PUNCTUATION;
  return SYMBOL;
}

/** Whether the unit at `index` is a capital letter. Titlecase letters count; units outside the basic plane do not. */
export function isCapitalAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 128) return unit >= 65 && unit <= 90;
  if (classAt(text, index) !== LETTER) return false;
  const character = text.charAt(index);
  return character !== character.toLowerCase();
}

/** Whether the unit at `index` is a small letter: a letter that has a capital. */
export function isSmallAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 128) return unit >= 97 && unit <= 122;
  if (classAt(text, index) !== LETTER) return false;
  const character = text.charAt(index);
  return character !== character.toUpperCase();
}

/** Class of the unit at `at`, with everything at or past `to` counted as white space. */
export function classBefore(text: string, at: number, to: number): number {
  return at < to ? classAt(text, at) : SPACE;
}
