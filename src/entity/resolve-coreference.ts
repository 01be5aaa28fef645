import { EntityTable, coreWords, type DraftEntity } from './entity-table.ts';
import { findCountryWords, type CountryPhrase } from './find-country-words.ts';
import { findNominals, type Nominal } from './find-nominals.ts';
import { countryWord } from './lexicon/countries.ts';
import { officeKey, officesFit } from './lexicon/offices.ts';
import { honorificGender, isHonorific, roleNounKind } from './lexicon/roles.ts';
import { isGovernmentUse } from './metonym.ts';
import { PronounResolver } from './resolve-pronouns.ts';
import { sourceTokens, tokenAt, type SourceTokens } from './source-head.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import type { EntityKind } from '../model/entity.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Coreference, LocalEntity, Mention, NameMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { nameKey } from '../text/person-name.ts';

const AUX = UPOS.indexOf('AUX');
const NOUN = UPOS.indexOf('NOUN');
const PRON = UPOS.indexOf('PRON');
const PROPN = UPOS.indexOf('PROPN');
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

/** How many sentences after an office was mentioned its unnamed holder may be named. */
const HOLDER_WINDOW = 4;
/** Longest mention in tokens; longer ones are garbled text. */
const MENTION_LENGTH = 40;
/** Roles kept for one entity; later ones add nothing that a reader needs. */
const MAX_ROLES = 12;
/** Words for many who speak as their government when nothing but the country stands before them. */
const GOVERNMENT_GROUPS = new Set(['officials', 'official', 'authorities', 'authority']);
const STATE_NOUNS = new Set(['government', 'administration', 'regime', 'leadership', 'state']);
/** Pronouns whose antecedent was not found stay open: no entity is made of them. */
const PRONOUN_SOURCES = new Set(
  'he she they it i we you who which that this these those one him her them us me his their its my our what'.split(
    ' ',
  ),
);

interface NameAt {
  readonly span: Span;
  readonly kind: EntityKind;
  readonly first: number;
  readonly end: number;
  readonly country: CountryPhrase | undefined;
}

class Reading {
  readonly #layer: LanguageLayer;
  readonly #table = new EntityTable();
  readonly #mentions: Mention[] = [];
  readonly #names: NameAt[];
  readonly #nameAt: Int32Array;
  readonly #nominals: Nominal[];
  readonly #countries: readonly CountryPhrase[];
  /** Index of the country phrase at each token, or -1. */
  readonly #countryAt: Int32Array;
  readonly #attributions: readonly AttributionSpans[];
  readonly #sources: readonly (SourceTokens | null)[];
  /** 1 + index of the attribution whose source has its head here. */
  readonly #sourceAt: Int32Array;
  readonly #pronouns: PronounResolver;
  /** Entities that an apposition gives to a description further on, by index of the description. */
  readonly #apposed = new Map<number, DraftEntity>();
  readonly #nominalByFirst = new Map<number, number>();
  /** Holders of an office that were described and not named yet, in the order of the text. */
  #unnamedHolders: { entity: DraftEntity; sentence: number }[] = [];
  /** Who last put out a text of each kind: "statement" → the ministry. */
  readonly #issuers = new Map<string, DraftEntity>();

