import { countryWord, isCountryStart, LONGEST_COUNTRY_WORD, type CountryWord } from './lexicon/countries.ts';
import type { LanguageLayer } from '../model/language-layer.ts';

/** A word or phrase that names a country, as tokens `[first, end)`. */
export interface CountryPhrase extends CountryWord {
  readonly first: number;
  readonly end: number;
}

/** Finds the longest country words from left to right; none overlap. */
export function findCountryWords(layer: LanguageLayer): CountryPhrase[] {
  const { tokens, text } = layer;
  const found: CountryPhrase[] = [];
  for (let first = 0; first < tokens.count; first++) {
    if (!isCountryStart(tokens.word[first] ?? '')) continue;
    const start = tokens.start[first] ?? 0;
    for (let end = Math.min(first + LONGEST_COUNTRY_WORD, tokens.count); end > first; end--) {
      if (tokens.sentence[end - 1] !== tokens.sentence[first]) continue;
      const word = countryWord(text.slice(start, tokens.end[end - 1]));
      if (!word) continue;
      found.push({ ...word, first, end });
      first = end - 1;
      break;
    }
  }
  return found;
}
