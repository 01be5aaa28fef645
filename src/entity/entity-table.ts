import { readOffice, type Office } from './lexicon/offices.ts';
import { bodyOfTwoWords, joinBodyWords, roleNounKind, type Gender } from './lexicon/roles.ts';
import type { CountryPhrase } from './find-country-words.ts';
import type { EntityKind } from '../model/entity.ts';
import type { Span } from '../model/span.ts';
import { bodyNameKey, shortBodyNames } from '../text/body-name.ts';
import { nameKey, nameWords } from '../text/person-name.ts';

/** An entity of one document while its text is being read. */
export interface DraftEntity {
  readonly index: number;
  kind: EntityKind;
  named: boolean;
  name: string;
  /** For people: the words of the fullest name so far. */
  words: readonly string[];
  readonly roles: { readonly text: string; readonly span: Span }[];
  readonly offices: Office[];
  gender: Gender | undefined;
  plural: boolean;
  country: string | null;
  /** Identity that world knowledge settles: `country/IR`. */
  key: string | undefined;
  speaksFor: number | undefined;
  mentions: number;
  lastToken: number;
}

/**
 * The entities of one document, found by name.
 *
 * Every look-up goes through a map, so that a document of a million words with a thousand names stays linear.
 */
export class EntityTable {
  readonly entities: DraftEntity[] = [];
  readonly #byKey = new Map<string, DraftEntity>();
  readonly #byFamily = new Map<string, DraftEntity[]>();
  readonly #byGiven = new Map<string, DraftEntity[]>();
  readonly #byAcronym = new Map<string, DraftEntity>();
  readonly #byShortName = new Map<string, DraftEntity>();
  readonly #institutions: DraftEntity[] = [];
  readonly #states: DraftEntity[] = [];
  readonly #bodies: DraftEntity[] = [];

  create(kind: EntityKind, name: string, named: boolean): DraftEntity {
    const entity: DraftEntity = {
      index: this.entities.length,
      kind,
      named,
      name,
      words: [],
      roles: [],
      offices: [],
      gender: undefined,
      plural: false,
      country: null,
      key: undefined,
      speaksFor: undefined,
      mentions: 0,
      lastToken: -1,
    };
    this.entities.push(entity);
    return entity;
  }

  /** The entity that world knowledge names by `key`, made when it is not there yet. */
  known(key: string, kind: EntityKind, name: string): DraftEntity {
    let entity = this.#byKey.get(key);
    if (!entity) {
      entity = this.create(kind, name, true);
      entity.key = key;
      if (key.startsWith('country/')) this.#states.push(entity);
      this.#byKey.set(key, entity);
    }
    return entity;
  }

  /** The entity of a key, if the document has it. */
  find(key: string): DraftEntity | undefined {
    return this.#byKey.get(key);
  }

  /** The first bodies, places and products of the document that have names of their own: enough to see that one is alone. */
  get bodies(): readonly DraftEntity[] {
    return this.#bodies;
  }

  /** The countries of the document. */
  get states(): readonly DraftEntity[] {
    return this.#states;
  }

