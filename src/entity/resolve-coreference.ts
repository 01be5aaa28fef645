import { coreWords } from './entity-table.ts';
import { finishCoreference } from './finish-coreference.ts';
import type { CountryPhrase } from './find-country-words.ts';
import { Introductions } from './introductions.ts';
import { countryWord } from './lexicon/countries.ts';
import { honorificGender } from './lexicon/roles.ts';
import { isGovernmentUse } from './metonym.ts';
import type { NameAt } from './place-names.ts';
import { readSources } from './read-sources.ts';
import { ReadingState } from './reading-state.ts';
import { DescriptionResolver } from './resolve-descriptions.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Coreference, NameMention } from '../model/mention.ts';

const AUX = UPOS.indexOf('AUX');
const PRON = UPOS.indexOf('PRON');
const VERB = UPOS.indexOf('VERB');

export interface CoreferenceInput {
  readonly document: Document;
  readonly language: LanguageLayer;
  readonly names: readonly NameMention[];
  readonly attributions: readonly AttributionSpans[];
}

/**
 * Finds which names, descriptions and pronouns of one document mean the same person, body or place.
 *
 * Reads the text once from left to right, as a reader does: a name is looked up among those before it; a description
 * ("the foreign minister", "the top Norwegian diplomat") goes to who holds that office, stated by an apposition or left to
 * be understood; a pronoun goes to the best of the last few candidates. Every source of an attribution gets an entity: where
 * nothing names one, an unnamed one of its own ("a senior official"). Countries and their capitals, where those act, are one
 * government; a capital that something is *in* is a city.
 *
 * Sieves in this order are those of Lee et al. 2013, https://aclanthology.org/J13-4004; the office of a person who is first
 * named after an unnamed holder follows the news convention of delayed identification.
 *
 * Linear in the length of the document.
 */
export function resolveCoreference(input: CoreferenceInput): Coreference {
  return new Reading(input).read();
}

/** One reading of one document. */
class Reading {
  readonly #state: ReadingState;
  readonly #descriptions: DescriptionResolver;
  readonly #introductions: Introductions;

  constructor({ language, names, attributions }: CoreferenceInput) {
    this.#state = new ReadingState(language, names, attributions);
    this.#descriptions = new DescriptionResolver(this.#state);
    this.#introductions = new Introductions(this.#state, this.#descriptions);
  }

