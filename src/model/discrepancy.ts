import type { Evidence } from './evidence.ts';

export type DiscrepancyKind =
  'quantity' | 'name' | 'date' | 'wording' | 'polarity' | 'speaker' | 'place' | 'scope' | 'detail';

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
