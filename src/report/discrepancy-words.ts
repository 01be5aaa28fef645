import type { DiscrepancyKind, Importance } from '../model/discrepancy.ts';

/** What a discrepancy is of, for people. */
export const DISCREPANCY_WORDS: Readonly<Record<DiscrepancyKind, string>> = {
  quantity: 'different numbers',
  name: 'different names',
  date: 'different dates',
  wording: 'different words of one quotation',
  polarity: 'one says it, another denies it',
  speaker: 'one quotation, different speakers',
  place: 'different places',
  scope: 'one wider than the other',
  detail: 'different details',
};

/** How much hangs on a discrepancy, for people. */
export const IMPORTANCE_WORDS: Readonly<Record<Importance, string>> = {
  high: 'look here first',
  medium: 'worth a look',
  low: 'a detail',
};
