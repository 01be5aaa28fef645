import { countryWord, isCountryStart, LONGEST_COUNTRY_WORD, type CountryWord } from './lexicon/countries.ts';
import { findOwnPlaces } from './own-places.ts';
import { adjectiveStem } from './place-stem.ts';
import type { FoundName } from './found-name.ts';
import type { LanguageLayer } from '../model/language-layer.ts';

/** A word or phrase that names a country, as tokens `[first, end)`. */
export interface CountryPhrase extends CountryWord {
  readonly first: number;
  readonly end: number;
  /** Whether it is known to have a government: all that the lexicon has, and those that the document shows with one. */
  readonly isState: boolean;
}

/**
 * Finds the words for countries, from left to right, longest first; none overlap.
 *
 * Beside those of the lexicon it knows the places that the document itself names: where "Brunia" is named, "Brunian" is its
 * adjective. Such places have a code made of their stem (`~brun`), alike in every document.
 */
export function findCountryWords(layer: LanguageLayer, names: readonly FoundName[]): CountryPhrase[] {
  const { tokens, text } = layer;
  const own = findOwnPlaces(layer, names);
  const isPerson = new Uint8Array(tokens.count);
  // A single word taken for a person may be the adjective of a place: "Korvenian officials".
  for (const { first, end, kind } of names)
    if (kind === 'person' && end - first > 1) isPerson.fill(1, first, end);
  const found: CountryPhrase[] = [];
  for (let first = 0; first < tokens.count; first++) {
    const word = tokens.word[first] ?? '';
    if (isCountryStart(word)) {
      const phrase = longestAt(layer, first, text);
      if (phrase) {
        found.push(phrase);
        first = phrase.end - 1;
        continue;
      }
    }
    if (own.stems.size === 0 || isPerson[first] === 1 || !/^\p{Lu}/u.test(word)) continue;
    const lower = word.toLowerCase();
    const place = own.words.get(lower);
    // "The Brunians", who are called by the adjective.
    const isPeople = lower.endsWith('ns') && tokens.penn[first]?.endsWith('S') === true;
    const stem = place ? undefined : adjectiveStem(isPeople ? lower.slice(0, -1) : lower);
    const code = place?.code ?? (stem === undefined ? undefined : own.stems.get(stem));
    if (code === undefined) continue;
    const isState = !code.startsWith('~') || own.states.has(code);
    const use = place?.use ?? (isPeople ? 'people' : 'adjective');
    found.push({ code, use, first, end: first + 1, isState });
  }
  return withHalves(layer, found);
}

/** "The North" and "the South" where the text is about Korea: its two states. */
function withHalves({ tokens }: LanguageLayer, phrases: readonly CountryPhrase[]): CountryPhrase[] {
  const codes = new Set(phrases.map(({ code }) => code));
  if (!codes.has('KP')) return [...phrases];
  const halves: CountryPhrase[] = [];
  const taken = new Set(phrases.flatMap(({ first, end }) => (end > first ? [first, end - 1] : [])));
  for (let token = 1; token < tokens.count; token++) {
    const word = tokens.word[token];
    if ((word !== 'North' && word !== 'South') || taken.has(token)) continue;
    const next = tokens.word[token + 1] ?? '';
    if (!/^[Tt]he$/.test(tokens.word[token - 1] ?? '') || /^\p{Lu}/u.test(next)) continue;
    const code = word === 'North' ? 'KP' : 'KR';
    halves.push({ code, use: 'name', first: token, end: token + 1, isState: true });
  }
  return [...phrases, ...halves].sort((a, b) => a.first - b.first);
}

function longestAt({ tokens }: LanguageLayer, first: number, text: string): CountryPhrase | undefined {
  const start = tokens.start[first] ?? 0;
  for (let end = Math.min(first + LONGEST_COUNTRY_WORD, tokens.count); end > first; end--) {
    if (tokens.sentence[end - 1] !== tokens.sentence[first]) continue;
    const word = countryWord(text.slice(start, tokens.end[end - 1]));
    if (word) return { ...word, first, end, isState: true };
  }
  return undefined;
}
