import { EntityTable, coreWords, type DraftEntity } from './entity-table.ts';
import { findNominals, type Nominal } from './find-nominals.ts';
import type { CountryPhrase } from './find-country-words.ts';
import { countryWord } from './lexicon/countries.ts';
import { bodyKey, officeKey, officesFit } from './lexicon/offices.ts';
import { honorificGender, isHonorific, roleNounKind } from './lexicon/roles.ts';
import { isGovernmentUse } from './metonym.ts';
import { placeNames, type NameAt, type PlacedNames } from './place-names.ts';
import { DescriptionResolver } from './resolve-descriptions.ts';
import { PronounResolver } from './resolve-pronouns.ts';
import { sourceTokens, tokenAt, type SourceTokens } from './source-head.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Coreference, LocalEntity, Mention, NameMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';

const AUX = UPOS.indexOf('AUX');
const NOUN = UPOS.indexOf('NOUN');
const PRON = UPOS.indexOf('PRON');
const PROPN = UPOS.indexOf('PROPN');
const VERB = UPOS.indexOf('VERB');
const ADP = UPOS.indexOf('ADP');

export interface CoreferenceInput {
  readonly document: Document;
  readonly language: LanguageLayer;
  readonly names: readonly NameMention[];
  readonly attributions: readonly AttributionSpans[];
}

/** How many sentences after an office was mentioned its unnamed holder may be named. */
const HOLDER_WINDOW = 10;
/** Longest mention in tokens; longer ones are garbled text. */
const MENTION_LENGTH = 40;
/** Roles kept for one entity; later ones add nothing that a reader needs. */
const MAX_ROLES = 12;
/** Pronouns whose antecedent was not found stay open: no entity is made of them. */
const OPEN_PRONOUNS = new Set(
  'he she they it i we you who which that this these those one him her them us me his their its my our what'.split(
    ' ',
  ),
);

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

/** One reading of one document, with what has been understood so far. */
class Reading {
  readonly #layer: LanguageLayer;
  readonly #table = new EntityTable();
  readonly #mentions: Mention[] = [];
  readonly #placed: PlacedNames;
  readonly #nominals: readonly Nominal[];
  readonly #nominalByFirst = new Map<number, number>();
  readonly #attributions: readonly AttributionSpans[];
  readonly #sources: readonly (SourceTokens | null)[];
  /** 1 at each token that heads a source. */
  readonly #sourceAt: Uint8Array;
  readonly #pronouns: PronounResolver;
  readonly #descriptions: DescriptionResolver;
  /** 1 + entity of the last mention whose head is at a token. */
  readonly #headOf: Int32Array;
  /** Entities that an apposition gives to a description further on, by index of the description. */
  readonly #apposed = new Map<number, DraftEntity>();
  /** Descriptions that a name further on takes up, by the name's first token. */
  readonly #introduced = new Map<number, number>();
  /** Holders of an office that were described and not named yet, in the order of the text. */
  #unnamedHolders: { entity: DraftEntity; sentence: number }[] = [];
  /** Who holds which described office: for the body in whose name they speak. */
  readonly #offices: { entity: DraftEntity; nominal: Nominal }[] = [];

