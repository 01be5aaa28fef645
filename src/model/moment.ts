import type { Evidence } from './evidence.ts';
import { contentId } from './id.ts';

/** A TIMEX3 value with the words it was read from. */
export interface TimeExpression {
  readonly text: string;
  /**
   * TIMEX3: `2022-10-21`, `2022-W42`, `P1W`, `2022-10-21TNI`; open forms such as `XXXX-WXX-5` where nothing says which one;
   * `null` where the words have no value.
   */
  readonly value: string | null;
  readonly evidence?: Evidence;
}

/** A line of the timeline. */
export interface Moment {
  readonly id: string;
  readonly when: TimeExpression;
  readonly kind: 'event' | 'utterance' | 'publication';
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** What the place in time was inferred from, where it was not read off. */
  readonly inferred?: string;
}

/** The id of the moment at which a document was published; such a moment may have no evidence that names the document. */
export function publicationId(document: string): string {
  return contentId('m', 'publication', document);
}
