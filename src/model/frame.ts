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
