import type { Act } from '../model/attribution.ts';
import { voicesBehind, type Entity } from '../model/entity.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { TimeExpression } from '../model/moment.ts';
import { foldWord } from '../text/fold-word.ts';
import { isPredicateClass, predicateClasses } from '../text/predicate-class.ts';
import type { Content } from './content.ts';

/**
 * How the speakers of two reports stand to each other: one and the same; belonging together; one of them not named, but
 * described as what the other is; one of them not known; or two different ones.
 */
export type SpeakerRelation = 'same' | 'kin' | 'described' | 'open' | 'other';

/** Knows the speakers of a story. */
export class Speakers {
  readonly #entities: ReadonlyMap<string, Entity>;
  /** Entities that some document calls by a name. */
  readonly #named = new Set<string>();
  /** For each entity the bodies and offices that documents make it out to be. */
  readonly #stations = new Map<string, Station[]>();

  constructor({ documents, entities, entityOf }: Pick<LinkedStory, 'documents' | 'entities' | 'entityOf'>) {
    this.#entities = new Map(entities.map((entity) => [entity.id, entity]));
    documents.forEach(({ coreference }, at) => {
      coreference.entities.forEach(({ named, key, offices = [] }, local) => {
        const id = entityOf[at]?.[local];
        if (id === undefined) return;
        if (named) this.#named.add(id);
        const stations = [key, ...offices].flatMap((office) => readStation(office) ?? []);
        if (stations.length > 0) this.#stations.set(id, [...(this.#stations.get(id) ?? []), ...stations]);
      });
    });
  }

