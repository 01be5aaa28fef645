import type { Term, TermIndex } from '../learn/term.ts';
import type { Role } from '../model/role.ts';
import type { Clause } from './clause.ts';
import { isSaying } from './noun-phrase.ts';
import type { Principals } from './principals.ts';
import type { Range, TokenStretch } from './token-stretch.ts';

/** "For use in the war against the north": none of those whom something is done to stands behind such a preposition. */
const CIRCUMSTANCE = /^(?:for|during|under|over|amid|within|since|before|after|until|despite)$/i;
/** Nouns that say no more of whom they mean than a pronoun. */
const ANYBODY = /^(?:man|woman|person|somebody|someone|anybody|anyone)$/;
/** A description may begin so many characters beside its noun phrase: "the". */
const ARTICLE = 5;

/** Where the parts of a proposition stand. */
export interface Layout {
  /** All of it. */
  readonly range: Range;
  readonly head: number;
  readonly subject: Range | null;
  readonly objects: Range;
  /** Places in the midst of it that belong to something else. */
  readonly without?: Range;
  /** The verb, where a noun says what is done: "*carried out* a search". */
  readonly light?: Range | null;
  readonly passive: boolean;
  /** What is done is said by a noun, with those who do it before it and what it is done to around it. */
  readonly nominal: boolean;
}

/** The terms of a proposition with what each does in it. */
export interface Roles {
  readonly terms: readonly Term[];
  /** Parallel to `terms`. */
  readonly roles: readonly Role[];
  /** Entities, as states and bodies that answer for them. */
  readonly agents: ReadonlySet<string>;
  readonly patients: ReadonlySet<string>;
  /** Those that a name or a description names, not only a pronoun. */
  readonly named: ReadonlySet<string>;
}

/** A stretch with its clauses and terms, for reading roles out of any part of it. */
export class RoleReader {
  readonly #stretch: TokenStretch;
  readonly #clauses: readonly Clause[];
  readonly #terms: readonly { readonly term: Term; readonly place: number }[];
  readonly #index: TermIndex;
  readonly #principals: Principals;
  /** Places of the verbs: what else is tagged so stands before a noun ("tear gas", "Iranian-made drones"). */
  readonly #verbs: ReadonlySet<number>;

  constructor(
    stretch: TokenStretch,
    clauses: readonly Clause[],
    terms: readonly Term[],
    index: TermIndex,
    principals: Principals,
  ) {
    const placeOf = new Map<number, number>();
    for (let at = 0; at < stretch.length; at++) placeOf.set(stretch.token(at), at);
    this.#stretch = stretch;
    this.#clauses = clauses;
    this.#terms = terms
      .filter(({ kind }) => kind !== 'time')
      .map((term) => ({ term, place: placeOf.get(term.token) ?? -1 }));
    this.#index = index;
    this.#principals = principals;
    this.#verbs = new Set(clauses.map(({ group }) => group.verb));
  }

