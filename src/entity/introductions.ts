import type { DraftEntity } from './entity-table.ts';
import type { Nominal } from './find-nominals.ts';
import { officesFit, type Office } from './lexicon/offices.ts';
import { isHonorific, mayBeBody, roleNounKind } from './lexicon/roles.ts';
import type { NameAt } from './place-names.ts';
import type { ReadingState } from './reading-state.ts';
import { tokenAt } from './source-head.ts';
import type { DescriptionResolver } from './resolve-descriptions.ts';
import type { EntityKind } from '../model/entity.ts';
import { UPOS } from '../model/language-layer.ts';

const ADP = UPOS.indexOf('ADP');
const NOUN = UPOS.indexOf('NOUN');
const PROPN = UPOS.indexOf('PROPN');

/** How many sentences after an office was mentioned its unnamed holder may be named. */
const HOLDER_WINDOW = 10;
/** Roles kept for one entity; later ones add nothing that a reader needs. */
const MAX_ROLES = 12;

interface UnnamedHolder {
  readonly entity: DraftEntity;
  readonly sentence: number;
  /** Whether the office stood as a subject or source: its holder is then not the one who is told something. */
  readonly acted: boolean;
}

/**
 * How a document introduces people and bodies: by a description before the name ("spokesman Ivo Tressel"), by one behind it
 * ("Ada Lunde, the foreign minister,"), or by the office first and the name a paragraph later.
 */
export class Introductions {
  readonly #state: ReadingState;
  readonly #descriptions: DescriptionResolver;
  readonly #nominalByFirst = new Map<number, number>();
  /** Entities that an apposition gives to a description further on, by index of the description. */
  readonly #apposed = new Map<number, DraftEntity>();
  /** Descriptions that a name further on takes up, by the name's first token. */
  readonly #introduced = new Map<number, Nominal[]>();
  /** The singular description that reached farthest to the right. */
  #widest: Nominal | undefined;
  /** Holders of an office that were described and not named yet, in the order of the text. */
  #unnamedHolders: UnnamedHolder[] = [];
  /** Who holds which described office: for the body in whose name they speak. */
  readonly #offices: { entity: DraftEntity; nominal: Nominal }[] = [];

