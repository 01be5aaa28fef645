import type { DraftEntity } from './entity-table.ts';
import type { Nominal } from './find-nominals.ts';
import { officesFit, type Office } from './lexicon/offices.ts';
import { mayBeBody } from './lexicon/roles.ts';
import type { ReadingState } from './reading-state.ts';
import { TextIssuers } from './text-issuers.ts';

/** Words for many who speak as their government when nothing but the country stands before them. */
const GOVERNMENT_GROUPS = new Set(['officials', 'official', 'authorities', 'authority']);
const NATIONS = new Set(['country', 'nation']);
/** How many times as often as any other a state must be mentioned to be whose "the government" is. */
const MAIN_STATE = 2;
/** Bodies that go by their trade after the first mention: "the company", "the club". */
const COMPANIES = new Set(
  `company firm airline manufacturer maker operator supplier bank insurer lender club team retailer chain utility brewery studio
  startup giant conglomerate corporation newspaper broadcaster charity`.split(/\s+/),
);
/** What "the company" never is. */
const NO_COMPANIES =
  /\b(?:Ministry|Department|Parliament|Senate|Congress|Court|Police|Council|Commission|Agency|University|Union|Party|Army|Navy|News|Times|Post|Press|Journal|Herald|Tribune)$/;

function isCompany({ kind, named, key, name, offices }: DraftEntity): boolean {
  return (
    kind === 'organisation' &&
    named &&
    key === undefined &&
    !NO_COMPANIES.test(name) &&
    offices.every(({ head }) => COMPANIES.has(head) || head === 'group' || mayBeBody(head))
  );
}

const DIPLOMATS = new Set(['ambassador', 'envoy', 'counsel', 'representative', 'negotiator']);
const STATE_NOUNS = new Set(['government', 'administration', 'regime', 'leadership', 'state']);
/** Nouns for a person with nothing of an office: they take up somebody who was named. */
const GENERIC = /^(?:man|woman|boy|girl|lady|politician|suspect|official|officer|teenager)$/;

/** Says whom descriptions mean: a holder of an office, a body, a group, or whoever put out a text. */
export class DescriptionResolver {
  readonly #state: ReadingState;
  readonly #issuers: TextIssuers;

  constructor(state: ReadingState) {
    this.#state = state;
    this.#issuers = new TextIssuers(state);
  }

