/** A module in `bench/tasks/` exports one of these as `task`; `bench/run.ts` finds it there and runs it in a process of its own. */
export interface BenchTask {
  readonly name: string;
  readonly title: string;
  /** Files under the data folder that it re-samples; without them it falls back on our own examples. */
  readonly needs: readonly string[];
  /** Returns figures with their unit in the name: `wordsPerSecond`, `peakMegabytes`, `startMs`. */
  run(context: {
    readonly data: string | undefined;
    readonly examples: string;
    /** Whether to measure collections that take many minutes too: ten thousand documents, a hundred thousand lines. */
    readonly large: boolean;
    readonly say: (line: string) => void;
  }): Promise<Readonly<Record<string, number>>> | Readonly<Record<string, number>>;
}
