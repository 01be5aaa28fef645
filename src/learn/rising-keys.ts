/**
 * Rising whole numbers as differences, 7 bits a byte, lowest bits first, the highest bit set where more follow: hashed keys
 * in about a byte each.
 */
export function packRisingKeys(keys: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let previous = 0;
  for (const key of keys) {
    let gap = key - previous;
    if (gap < 0) throw new RangeError(`Keys must rise: ${key} after ${previous}`);
    previous = key;
    while (gap >= 0x80) {
      bytes.push((gap & 0x7f) | 0x80);
      gap >>>= 7;
    }
    bytes.push(gap);
  }
  return Uint8Array.from(bytes);
}

/** Reads `count` keys that {@link packRisingKeys} wrote. */
export function readRisingKeys(bytes: Uint8Array, count: number): Int32Array {
  const keys = new Int32Array(count);
  let at = 0;
  let key = 0;
  for (let index = 0; index < count; index++) {
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number;
      key += (byte & 0x7f) << shift;
      if (!(byte & 0x80)) break;
    }
    keys[index] = key;
  }
  return keys;
}

/** Index of a key among rising ones; -1 where it is not among them. */
export function indexOfKey(keys: Int32Array, wanted: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return keys[low] === wanted ? low : -1;
}
