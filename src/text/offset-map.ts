import type { Span } from '../model/span.ts';

/**
 * Leads from a normalised text back to the raw one. Normalising replaces one unit by one unit, except that CR LF
 * becomes LF: the map holds where that happened, in ascending order.
 */
export class OffsetMap {
  static readonly identity = new OffsetMap([]);

  readonly #joined: Int32Array;

  /** @param joined - Offsets, in the normalised text, of the line feeds that were two units; ascending. */
  constructor(joined: readonly number[]) {
    this.#joined = Int32Array.from(joined);
  }

  /** The offset in the raw text; O(log n) in the number of CR LF. */
  toRaw(offset: number): number {
    let low = 0;
    let high = this.#joined.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#joined[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  }

  spanToRaw(span: Span): Span {
    return [this.toRaw(span[0]), this.toRaw(span[1])];
  }
}
