/** A table of weights as bytes: `weight ≈ value * scale`. */
export interface QuantisedTable {
  readonly values: Int8Array;
  readonly scale: number;
}

/** Share of the largest weights that may be clipped: rare outliers would cost all others their precision. */
const CLIPPED = 0.0005;

/**
 * Rounds weights to int8 with one scale for the table.
 *
 * The scale is set by the weight at the 99.95th percentile of absolute size, of those that are not zero; what is larger is
 * clipped.
 */
export function quantise(weights: Float32Array | Float64Array): QuantisedTable {
  const sizes = Float32Array.from(weights.filter((weight) => weight !== 0)).map(Math.abs);
  if (sizes.length === 0) return { values: new Int8Array(weights.length), scale: 1 };
  sizes.sort();
  const top = sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * (1 - CLIPPED)))] as number;
  const scale = top / 127;
  const values = new Int8Array(weights.length);
  for (let i = 0; i < weights.length; i++) {
    values[i] = Math.max(-127, Math.min(127, Math.round((weights[i] as number) / scale)));
  }
  return { values, scale };
}