  /** Says what each term does, and who does what to whom. Words of saying are no part of what is said. */
  read(layout: Layout): Roles {
    const { range, head, subject, objects, without = null, light = null } = layout;
    const terms: Term[] = [];
    const roles: Role[] = [];
    const agents = new Set<string>();
    const patients = new Set<string>();
    const named = new Set<string>();
    for (const { term, place } of this.#terms) {
      const inSubject = isIn(place, subject);
      if ((!isIn(place, range) && !inSubject) || isIn(place, without)) continue;
      const isLight = isIn(place, light);
      // a bare "took place" is all that there is beside its noun
      if (isLight && !layout.nominal) continue;
      const length = term.endToken - term.token;
      const isHead = place <= head && head < place + length;
      if (!isHead && isSaying(term.classes)) continue;
      const restricts = this.#restricts(place);
      let role: Role = 'beside';
      if (isHead && term.kind !== 'entity') role = 'head';
      else if (inSubject) role = this.#roleInSubject(layout, term, place);
      else if (!isLight && isIn(place, objects)) role = this.#roleOfObject(layout, place);
      if (role === 'beside' && restricts) role = 'other';
      roles.push(role);
      terms.push(term);
      if (term.kind !== 'entity') continue;
      const who = this.#principals.of(term.key);
      if (this.#stretch.tag(place) !== 'PRON') named.add(who);
      if (role === 'agent') agents.add(who);
      else if (
        (role === 'object' || role === 'other') &&
        !restricts &&
        !this.#isCircumstance(objects[0], place)
      )
        patients.add(who);
    }
    if (subject && !layout.passive)
      for (const who of this.#described(subject)) {
        agents.add(who);
        named.add(who);
      }
    return { terms, roles, agents, patients, named };
  }

  #roleInSubject({ subject, nominal, passive }: Layout, term: Term, place: number): Role {
    const from = subject?.[0] ?? 0;
    if (this.#isGoverned(from, place) || this.#hasVerb(from, place)) return 'other';
    // "the drone delivery", but "Norland's delivery"
    const possessive = /^['’]s?$/.test(this.#stretch.word(place + term.endToken - term.token));
    const compound = nominal && term.kind !== 'entity' && !possessive;
    return passive || compound ? 'object' : 'agent';
  }

  #roleOfObject({ objects, nominal, passive, head }: Layout, place: number): Role {
    // "shot down", "said again", "three times": how, not what; "the man accused of": somebody
    if (
      this.#stretch.tag(place) === 'ADV' ||
      ANYBODY.test(this.#stretch.lemma(place)) ||
      isFrequency(this.#stretch, place)
    )
      return 'beside';
    const preposition = this.#prepositionOf(objects[0], place);
    if (preposition === '') return nominal && place < head ? 'other' : 'object';
    if (preposition === 'of' || preposition === 'with') return 'object';
    return preposition === 'by' && (passive || nominal) ? 'agent' : 'other';
  }

  /** Whom adjectives and descriptions in a subject mean: "Belmarran crews", "Iranian officials", "the ferry". */
  #described(subject: Range): string[] {
    const found: string[] = [];
    for (let at = subject[0]; at < subject[1]; at++) {
      const tag = this.#stretch.tag(at);
      if ((tag !== 'ADJ' && tag !== 'PROPN') || this.#isGoverned(subject[0], at)) continue;
      const state = this.#principals.demonyms.entityOf(this.#stretch.word(at));
      if (state !== undefined) found.push(state);
    }
    const description = this.#nominalIn(
      this.#stretch.span(subject[0])[0],
      this.#stretch.span(subject[1] - 1)[1],
    );
    if (description !== undefined) found.push(description);
    return found.map((id) => this.#principals.of(id));
  }

  /** The nominal mention that begins where a stretch of text begins, as the story's entity; by binary search. */
  #nominalIn(from: number, to: number): string | undefined {
    const { mentions } = this.#index.annotated.coreference;
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((mentions[middle]?.span[0] ?? 0) < from - ARTICLE) low = middle + 1;
      else high = middle;
    }
    for (; low < mentions.length; low++) {
      const mention = mentions[low];
      if (!mention || mention.span[0] > from + ARTICLE) break;
      if (mention.form === 'nominal' && mention.span[1] <= to && mention.span[1] > from)
        return this.#index.entityOf[mention.entity];
    }
    return undefined;
  }

  /** "Weapons to be used in the war", "emails relating to the attack": says which, where "to help the rebels" says what for. */
  #restricts(at: number): boolean {
    const clause = this.#clauses.findLast(({ first }) => first <= at);
    if (!clause || at >= clause.end) return false;
    const { form, passive, first } = clause.group;
    if (form === 'infinitive') return clause.link === 'aim' && passive;
    return (
      form !== 'finite' && this.#stretch.isNoun(first - 1) && !ANYBODY.test(this.#stretch.lemma(first - 1))
    );
  }

  /** "The boat *packed* with miners": what a clause within the subject says. */
  #hasVerb(from: number, at: number): boolean {
    for (let back = at; back > from; back--) if (this.#verbs.has(back)) return true;
    return false;
  }

  #isGoverned(from: number, at: number): boolean {
    for (let back = at - 1; back >= from; back--) {
      const tag = this.#stretch.tag(back);
      if (tag === 'ADP') return true;
      if (tag === 'CCONJ' || tag === 'PUNCT') return false;
    }
    return false;
  }

  #isCircumstance(from: number, at: number): boolean {
    for (let back = at - 1; back >= from; back--) {
      const tag = this.#stretch.tag(back);
      if (tag === 'ADP' && CIRCUMSTANCE.test(this.#stretch.word(back))) return true;
      if (tag === 'VERB') return false;
    }
    return false;
  }

  /** The preposition that a place stands behind, '' for none; `beside` where another verb stands between. */
  #prepositionOf(from: number, at: number): string {
    for (let back = at - 1; back >= from; back--) {
      const word = this.#stretch.word(back);
      if (this.#stretch.tag(back) === 'ADP' || /^to$/i.test(word)) return word.toLowerCase();
      if (this.#verbs.has(back)) return 'beside';
    }
    return '';
  }
}

/** "Three times" tells how often. */
function isFrequency(stretch: TokenStretch, at: number): boolean {
  const noun = stretch.tag(at) === 'NUM' ? at + 1 : at;
  return stretch.lemma(noun) === 'time' && stretch.tag(noun - 1) === 'NUM';
}

function isIn(place: number, range: Range | null): boolean {
  return range !== null && place >= range[0] && place < range[1];
}