  constructor({ language, names, attributions }: CoreferenceInput) {
    this.#layer = language;
    this.#attributions = attributions;
    const placed = placeNames(language, names);
    this.#placed = placed;
    this.#nominals = findNominals(language, {
      nameAt: placed.nameAt,
      isPerson: (name) => placed.names[name]?.kind === 'person',
      countries: placed.countries,
    });
    this.#nominals.forEach((nominal, index) => {
      if (!this.#nominalByFirst.has(nominal.first)) this.#nominalByFirst.set(nominal.first, index);
    });
    this.#sources = attributions.map(({ source }) => sourceTokens(language, source));
    this.#sourceAt = new Uint8Array(language.tokens.count);
    for (const source of this.#sources) if (source) this.#sourceAt[source.head] = 1;
    this.#headOf = new Int32Array(language.tokens.count);
    this.#pronouns = new PronounResolver(language, attributions, this.#sources);
    this.#descriptions = new DescriptionResolver({
      layer: language,
      table: this.#table,
      placed,
      pronouns: this.#pronouns,
      mentions: this.#mentions,
      isSource: (first, end) => this.#isSource(first, end),
      entityAt: (token) => this.#table.entities[(this.#headOf[token] ?? 0) - 1],
    });
  }

  read(): Coreference {
    const { tokens } = this.#layer;
    const { names } = this.#placed;
    let name = 0;
    let nominal = 0;
    for (let token = 0; token < tokens.count; token++) {
      for (; name < names.length && (names[name]?.first ?? 0) <= token; name++)
        this.#readName(names[name] as NameAt);
      for (; nominal < this.#nominals.length && (this.#nominals[nominal]?.head ?? 0) <= token; nominal++)
        this.#readNominal(nominal);
      if (tokens.upos[token] === PRON || this.#sourceAt[token]) this.#readPronoun(token);
    }
    this.#readSources();
    this.#findBodies();
    for (const { token, entity } of this.#pronouns.firstPersons(this.#table.entities, this.#mentions))
      this.#mention(entity, 'pronoun', token, token + 1, token);
    return this.#finish();
  }

  #readName(name: NameAt): void {
    const text = this.#layer.text.slice(...name.span);
    if (name.country) this.#readCountry(name, name.country, text);
    else if (name.kind === 'person') this.#readPerson(name, text);
    else this.#readOther(name, text);
  }

  #readOther(name: NameAt, text: string): void {
    const inside: CountryPhrase[] = [];
    for (let token = name.first; token < name.end; token++) {
      const phrase = this.#placed.countries[this.#placed.countryAt[token] ?? -1];
      if (phrase?.first === token && phrase.end <= name.end) inside.push(phrase);
    }
    const core = coreWords(text, inside, ({ first, end }) => this.#words(first, end));
    const owner = inside[0];
    if (
      owner &&
      core.filter((word) => word !== 'of').length === 1 &&
      /^(?:government|administration|regime)$/.test(core[0] ?? '')
    ) {
      // "the Government of Norway" is Norway where it acts.
      const state = this.#table.known(`country/${owner.code}`, 'government', text);
      state.kind = 'government';
      this.#mention(state, 'name', name.first, name.end);
      return;
    }
    const described = this.#introduced.get(name.first);
    const nominal = described === undefined ? undefined : this.#nominals[described];
    const entity = this.#table.other(text, name.kind, inside[0]?.code ?? null, core, (office) =>
      this.#descriptions.countryOfField(office),
    );
    this.#mention(entity, 'name', name.first, name.end);
    if (nominal) this.#introduce(entity, nominal, name);
  }

  #readCountry(name: NameAt, phrase: CountryPhrase, text: string): void {
    const speaks = this.#isSource(name.first, name.end);
    const acts = isGovernmentUse(this.#layer, phrase) || speaks;
    const isCity = !acts && (phrase.use === 'capital' || phrase.use === 'seat');
    const union = phrase.code === 'EU' || phrase.code === 'UN' || phrase.code === 'NATO';
    const key = isCity ? `${phrase.use}/${phrase.code}` : `country/${phrase.code}`;
    const entity = this.#table.known(key, union && !isCity ? 'organisation' : 'place', text);
    entity.country = phrase.code;
    if (entity.kind === 'place' && !isCity) {
      const next = this.#layer.tokens.upos[name.end];
      if (phrase.use !== 'name' || (acts && (next === VERB || next === AUX || speaks)))
        entity.kind = 'government';
    }
    // The country's name is the better name of its government than its capital is.
    if (phrase.use === 'name' && countryWord(entity.name)?.use !== 'name') entity.name = text;
    this.#mention(entity, 'name', name.first, name.end);
  }

  #readPerson(name: NameAt, text: string): void {
    const { tokens } = this.#layer;
    const beforeIndex = this.#introduced.get(name.first);
    const before = beforeIndex === undefined ? undefined : this.#nominals[beforeIndex];
    const afterIndex = tokens.word[name.end] === ',' ? (this.#nominalByFirst.get(name.end + 1) ?? -1) : -1;
    const after = this.#nominals[afterIndex];
    const described = after !== undefined && this.#isApposition(after);
    const isIntroduced = before !== undefined || described || this.#isNoun(name.first - 1);
    const isNew = text.includes(' ') && !this.#table.hasPerson(text);
    const role = before ?? (described ? after : undefined);
    const holder = !isNew
      ? undefined
      : role
        ? this.#takeHolderOf(role)
        : isIntroduced
          ? undefined
          : this.#takeUnnamedHolder(name);
    const entity = holder ?? this.#table.person(text);
    if (holder) this.#table.nameHolder(holder, text);
    entity.gender ??= honorificGender(tokens.word[name.first - 1] ?? '');
    this.#mention(entity, 'name', name.first, name.end);
    if (before) this.#introduce(entity, before, name);
    if (described) {
      this.#giveRole(entity, after);
      this.#apposed.set(afterIndex, entity);
    }
  }

  /** Joins a description with the name that it runs into. One that stands apart from it is a mention of its own. */
  #introduce(entity: DraftEntity, nominal: Nominal, name: NameAt): void {
    this.#giveRole(entity, nominal);
    if (name.first !== nominal.head + 1)
      this.#mention(entity, 'nominal', nominal.first, Math.min(nominal.end, name.first), nominal.head);
  }

  #isNoun(token: number): boolean {
    const upos = this.#layer.tokens.upos[token];
    return upos === NOUN || upos === PROPN;
  }

  /** "…, the foreign minister of Norway," and "…, a teacher from Delden." describe; "…, the minister said" does not. */
  #isApposition(nominal: Nominal): boolean {
    const { tokens } = this.#layer;
    if (nominal.plural || (nominal.kind !== 'office' && nominal.kind !== 'person')) return false;
    const next = tokens.word[nominal.end];
    const closes =
      next === undefined ||
      /^(?:[,.;)—–]|who|and)$/.test(next) ||
      tokens.upos[nominal.end] === ADP ||
      tokens.sentence[nominal.end] !== tokens.sentence[nominal.head];
    return closes && !this.#isSource(nominal.first, nominal.end);
  }

  /**
   * Who an unnamed office was held by, when a person is then named without any introduction and speaks: the news convention
   * of naming in the second paragraph the minister whom the first describes.
   */
  #takeUnnamedHolder(name: NameAt): DraftEntity | undefined {
    const sentence = this.#layer.tokens.sentence[name.first] ?? 0;
    this.#unnamedHolders = this.#unnamedHolders.filter(
      (holder) => !holder.entity.named && sentence - holder.sentence <= HOLDER_WINDOW,
    );
    const addressed = /^(?:told|asked|urged|warned|informed|assured)$/i.test(
      this.#layer.tokens.word[name.first - 1] ?? '',
    );
    if (!addressed && !this.#isSource(name.first, name.end)) return undefined;
    const at = this.#unnamedHolders.findIndex((holder) => holder.sentence < sentence);
    return at < 0 ? undefined : this.#unnamedHolders.splice(at, 1)[0]?.entity;
  }

  /** Who held, unnamed, the office by which a person is now introduced. */
  #takeHolderOf(role: Nominal): DraftEntity | undefined {
    const office = this.#descriptions.officeOf(role) ?? role.office;
    const at = this.#unnamedHolders.findLastIndex(
      ({ entity }) =>
        !entity.named &&
        entity.offices.some((held) => officesFit(held, office) && held.country === office.country),
    );
    return at < 0 ? undefined : this.#unnamedHolders.splice(at, 1)[0]?.entity;
  }

  #giveRole(entity: DraftEntity, nominal: Nominal): void {
    if (entity.roles.length < MAX_ROLES)
      entity.roles.push({ text: this.#layer.text.slice(...nominal.span), span: nominal.span });
    const office = this.#descriptions.officeOf(nominal) ?? nominal.office;
    if (nominal.kind === 'institution') this.#table.addInstitution(entity, office);
    else entity.offices.push(office);
    entity.country ??= office.country;
    entity.gender ??= nominal.gender;
    if (nominal.kind === 'office') this.#offices.push({ entity, nominal });
  }

  #readNominal(index: number): void {
    const nominal = this.#nominals[index];
    if (!nominal || (this.#placed.nameAt[nominal.head] ?? -1) >= 0) return;
    const apposed = this.#apposed.get(index);
    if (apposed) {
      this.#mention(apposed, 'nominal', nominal.first, nominal.end, nominal.head);
      return;
    }
    const named = this.#nameAfter(nominal);
    if (named >= 0) {
      this.#introduced.set(named, index);
      return;
    }
    const isSource = this.#isSource(nominal.head, nominal.head + 1);
    const entity = this.#descriptions.resolve(nominal, isSource);
    if (!entity) return;
    if (!entity.named && entity.kind === 'person' && nominal.kind === 'office' && entity.mentions === 0)
      this.#noteHolder(entity, nominal);
    this.#mention(entity, 'nominal', nominal.first, nominal.end, nominal.head);
  }

  /** Keeps in mind that somebody holds an office of one country or field, and was not named. */
  #noteHolder(entity: DraftEntity, nominal: Nominal): void {
    const office = entity.offices[0];
    if (
      !office ||
      office.aside !== '' ||
      nominal.definite === 'indefinite' ||
      (office.country === null && office.portfolio.length === 0)
    )
      return;
    this.#unnamedHolders.push({ entity, sentence: this.#layer.tokens.sentence[nominal.head] ?? 0 });
    entity.roles.push({ text: this.#layer.text.slice(...nominal.span), span: nominal.span });
    this.#offices.push({ entity, nominal });
  }

  /** First token of the name that a description runs into ("mayor Joris Maas", "the agency, Litoral,"); -1 when none follows. */
  #nameAfter(nominal: Nominal): number {
    const { tokens } = this.#layer;
    if (nominal.plural || nominal.kind === 'group' || nominal.kind === 'text') return -1;
    const wanted = nominal.kind === 'institution' ? 'organisation' : 'person';
    for (const from of nominal.end === nominal.head + 1 ? [nominal.end] : [nominal.head + 1, nominal.end]) {
      let next = from;
      // "the European Union (EU) Josep …", "speaker (female) Kaisa …"
      if (tokens.word[next] === '(' && tokens.word[next + 2] === ')') next += 3;
      if (tokens.word[next] === ',' && from === nominal.end) {
        next++;
        while (isHonorific(tokens.word[next] ?? '')) next++;
        const name = this.#placed.names[this.#placed.nameAt[next] ?? -1];
        const close = tokens.word[name?.end ?? -1] ?? '';
        const openedByAs = /^as$/i.test(tokens.word[nominal.first - 1] ?? '');
        const sourceEnds =
          this.#isSource(nominal.head, nominal.head + 1) &&
          name !== undefined &&
          this.#inOneSource(nominal.head, name.first);
        if (nominal.definite === 'indefinite' || !(openedByAs || sourceEnds || /^[,.]$/.test(close)))
          continue;
      }
      while (isHonorific(tokens.word[next] ?? '')) next++;
      const name = this.#placed.names[this.#placed.nameAt[next] ?? -1];
      if (
        name?.kind === wanted &&
        !name.country &&
        name.first === next &&
        tokens.sentence[next] === tokens.sentence[nominal.head]
      )
        return next;
    }
    return -1;
  }

  #inOneSource(head: number, token: number): boolean {
    return this.#sources.some((source) => source?.head === head && token < source.end && !source.coordinated);
  }

  #readPronoun(token: number): void {
    if ((this.#placed.nameAt[token] ?? -1) >= 0) return;
    const word = (this.#layer.tokens.word[token] ?? '').toLowerCase();
    const found = this.#pronouns.resolve(token, word, this.#sourceAt[token] === 1);
    if (found) this.#mention(found, 'pronoun', token, token + 1, token);
  }

  /** Gives every source that nothing stands for yet an entity of its own. */
  #readSources(): void {
    this.#sources.forEach((source, index) => {
      if (!source || ((this.#headOf[source.head] ?? 0) > 0 && !source.coordinated)) return;
      const word = (this.#layer.tokens.word[source.head] ?? '').toLowerCase();
      if (OPEN_PRONOUNS.has(word)) return;
      const owner = this.#ownerAfter(source);
      if (owner) {
        this.#mention(owner, 'nominal', source.first, source.end, source.head);
        return;
      }
      const [first, end] = this.#withoutClause(source);
      const piece = this.#attributions[index]?.source[0];
      if (!piece || end <= first) return;
      const text = this.#words(first, end);
      const kind = roleNounKind(word);
      const isPerson =
        kind === 'office' ||
        kind === 'person' ||
        /^(?:someone|somebody|anyone|everyone|nobody|one)$/.test(word);
      const called = source.coordinated ? undefined : this.#unfoundName(source);
      if (called) {
        this.#mention(called.entity, 'name', called.first, called.end);
        return;
      }
      const entity =
        source.coordinated || !isPerson
          ? this.#descriptions.groupOf(text)
          : this.#table.create('person', text, false);
      this.#mention(entity, 'nominal', first, end, source.head);
    });
  }

  /** A source that is a name which nothing found: "Lunde said", where no other words tell who that is. */
  #unfoundName({
    head,
    first: start,
  }: SourceTokens): { entity: DraftEntity; first: number; end: number } | undefined {
    const { tokens } = this.#layer;
    const isCapital = (token: number) =>
      tokens.upos[token] === PROPN && /^\p{Lu}\p{L}/u.test(tokens.word[token] ?? '');
    if (!isCapital(head) || (this.#placed.countryAt[head] ?? -1) >= 0) return undefined;
    if (roleNounKind((tokens.word[head] ?? '').toLowerCase()) !== undefined) return undefined;
    let first = head;
    while (
      first > start &&
      isCapital(first - 1) &&
      roleNounKind((tokens.word[first - 1] ?? '').toLowerCase()) === undefined &&
      !isHonorific(tokens.word[first - 1] ?? '')
    )
      first--;
    if (/^the$/i.test(tokens.word[first - 1] ?? '')) return undefined;
    const name = this.#words(first, head + 1);
    const entity = /^[\p{Lu}.]+$/u.test(name)
      ? this.#table.other(name, 'organisation', null, [], () => null)
      : this.#table.person(name);
    return { entity, first, end: head + 1 };
  }

  /** "Tests by the institute", "a notice on the firm's website": a text or act speaks for whom it is by. */
  #ownerAfter(source: SourceTokens): DraftEntity | undefined {
    const { tokens } = this.#layer;
    if (source.coordinated) return undefined;
    const link = (tokens.word[source.head + 1] ?? '').toLowerCase();
    const isText = roleNounKind((tokens.lemma[source.head] ?? '').toLowerCase()) === 'text';
    if (link !== 'by' && !(isText && (link === 'from' || link === 'on'))) return undefined;
    for (let token = source.head + 2; token < source.end; token++) {
      const entity = this.#table.entities[(this.#headOf[token] ?? 0) - 1];
      if (entity && entity.kind !== 'place') return entity;
    }
    return undefined;
  }

  /** A source without the relative clause or participle that hangs on it: "a pilot, who asked not to be named" is a pilot. */
  #withoutClause(source: SourceTokens): [first: number, end: number] {
    const { tokens } = this.#layer;
    let end = source.end;
    for (let token = source.head + 1; token < source.end; token++) {
      const word = (tokens.word[token] ?? '').toLowerCase();
      if (/^(?:who|which|that|whose|whom)$/.test(word)) {
        end = tokens.word[token - 1] === ',' ? token - 1 : token;
        break;
      }
    }
    return [source.first, end];
  }

  /** Sets in whose name office-holders speak: the body that their description names, else the government of its country. */
  #findBodies(): void {
    const { entities } = this.#table;
    const countries = new Map(
      entities.flatMap((entity) => (entity.key === undefined ? [] : [[entity.key, entity.index] as const])),
    );
    for (const { entity, nominal } of this.#offices) {
      for (let token = nominal.first; token < nominal.end && entity.speaksFor === undefined; token++) {
        const body = entities[(this.#headOf[token] ?? 0) - 1];
        if (body && body !== entity && body.kind === 'organisation' && token !== nominal.head)
          entity.speaksFor = body.index;
      }
    }
    for (const { entity, nominal } of this.#offices) {
      const owner =
        nominal.possessive >= 0 ? entities[(this.#headOf[nominal.possessive] ?? 0) - 1] : undefined;
      if (owner && owner !== entity && owner.kind !== 'person') entity.speaksFor ??= owner.index;
      entity.speaksFor ??= countries.get(`country/${nominal.country ?? entity.country}`);
    }
  }

  #isSource(first: number, end: number): boolean {
    for (let token = first; token < end; token++) if (this.#sourceAt[token]) return true;
    return false;
  }

  #mention(entity: DraftEntity, form: Mention['form'], first: number, end: number, head = end - 1): void {
    const { start, end: ends } = this.#layer.tokens;
    const span: Span = [start[first] ?? 0, ends[end - 1] ?? 0];
    this.#mentions.push({ span, form, entity: entity.index });
    entity.mentions++;
    entity.lastToken = head;
    this.#headOf[head] = entity.index + 1;
    this.#pronouns.note(entity, { first, end, head, form, isSource: this.#isSource(first, end) });
  }

  #words(first: number, end: number): string {
    const { tokens, text } = this.#layer;
    return text.slice(tokens.start[first], tokens.end[end - 1]);
  }

  /** Leaves out what nobody names and nobody quotes, numbers the rest anew, and puts mentions in the order of the text. */
  #finish(): Coreference {
    const drafts = this.#table.entities;
    const keep = new Uint8Array(drafts.length);
    for (const draft of drafts)
      if (draft.mentions > 0 && (draft.named || draft.roles.length > 0)) keep[draft.index] = 1;
    for (const { span, entity } of this.#mentions) {
      const first = tokenAt(this.#layer, span[0]);
      const end = Math.min(tokenAt(this.#layer, span[1] - 1) + 1, first + MENTION_LENGTH);
      if (keep[entity] === 0 && this.#isSource(first, end)) keep[entity] = 1;
    }
    for (const draft of drafts)
      if (keep[draft.index] && draft.speaksFor !== undefined && (drafts[draft.speaksFor]?.mentions ?? 0) > 0)
        keep[draft.speaksFor] = 1;
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
          ...comparable(draft),
        };
      });
    const mentions = this.#mentions
      .filter((mention) => indexOf.has(mention.entity))
      .map((mention) => ({ ...mention, entity: indexOf.get(mention.entity) ?? 0 }))
      .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
    return { entities, mentions };
  }
}

/** What other documents can compare: the identity that general knowledge settles, and offices of one holder. */
function comparable(draft: DraftEntity): Pick<LocalEntity, 'key' | 'offices'> {
  if (draft.kind !== 'person') {
    const body = draft.offices.map(bodyKey).find((found) => found !== null);
    const key = draft.key ?? (draft.named ? body : undefined);
    return key === undefined || key === null ? {} : { key };
  }
  const offices = [...new Set(draft.offices.map(officeKey).filter((office) => office !== null))].sort();
  return offices.length > 0 ? { offices } : {};
}
