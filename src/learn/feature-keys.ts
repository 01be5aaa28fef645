/**
 * The features of a sequence: for each position the 32-bit keys that fire there.
 *
 * A feature is a template number and a value, hashed together (Weinberger et al. 2009); no string is built. Grows as
 * needed and is used again for the next sequence.
 */
export class FeatureKeys {
  keys = new Int32Array(1 << 14);
  /** `keys[offsets[t]] … keys[offsets[t + 1] - 1]` belong to position t. */
  offsets = new Int32Array(1 << 8);
  length = 0;
  private used = 0;

  clear(): void {
    this.length = 0;
    this.used = 0;
    this.offsets[0] = 0;
  }

  /** Makes room for `features` more in the current position, so that {@link add} needs no check. */
  reserve(features: number): void {
    if (this.used + features <= this.keys.length) return;
    const grown = new Int32Array(Math.max(this.keys.length * 2, this.used + features));
    grown.set(this.keys.subarray(0, this.used));
    this.keys = grown;
  }

  add(template: number, value: number): void {
    let hash = Math.imul(value ^ Math.imul(template + 1, 0x9e37_79b1), 0x85eb_ca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2_ae35);
    this.keys[this.used++] = hash ^ (hash >>> 13);
  }

  /** Ends the current position. */
  close(): void {
    this.length++;
    if (this.length + 1 >= this.offsets.length) {
      const grown = new Int32Array(this.offsets.length * 2);
      grown.set(this.offsets);
      this.offsets = grown;
    }
    this.offsets[this.length] = this.used;
  }
}
