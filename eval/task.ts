/** Where the gold lies. */
export interface EvalContext {
  /** The folder that `--data` names, with polnear/, gum/ …; `undefined` when only our own examples can be scored. */
  readonly data: string | undefined;
  /** The folder with whole stories (`stories/NAME/expected.json`) beside the data, when it is there. */
  readonly stories: string | undefined;
  /** Our own examples. */
  readonly examples: string;
  /** Writes a line of progress to stderr. */
  readonly say: (line: string) => void;
}

/** What one task measured. Numbers only: no words of any corpus are ever written. */
export interface EvalResult {
  /** Headline figures as fractions (0.683, not 68.3), by name; the gate compares these with the floors. */
  readonly figures: Readonly<Record<string, number>>;
  /** The same figures for the simple baseline that the task names. */
  readonly baseline?: { readonly name: string; readonly figures: Readonly<Record<string, number>> };
  /** How many items the figures rest on. */
  readonly counts: Readonly<Record<string, number>>;
  /** Anything else worth keeping: by publisher, by form, calibration bins. Numbers and labels only. */
  readonly details?: unknown;
}

/** A module in `eval/tasks/` exports one of these as `task`; `eval/run.ts` finds it there. */
export interface EvalTask {
  /** File name of the result: `eval/results/<name>.json`. */
  readonly name: string;
  /** One line for the table in the README. */
  readonly title: string;
  /** Files under the data folder that it needs; the task is left out, and said to be, when one is missing. */
  readonly needs: readonly string[];
  /** Figures for which lower is better (calibration error, false merges). */
  readonly lowerIsBetter?: readonly string[];
  /**
   * Figures that are one side of another, or a share of what was found: reported, and held by the gate through the figure
   * they are part of (docs/decisions/0100-what-the-gate-holds.md).
   */
  readonly parts?: readonly string[];
  run(context: EvalContext): Promise<EvalResult> | EvalResult;
}
