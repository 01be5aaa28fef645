import type { Discrepancy, DiscrepancyKind, Importance } from '../model/discrepancy.ts';

const DISCREPANCY_WORDS: Readonly<Record<DiscrepancyKind, string>> = {
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

/** What a discrepancy is of, for people; what is only told differently may be that or nothing. */
export function kindWords({ kind, importance }: Discrepancy): string {
  return importance === 'low' ? `it seems: ${DISCREPANCY_WORDS[kind]}` : DISCREPANCY_WORDS[kind];
}

/** How much hangs on a discrepancy, for people. */
export const IMPORTANCE_WORDS: Readonly<Record<Importance, string>> = {
  high: 'look here first',
  medium: 'worth a look',
  low: 'a reader must decide',
};

/** Heading of the lines of low importance, which stand apart from the others and behind them. */
export const TOLD_DIFFERENTLY = 'Told differently';

/** What must be known before those lines are read. */
export const TOLD_DIFFERENTLY_LEAD =
  'Several accounts seem to speak of one matter here, each in its own way. They may be of different things, of different hours, or the same in other words: these lines are sought widely, and many of them are nothing. A reader must decide.';

/** The lines that a reader can go by, and those of low importance, which are only set side by side; each in the order given. */
export function partByImportance(discrepancies: readonly Discrepancy[]): {
  readonly firm: readonly Discrepancy[];
  readonly open: readonly Discrepancy[];
} {
  return {
    firm: discrepancies.filter(({ importance }) => importance !== 'low'),
    open: discrepancies.filter(({ importance }) => importance === 'low'),
  };
}
