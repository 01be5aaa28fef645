import type { Span } from '../model/span.ts';
import type { Content } from './content.ts';

/** What a term does in a proposition: `beside` are times, aims, relative clauses and other circumstances. */
export type Role = 'head' | 'agent' | 'object' | 'other' | 'beside';

/** How a proposition stands in its content, before anything is known of who says it and how. */
export interface Frame {
  /** Token that turns the whole of it round, `null` for none. */
  readonly negator: number | null;
  /** "Is a baseless allegation", "is not our policy": what is said of it turns it round. */
  readonly refuted: boolean;
  /** "Stopped sending", "the halt to deliveries". */
  readonly ended: boolean;
  /** "May have sent", "could be". */
  readonly possible: boolean;
  /** "Plans to send", "was preparing to": not done yet. */
  readonly intended: boolean;
  /** Stands within an if-clause. */
  readonly conditional: boolean;
  readonly question: boolean;
  /** Taken for granted by its wording: "its deliveries of", "who had fled". */
  readonly presupposed: boolean;
  /** Whether it says that something is so, with a verb or a noun made of one. */
  readonly hasVerb: boolean;
  /** A clause with a subject and a tense, which can stand by itself. */
  readonly finite: boolean;
  /** Modal verb of its clause, `must` for an imperative, '' for none. */
  readonly modal: string;
  /** "Nobody", "not a single one": says something of whoever it may be. */
  readonly universal: boolean;
  /** An if-clause stands beside it: "would send experts if asked". */
  readonly dependent: boolean;
}

/** A frame in which nothing is out of the way. */
export const PLAIN: Frame = {
  negator: null,
  refuted: false,
  ended: false,
  possible: false,
  intended: false,
  conditional: false,
  question: false,
  presupposed: false,
  hasVerb: false,
  finite: false,
  modal: '',
  universal: false,
  dependent: false,
};

/** Something that one content says: who does what to whom. */
export interface Proposition extends Content {
  /** Parallel to `terms`. */
  readonly roles: readonly Role[];
  /** Index of the term that says what is done, -1 when it stands among no terms. */
  readonly head: number;
  /** Folded word that says what is done, also where it is too light for a term; and where it stands. */
  readonly headKey: string;
  readonly headSpan: Span;
  /** Who does it, as states and bodies that answer for it. */
  readonly agents: readonly string[];
  /** Those whom it is done to or with. */
  readonly patients: readonly string[];
  /** Those among both whom only a pronoun names. */
  readonly pronouns: readonly string[];
  readonly frame: Frame;
  /** Whether its content denies it, by its cue or by its own words. */
  readonly denied: boolean;
  /** Of "weapons or drones" each is said by itself: propositions of one wording share this number; -1 for all others. */
  readonly conjunct: number;
}

/** How much a term counts by its role when two propositions are compared. Set by hand on invented stories. */
export const ROLE_WEIGHT: Readonly<Record<Role, number>> = {
  head: 1.3,
  agent: 1,
  object: 1,
  other: 0.6,
  beside: 0.25,
};
