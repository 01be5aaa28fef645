import type { Attribution } from './attribution.ts';
import type { Frame } from './frame.ts';
import type { Role } from './role.ts';
import type { Span } from './span.ts';
import type { Term } from './term.ts';

/** What one clause says, whoever says it and however he stands to it: who does what to whom. */
export interface Predication {
  readonly documentIndex: number;
  /** Who says it, with the very words; a narrator has no speaker. */
  readonly attribution: Attribution;
  readonly terms: readonly Term[];
  /** Parallel to `terms`. */
  readonly roles: readonly Role[];
  /** Index of the term that says what is done, -1 when that is too light for a term. */
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
}
