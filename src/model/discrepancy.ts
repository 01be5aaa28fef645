import type { Evidence } from './evidence.ts';

/**
 * In what the readings clash: a number, a name, a day, the words of a quotation, whether it is so at all, who said it, where, how far it
 * reaches, or a smaller thing told of it.
 */
export type DiscrepancyKind =
  'quantity' | 'name' | 'date' | 'wording' | 'polarity' | 'speaker' | 'place' | 'scope' | 'detail';

/** How much hangs on a line; an order of reading, and no measure of certainty. */
export type Importance = 'high' | 'medium' | 'low';

/** Readings that cannot all be right as worded. */
export interface Discrepancy {
  readonly id: string;
  readonly kind: DiscrepancyKind;
  readonly about: string;
  readonly importance: Importance;
  readonly readings: readonly {
    readonly value: string;
    readonly heldBy: string | null;
    readonly evidence: Evidence;
  }[];
  /** What may reconcile the readings, when the program can tell. */
  readonly note?: string;
}

/** The note of every matter that is only told differently; whoever says it of them all at once need not repeat it. */
export const TOLD_DIFFERENTLY_NOTE =
  'They may be of different things, or say the same in other words; a reader must decide.';

const WEIGHT: Readonly<Record<Importance, number>> = { high: 0, medium: 1, low: 2 };

/**
 * The order of a dossier: what a reader must know comes first, then what more accounts tell, then what fewer words show: a
 * number is checked sooner than a sentence. Ids settle the rest.
 */
export function mostImportantFirst(a: Discrepancy, b: Discrepancy): number {
  return (
    WEIGHT[a.importance] - WEIGHT[b.importance] ||
    accountsIn(b) - accountsIn(a) ||
    wordsIn(a) - wordsIn(b) ||
    (a.id < b.id ? -1 : 1)
  );
}

function accountsIn({ readings }: Discrepancy): number {
  return new Set(readings.map(({ evidence }) => evidence.document)).size;
}

function wordsIn({ readings }: Discrepancy): number {
  return readings.reduce((sum, { evidence }) => sum + evidence.text.length, 0);
}
