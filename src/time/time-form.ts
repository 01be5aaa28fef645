import type { TimexType } from '../model/time-mention.ts';
import type { Unit } from './time-lexicon.ts';

/** A year as it is told: in figures, or as so many years from the document's own. */
export type YearForm = { readonly year: number } | { readonly shift: number };

/** Which one of the days, months, seasons of a name: the words may say so; without them the verb's tense decides. */
export type Choice = 'last' | 'next' | 'this' | 'following' | 'preceding';

/**
 * What an expression says before anything is known of the document's date.
 *
 * `tail` is what stands after the day in TIMEX3: `TMO`, `T22:00`.
 */
export type ValueForm =
  | { readonly is: 'fixed'; readonly value: string | null }
  | {
      readonly is: 'date';
      readonly year: YearForm | null;
      readonly month: number;
      readonly day: number | null;
      readonly choice?: Choice;
      readonly tail?: string;
    }
  | { readonly is: 'weekday'; readonly weekday: number; readonly choice?: Choice; readonly tail?: string }
  | { readonly is: 'clock'; readonly tail: string }
  | { readonly is: 'holiday'; readonly day: (year: number) => number; readonly year: YearForm | null }
  | { readonly is: 'year'; readonly year: YearForm }
  | {
      readonly is: 'season';
      readonly season: string;
      readonly year: YearForm | null;
      readonly choice?: Choice;
    }
  | {
      readonly is: 'part-of-year';
      /** `Q3`, `H1`, or `Q` for "the quarter". */
      readonly part: string;
      readonly year: YearForm | null;
      readonly choice?: Choice;
      /** A company's own year, which ends before its figures are told. */
      readonly fiscal?: boolean;
    }
  | {
      readonly is: 'shift';
      readonly unit: Unit;
      readonly amount: number;
      /** Counted from the document's own date, or from a date that the text told before. */
      readonly from: 'document' | 'text';
      readonly tail?: string;
    }
  /** So many days from another day, or the week that it is in. */
  | { readonly is: 'next-to'; readonly day: ValueForm; readonly shift: number | 'week' }
  /** "a year earlier", "the year-ago quarter": the period told before, a year back. */
  | { readonly is: 'year-before' }
  /** A weekend: the tense decides which one unless the words do. */
  | { readonly is: 'weekend'; readonly choice?: Choice };

/** An expression as the grammar read it. */
export interface TimeReading {
  /** Lexeme indices, half-open. */
  readonly start: number;
  readonly end: number;
  readonly type: TimexType;
  readonly mod?: string;
  readonly form: ValueForm;
}
