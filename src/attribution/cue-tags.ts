/** What the first model thinks of each token of a document; the second model reads it as features. */
export interface CueTags {
  /** Probability, in {@link probabilityBucket}s, that the token belongs to some source, content, cue. */
  readonly source: Uint8Array;
  readonly content: Uint8Array;
  readonly cue: Uint8Array;
  /** Number of cues that begin before token i; one longer than the document. Differences count the cues between. */
  readonly cuesBefore: Int32Array;
}

export function emptyCueTags(tokens: number): CueTags {
  return {
    source: new Uint8Array(tokens),
    content: new Uint8Array(tokens),
    cue: new Uint8Array(tokens),
    cuesBefore: new Int32Array(tokens + 1),
  };
}

/** Six classes of probability, finest where a decision is near. */
export function probabilityBucket(p: number): number {
  return p < 0.05 ? 0 : p < 0.2 ? 1 : p < 0.5 ? 2 : p < 0.8 ? 3 : p < 0.95 ? 4 : 5;
}
