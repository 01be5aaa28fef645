/**
 * The measures of coreference that CoNLL-2012 averages: MUC, B³ and CEAF with entity similarity φ4, on gold mentions.
 *
 * @see Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions", https://aclanthology.org/P14-2006
 */
export interface Prf {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** A partition: the label of the cluster of each mention, gold and predicted in the same order. */
export interface Partitions {
  readonly gold: readonly string[];
  readonly predicted: readonly string[];
}

export interface ConllScores {
  readonly muc: Prf;
  readonly b3: Prf;
  readonly ceafe: Prf;
  /** Mean of the three F1. */
  readonly conll: number;
}

/**
 * Scores one partition; singletons count in B³ and CEAF as they stand, and not in MUC, which counts links.
 *
 * @throws {RangeError} When the two label lists differ in length.
 */
export function scoreCoreference({ gold, predicted }: Partitions): ConllScores {
  if (gold.length !== predicted.length)
    throw new RangeError(`${gold.length} gold labels and ${predicted.length} predicted ones`);
  const key = clusters(gold);
  const response = clusters(predicted);
  const muc = prf(mucLinks(key, predicted), mucLinks(response, gold));
  const b3 = prf(b3Share(gold, predicted, key, response), b3Share(predicted, gold, response, key));
  const overlap = ceafOverlap(key, response, predicted);
  const ceafe = prf(ratio(overlap, key.size), ratio(overlap, response.size));
  return { muc, b3, ceafe, conll: (muc.f1 + b3.f1 + ceafe.f1) / 3 };
}

function clusters(labels: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  labels.forEach((label, mention) => {
    const members = found.get(label);
    if (members) members.push(mention);
    else found.set(label, [mention]);
  });
  return found;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function prf(recall: number, precision: number): Prf {
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) };
}

/** Links of the key that the other partition keeps, over all links of the key. */
function mucLinks(key: ReadonlyMap<string, readonly number[]>, other: readonly string[]): number {
  let kept = 0;
  let all = 0;
  for (const members of key.values()) {
    all += members.length - 1;
    kept += members.length - new Set(members.map((mention) => other[mention])).size;
  }
  return ratio(kept, all);
}

function b3Share(
  from: readonly string[],
  to: readonly string[],
  fromClusters: ReadonlyMap<string, readonly number[]>,
  toClusters: ReadonlyMap<string, readonly number[]>,
): number {
  let sum = 0;
  from.forEach((label, mention) => {
    const own = fromClusters.get(label) ?? [];
    const other = new Set(toClusters.get(to[mention] ?? '') ?? []);
    sum += own.filter((member) => other.has(member)).length / own.length;
  });
  return ratio(sum, from.length);
}

/** Sum of φ4 = 2|K∩R| / (|K| + |R|) over the best one-to-one assignment of clusters. */
function ceafOverlap(
  key: ReadonlyMap<string, readonly number[]>,
  response: ReadonlyMap<string, readonly number[]>,
  predicted: readonly string[],
): number {
  const rows = [...key.values()];
  const columnOf = new Map([...response.keys()].map((label, column) => [label, column]));
  const sizes = [...response.values()].map((members) => members.length);
  const weights = rows.map((members) => {
    const common = new Map<number, number>();
    for (const mention of members) {
      const column = columnOf.get(predicted[mention] ?? '') ?? -1;
      common.set(column, (common.get(column) ?? 0) + 1);
    }
    const row = new Float64Array(sizes.length);
    for (const [column, count] of common) row[column] = (2 * count) / (members.length + (sizes[column] ?? 0));
    return row;
  });
  return bestAssignment(weights, sizes.length);
}

/** Largest total weight of a one-to-one assignment of rows to columns: the Hungarian method with potentials, O(n³). */
export function bestAssignment(weights: readonly Float64Array[], columns: number): number {
  const size = Math.max(weights.length, columns);
  if (size === 0) return 0;
  const cost = (row: number, column: number) => -(weights[row - 1]?.[column - 1] ?? 0);
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const way = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Infinity);
    const used = new Uint8Array(size + 1);
    do {
      used[column] = 1;
      const at = rowOf[column] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let other = 1; other <= size; other++) {
        if (used[other]) continue;
        const reduced = cost(at, other) - (rowPotential[at] ?? 0) - (columnPotential[other] ?? 0);
        if (reduced < (least[other] ?? 0)) {
          least[other] = reduced;
          way[other] = column;
        }
        if ((least[other] ?? 0) < delta) {
          delta = least[other] ?? 0;
          next = other;
        }
      }
      for (let other = 0; other <= size; other++) {
        if (used[other]) {
          rowPotential[rowOf[other] ?? 0] = (rowPotential[rowOf[other] ?? 0] ?? 0) + delta;
          columnPotential[other] = (columnPotential[other] ?? 0) - delta;
        } else least[other] = (least[other] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const from = way[column] ?? 0;
      rowOf[column] = rowOf[from] ?? 0;
      column = from;
    } while (column !== 0);
  }
  let total = 0;
  for (let column = 1; column <= size; column++) total -= cost(rowOf[column] ?? 0, column);
  return total;
}
