/** Figures by evaluation task, as `npm run eval` writes them to `models/measured.json`. */
export type MeasuredFigures = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Rate {
  readonly task: string;
  readonly figures: readonly string[];
  /** The figures in plain words; they come as whole numbers out of a hundred, in the order of `figures`. */
  say(...outOfHundred: number[]): string;
}

/** What a reader of a dossier should know about how often it is wrong. The numbers are measured; only the words are ours. */
const RATES: readonly Rate[] = [
  {
    task: 'attribution',
    figures: ['precision', 'recall'],
    say: (precision, recall) =>
      `Of 100 attributions that are listed, about ${precision} are as a careful reader marks them; of 100 that the reader marks, about ${recall} are listed (political news in English, source and content both right).`,
  },
  {
    task: 'names',
    figures: ['precision', 'recall'],
    say: (precision, recall) =>
      `Of 100 names that are found, about ${precision} have the reader’s extent and kind; of 100 that the reader marks, about ${recall} are found.`,
  },
  {
    task: 'coreference',
    figures: ['pronounPrecision'],
    say: (precision) => `Of 100 pronouns that are resolved, about ${precision} lead to the right person.`,
  },
  {
    task: 'reuse',
    figures: ['precision', 'recall'],
    say: (precision, recall) =>
      `Of 100 pairs of documents that are joined as one text, about ${precision} are; of 100 such pairs, about ${recall} are joined.`,
  },
];

/** One sentence for each measured rate; what was not measured is left out. */
export function errorRates(measured: MeasuredFigures): string[] {
  return RATES.flatMap(({ task, figures, say }) => {
    const values = figures.map((figure) => measured[task]?.[figure]);
    return values.every((value) => value !== undefined)
      ? [say(...values.map((value) => Math.round(100 * value)))]
      : [];
  });
}

/** The tasks and figures that {@link errorRates} reads: what `models/measured.json` holds. */
export const MEASURED: readonly { readonly task: string; readonly figures: readonly string[] }[] = RATES;
