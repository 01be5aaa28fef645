import { findCountryWords, type CountryPhrase } from './find-country-words.ts';
import type { FoundName } from './found-name.ts';
import { withForenames } from './forenames.ts';
import { FIELDS } from './lexicon/offices.ts';
import { bodyOfTwoWords, isHonorific, roleNounKind, type RoleNounKind } from './lexicon/roles.ts';
import { familyNames, settleNames } from './settle-names.ts';
import type { EntityKind } from '../model/entity.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';
import type { NameMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { nameKey } from '../text/person-name.ts';

const PROPN = UPOS.indexOf('PROPN');

/** A name on its tokens `[first, end)`, titles and offices cut off. */
export interface NameAt {
  readonly span: Span;
  readonly kind: EntityKind;
  readonly first: number;
  readonly end: number;
  /** The country word that the whole name is. */
  readonly country: CountryPhrase | undefined;
}

export interface PlacedNames {
  readonly names: readonly NameAt[];
  /** Index of the name at each token, or -1. */
  readonly nameAt: Int32Array;
  readonly countries: readonly CountryPhrase[];
  /** Index of the country phrase at each token, or -1. */
  readonly countryAt: Int32Array;
}

/**
 * Puts names on tokens, together with the country words that no name covers.
 *
 * Titles and offices are cut off a name's front ("President Ada Lunde"), what is only an office is no name, and where the
 * words themselves settle the kind (a name that ends in "Ministry", a single word that is somebody's family name here), they
 * go before what the finder of names said. Of two names that overlap the first stays.
 */
export function placeNames(layer: LanguageLayer, mentions: readonly NameMention[]): PlacedNames {
  const { tokens } = layer;
  const found = withForenames(layer, settleNames(layer, mentions));
  const families = familyNames(layer, found);
  const countries = findCountryWords(layer, found);
  const countryByFirst = new Map(countries.map((phrase) => [phrase.first, phrase]));
  const nameAt = new Int32Array(tokens.count).fill(-1);
  const countryAt = new Int32Array(tokens.count).fill(-1);
  countries.forEach((phrase, index) => countryAt.fill(index, phrase.first, phrase.end));
  const names: NameAt[] = [];
  const taken = new Uint8Array(tokens.count);
  const place = (first: number, end: number, kind: EntityKind, country: CountryPhrase | undefined): void => {
    taken.fill(1, first, end);
    names.push({ span: [tokens.start[first] ?? 0, tokens.end[end - 1] ?? 0], kind, first, end, country });
  };
  for (const name of found) {
    const range = trimName(layer, name, countries, countryAt);
    if (!range || taken.subarray(range.first, range.end).includes(1)) continue;
    const { first, end } = range;
    const phrase = countryByFirst.get(first);
    const last = nameKey(tokens.word[end - 1] ?? '').replaceAll(' ', '');
    // "Paris" after "Valeska Paris" is the woman.
    const isFamily = first + 1 === end && families.has(last) && !ACRONYM.test(tokens.word[first] ?? '');
    const whole = phrase?.end === end && !isFamily ? phrase : undefined;
    if (whole && (whole.use === 'adjective' || whole.use === 'people')) continue;
    place(first, end, kindOfName(layer, name.kind, first, end), whole);
  }
  for (const phrase of countries) {
    if (phrase.use === 'adjective' || phrase.use === 'people') continue;
    if (!taken.subarray(phrase.first, phrase.end).includes(1))
      place(phrase.first, phrase.end, 'place', phrase);
  }
  names.sort((a, b) => a.first - b.first);
  names.forEach((name, index) => nameAt.fill(index, name.first, name.end));
  return { names, nameAt, countries, countryAt };
}

/** "UN" and "U.S." are nobody's family name, though "Kim Jong Un" ends in one. */
const ACRONYM = /^(?:\p{Lu}{2,3}|(?:\p{Lu}\.){2,3})$/u;

function trimName(
  layer: LanguageLayer,
  name: FoundName,
  countries: readonly CountryPhrase[],
  countryAt: Int32Array,
): { first: number; end: number } | null {
  const { tokens } = layer;
  const kindAt = (token: number) => roleNounAt(layer, token);
  let { first, end } = name;
  while (end > first && /^(?:['’]s?|[,.;:])$/.test(tokens.word[end - 1] ?? '')) end--;
  while (
    first < end &&
    (isHonorific(tokens.word[first] ?? '') || /^(?:the|a|an)$/i.test(tokens.word[first] ?? ''))
  )
    first++;
  if (end <= first) return null;
  // "Brunian Foreign" and "Ministry of" are torn from "Brunian Foreign Minister" and "Ministry of Foreign Affairs".
  while (end > first && FIELDS.has((tokens.word[end - 1] ?? '').toLowerCase()) && kindAt(end) === 'office')
    end--;
  if (tokens.word[first - 1] === 'of' && /^(?:Ministry|Department)$/.test(tokens.word[first - 2] ?? ''))
    first -= 2;
  if (end <= first) return null;
  // "The MV Coral Queen" is a ship, whatever its last word is.
  if (name.kind === 'product') return { first, end };
  const last = kindAt(end - 1);
  if (last === 'institution') {
    // "Norwegian Foreign Ministry" where only the last two words were found.
    const owner = countries[countryAt[first - 1] ?? -1];
    if (owner && owner.end === first && tokens.sentence[owner.first] === tokens.sentence[first])
      first = owner.first;
    return { first, end };
  }
  for (let token = end - 2; token >= first; token--) {
    const kind = kindAt(token);
    if (kind !== 'office' && kind !== 'person') continue;
    if (/^(?:of|for)$/.test(tokens.word[token + 1] ?? '')) {
      // "Minister of Transport Joris Maas" ends in a name of two words; "Minister of Transport" is an office.
      if (end - token < MIN_OFFICE_AND_NAME || tokens.upos[end - 2] !== PROPN) return null;
      first = end - 2;
    } else if (tokens.upos[token + 1] === PROPN) first = token + 1;
    break;
  }
  while (first < end && isHonorific(tokens.word[first] ?? '')) first++;
  return end <= first || last === 'office' || last === 'person' ? null : { first, end };
}

/** What a noun names where it stands: "guard" is a person, and "Coast Guard" a body. */
function roleNounAt({ tokens }: LanguageLayer, token: number): RoleNounKind | undefined {
  const word = tokens.word[token] ?? '';
  return bodyOfTwoWords(tokens.word[token - 1] ?? '', word) === undefined
    ? roleNounKind(word.toLowerCase())
    : 'institution';
}

/** Office, "of", field and two words of a name. */
const MIN_OFFICE_AND_NAME = 5;

/** Areas that act like bodies and are places: "Osk Province". */
const AREAS = new Set(
  'province county region district state city town village island kingdom republic country airport'.split(
    ' ',
  ),
);

/** A name that ends in "Ministry" or begins with "University of" is no person and no place. */
function kindOfName(layer: LanguageLayer, kind: EntityKind, first: number, end: number): EntityKind {
  if (end - first === 1 || (kind !== 'person' && kind !== 'place')) return kind;
  const { tokens } = layer;
  if (kind === 'place' && AREAS.has((tokens.word[end - 1] ?? '').toLowerCase())) return kind;
  for (let token = first; token < end; token++)
    if (roleNounAt(layer, token) === 'institution' && (token === end - 1 || tokens.word[token + 1] === 'of'))
      return 'organisation';
  return kind;
}
