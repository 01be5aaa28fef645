/** A module in `training/steps/` exports one of these as `step`; `training/run.ts` runs them in the order of `order`. */
export interface TrainingStep {
  /** The model's file: `models/<name>.bin`. */
  readonly name: string;
  /** Lower runs first: a tagger before what uses its tags. */
  readonly order: number;
  /** Files under the data folder that it learns from. */
  readonly needs: readonly string[];
  /** Trains and returns the bytes of the model file; the same bytes for the same data on the same machine. */
  run(context: {
    readonly data: string;
    readonly seed: number;
    readonly say: (line: string) => void;
  }): Promise<Uint8Array> | Uint8Array;
}