  /** The entity of a description; `undefined` for a text of nobody that is nobody's source. */
  resolve(nominal: Nominal, isSource: boolean): DraftEntity | undefined {
    if (nominal.kind === 'text')
      return (
        this.#issuers.resolve(nominal, isSource) ??
        (isSource ? this.groupOf(this.#words(nominal)) : undefined)
      );
    if (nominal.plural || nominal.kind === 'group') return this.#group(nominal);
    if (nominal.kind === 'institution') return this.#institution(nominal, isSource);
    return this.#person(nominal, isSource);
  }

  /** The entity of many, one for each wording: "Western officials" twice are the same. */
  groupOf(text: string): DraftEntity {
    const entity = this.#state.table.known(`group/${text.toLowerCase()}`, 'group', text);
    entity.key = undefined;
    entity.named = false;
    entity.plural = true;
    return entity;
  }

  /** The office that a description names, with the country of "his", "its" or "the X's" filled in. */
  officeOf(nominal: Nominal): Office | undefined {
    if (nominal.lemma === 'counterpart') return this.#counterpart(nominal);
    if (nominal.country !== null) return nominal.office;
    const owner =
      nominal.possessive < 0
        ? this.#owningNation(nominal)
        : this.#state.pronouns.antecedent(nominal.possessive);
    return owner?.country ? { ...nominal.office, country: owner.country } : nominal.office;
  }

  /** The country of "the country's foreign minister". */
  #owningNation(nominal: Nominal): DraftEntity | undefined {
    const opens = this.#state.words(nominal.first, nominal.first + 3);
    return /^the (?:country|nation)['’]s$/i.test(opens) ? this.#lastNation(nominal.first) : undefined;
  }

  #person(nominal: Nominal, isSource: boolean): DraftEntity {
    const { table, pronouns } = this.#state;
    const office = this.officeOf(nominal);
    const definite =
      nominal.definite === 'definite' || (nominal.definite === 'bare' && nominal.country !== null);
    if (definite) {
      const found =
        office &&
        pronouns.lastPerson(
          (entity) =>
            (office.country === null ||
              entity.country === office.country ||
              (entity.country === null && this.#isHome(office.country))) &&
            entity.offices.some((held) => officesFit(held, office)),
          nominal,
        );
      if (found?.named) return found;
      const body = office && mayBeBody(nominal.lemma) ? this.#bodyIn(office) : undefined;
      const holder = body ?? found;
      if (holder) return holder;
      const bare = nominal.end === nominal.head + 1 && nominal.possessive < 0 && nominal.country === null;
      const generic = GENERIC.test(nominal.lemma) && nominal.head - nominal.first <= 1;
      const taken =
        !bare || nominal.kind !== 'person'
          ? undefined
          : generic
            ? pronouns.lastPerson((entity) => entity.named, nominal)
            : pronouns.onlyPerson(nominal);
      if (taken) return taken;
      const diplomat = bare && nominal.lemma === 'diplomat' ? this.#lastDiplomat(nominal) : undefined;
      if (diplomat) return diplomat;
      const speaker =
        isSource && nominal.kind === 'office' && nominal.country !== null
          ? pronouns.lastSpeaker(nominal)
          : undefined;
      if (speaker) return speaker;
    }
    const entity = table.create('person', this.#words(nominal), false);
    if (office) entity.offices.push(office);
    entity.country = office?.country ?? null;
    entity.gender = nominal.gender;
    return entity;
  }

  /** "The diplomat" takes up an ambassador, an envoy or a foreign minister. */
  #lastDiplomat(nominal: Nominal): DraftEntity | undefined {
    return this.#state.pronouns.lastPerson(
      ({ named, offices }) =>
        named &&
        offices.some(
          ({ head, portfolio }) =>
            DIPLOMATS.has(head) || (head === 'minister' && portfolio.includes('foreign')),
        ),
      nominal,
    );
  }

  /** "The owner" where one body alone was introduced as one: "the owner, Corvane Minerals". */
  #bodyIn(office: Office): DraftEntity | undefined {
    const { bodies } = this.#state.table;
    const fits = ({ offices }: DraftEntity) => offices.some((held) => officesFit(held, office));
    const [only, another] = bodies.filter((entity) => entity.kind === 'organisation' && fits(entity));
    return another ? undefined : only;
  }

  /** The office of "his Ukrainian counterpart": that of the person meant by "his", in the other country. */
  #counterpart(nominal: Nominal): Office | undefined {
    const owner = this.#state.pronouns.lastPerson(
      (entity) =>
        entity.offices.length > 0 && (nominal.country === null || entity.country !== nominal.country),
      nominal,
    );
    const office = owner?.offices.find((held) => held.head !== 'spokesperson') ?? owner?.offices[0];
    return office && { ...office, country: nominal.country };
  }

  #group(nominal: Nominal): DraftEntity {
    const bare = nominal.end === nominal.head + 1 && !this.#hasModifier(nominal);
    if (nominal.country !== null && bare && GOVERNMENT_GROUPS.has(nominal.lemma))
      return this.#state.table.known(`country/${nominal.country}`, 'government', this.#words(nominal));
    return this.groupOf(this.#words(nominal));
  }

  /** Whether words other than the determiner and the country stand before the noun. */
  #hasModifier(nominal: Nominal): boolean {
    const { layer, placed } = this.#state;
    for (let token = nominal.first; token < nominal.head; token++) {
      if ((placed.countryAt[token] ?? -1) >= 0) continue;
      if (token === nominal.possessive) continue;
      if (!/^(?:the|['’]s?)$/i.test(layer.tokens.word[token] ?? '')) return true;
    }
    return false;
  }

  #institution(nominal: Nominal, isSource: boolean): DraftEntity | undefined {
    const { layer, table } = this.#state;
    if (
      nominal.country !== null &&
      nominal.end === nominal.head + 1 &&
      STATE_NOUNS.has(nominal.lemma) &&
      !this.#hasModifier(nominal)
    )
      return table.known(`country/${nominal.country}`, 'government', this.#words(nominal));
    const bare = !this.#hasModifier(nominal) && nominal.end === nominal.head + 1;
    if (bare && nominal.country === null && nominal.definite === 'definite') {
      if (NATIONS.has(nominal.lemma)) return this.#nation(nominal);
      if (STATE_NOUNS.has(nominal.lemma) && nominal.lemma !== 'state') {
        const state = nominal.possessive >= 0 ? this.#nation(nominal) : this.#mainState();
        if (state) return state;
      }
    }
    const office = this.#ministryOfHolder(nominal) ?? this.officeOf(nominal) ?? nominal.office;
    const found = nominal.definite === 'indefinite' ? undefined : table.institution(office);
    if (found) return found;
    if (
      bare &&
      nominal.country === null &&
      nominal.definite === 'definite' &&
      nominal.possessive < 0 &&
      COMPANIES.has(nominal.lemma)
    ) {
      const company = this.#state.pronouns.body(nominal.head, isSource, (entity) => isCompany(entity));
      if (company) return company;
      const [only, another] = this.#state.table.bodies.filter(isCompany);
      if (only && !another) return only;
    }
    const named =
      /^\p{Lu}/u.test(layer.tokens.word[nominal.head] ?? '') ||
      (office.country !== null && office.portfolio.length > 0);
    if (!isSource && !named && nominal.definite !== 'definite') return undefined;
    const entity = table.create('organisation', this.#bodyName(nominal, named), named);
    table.addInstitution(entity, this.#withHolder(office));
    return entity;
  }

  /** "Her ministry": of a foreign minister it is the foreign ministry of her country. */
  #ministryOfHolder(nominal: Nominal): Office | undefined {
    if (nominal.possessive < 0 || nominal.office.head !== 'ministry' || nominal.office.portfolio.length > 0)
      return undefined;
    const held = this.#state.pronouns
      .antecedent(nominal.possessive)
      ?.offices.find(
        ({ head, portfolio, aside }) => head === 'minister' && portfolio.length > 0 && aside === '',
      );
    return held && { ...nominal.office, portfolio: held.portfolio, country: held.country };
  }

  /** What a body is called that no name was found for: "Green Union" of "the opposition Green Union". */
  #bodyName(nominal: Nominal, named: boolean): string {
    const words = this.#words(nominal).replace(/^the /i, '');
    const { tokens } = this.#state.layer;
    if (!named || !/^\p{Lu}/u.test(tokens.word[nominal.head] ?? '')) return words;
    let first = nominal.head;
    while (first > nominal.first && /^\p{Lu}/u.test(tokens.word[first - 1] ?? '')) first--;
    return first === nominal.head || /^the$/i.test(tokens.word[first] ?? '')
      ? words
      : this.#state.words(first, nominal.end);
  }

  /** "His country": that of whom "his" means; "the country": the one last mentioned. */
  #nation(nominal: Nominal): DraftEntity | undefined {
    const { pronouns, table } = this.#state;
    if (nominal.possessive < 0) return this.#lastNation(nominal.head);
    const country = pronouns.antecedent(nominal.possessive)?.country;
    if (country == null) return undefined;
    const key = `country/${country}`;
    const named = table.find(key);
    if (named) return named;
    // The country may be named further on for the first time.
    const phrase = this.#state.placed.countries.find(({ code, use }) => code === country && use === 'name');
    if (!phrase) return undefined;
    const entity = table.known(key, 'government', this.#state.words(phrase.first, phrase.end));
    entity.country = country;
    return entity;
  }

  /** The state that was last spoken of. */
  #lastNation(token: number): DraftEntity | undefined {
    return this.#state.pronouns.body(
      token,
      false,
      ({ key, kind }) =>
        key?.startsWith('country/') === true && (kind === 'government' || !key.includes('~')),
    );
  }

  /** Whether a country is by far the one that the text speaks of most: whose "President Lunde" needs no country. */
  #isHome(country: string): boolean {
    const mentions = (code: string | undefined) =>
      code === undefined ? 0 : (this.#state.table.find(code)?.mentions ?? 0);
    const own = mentions(`country/${country}`);
    return this.#state.table.states.every(
      (state) => MAIN_STATE * state.mentions <= own || state.key === `country/${country}`,
    );
  }

  /** "The government" where one state is spoken of far more than any other. */
  #mainState(): DraftEntity | undefined {
    let main: DraftEntity | undefined;
    let second = 0;
    for (const entity of this.#state.table.states) {
      if (!main || entity.mentions > main.mentions) {
        second = main?.mentions ?? 0;
        main = entity;
      } else second = Math.max(second, entity.mentions);
    }
    return main && main.mentions >= MAIN_STATE * second ? main : undefined;
  }

  /** "The foreign ministry" of no country is that of the minister who was just the subject. */
  #withHolder(office: Office): Office {
    return office.country === null ? { ...office, country: this.countryOfField(office) } : office;
  }

  /** The country of the last subject whose office has the same field ("foreign") as a body. */
  countryOfField(office: Office): string | null {
    if (office.portfolio.length === 0) return null;
    const holder = this.#state.pronouns.lastSubject((entity) =>
      entity.offices.some(
        (held) => held.country !== null && office.portfolio.every((word) => held.portfolio.includes(word)),
      ),
    );
    return holder?.offices.find((held) => held.country !== null)?.country ?? null;
  }

  #words(nominal: Nominal): string {
    return this.#state.layer.text.slice(...nominal.span);
  }
}
