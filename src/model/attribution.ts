import type { Evidence } from './evidence.ts';
import type { Span } from './span.ts';
import type { TimeExpression } from './moment.ts';

/** Whether the content stands inside quotation marks: all of it, part of it, none of it. */
export type Form = 'direct' | 'mixed' | 'indirect';
/** Every form, the surest words of the speaker first. */
export const FORMS: readonly Form[] = ['direct', 'mixed', 'indirect'];

/** What the speaker does. */
export type Act =
  | 'state'
  | 'deny'
  | 'confirm'
  | 'allege'
  | 'demand'
  | 'advise'
  | 'warn'
  | 'pledge'
  | 'ask'
  | 'decline'
  | 'think'
  | 'announce';
/** Every act, plain saying first. */
export const ACTS: readonly Act[] = [
  'state',
  'deny',
  'confirm',
  'allege',
  'demand',
  'advise',
  'warn',
  'pledge',
  'ask',
  'decline',
  'think',
  'announce',
];

/**
 * Source, cue and content as they stand in one document, before anybody is resolved. What `stemma attribute` prints.
 *
 * Each role is a list of pieces in the order of the text; an absent role is an empty list. Content is never empty.
 */
export interface AttributionSpans {
  /** Made from the document's id and the spans. */
  readonly id: string;
  /** The attribution in whose content this one stands. */
  readonly parent?: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly form: Form;
  readonly act: Act;
  /** Calibrated probability that a reader would mark it; absent where nothing calibrated it. */
  readonly confidence?: number;
}

/** Somebody is said to say, write, think or intend something: an attribution with its speaker resolved. */
export interface Attribution {
  readonly id: string;
  readonly document: string;
  readonly parent?: string;
  readonly source: Evidence | null;
  readonly cue: Evidence | null;
  readonly content: Evidence;
  readonly form: Form;
  readonly act: Act;
  /** The entity that the source resolves to; `null` when the text leaves it open. */
  readonly speaker: string | null;
  readonly addressee?: string;
  /** Who relays it, nearest the reader first; the publisher and the speaker are not repeated. */
  readonly chain: readonly string[];
  readonly channel?: string;
  readonly when?: TimeExpression;
  readonly confidence?: number;
}