  read(): Coreference {
    const { layer, placed, nominals, pronouns, table } = this.#state;
    const { tokens } = layer;
    const { names } = placed;
    let name = 0;
    let nominal = 0;
    for (let token = 0; token < tokens.count; token++) {
      for (; name < names.length && (names[name]?.first ?? 0) <= token; name++)
        this.#readName(names[name] as NameAt);
      for (; nominal < nominals.length && (nominals[nominal]?.head ?? 0) <= token; nominal++)
        this.#readNominal(nominal);
      if (tokens.upos[token] === PRON || this.#state.isSource(token, token + 1)) this.#readPronoun(token);
    }
    readSources(this.#state, this.#descriptions);
    this.#introductions.findBodies();
    for (const { token, entity } of pronouns.firstPersons.resolve(table.entities, this.#state.mentions))
      this.#state.mention(entity, 'pronoun', token, token + 1, token);
    return finishCoreference(this.#state);
  }

  #readName(name: NameAt): void {
    const { layer } = this.#state;
    const text = layer.text.slice(...name.span);
    if (name.country) this.#readCountry(name, name.country, text);
    else if (name.kind === 'person') {
      if (this.#isTitleOf(name)) return;
      const entity = this.#introductions.person(name, text);
      entity.gender ??= honorificGender(layer.tokens.word[name.first - 1] ?? '');
    } else this.#readOther(name, text);
  }

  /** "The position of Emperor": a title that somebody bears elsewhere, and here nobody. */
  #isTitleOf({ first, end }: NameAt): boolean {
    return (
      end - first === 1 &&
      this.#state.lower(first - 1) === 'of' &&
      /^(?:position|title|office|rank|throne|role)$/.test(this.#state.lower(first - 2))
    );
  }

  #readOther(name: NameAt, text: string): void {
    const { placed, table } = this.#state;
    const inside: CountryPhrase[] = [];
    for (let token = name.first; token < name.end; token++) {
      const phrase = placed.countries[placed.countryAt[token] ?? -1];
      // "Osk police" are the town's, not the country's whose capital it is.
      if (phrase?.use === 'capital') continue;
      if (phrase?.first === token && phrase.end <= name.end) inside.push(phrase);
    }
    const core = coreWords(text, inside, ({ first, end }) => this.#state.words(first, end));
    const owner = inside[0];
    if (
      owner &&
      core.filter((word) => word !== 'of').length === 1 &&
      /^(?:government|administration|regime)$/.test(core[0] ?? '')
    ) {
      // "the Government of Norway" is Norway where it acts.
      const state = table.known(`country/${owner.code}`, 'government', text);
      state.kind = 'government';
      this.#state.mention(state, 'name', name.first, name.end);
      return;
    }
    const nominals = this.#introductions.before(name);
    const country = inside[0]?.code ?? this.#ownerOf(name);
    const entity = table.other(text, name.kind, country, core, (office) =>
      this.#descriptions.countryOfField(office),
    );
    this.#state.mention(entity, 'name', name.first, name.end);
    for (const nominal of nominals) this.#introductions.introduce(entity, nominal, name);
  }

  /** The country of whom a name says that it belongs to: "its Foreign Ministry", "Korvenia's Foreign Ministry". */
  #ownerOf(name: NameAt): string | null {
    const { placed, pronouns } = this.#state;
    const before = this.#state.lower(name.first - 1);
    if (/^(?:its|their|his|her)$/.test(before)) return pronouns.antecedent(name.first - 1)?.country ?? null;
    if (!/^['’]s?$/.test(before)) return null;
    const phrase = placed.countries[placed.countryAt[name.first - 2] ?? -1];
    return phrase?.end === name.first - 1 && phrase.use !== 'capital' ? phrase.code : null;
  }

  #readCountry(name: NameAt, phrase: CountryPhrase, text: string): void {
    const { layer, table } = this.#state;
    const speaks = this.#state.isSource(name.first, name.end);
    const acts = isGovernmentUse(layer, phrase) || speaks;
    const isCity = !acts && (phrase.use === 'capital' || phrase.use === 'seat');
    const union = phrase.code === 'EU' || phrase.code === 'UN' || phrase.code === 'NATO';
    const key = isCity ? `${phrase.use}/${phrase.code}` : `country/${phrase.code}`;
    const entity = table.known(key, union && !isCity ? 'organisation' : 'place', text);
    entity.country = phrase.code;
    if (entity.kind === 'place' && !isCity) {
      const next = layer.tokens.upos[name.end];
      const isActing = acts && (next === VERB || next === AUX || speaks);
      if (phrase.isState ? phrase.use !== 'name' || isActing : speaks) entity.kind = 'government';
    }
    // The country's name is the better name of its government than its capital is.
    if (phrase.use === 'name' && countryWord(entity.name)?.use !== 'name') entity.name = text;
    this.#state.mention(entity, 'name', name.first, name.end);
  }

  #readNominal(index: number): void {
    const nominal = this.#state.nominals[index];
    if (!nominal || (this.#state.placed.nameAt[nominal.head] ?? -1) >= 0) return;
    const { first, end, head } = nominal;
    const apposed = this.#introductions.apposedTo(index);
    if (apposed) {
      this.#state.mention(apposed, 'nominal', first, end, head);
      return;
    }
    if (this.#introductions.waitsForName(nominal)) return;
    const entity = this.#descriptions.resolve(nominal, this.#state.isSource(head, head + 1));
    if (!entity) return;
    if (!entity.named && entity.kind === 'person' && nominal.kind === 'office' && entity.mentions === 0)
      this.#introductions.noteHolder(entity, nominal);
    this.#state.mention(entity, 'nominal', first, end, head);
  }

  #readPronoun(token: number): void {
    if ((this.#state.placed.nameAt[token] ?? -1) >= 0) return;
    const word = this.#state.lower(token);
    const found = this.#state.pronouns.resolve(token, word, this.#state.isSource(token, token + 1));
    if (found) this.#state.mention(found, 'pronoun', token, token + 1, token);
  }
}