  /** The person whom a name means: the one with that name, else the last one whose family or given name it is, else a new one. */
  person(name: string): DraftEntity {
    const words = nameWords(name);
    const joined = words.join('');
    const exact = this.#byKey.get(joined);
    if (exact) return exact;
    const found =
      latest(this.#byFamily.get(joined)) ??
      (words.length === 1 ? latest(this.#byGiven.get(joined)) : undefined) ??
      this.#fullerName(words) ??
      this.#otherWording(words);
    if (!found) {
      const entity = this.create('person', name, true);
      entity.words = words;
      this.#index(entity, words);
      return entity;
    }
    this.#byKey.set(joined, found);
    if (words.length > found.words.length) {
      found.name = name;
      found.words = words;
      this.#index(found, words);
    }
    return found;
  }

  /** Gives the holder of an office, described so far, a name. */
  nameHolder(entity: DraftEntity, name: string): void {
    entity.name = name;
    entity.named = true;
    entity.words = nameWords(name);
    this.#index(entity, entity.words);
  }

  /** Whether a name is new to the document: a first mention. */
  hasPerson(name: string): boolean {
    const words = nameWords(name);
    const joined = words.join('');
    return this.#byKey.has(joined) || this.#byFamily.has(joined);
  }

  /** "Ruud van Daal" where only "van Daal" was named before. */
  #fullerName(words: readonly string[]): DraftEntity | undefined {
    let suffix = '';
    for (let at = words.length - 1; at >= 1; at--) {
      suffix = (words[at] ?? '') + suffix;
      const entity = this.#byKey.get(suffix);
      if (entity?.kind === 'person' && entity.words.join('') === suffix) return entity;
    }
    return undefined;
  }

  /** The same family name with the same given name in other words: an initial, a middle name more or less. */
  #otherWording(words: readonly string[]): DraftEntity | undefined {
    if (words.length < 2) return undefined;
    const family = this.#byFamily.get(words.at(-1) ?? '') ?? [];
    return family.findLast((entity) => {
      const [given = ''] = words;
      const [other = ''] = entity.words;
      return (
        given === other ||
        (given.length === 1 && other.startsWith(given)) ||
        (other.length === 1 && given.startsWith(other))
      );
    });
  }

  #index(entity: DraftEntity, words: readonly string[]): void {
    this.#byKey.set(words.join(''), entity);
    let suffix = '';
    for (let at = words.length - 1; at >= 1; at--) {
      suffix = (words[at] ?? '') + suffix;
      push(this.#byFamily, suffix, entity);
    }
    if (words.length > 1) push(this.#byGiven, words[0] ?? '', entity);
  }

  /**
   * The organisation, place, product or group that a name means.
   *
   * @param country - the country that a word of the name gives ("Iranian Foreign Ministry"), with that word left out of `core`.
   * @param countryOf - the country that the text gives a body whose name has none.
   */
  other(
    name: string,
    kind: EntityKind,
    country: string | null,
    core: readonly string[],
    countryOf: (office: Office) => string | null,
  ): DraftEntity {
    const key = bodyNameKey(name);
    const exact = this.#byKey.get(key) ?? this.#byKey.get(key.replaceAll(' ', ''));
    if (exact && name.length > exact.name.length && exact.key === undefined && exact.kind !== 'person')
      exact.name = name;
    if (exact) return exact;
    const acronym = /^[\p{Lu}.]{2,7}$/u.test(name) ? this.#byAcronym.get(key.replaceAll(' ', '')) : undefined;
    const shortened =
      key.includes(' ') || key.length < 4 || kind === 'place' ? undefined : this.#byShortName.get(key);
    const read = institutionOf(core, country);
    const institution = read && (read.country === null ? { ...read, country: countryOf(read) } : read);
    const found = acronym ?? shortened ?? (institution && this.institution(institution));
    if (found) {
      this.#byKey.set(key, found);
      if (name.length > found.name.length || !found.named) found.name = name;
      found.named = true;
      if (institution?.country) found.country ??= institution.country;
      return found;
    }
    const full = this.#spelledOut(name);
    if (full) {
      full.name = name;
      this.#byKey.set(key, full);
      return full;
    }
    const entity = this.create(kind, name, true);
    if (this.#bodies.length < LOOK_BACK) this.#bodies.push(entity);
    this.#byKey.set(key, entity);
    const acronymOf = initials(name);
    if (acronymOf.length >= 2) this.#byAcronym.set(acronymOf, entity);
    if (kind === 'organisation' && country === null) {
      for (const { word, town } of shortBodyNames(name))
        if (town === undefined) this.#byShortName.set(word, entity);
    }
    if (institution) {
      entity.offices.push(institution);
      entity.country = institution.country;
      this.#institutions.push(entity);
    }
    return entity;
  }

  /** The full name of what only an acronym named before. */
  #spelledOut(name: string): DraftEntity | undefined {
    const short = initials(name);
    const entity = short.length >= 2 ? this.#byKey.get(short) : undefined;
    return entity && entity.kind !== 'person' && /^[\p{Lu}.]+$/u.test(entity.name) ? entity : undefined;
  }

  /** Registers a description of a body as something that later descriptions can take up. */
  addInstitution(entity: DraftEntity, institution: Office): void {
    entity.offices.push(institution);
    entity.country ??= institution.country;
    this.#institutions.push(entity);
  }

  /**
   * The body that a description fits: the one last mentioned, unless another was mentioned far more often, since "the
   * ministry" in a ministry's statement is that ministry. Bodies of another country never fit.
   */
  institution(wanted: Office): DraftEntity | undefined {
    let last: DraftEntity | undefined;
    let main: DraftEntity | undefined;
    for (let at = this.#institutions.length - 1, seen = 0; at >= 0 && seen < LOOK_BACK; at--, seen++) {
      const entity = this.#institutions[at];
      if (!entity?.offices.some((office) => fitsBody(office, wanted, entity.country))) continue;
      if (!last || entity.lastToken > last.lastToken) last = entity;
      if (!main || entity.mentions > main.mentions) main = entity;
    }
    return main && last && main.mentions >= MAIN_BODY * last.mentions ? main : last;
  }
}

/** How many times as often another body must be mentioned to be meant instead of the last one. */
const MAIN_BODY = 3;

function fitsBody(office: Office, wanted: Office, country: string | null): boolean {
  return (
    office.head === wanted.head &&
    wanted.portfolio.every((word) => office.portfolio.includes(word)) &&
    (wanted.country === null || country === null || wanted.country === country)
  );
}

/** How many bodies a description looks back over; more would make a long document quadratic. */
const LOOK_BACK = 40;

/** Reads "Foreign Ministry" as a kind of body with its field; `undefined` for a name that ends in no such noun. */
export function institutionOf(core: readonly string[], country: string | null): Office | undefined {
  const words = joinBodyWords(core);
  const ofAt = words.indexOf('of');
  const at = ofAt > 0 ? ofAt - 1 : words.length - 1;
  const head = words[at];
  if (head === undefined) return undefined;
  const isBody =
    roleNounKind(head) === 'institution' || bodyOfTwoWords(words[at - 1] ?? '', head) !== undefined;
  return isBody ? readOffice(words, head, country) : undefined;
}

/** The words of a name in lower case without the country that it holds. */
export function coreWords(
  name: string,
  countries: readonly CountryPhrase[],
  wordsOf: (phrase: CountryPhrase) => string,
): string[] {
  let rest = name;
  for (const phrase of countries) rest = rest.replace(wordsOf(phrase), ' ');
  return rest
    .toLowerCase()
    .split(/[\s’']+/)
    .filter((word) => word !== '' && word !== 's' && word !== 'the');
}

function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
  return words.length < 2 ? '' : nameKey(words.map((word) => word[0]).join(''));
}

function push(map: Map<string, DraftEntity[]>, key: string, entity: DraftEntity): void {
  const list = map.get(key);
  if (!list) map.set(key, [entity]);
  else if (!list.includes(entity)) {
    list.push(entity);
    if (list.length > LOOK_BACK) list.shift();
  }
}

function latest(entities: readonly DraftEntity[] | undefined): DraftEntity | undefined {
  return entities?.reduce<DraftEntity | undefined>(
    (best, entity) => (best && best.lastToken >= entity.lastToken ? best : entity),
    undefined,
  );
}
