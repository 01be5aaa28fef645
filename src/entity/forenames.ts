import { countryWord } from './lexicon/countries.ts';
import { isHonorific, roleNounKind } from './lexicon/roles.ts';
import type { FoundName } from './found-name.ts';
import type { LanguageLayer } from '../model/language-layer.ts';

/**
 * Gives bare family names the first name that stands right before them and was passed over: in "executive Odo Vessel QUIT" the
 * tagger may know "Vessel" from elsewhere in the document and "Odo" from nowhere.
 *
 * Only a single capitalised word in the midst of a sentence is taken, with a word in small letters before it: titles, peoples and the
 * capitals of headlines are none.
 */
export function withForenames(layer: LanguageLayer, names: readonly FoundName[]): FoundName[] {
  return names.map((name, at) => {
    const { first, end, kind } = name;
    const before = first - 1;
    if (kind !== 'person' || end - first !== 1 || (names[at - 1]?.end ?? 0) > before) return name;
    return isForename(layer, before) ? { ...name, first: before } : name;
  });
}

function isForename({ tokens, sentences }: LanguageLayer, token: number): boolean {
  const word = tokens.word[token] ?? '';
  const sentence = tokens.sentence[token];
  return (
    tokens.penn[token] === 'NNP' &&
    /^\p{Lu}\p{Ll}+$/u.test(word) &&
    !NO_FORENAME.test(word) &&
    !isHonorific(word.toLowerCase()) &&
    roleNounKind(word.toLowerCase()) === undefined &&
    countryWord(word) === undefined &&
    sentence === tokens.sentence[token + 1] &&
    sentences[sentence ?? -1]?.kind === 'sentence' &&
    sentence === tokens.sentence[token - 1] &&
    /^\p{Ll}/u.test(tokens.word[token - 1] ?? '')
  );
}

/** Days, months and peoples ("Korvenian") that stand before a family name. */
const NO_FORENAME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|\p{L}{3,}(?:i?an|ese|ish))$/u;
