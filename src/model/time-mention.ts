import type { Span } from './span.ts';

/** The types of TIMEX3: a day or longer, a time of day, a length of time, something that recurs. */
export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** A TIMEX3 expression as it stands in one document. */
export interface TimeMention {
  readonly span: Span;
  readonly type: TimexType;
  /** As far as the document's own date allows; open forms (`XXXX-WXX-5`) otherwise; `null` where the words have no value. */
  readonly value: string | null;
  /** TIMEX3 `mod`: APPROX, START, MID, END, BEFORE, AFTER, LESS_THAN, MORE_THAN … */
  readonly mod?: string;
  /** What the value rests on: the words alone, the document's date, or another expression in the text. */
  readonly anchor: 'absolute' | 'document-date' | 'text' | 'none';
}
