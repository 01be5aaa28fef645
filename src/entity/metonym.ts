import type { CountryPhrase } from './find-country-words.ts';
import type { LanguageLayer } from '../model/language-layer.ts';

const LOCATIVES = new Set(
  'in at near around outside inside across throughout within off above over beyond'.split(' '),
);
const DIRECTIONS = new Set('to from toward towards into through via for'.split(' '));
const MOTION = new Set(
  `go goes going went gone travel travels travelled traveled travelling traveling fly flies flew flown flying come comes came
  coming arrive arrives arrived arriving return returns returned returning drive drove driven move moves moved moving flee
  fled leave left head heads headed heading trip flight journey visit visits visited visiting route road train bus way sail
  sailed walk walked march marched drive bound evacuate evacuated transfer transferred bring brought take took taken`.split(
    /\s+/,
  ),
);
const CITY_NOUNS = new Set(
  'city capital town suburb suburbs outskirts centre center streets street mayor residents people airport district square region port hospital university'.split(
    ' ',
  ),
);

/**
 * Whether the name of a country, a capital or a seat of power stands for the government there ("Kyiv says", "pressure on
 * Tehran") and not for the place ("in Kyiv", "flew to Tehran", "the mayor of London").
 *
 * News writes of governments unless a word says otherwise, so the place has to be shown: by a preposition of place, by one of
 * direction after a word of motion, by "the city of", by "-based", or by a comma after another name ("Odesa, Ukraine").
 */
export function isGovernmentUse(layer: LanguageLayer, phrase: CountryPhrase): boolean {
  const { tokens } = layer;
  const word = (token: number) => (tokens.word[token] ?? '').toLowerCase();
  const sentence = tokens.sentence[phrase.first];
  let before = phrase.first - 1;
  if (word(before) === 'the') before--;
  if (before >= 0 && tokens.sentence[before] === sentence) {
    const previous = word(before);
    if (LOCATIVES.has(previous)) return false;
    if (previous === 'of' && CITY_NOUNS.has(word(before - 1))) return false;
    if (previous === 'visited' || previous === 'visit' || previous === 'visiting' || previous === 'left')
      return false;
    if (
      previous === ',' &&
      /^\p{Lu}/u.test(tokens.word[before - 1] ?? '') &&
      /^[,.)]$/.test(word(phrase.end))
    )
      return false;
    if (DIRECTIONS.has(previous))
      for (let token = before - 1; token >= before - 4 && token >= 0; token--)
        if (MOTION.has(word(token))) return false;
  }
  const next = word(phrase.end);
  if (/^[-‑]$/.test(next) || CITY_NOUNS.has(next)) return false;
  // A dateline: "KYIV, Oct 24 (Reuters) -" or "LONDON (AP) —".
  const opens = tokens.sentence[phrase.first - 1] !== sentence;
  return !(opens && (next === '(' || (next === ',' && /^\p{Lu}{3}/u.test(tokens.word[phrase.first] ?? ''))));
}