  constructor(state: ReadingState, descriptions: DescriptionResolver) {
    this.#state = state;
    this.#descriptions = descriptions;
    state.nominals.forEach((nominal, index) => {
      if (!this.#nominalByFirst.has(nominal.first)) this.#nominalByFirst.set(nominal.first, index);
    });
  }

  /** The descriptions that ran into a name: "the police spokesman, Colonel" before "Ivo Tressel". */
  before(name: NameAt): readonly Nominal[] {
    return this.#introduced.get(name.first) ?? [];
  }

  /** Whom an apposition before a description says that it means. */
  apposedTo(index: number): DraftEntity | undefined {
    return this.#apposed.get(index);
  }

  /** The person whom a name means, with what stands around the name as roles. */
  person(name: NameAt, text: string): DraftEntity {
    const { table, layer } = this.#state;
    const { tokens } = layer;
    const before = this.before(name);
    const afterIndex = tokens.word[name.end] === ',' ? (this.#nominalByFirst.get(name.end + 1) ?? -1) : -1;
    const after = this.#state.nominals[afterIndex];
    const described = after !== undefined && this.#isApposition(after);
    const isIntroduced = before.length > 0 || described || this.#isNoun(name.first - 1);
    const isNew = text.includes(' ') && !table.hasPerson(text);
    const role = before[0] ?? (described ? after : undefined);
    const holder = !isNew
      ? undefined
      : role
        ? this.#takeHolderOf(role)
        : isIntroduced
          ? undefined
          : this.#takeUnnamedHolder(name);
    const entity = holder ?? table.person(text);
    if (holder) table.nameHolder(holder, text);
    this.#state.mention(entity, 'name', name.first, name.end);
    for (const nominal of before) this.introduce(entity, nominal, name);
    if (described) this.#describe(entity, afterIndex);
    return entity;
  }

  /** Takes the description behind a name, and those that "and" adds: "Tressel, chairman and founder of the club,". */
  #describe(entity: DraftEntity, index: number): void {
    let at = index;
    for (let nominal = this.#state.nominals[at]; nominal && this.#isApposition(nominal);) {
      this.#giveRole(entity, nominal);
      this.#apposed.set(at, entity);
      if (this.#state.lower(nominal.end) !== 'and') return;
      at = this.#nominalByFirst.get(nominal.end + 1) ?? -1;
      nominal = this.#state.nominals[at];
      if (nominal?.definite !== 'bare') return;
    }
  }

  /** Joins a description with the name that it runs into. One that stands apart from it is a mention of its own. */
  introduce(entity: DraftEntity, nominal: Nominal, name: NameAt): void {
    this.#giveRole(entity, nominal);
    if (name.first !== nominal.head + 1)
      this.#state.mention(entity, 'nominal', nominal.first, Math.min(nominal.end, name.first), nominal.head);
  }

  #isNoun(token: number): boolean {
    const upos = this.#state.layer.tokens.upos[token];
    return upos === NOUN || upos === PROPN;
  }

  /** "…, the foreign minister of Norway," and "…, a teacher from Delden." describe; "…, the minister said" does not. */
  #isApposition(nominal: Nominal): boolean {
    const { tokens } = this.#state.layer;
    if (nominal.plural || (nominal.kind !== 'office' && nominal.kind !== 'person')) return false;
    const next = tokens.word[nominal.end];
    const closes =
      next === undefined ||
      /^(?:[,.;)—–]|who|and)$/.test(next) ||
      tokens.upos[nominal.end] === ADP ||
      tokens.sentence[nominal.end] !== tokens.sentence[nominal.head];
    return closes && !this.#state.isSource(nominal.first, nominal.end);
  }

  /**
   * Who an unnamed office was held by, when a person is then named without any introduction and speaks: the news convention
   * of naming in the second paragraph the minister whom the first describes.
   */
  #takeUnnamedHolder(name: NameAt): DraftEntity | undefined {
    const sentence = this.#state.layer.tokens.sentence[name.first] ?? 0;
    this.#unnamedHolders = this.#unnamedHolders.filter(
      (holder) => !holder.entity.named && sentence - holder.sentence <= HOLDER_WINDOW,
    );
    const addressed = /^(?:told|asked|urged|warned|informed|assured)$/.test(
      this.#state.lower(name.first - 1),
    );
    if (!addressed && !this.#state.isSource(name.first, name.end)) return undefined;
    const at = this.#unnamedHolders.findIndex(
      (holder) => holder.sentence < sentence && !(addressed && holder.acted),
    );
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
    const office = this.#descriptions.officeOf(nominal) ?? nominal.office;
    if (nominal.kind === 'office' && isForeignTo(entity, office)) return;
    if (entity.roles.length < MAX_ROLES)
      entity.roles.push({ text: this.#state.layer.text.slice(...nominal.span), span: nominal.span });
    // "US rating agency Sollis" is one of several, so that the words settle nothing between documents.
    if (nominal.kind === 'institution')
      this.#state.table.addInstitution(
        entity,
        nominal.definite === 'definite' ? office : { ...office, aside: 'one-of' },
      );
    else entity.offices.push(office);
    entity.country ??= office.country;
    entity.gender ??= nominal.gender;
    if (nominal.kind === 'office') this.#offices.push({ entity, nominal });
  }

  /** Keeps in mind that somebody holds an office of one country or field, and was not named. */
  noteHolder(entity: DraftEntity, nominal: Nominal): void {
    const office = entity.offices[0];
    if (
      !office ||
      office.aside !== '' ||
      nominal.definite === 'indefinite' ||
      (office.country === null && office.portfolio.length === 0)
    )
      return;
    const sentence = this.#state.layer.tokens.sentence[nominal.head] ?? 0;
    const { tokens, sentences } = this.#state.layer;
    const acted =
      this.#state.isSource(nominal.first, nominal.end) ||
      sentences[tokens.sentence[nominal.head] ?? 0]?.firstToken === nominal.first;
    this.#unnamedHolders.push({ entity, sentence, acted });
    entity.roles.push({ text: this.#state.layer.text.slice(...nominal.span), span: nominal.span });
    this.#offices.push({ entity, nominal });
  }

  /** Whether a name further on takes a description up ("mayor Joris Maas", "the agency, Litoral,"): it is then the name's. */
  waitsForName(nominal: Nominal): boolean {
    const first = this.#nameAfter(nominal);
    if (first >= 0) this.#introduced.set(first, [...(this.#introduced.get(first) ?? []), nominal]);
    return first >= 0;
  }

  /** First token of the name that a description runs into; -1 when none follows. */
  #nameAfter(nominal: Nominal): number {
    const { layer, placed } = this.#state;
    const { tokens } = layer;
    const isWithin = this.#reachesOver(nominal);
    if (nominal.plural || nominal.kind === 'group' || nominal.kind === 'text') return -1;
    const isWanted = (kind: EntityKind | undefined): boolean =>
      kind === 'organisation'
        ? nominal.kind === 'institution' || mayBeBody(nominal.lemma)
        : kind === 'person' && nominal.kind !== 'institution';
    for (const from of nominal.end === nominal.head + 1 ? [nominal.end] : [nominal.head + 1, nominal.end]) {
      let next = from;
      // "the European Union (EU) Josep …", "speaker (female) Kaisa …"
      if (tokens.word[next] === '(' && tokens.word[next + 2] === ')') next += 3;
      if (tokens.word[next] === ',' && from === nominal.end) {
        // "The spokesman for the president, Ivo Tressel,": the name is the spokesman's.
        if (isWithin) continue;
        next = this.#skipTitles(next + 1);
        const name = placed.names[placed.nameAt[next] ?? -1];
        if (!this.#opensApposition(nominal, name)) continue;
      }
      // "A spokesman for President Ada Lunde": the name is the president's.
      if (from > nominal.head + 1 && next === from && isHolder(this.#state.lower(from - 1))) continue;
      next = this.#skipHonorifics(next);
      const name = placed.names[placed.nameAt[next] ?? -1];
      if (
        name !== undefined &&
        isWanted(name.kind) &&
        !name.country &&
        name.first === next &&
        tokens.sentence[next] === tokens.sentence[nominal.head]
      )
        return next;
    }
    return -1;
  }

  /** Whether a description that began before goes on to the end of this one. */
  #reachesOver(nominal: Nominal): boolean {
    const around = this.#widest;
    if (around && around.first < nominal.first && around.end >= nominal.end) return true;
    if (!nominal.plural && nominal.kind === 'office' && (!around || nominal.end > around.end))
      this.#widest = nominal;
    return false;
  }

  /** Behind "Colonel", "Dr." and other titles of the one whose name follows. */
  #skipTitles(token: number): number {
    const { tokens } = this.#state.layer;
    let next = token;
    while (
      isHonorific(tokens.word[next] ?? '') ||
      (/^\p{Lu}/u.test(tokens.word[next] ?? '') &&
        roleNounKind(this.#state.lower(next)) === 'office' &&
        (this.#state.placed.nameAt[next] ?? -1) < 0)
    )
      next++;
    return next;
  }

  #skipHonorifics(token: number): number {
    let next = token;
    while (isHonorific(this.#state.layer.tokens.word[next] ?? '')) next++;
    return next;
  }

  /** "The prime minister, Ada Lunde, said": a name between commas, or one that ends the source that the description opens. */
  #opensApposition(nominal: Nominal, name: NameAt | undefined): boolean {
    const { tokens } = this.#state.layer;
    if (nominal.definite === 'indefinite') {
      // "A doctor at the clinic, Ada Lunde, said"; "a doctor, Ada Lunde, and two nurses" are several.
      const end = name?.end ?? -1;
      return tokens.word[end] === ',' && !/^(?:and|or|who)$/.test(this.#state.lower(end + 1));
    }
    if (this.#state.lower(nominal.first - 1) === 'as' || /^[,.]$/.test(tokens.word[name?.end ?? -1] ?? ''))
      return true;
    const source = this.#state.sourceHeadedAt(nominal.head);
    return name !== undefined && source !== undefined && name.first < source.end && !source.coordinated;
  }

  /** "Ada Lunde, who heads the rescue service, said": she speaks for what she heads. */
  #readHeads(): void {
    const { layer, mentions, table } = this.#state;
    const { tokens } = layer;
    for (const { span, entity, form } of mentions) {
      const person = table.entities[entity];
      if (form !== 'pronoun' || person?.kind !== 'person' || person.speaksFor !== undefined) continue;
      const who = tokenAt(layer, span[0]);
      if (this.#state.lower(who) !== 'who' || !HEADS.has(this.#state.lower(who + 1))) continue;
      for (let token = who + 2; token < who + 2 + LONGEST_BODY && person.speaksFor === undefined; token++) {
        if (/^[,.]$/.test(tokens.word[token] ?? '')) break;
        const body = this.#state.entityAt(token);
        if (body?.kind === 'organisation') person.speaksFor = body.index;
      }
    }
  }

  /** Sets in whose name office-holders speak: the body that their description names, else the government of its country. */
  findBodies(): void {
    const { entities } = this.#state.table;
    const countries = new Map(
      entities.flatMap((entity) => (entity.key === undefined ? [] : [[entity.key, entity.index] as const])),
    );
    for (const { entity, nominal } of this.#offices) {
      for (let token = nominal.first; token < nominal.end && entity.speaksFor === undefined; token++) {
        const body = this.#state.entityAt(token);
        if (body && body !== entity && body.kind === 'organisation' && token !== nominal.head)
          entity.speaksFor = body.index;
      }
    }
    this.#readHeads();
    for (const { entity, nominal } of this.#offices) {
      const owner = nominal.possessive >= 0 ? this.#state.entityAt(nominal.possessive) : undefined;
      if (owner && owner !== entity && owner.kind !== 'person') entity.speaksFor ??= owner.index;
      entity.speaksFor ??= countries.get(`country/${nominal.country ?? entity.country}`);
    }
  }
}

/** Nobody is the minister of one country and the president of another: such a role is somebody else's. */
function isForeignTo(entity: DraftEntity, office: Office): boolean {
  if (office.country === null || !STATE_OFFICES.has(office.head)) return false;
  const held = entity.offices.filter(({ head, country }) => country !== null && STATE_OFFICES.has(head));
  return held.length > 0 && held.every(({ country }) => country !== office.country);
}

const HEADS = new Set('heads leads runs chairs commands directs headed led'.split(' '));
/** Words to the end of a body's name. */
const LONGEST_BODY = 8;

const STATE_OFFICES = new Set('minister prime-minister president chancellor king'.split(' '));

function isHolder(word: string): boolean {
  if (isHonorific(word)) return true;
  const kind = roleNounKind(word);
  return kind === 'office' || kind === 'person';
}
