import { countryWord, isCountryStart, LONGEST_COUNTRY_WORD, type CountryWord } from './lexicon/countries.ts';
import { adjectiveStem, placeStem } from './place-stem.ts';
import type { FoundName } from './settle-names.ts';
import type { LanguageLayer } from '../model/language-layer.ts';

/** A word or phrase that names a country, as tokens `[first, end)`. */
export interface CountryPhrase extends CountryWord {
  readonly first: number;
  readonly end: number;
}

/**
 * Finds the words for countries, from left to right, longest first; none overlap.
 *
 * Beside those of the lexicon it knows the places that the document itself names: where "Brunia" is named, "Brunian" is its
 * adjective. Such places have a code made of their stem (`~brun`), alike in every document.
 */
export function findCountryWords(layer: LanguageLayer, names: readonly FoundName[]): CountryPhrase[] {
  const { tokens, text } = layer;
  const { stems, phrases } = ownPlaces(layer, names);
  const found: CountryPhrase[] = [];
  for (let first = 0; first < tokens.count; first++) {
    const word = tokens.word[first] ?? '';
    const own = phrases.get(first);
    if (own) {
      found.push(own);
      first = own.end - 1;
      continue;
    }
    if (isCountryStart(word)) {
      const phrase = longestAt(layer, first, text);
      if (phrase) {
        found.push(phrase);
        first = phrase.end - 1;
        continue;
      }
    }
    if (stems.size === 0) continue;
    const stem = adjectiveStem(word.toLowerCase());
    const code = stem === undefined ? undefined : stems.get(stem);
    if (code) found.push({ code, use: 'adjective', first, end: first + 1 });
  }
  return found;
}

function longestAt({ tokens }: LanguageLayer, first: number, text: string): CountryPhrase | undefined {
  const start = tokens.start[first] ?? 0;
  for (let end = Math.min(first + LONGEST_COUNTRY_WORD, tokens.count); end > first; end--) {
    if (tokens.sentence[end - 1] !== tokens.sentence[first]) continue;
    const word = countryWord(text.slice(start, tokens.end[end - 1]));
    if (word) return { ...word, first, end };
  }
  return undefined;
}

/** Places that the document names and the lexicon does not: by stem, and where their names stand. */
function ownPlaces(
  layer: LanguageLayer,
  names: readonly FoundName[],
): { stems: Map<string, string>; phrases: Map<number, CountryPhrase> } {
  const { tokens } = layer;
  const stems = new Map<string, string>();
  const phrases = new Map<number, CountryPhrase>();
  for (const { first, end, kind } of names) {
    if (kind !== 'place' && kind !== 'government') continue;
    if (end - first !== 1 || countryWord(tokens.word[first] ?? '')) continue;
    const word = (tokens.word[first] ?? '').toLowerCase();
    const stem = placeStem(word);
    if (stem === undefined || !/^\p{L}+$/u.test(word)) continue;
    const code = `~${stem}`;
    stems.set(stem, code);
    phrases.set(first, { code, use: 'name', first, end });
  }
  return { stems, phrases };
}
