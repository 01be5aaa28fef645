/** Rounds of power iteration for each axis: the angles of the first axes stop moving after some 60. */
const ROUNDS = 120;

/**
 * The axes along which rows differ most, with the rows' mean: principal component analysis by power iteration with
 * deflation, started from a fixed direction so that every run gives the same.
 *
 * @param table - rows one after another, `size` numbers each.
 * @param count - how many axes, of unit length, the strongest first.
 */
export function principalAxes(
  table: Float64Array,
  size: number,
  count: number,
): { mean: Float64Array; axes: Float64Array[] } {
  const rows = table.length / size;
  const mean = new Float64Array(size);
  for (let i = 0; i < table.length; i++) mean[i % size] = (mean[i % size] as number) + (table[i] as number);
  for (let at = 0; at < size; at++) mean[at] = (mean[at] as number) / rows;
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  const centred = new Float64Array(size);
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < size; at++) centred[at] = (table[row * size + at] as number) - (mean[at] as number);
    for (let i = 0; i < size; i++) {
      const line = covariance[i] as Float64Array;
      for (let j = 0; j < size; j++)
        line[j] = (line[j] as number) + ((centred[i] as number) * (centred[j] as number)) / rows;
    }
  }
  const axes: Float64Array[] = [];
  for (let index = 0; index < count; index++) {
    let axis = Float64Array.from({ length: size }, (_, at) => Math.sin((at + 1) * (index + 1)));
    let strength = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const next = Float64Array.from(covariance, (line) => dot(line, axis));
      strength = Math.sqrt(dot(next, next));
      if (strength === 0) break;
      axis = next.map((value) => value / strength);
    }
    for (let i = 0; i < size; i++) {
      const line = covariance[i] as Float64Array;
      for (let j = 0; j < size; j++)
        line[j] = (line[j] as number) - strength * (axis[i] as number) * (axis[j] as number);
    }
    axes.push(axis);
  }
  return { mean, axes };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
