/**
 * The heaviest one-to-one matching of rows with columns (Kuhn–Munkres with potentials, O(n² m)).
 *
 * @param weights - `weights[row][column]`, none negative; pairs of weight 0 stay unmatched.
 */
export function heaviestMatching(weights: readonly (readonly number[])[]): [row: number, column: number][] {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return [];
  const turned = rows > columns;
  const n = turned ? columns : rows;
  const m = turned ? rows : columns;
  const weight = (i: number, j: number): number => (turned ? weights[j]![i]! : weights[i]![j]!);
  const rowPotential = new Float64Array(n + 1);
  const columnPotential = new Float64Array(m + 1);
  const rowOf = new Int32Array(m + 1);
  const previous = new Int32Array(m + 1);
  for (let i = 1; i <= n; i++) {
    rowOf[0] = i;
    let column = 0;
    const least = new Float64Array(m + 1).fill(Infinity);
    const used = new Uint8Array(m + 1);
    do {
      used[column] = 1;
      const row = rowOf[column]!;
      let step = Infinity;
      let next = 0;
      for (let j = 1; j <= m; j++) {
        if (used[j]) continue;
        const cost = -weight(row - 1, j - 1) - rowPotential[row]! - columnPotential[j]!;
        if (cost < least[j]!) {
          least[j] = cost;
          previous[j] = column;
        }
        if (least[j]! < step) {
          step = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= m; j++) {
        if (used[j]) {
          rowPotential[rowOf[j]!]! += step;
          columnPotential[j]! -= step;
        } else least[j]! -= step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const before = previous[column]!;
      rowOf[column] = rowOf[before]!;
      column = before;
    } while (column !== 0);
  }
  const pairs: [number, number][] = [];
  for (let j = 1; j <= m; j++) {
    if (rowOf[j] === 0) continue;
    const row = turned ? j - 1 : rowOf[j]! - 1;
    const column = turned ? rowOf[j]! - 1 : j - 1;
    if (weights[row]![column]! > 0) pairs.push([row, column]);
  }
  return pairs;
}
