import type { Term } from '../learn/term.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Stance } from '../model/claim.ts';
import type { Span } from '../model/span.ts';

/** What a clause says: who does what to whom, and whether whoever says it says that it is so. */
export interface Telling {
  readonly documentIndex: number;
  /** Who says it, with the very words; a narrator has no speaker. */
  readonly attribution: Attribution;
  readonly stance: Stance;
  readonly terms: readonly Term[];
  /** What each term does in it, as `Proposition` has it. */
  readonly roles: readonly string[];
  /** Index of the term that says what is done, -1 when that is too light for a term. */
  readonly head: number;
  readonly headKey: string;
  readonly headSpan: Span;
  readonly agents: readonly string[];
  readonly patients: readonly string[];
  /** Those among both whom only a pronoun names. */
  readonly pronouns: readonly string[];
  readonly frame: {
    readonly presupposed: boolean;
    readonly conditional: boolean;
    readonly question: boolean;
    readonly possible: boolean;
    readonly intended: boolean;
    readonly dependent: boolean;
    readonly universal: boolean;
    readonly modal: string;
  };
}

/** Reads what one sentence of one document says. */
export type TellingReader = (documentIndex: number, sentence: number) => readonly Telling[];