  relate(a: string | null, b: string | null): SpeakerRelation {
    if (a === null || b === null) return 'open';
    if (a === b) return 'same';
    const [one, other] = [this.#entities.get(a), this.#entities.get(b)];
    if (!one || !other) return 'open';
    // "A spokesman" of one account may be anybody in another, the one whom it names among them.
    const unnamed = [a, b].filter((id) => !this.#named.has(id)).length;
    if (sameName(one.name, other.name)) return unnamed === 0 ? 'same' : 'kin';
    if (isTitled(one.name, other.name)) return 'same';
    if (shareName(one, other)) return 'kin';
    if (this.#speakForOneAnother(one, other) || isFamilyName(one, other) || isBodyOf(one, other))
      return 'kin';
    if (this.#areOfOneState(a, b)) return 'kin';
    if (unnamed === 0) return 'other';
    const [described, known] = this.#named.has(a) ? [other, one] : [one, other];
    return isDescribedAs(described, known) ? 'described' : 'open';
  }

  /** A speaker with all for whom he speaks: whoever is of one state or body with another shares one of them. */
  circleOf(speaker: string): string[] {
    const circle = new Set([speaker, ...voicesBehind(speaker, this.#entities)]);
    for (const { state } of this.#stations.get(speaker) ?? []) circle.add(state);
    return [...circle];
  }

  /** Whether an entity is the speaker, or whom the speaker speaks for. */
  isSelf(speaker: string | null, entity: string): boolean {
    return speaker !== null && (speaker === entity || this.#entities.get(speaker)?.speaksFor === entity);
  }

  #speakForOneAnother(a: Entity, b: Entity): boolean {
    const shared = a.speaksFor !== undefined && a.speaksFor === b.speaksFor;
    const standsFor = (one: Entity, other: Entity): boolean =>
      voicesBehind(one.id, this.#entities).includes(other.id);
    return shared || standsFor(a, b) || standsFor(b, a);
  }

  /** "Veloria's defence ministry" and "Veloria"; "the defence minister" and "the defence ministry". */
  #areOfOneState(a: string, b: string): boolean {
    const others = this.#stations.get(b) ?? [];
    return (this.#stations.get(a) ?? []).some((one) => others.some((other) => areOfOneState(one, other)));
  }
}

/** A body or an office, as comparable between documents: the defence ministry of one state. */
interface Station {
  readonly head: string;
  readonly field: string;
  readonly state: string;
}

/** Reads `ministry/defence/NO`, `country/NO`; nothing where no state is known. */
function readStation(key: string | undefined): Station | undefined {
  const [head = '', field = '', state] = key?.split('/') ?? [];
  const known = STATE.test(head) ? field : state;
  return known === undefined || known === '' ? undefined : { head, field, state: known };
}

const STATE = /^(?:country|capital|seat)$/;

function areOfOneState(a: Station, b: Station): boolean {
  if (a.state !== b.state) return false;
  return STATE.test(a.head) || STATE.test(b.head) || (a.field !== '' && a.field === b.field);
}

/** "Chief Maria Onde" and "Maria Onde": a title that was taken into the name. */
function isTitled(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.includes(' ') && fold(long).endsWith(` ${fold(short)}`);
}

/** "Velorian Mountain Rescue", "Veloria's interior ministry" and "Veloria": a state, and a body that is called by its name. */
function isBodyOf(a: Entity, b: Entity): boolean {
  const [state, body] = a.kind === 'government' && !isBody(a) ? [a, b] : [b, a];
  if (state.kind !== 'government' || isBody(state) || body.kind === 'person') return false;
  if (body.kind === 'government' && !isBody(body)) return false;
  const name = fold(state.name);
  const stem = name.length > LEAST_STEM ? name.slice(0, -1) : name;
  if (stem.length < LEAST_STEM || stem.includes(' ')) return false;
  return [body.name, ...body.aliases].some((name) => fold(name).startsWith(stem));
}

const BODY =
  /\s(?:ministry|department|office|parliament|army|navy|forces|police|staff|council|guard|service)$/i;

/** "Velorian Foreign Ministry": a part of a state, though it is a government by its kind. */
function isBody({ name }: Entity): boolean {
  return BODY.test(name);
}

/** "A hospital doctor", and somebody who is called "a doctor at the hospital"; "the firm", and "Tolm Bricks, the company". */
function isDescribedAs(described: Entity, known: Entity): boolean {
  const head = headOf(described.name);
  return [...known.roles, ...known.aliases].some((role) =>
    wordsOf(role).some((word) => isOneNoun(word, head)),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}-]{3,}/gu) ?? [];
}

/** The noun of a description: its last word before "of", "at", "for", "who" … */
function headOf(description: string): string {
  const [phrase = ''] = description.toLowerCase().split(/\s(?:of|at|for|in|from|who|which|with|on|to)\s|,/);
  return wordsOf(phrase).at(-1) ?? '';
}

function isOneNoun(a: string, b: string): boolean {
  if (foldWord(a) === foldWord(b)) return b !== '';
  if (SPEAKS.test(a) && SPEAKS.test(b)) return true;
  return predicateClasses(a).some((one) => !isPredicateClass(one) && predicateClasses(b).includes(one));
}

/** Who speaks for others by profession; a machine's translation calls a spokeswoman a speaker. */
const SPEAKS = /^(?:spokes(?:man|woman|person|people|men)|speakers?)$/;

/** "Veloria", "Velorian"; shorter stems begin other words too. */
const LEAST_STEM = 4;

/** "Onde" and "Maria Onde", where nothing else joined them. */
function isFamilyName(a: Entity, b: Entity): boolean {
  const [short, long] = a.name.length <= b.name.length ? [a, b] : [b, a];
  return (
    long.kind === 'person' && !short.name.includes(' ') && fold(long.name).endsWith(` ${fold(short.name)}`)
  );
}

/** Two entities that some document calls by one name: they may not have been recognised as one. */
function shareName(a: Entity, b: Entity): boolean {
  const names = new Set(a.aliases.map(fold));
  return b.aliases.some((alias) => names.has(fold(alias)));
}

function sameName(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/^(?:the|an?) /, '');
}

/** Whether what is known of day, channel and act speaks against two reports being of one act of speaking. */
export function occasionsClash(a: Content, b: Content): boolean {
  return timesClash(a.attribution.when, b.attribution.when) || channelsClash(a, b) || actsClash(a, b);
}

function channelsClash({ attribution: a }: Content, { attribution: b }: Content): boolean {
  return a.channel !== undefined && b.channel !== undefined && channelOf(a.channel) !== channelOf(b.channel);
}

/** Channels that outlets name alike: a tweet is a statement on social media. */
function channelOf(channel: string): string {
  return /twitter|tweet|social media|facebook|telegram|instagram|statement|post/i.test(channel)
    ? 'written'
    : 'spoken';
}

const ASKING: ReadonlySet<Act> = new Set(['ask', 'demand', 'advise', 'pledge']);

/** Who asked for something and who denies having asked speak at two occasions. */
function actsClash({ attribution: a }: Content, { attribution: b }: Content): boolean {
  if (a.form === 'direct' || b.form === 'direct') return false;
  return (a.act === 'deny' && ASKING.has(b.act)) || (b.act === 'deny' && ASKING.has(a.act));
}

/** Two values that are both known and cannot be of one day. */
export function timesClash(a: TimeExpression | undefined, b: TimeExpression | undefined): boolean {
  const [one, other] = [dateOf(a?.value), dateOf(b?.value)];
  if (one === undefined || other === undefined) return false;
  if (one.startsWith('XXXX') || other.startsWith('XXXX')) {
    const [dayA, dayB] = [weekdayOf(one), weekdayOf(other)];
    return dayA !== undefined && dayB !== undefined && dayA !== dayB;
  }
  const shorter = Math.min(one.length, other.length);
  return one.slice(0, shorter) !== other.slice(0, shorter);
}

/** A day, a month, a year or a day of the week; parts of days are left out. */
function dateOf(value: string | null | undefined): string | undefined {
  return /^(?:\d{4}(?:-\d\d(?:-\d\d)?)?(?![-\dW])|XXXX-WXX-\d)/.exec(value ?? '')?.[0];
}

/** 1 for Monday to 7 for Sunday, as TIMEX3 counts. */
function weekdayOf(date: string): number | undefined {
  if (date.startsWith('XXXX')) return Number(date.at(-1));
  if (date.length < 'YYYY-MM-DD'.length) return undefined;
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