  constructor({ language, names, attributions }: CoreferenceInput) {
    this.#layer = language;
    this.#attributions = attributions;
    this.#countries = findCountryWords(language);
    this.#countryAt = new Int32Array(language.tokens.count).fill(-1);
    this.#countries.forEach((phrase, index) => this.#countryAt.fill(index, phrase.first, phrase.end));
    this.#nameAt = new Int32Array(language.tokens.count).fill(-1);
    this.#names = this.#placeNames(names);
    this.#nominals = findNominals(language, {
      nameAt: this.#nameAt,
      isPerson: (name) => this.#names[name]?.kind === 'person',
      countries: this.#countries,
    });
    this.#nominals.forEach((nominal, index) => {
      if (!this.#nominalByFirst.has(nominal.first)) this.#nominalByFirst.set(nominal.first, index);
    });
    this.#sources = attributions.map(({ source }) => sourceTokens(language, source));
    this.#sourceAt = new Int32Array(language.tokens.count);
    this.#sources.forEach((source, index) => {
      if (source) this.#sourceAt[source.head] ||= index + 1;
    });
    this.#pronouns = new PronounResolver(language, attributions, this.#sources);
  }

  read(): Coreference {
    const { tokens } = this.#layer;
    let name = 0;
    let nominal = 0;
    for (let token = 0; token < tokens.count; token++) {
      while (name < this.#names.length && (this.#names[name]?.first ?? 0) <= token) this.#readName(name++);
      while (nominal < this.#nominals.length && (this.#nominals[nominal]?.head ?? 0) <= token)
        this.#readNominal(nominal++);
      if (tokens.upos[token] === PRON || this.#sourceAt[token]) this.#readPronoun(token);
    }
    this.#readSources();
    this.#readFirstPersons();
    return this.#finish();
  }

  /** Puts names on tokens, with country words that no name covers. The longer of two overlapping names stays. */
  #placeNames(names: readonly NameMention[]): NameAt[] {
    const { tokens } = this.#layer;
    const placed: NameAt[] = [];
    const countryByFirst = new Map(this.#countries.map((phrase) => [phrase.first, phrase]));
    const taken = new Uint8Array(tokens.count);
    const families = this.#familyNames(names);
    for (const { span, kind } of names) {
      const range = this.#trimName(span);
      if (!range || taken.subarray(range.first, range.end).some((flag) => flag === 1)) continue;
      const { first, end } = range;
      const phrase = countryByFirst.get(first);
      const whole = phrase?.end === end ? phrase : undefined;
      if (whole && (whole.use === 'adjective' || whole.use === 'people')) continue;
      taken.fill(1, first, end);
      placed.push({
        span: [tokens.start[first] ?? 0, tokens.end[end - 1] ?? 0],
        kind: this.#kindOfName(kind, first, end, families),
        first,
        end,
        country: whole,
      });
    }
    for (const phrase of this.#countries) {
      if (phrase.use === 'adjective' || phrase.use === 'people') continue;
      if (taken.subarray(phrase.first, phrase.end).some((flag) => flag === 1)) continue;
      placed.push({
        span: [tokens.start[phrase.first] ?? 0, tokens.end[phrase.end - 1] ?? 0],
        kind: 'government',
        first: phrase.first,
        end: phrase.end,
        country: phrase,
      });
    }
    placed.sort((a, b) => a.first - b.first);
    placed.forEach((name, index) => this.#nameAt.fill(index, name.first, name.end));
    return placed;
  }

  /** Cuts titles and offices off a name's front and a possessive off its end; `null` when nothing is left of it. */
  #trimName(span: Span): { first: number; end: number } | null {
    const { tokens } = this.#layer;
    let first = tokenAt(this.#layer, span[0]);
    let end = first;
    while (end < tokens.count && (tokens.start[end] ?? 0) < span[1]) end++;
    while (end > first && /^(?:['’]s?|[,.;:])$/.test(tokens.word[end - 1] ?? '')) end--;
    while (
      first < end &&
      (isHonorific(tokens.word[first] ?? '') || /^(?:the|a|an)$/i.test(tokens.word[first] ?? ''))
    )
      first++;
    for (let token = end - 2; token >= first; token--) {
      const kind = roleNounKind((tokens.word[token] ?? '').toLowerCase());
      if (kind !== 'office' && kind !== 'person') continue;
      // "Secretary of State Lin Marro", but "Ministry of Defence" stays whole.
      if (tokens.upos[token + 1] === PROPN) first = token + 1;
      break;
    }
    const last = roleNounKind((tokens.word[end - 1] ?? '').toLowerCase());
    return end <= first || last === 'office' || last === 'person' ? null : { first, end };
  }

  /** Last words of the full names of people: what a single word after or before them is short for. */
  #familyNames(names: readonly NameMention[]): ReadonlySet<string> {
    const families = new Set<string>();
    for (const { span, kind } of names) {
      if (kind !== 'person') continue;
      const words = this.#layer.text.slice(...span).split(/\s+/);
      if (words.length > 1) families.add(nameKey(words.at(-1) ?? ''));
    }
    return families;
  }

  /** The kind that the words themselves settle, before the one that the finder of names gave. */
  #kindOfName(kind: EntityKind, first: number, end: number, families: ReadonlySet<string>): EntityKind {
    const { tokens } = this.#layer;
    const last = (tokens.word[end - 1] ?? '').toLowerCase();
    if (end - first === 1) return kind !== 'person' && families.has(nameKey(last)) ? 'person' : kind;
    for (let token = first; token < end; token++)
      if (
        roleNounKind((tokens.word[token] ?? '').toLowerCase()) === 'institution' &&
        (token === end - 1 || tokens.word[token + 1] === 'of')
      )
        return kind === 'person' || kind === 'place' ? 'organisation' : kind;
    return kind;
  }

  #readName(index: number): void {
    const name = this.#names[index];
    if (!name) return;
    const text = this.#layer.text.slice(...name.span);
    if (name.country) this.#readCountry(name, name.country, text);
    else if (name.kind === 'person') this.#readPerson(name, text);
    else {
      const inside = this.#countriesIn(name.first, name.end);
      const core = coreWords(text, inside, (phrase) => this.#words(phrase.first, phrase.end));
      const entity = this.#table.other(text, name.kind, inside[0]?.code ?? null, core);
      this.#mention(entity, name.span, 'name', name.first, name.end);
    }
  }

  #countriesIn(first: number, end: number): CountryPhrase[] {
    const found: CountryPhrase[] = [];
    for (let token = first; token < end; token++) {
      const phrase = this.#countries[this.#countryAt[token] ?? -1];
      if (phrase?.first === token && phrase.end <= end) found.push(phrase);
    }
    return found;
  }

  #readCountry(name: NameAt, phrase: CountryPhrase, text: string): void {
    const acts = isGovernmentUse(this.#layer, phrase) || this.#isSource(name.first, name.end);
    const isCity = !acts && (phrase.use === 'capital' || phrase.use === 'seat');
    const union = phrase.code.length > 2 || phrase.code === 'EU' || phrase.code === 'UN';
    const entity = isCity
      ? this.#table.known(`${phrase.use}/${phrase.code}`, 'place', text)
      : this.#table.known(`country/${phrase.code}`, union ? 'organisation' : 'place', text);
    entity.country = phrase.code;
    const { upos } = this.#layer.tokens;
    if (entity.kind === 'place' && !isCity) {
      const next = upos[name.end];
      if (
        phrase.use !== 'name' ||
        (acts && (next === VERB || next === AUX || this.#isSource(name.first, name.end)))
      )
        entity.kind = 'government';
    }
    // The country's name is the better name of its government than its capital is.
    if (phrase.use === 'name' && countryWord(entity.name)?.use !== 'name') entity.name = text;
    this.#mention(entity, name.span, 'name', name.first, name.end);
  }

  #readPerson(name: NameAt, text: string): void {
    const { tokens } = this.#layer;
    const isNew = !this.#table.hasPerson(text);
    const before = this.#nominals[this.#nominalEndingAt(name.first)];
    const afterIndex = tokens.word[name.end] === ',' ? (this.#nominalByFirst.get(name.end + 1) ?? -1) : -1;
    const after = this.#nominals[afterIndex];
    const describedAfter = after && this.#isApposition(after);
    const isIntroduced = before !== undefined || describedAfter || this.#isNoun(name.first - 1);
    const holder = isNew && !isIntroduced && text.includes(' ') ? this.#takeUnnamedHolder(name) : undefined;
    const entity = holder ?? this.#table.person(text);
    if (holder) this.#table.nameHolder(holder, text);
    if (before) this.#giveRole(entity, before);
    if (describedAfter) {
      this.#giveRole(entity, after);
      this.#apposed.set(afterIndex, entity);
    }
    const title = tokens.word[name.first - 1] ?? '';
    entity.gender ??= honorificGender(title);
    this.#mention(entity, name.span, 'name', name.first, name.end);
  }

  #isNoun(token: number): boolean {
    const upos = this.#layer.tokens.upos[token];
    return upos === NOUN || upos === PROPN;
  }

  /** Index of the description that ends right before a name, a bracket or a comma between them allowed. */
  #nominalEndingAt(token: number): number {
    return this.#pendingNominal.get(token) ?? -1;
  }
  readonly #pendingNominal = new Map<number, number>();

  /** "…, the foreign minister of Norway," and "…, a teacher." describe; "…, the minister said" does not. */
  #isApposition(nominal: Nominal): boolean {
    const { tokens } = this.#layer;
    if (nominal.plural || (nominal.kind !== 'office' && nominal.kind !== 'person')) return false;
    const next = tokens.word[nominal.end];
    const closes =
      next === undefined ||
      /^[,.;)—–]$/.test(next) ||
      /^(?:who|and)$/.test(next) ||
      tokens.sentence[nominal.end] !== tokens.sentence[nominal.head];
    return closes && !this.#isSource(nominal.first, nominal.end);
  }

  /**
   * Who an unnamed office was held by, when a person is then named without any introduction and speaks: the news convention
   * of naming in the second paragraph the minister whom the first describes. Only holders of the last few sentences.
   */
  #takeUnnamedHolder(name: NameAt): DraftEntity | undefined {
    const sentence = this.#layer.tokens.sentence[name.first] ?? 0;
    this.#unnamedHolders = this.#unnamedHolders.filter(
      (holder) => !holder.entity.named && sentence - holder.sentence <= HOLDER_WINDOW,
    );
    const speaks = this.#isSource(name.first, name.end) || this.#isAddressed(name.first);
    if (!speaks) return undefined;
    const at = this.#unnamedHolders.findIndex((holder) => holder.sentence < sentence);
    return at < 0 ? undefined : this.#unnamedHolders.splice(at, 1)[0]?.entity;
  }

  #isAddressed(token: number): boolean {
    return /^(?:told|asked|urged|warned|informed|assured)$/i.test(this.#layer.tokens.word[token - 1] ?? '');
  }

  #giveRole(entity: DraftEntity, nominal: Nominal): void {
    const { text } = this.#layer;
    if (entity.roles.length < MAX_ROLES)
      entity.roles.push({ text: text.slice(...nominal.span), span: nominal.span });
    entity.offices.push(nominal.office);
    entity.country ??= nominal.country;
    entity.gender ??= nominal.gender;
    this.#noteBody(entity, nominal);
  }

  /** Whom somebody speaks for: the body that a description names, else the government of its country. */
  #noteBody(entity: DraftEntity, nominal: Nominal): void {
    if (entity.speaksFor !== undefined || nominal.kind !== 'office') return;
    const body = this.#names[this.#firstNameFrom(nominal.first)];
    if (body && body.end <= nominal.end && body.kind === 'organisation' && !body.country)
      entity.speaksFor = this.#entityOfName.get(body.first);
    if (entity.speaksFor === undefined && nominal.country !== null)
      this.#speaksForCountry.push({ entity, code: nominal.country });
  }
  readonly #entityOfName = new Map<number, number>();
  readonly #speaksForCountry: { entity: DraftEntity; code: string }[] = [];

  #firstNameFrom(token: number): number {
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#names[middle]?.first ?? 0) < token) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #readNominal(index: number): void {
    const nominal = this.#nominals[index];
    if (!nominal || (this.#nameAt[nominal.head] ?? -1) >= 0) return;
    const apposed = this.#apposed.get(index);
    if (apposed) {
      this.#mention(apposed, nominal.span, 'nominal', nominal.first, nominal.end, nominal.head);
      return;
    }
    const isSource = this.#isSource(nominal.head, nominal.head + 1);
    if (nominal.kind === 'text') {
      this.#readText(nominal, isSource);
      return;
    }
    const named = this.#personAfter(nominal);
    if (named >= 0 && !nominal.plural && nominal.kind !== 'institution' && nominal.kind !== 'group') {
      this.#pendingNominal.set(named, index);
      return;
    }
    const entity = this.#describe(nominal, isSource);
    if (entity) this.#mention(entity, nominal.span, 'nominal', nominal.first, nominal.end, nominal.head);
  }

  /** First token of the person's name that a description runs into; -1 when none follows. */
  #personAfter(nominal: Nominal): number {
    const { tokens } = this.#layer;
    for (const from of [nominal.head + 1, nominal.end]) {
      let next = from;
      // "the European Union (EU) Josep …"
      if (tokens.word[next] === '(' && tokens.word[next + 2] === ')') next += 3;
      if (tokens.word[next] === ',' && from === nominal.end) {
        const name = this.#names[this.#nameAt[next + 1] ?? -1];
        const close = tokens.word[name?.end ?? -1] ?? '';
        const openedByAs = /^as$/i.test(tokens.word[nominal.first - 1] ?? '');
        if (nominal.definite === 'indefinite' || !(openedByAs || /^[,.]$/.test(close))) continue;
        next++;
      }
      if (isHonorific(tokens.word[next] ?? '')) next++;
      const name = this.#names[this.#nameAt[next] ?? -1];
      if (
        name?.kind === 'person' &&
        !name.country &&
        name.first === next &&
        tokens.sentence[next] === tokens.sentence[nominal.head]
      )
        return next;
    }
    return -1;
  }

  /** Who a description means; `undefined` for one that nothing takes up and that is nobody's source. */
  #describe(nominal: Nominal, isSource: boolean): DraftEntity | undefined {
    const { text } = this.#layer;
    if (nominal.plural || nominal.kind === 'group') return this.#describeGroup(nominal, isSource);
    if (nominal.kind === 'institution') return this.#describeInstitution(nominal, isSource);
    if (nominal.definite === 'definite' || (nominal.definite === 'bare' && nominal.country !== null)) {
      const office = nominal.lemma === 'counterpart' ? this.#counterpart(nominal) : nominal.office;
      const found =
        office &&
        this.#pronouns.lastPerson(
          (entity) => entity.offices.some((held) => officesFit(held, office)),
          nominal,
        );
      if (found) return found;
      if (nominal.kind === 'person' && nominal.lemma !== 'counterpart') {
        const generic = /^(?:man|woman|boy|girl|politician|suspect|official|officer)$/.test(nominal.lemma);
        const taken =
          generic && nominal.definite === 'definite' && nominal.end === nominal.head + 1
            ? this.#pronouns.lastPerson((entity) => entity.offices.length === 0 || entity.named, nominal)
            : undefined;
        if (taken) return taken;
      }
      const entity = this.#table.create('person', text.slice(...nominal.span), false);
      if (office) entity.offices.push(office);
      entity.country = nominal.country;
      entity.gender = nominal.gender;
      if (
        office &&
        nominal.kind === 'office' &&
        office.aside === '' &&
        (office.country !== null || office.portfolio.length > 0)
      ) {
        this.#unnamedHolders.push({ entity, sentence: this.#layer.tokens.sentence[nominal.head] ?? 0 });
        entity.roles.push({ text: text.slice(...nominal.span), span: nominal.span });
        this.#noteBody(entity, nominal);
      }
      return entity;
    }
    const entity = this.#table.create('person', text.slice(...nominal.span), false);
    entity.offices.push(nominal.office);
    entity.gender = nominal.gender;
    return entity;
  }

  /** The office of "his Ukrainian counterpart": that of the person meant by "his", in the other country. */
  #counterpart(nominal: Nominal) {
    const owner = this.#pronouns.lastPerson(
      (entity) =>
        entity.offices.length > 0 && (nominal.country === null || entity.country !== nominal.country),
      nominal,
    );
    const office = owner?.offices.find((held) => held.head !== 'spokesperson') ?? owner?.offices[0];
    return office && { ...office, country: nominal.country };
  }

  #describeGroup(nominal: Nominal, isSource: boolean): DraftEntity | undefined {
    const { text } = this.#layer;
    const bare = nominal.end === nominal.head + 1 && !this.#hasModifier(nominal);
    if (nominal.country !== null && bare && GOVERNMENT_GROUPS.has(nominal.lemma))
      return this.#table.known(`country/${nominal.country}`, 'government', text.slice(...nominal.span));
    if (!isSource) return undefined;
    return this.#group(text.slice(...nominal.span));
  }

  /** Whether words other than the determiner and the country stand before the noun. */
  #hasModifier(nominal: Nominal): boolean {
    let words = 0;
    for (let token = nominal.first; token < nominal.head; token++) {
      if ((this.#countryAt[token] ?? -1) >= 0) continue;
      if (!/^(?:the|['’]s?)$/i.test(this.#layer.tokens.word[token] ?? '')) words++;
    }
    return words > 0;
  }

  #group(text: string): DraftEntity {
    const key = `group/${text.toLowerCase()}`;
    const entity = this.#table.known(key, 'group', text);
    entity.key = undefined;
    entity.named = false;
    entity.plural = true;
    return entity;
  }

  #describeInstitution(nominal: Nominal, isSource: boolean): DraftEntity | undefined {
    const text = this.#layer.text.slice(...nominal.span);
    if (
      nominal.country !== null &&
      nominal.end === nominal.head + 1 &&
      STATE_NOUNS.has(nominal.lemma) &&
      !this.#hasModifier(nominal)
    )
      return this.#table.known(`country/${nominal.country}`, 'government', text);
    const found = nominal.definite === 'indefinite' ? undefined : this.#table.institution(nominal.office);
    if (found) return found;
    const named =
      /\p{Lu}/u.test(this.#layer.tokens.word[nominal.head] ?? '') ||
      (nominal.country !== null && nominal.office.portfolio.length > 0);
    if (!isSource && !named) return undefined;
    const entity = this.#table.create('organisation', text.replace(/^the /i, ''), named);
    this.#table.addInstitution(entity, nominal.office);
    return entity;
  }

  /** "The statement said": whoever put the statement out speaks. */
  #readText(nominal: Nominal, isSource: boolean): void {
    if (!isSource) {
      const issuer = this.#issuerHere(nominal);
      if (issuer) this.#issuers.set(nominal.lemma, issuer);
      return;
    }
    const owner = nominal.possessive >= 0 || nominal.plural ? undefined : this.#issuers.get(nominal.lemma);
    const takesUp = nominal.definite === 'definite' && nominal.first < nominal.head;
    const entity = takesUp && owner ? owner : this.#group(this.#layer.text.slice(...nominal.span));
    this.#mention(entity, nominal.span, 'nominal', nominal.first, nominal.end, nominal.head);
  }

  /** Who "issued a statement" or "said in a statement": the source, else the first name or body of the sentence. */
  #issuerHere(nominal: Nominal): DraftEntity | undefined {
    const { tokens } = this.#layer;
    const sentence = tokens.sentence[nominal.head];
    let first: DraftEntity | undefined;
    for (const { span, entity, form } of this.#mentions.slice(-8)) {
      if (form === 'pronoun') continue;
      const token = tokenAt(this.#layer, span[0]);
      if (tokens.sentence[token] !== sentence) continue;
      const draft = this.#table.entities[entity];
      if (!draft || draft.kind === 'place') continue;
      if (tokens.quoted[token] === 0 && this.#isSource(token, tokenAt(this.#layer, span[1] - 1) + 1))
        first = draft;
      first ??= tokens.quoted[token] === 0 ? draft : undefined;
    }
    return first;
  }

  #readPronoun(token: number): void {
    if ((this.#nameAt[token] ?? -1) >= 0) return;
    const word = (this.#layer.tokens.word[token] ?? '').toLowerCase();
    const found = this.#pronouns.resolve(token, word, (this.#sourceAt[token] ?? 0) > 0);
    if (!found) return;
    const { start, end } = this.#layer.tokens;
    this.#mention(found, [start[token] ?? 0, end[token] ?? 0], 'pronoun', token, token + 1, token);
  }

  /** Gives every source that nothing stands for yet an entity of its own. */
  #readSources(): void {
    const covered = new Map<number, Mention>();
    for (const mention of this.#mentions) {
      const first = tokenAt(this.#layer, mention.span[0]);
      const end = tokenAt(this.#layer, mention.span[1] - 1) + 1;
      if (end - first > MENTION_LENGTH) continue;
      for (let token = first; token !== end; token++) if (!covered.has(token)) covered.set(token, mention);
    }
    this.#sources.forEach((source, index) => {
      if (!source) return;
      const mention = covered.get(source.head);
      if (mention && !source.coordinated) return;
      const span = this.#spanOfSource(index, source);
      const word = (this.#layer.tokens.word[source.head] ?? '').toLowerCase();
      if (PRONOUN_SOURCES.has(word)) return;
      const text = this.#layer.text.slice(...span);
      const kind = roleNounKind(word);
      const isPerson =
        kind === 'office' ||
        kind === 'person' ||
        /^(?:someone|somebody|anyone|everyone|nobody|one)$/.test(word);
      const entity =
        source.coordinated || !isPerson ? this.#group(text) : this.#table.create('person', text, false);
      this.#mention(entity, span, 'nominal', source.first, source.end, source.head);
    });
  }

  #spanOfSource(index: number, source: SourceTokens): Span {
    const piece = this.#attributions[index]?.source.find(
      ([start]) => start >= (this.#layer.tokens.start[source.first] ?? 0),
    );
    return (
      piece ?? [this.#layer.tokens.start[source.first] ?? 0, this.#layer.tokens.end[source.end - 1] ?? 0]
    );
  }

  /** "I" and "we" inside what somebody says mean the speaker. */
  #readFirstPersons(): void {
    for (const { token, entity } of this.#pronouns.firstPersons(this.#table.entities, this.#mentions)) {
      const { start, end } = this.#layer.tokens;
      this.#mentions.push({
        span: [start[token] ?? 0, end[token] ?? 0],
        form: 'pronoun',
        entity: entity.index,
      });
      entity.mentions++;
    }
  }

  #isSource(first: number, end: number): boolean {
    for (let token = first; token < end; token++) if (this.#sourceAt[token]) return true;
    return false;
  }

  #mention(
    entity: DraftEntity,
    span: Span,
    form: Mention['form'],
    first: number,
    end: number,
    head = end - 1,
  ): void {
    this.#mentions.push({ span, form, entity: entity.index });
    entity.mentions++;
    entity.lastToken = head;
    if (form === 'name') this.#entityOfName.set(first, entity.index);
    this.#pronouns.note(entity, { first, end, head, form, isSource: this.#isSource(first, end) });
  }

  #words(first: number, end: number): string {
    const { tokens, text } = this.#layer;
    return text.slice(tokens.start[first], tokens.end[end - 1]);
  }

  /** Leaves out what nobody names and nobody quotes, numbers the rest anew, and puts mentions in the order of the text. */
  #finish(): Coreference {
    const drafts = this.#table.entities;
    for (const { entity, code } of this.#speaksForCountry)
      entity.speaksFor ??= drafts.find((draft) => draft.key === `country/${code}`)?.index;
    const keep = new Uint8Array(drafts.length);
    for (const draft of drafts) if (draft.named && draft.mentions > 0) keep[draft.index] = 1;
    for (const mention of this.#mentions) {
      const first = tokenAt(this.#layer, mention.span[0]);
      if (this.#isSource(first, tokenAt(this.#layer, mention.span[1] - 1) + 1)) keep[mention.entity] = 1;
      if (
        (drafts[mention.entity]?.offices.length ?? 0) > 0 &&
        (drafts[mention.entity]?.roles.length ?? 0) > 0
      )
        keep[mention.entity] = 1;
    }
    const indexOf = new Map<number, number>();
    for (const draft of drafts) if (keep[draft.index]) indexOf.set(draft.index, indexOf.size);
    const entities = drafts
      .filter((draft) => indexOf.has(draft.index))
      .map((draft): LocalEntity => {
        const speaksFor = draft.speaksFor === undefined ? undefined : indexOf.get(draft.speaksFor);
        return {
          kind: draft.kind,
          name: draft.name,
          named: draft.named,
          roles: draft.roles,
          ...(speaksFor === undefined || speaksFor === indexOf.get(draft.index) ? {} : { speaksFor }),
          ...localKey(draft),
        };
      });
    const mentions = this.#mentions
      .filter((mention) => indexOf.has(mention.entity))
      .map((mention) => ({ ...mention, entity: indexOf.get(mention.entity) ?? 0 }))
      .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
    return { entities, mentions };
  }
}

function localKey(draft: DraftEntity): Pick<LocalEntity, 'key' | 'offices'> {
  const offices = [...new Set(draft.offices.map(officeKey).filter((key) => key !== null))].sort();
  return {
    ...(draft.key === undefined ? {} : { key: draft.key }),
    ...(offices.length > 0 ? { offices } : {}),
  };
}
