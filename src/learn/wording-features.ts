import { alignTerms, type TermAlignment } from './align-terms.ts';
import type { Term } from './term.ts';
import { cosine, wordVectors } from './word-vectors.ts';
import type { Wording } from './wording.ts';

/**
 * What is asked of two wordings, in the order of {@link wordingFeatures}. Each is the same when the wordings are swapped:
 * where the two sides differ, the lesser and the greater are given.
 *
 * N-gram shares, edit distance and fragmentation after the measures of machine translation, which Madnani, Tetreault and
 * Chodorow (2012) found to tell paraphrases best; the rest comes from the alignment of terms.
 */
export const WORDING_FEATURES = [
  'coverLess',
  'coverMore',
  'exactLess',
  'exactMore',
  'order',
  'weight',
  'gram1Less',
  'gram1More',
  'gram2Less',
  'gram2More',
  'gram3Less',
  'gram3More',
  'gram4Less',
  'letters',
  'edit',
  'run',
  'runShare',
  'common',
  'chunks',
  'lengthLess',
  'lengthMore',
  'lengthRatio',
  'vectors',
  'openNounLess',
  'openNounMore',
  'openVerbLess',
  'openVerbMore',
  'openEntityLess',
  'openEntityMore',
  'openNumberLess',
  'openNumberMore',
  'numbersShared',
  'entitiesShared',
  'negation',
  'openHeaviest',
  'nearest',
  'densest',
  'quotedRun',
] as const;

/** Describes how two wordings stand to each other; for a regression or trees, one number for each of the names above. */
export function wordingFeatures(
  a: Wording,
  b: Wording,
  alignment: TermAlignment = alignTerms(a.terms, b.terms),
): Float32Array {
  const values = new Float32Array(WORDING_FEATURES.length);
  let at = 0;
  const put = (value: number): void => void (values[at++] = value);
  const putBoth = (one: number, other: number): void => {
    put(Math.min(one, other));
    put(Math.max(one, other));
  };
  const { pairs, coverA, coverB, exactA, exactB, order, weight } = alignment;
  putBoth(coverA, coverB);
  putBoth(exactA, exactB);
  put(order);
  put(Math.log1p(weight));
  for (const n of [1, 2, 3]) {
    const common = commonGrams(a.words, b.words, n);
    putBoth(share(common, a.words.length - n + 1), share(common, b.words.length - n + 1));
  }
  const four = commonGrams(a.words, b.words, 4);
  put(Math.min(share(four, a.words.length - 3), share(four, b.words.length - 3)));
  put(letterLikeness(a.words, b.words));
  const { distance, run, common, quotedRun } = compareSequences(a, b);
  const [shorter, longer] = [a.words.length, b.words.length].sort((x, y) => x - y) as [number, number];
  put(share(distance, longer));
  put(Math.log1p(run));
  put(share(run, shorter));
  put(share(common, shorter));
  put(share(chunksOf(pairs.map((pair) => pair.b)), pairs.length));
  put(Math.log1p(shorter));
  put(Math.log1p(longer));
  put(share(shorter, longer));
  put(vectorLikeness(a.terms, b.terms));
  const openA = open(a.terms, new Set(pairs.filter(({ kinship }) => kinship >= SURE).map((pair) => pair.a)));
  const openB = open(b.terms, new Set(pairs.filter(({ kinship }) => kinship >= SURE).map((pair) => pair.b)));
  for (const kind of ['noun', 'verb', 'entity', 'number'] as const)
    putBoth(sumOf(openA, kind), sumOf(openB, kind));
  const matched = pairs.filter(({ kinship }) => kinship === 1).flatMap((pair) => a.terms[pair.a] ?? []);
  put(Math.log1p(matched.filter((term) => kindOf(term) === 'number').length));
  put(Math.log1p(matched.filter((term) => kindOf(term) === 'entity').length));
  put(
    pairs.some((pair) => a.terms[pair.a]?.negated !== b.terms[pair.b]?.negated && pair.kinship >= SURE)
      ? 1
      : 0,
  );
  put(Math.max(0, ...openA.map((term) => term.weight), ...openB.map((term) => term.weight)));
  put(share(pairs.filter(({ kinship }) => kinship < 1).length, pairs.length));
  put(densestMatch(a.terms, b.terms, pairs));
  put(Math.log1p(quotedRun));
  return values;
}

/** From this kinship on a term is taken to be said on the other side. */
const SURE = 0.75;

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

function kindOf({ kind }: Term): 'noun' | 'verb' | 'entity' | 'number' | 'modifier' {
  return kind === 'quantity' || kind === 'time' ? 'number' : kind;
}

function open(terms: readonly Term[], matched: ReadonlySet<number>): Term[] {
  return terms.filter((_, at) => !matched.has(at));
}

function sumOf(terms: readonly Term[], kind: string): number {
  return terms.reduce((sum, term) => (kindOf(term) === kind ? sum + term.weight : sum), 0);
}

/** How many n-grams both sequences have, each as often as the side that has it less often. */
function commonGrams(a: readonly string[], b: readonly string[], n: number): number {
  const counts = new Map<string, number>();
  for (let at = 0; at + n <= a.length; at++) {
    const gram = n === 1 ? (a[at] as string) : a.slice(at, at + n).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at + n <= b.length; at++) {
    const gram = n === 1 ? (b[at] as string) : b.slice(at, at + n).join(' ');
    const left = counts.get(gram) ?? 0;
    if (left === 0) continue;
    counts.set(gram, left - 1);
    common++;
  }
  return common;
}

/** Dice's share of common groups of four letters: close spellings and compounds count. */
function letterLikeness(a: readonly string[], b: readonly string[]): number {
  const grams = (words: readonly string[]): string[] => {
    const text = ` ${words.join(' ')} `;
    return Array.from({ length: Math.max(0, text.length - 3) }, (_, at) => text.slice(at, at + 4));
  };
  const [one, other] = [grams(a), grams(b)];
  return share(2 * commonGrams(one, other, 1), one.length + other.length);
}

/** Edit distance in words, the longest common run, the longest that both quote, and the longest common subsequence. */
function compareSequences(
  { words: a, quoted: quotedA }: Wording,
  { words: b, quoted: quotedB }: Wording,
): { distance: number; run: number; quotedRun: number; common: number } {
  const width = b.length + 1;
  // One row of each table at a time; the cell before and above is carried along.
  const edits = Int32Array.from({ length: width }, (_, at) => at);
  const runs = new Int32Array(width);
  const quotedRuns = new Int32Array(width);
  const chains = new Int32Array(width);
  let run = 0;
  let quotedRun = 0;
  for (let i = 0; i < a.length; i++) {
    const word = a[i];
    const quoted = quotedA[i] === true;
    let [edit, before, quotedBefore, chain] = [i, 0, 0, 0];
    edits[0] = i + 1;
    for (let j = 1; j < width; j++) {
      const same = word === b[j - 1];
      const [editAbove, runAbove, quotedAbove, chainAbove] = [
        edits[j]!,
        runs[j]!,
        quotedRuns[j]!,
        chains[j]!,
      ];
      edits[j] = Math.min(edit + (same ? 0 : 1), editAbove + 1, edits[j - 1]! + 1);
      runs[j] = same ? before + 1 : 0;
      quotedRuns[j] = same && quoted && quotedB[j - 1] === true ? quotedBefore + 1 : 0;
      chains[j] = same ? chain + 1 : Math.max(chainAbove, chains[j - 1]!);
      run = Math.max(run, runs[j]!);
      quotedRun = Math.max(quotedRun, quotedRuns[j]!);
      [edit, before, quotedBefore, chain] = [editAbove, runAbove, quotedAbove, chainAbove];
    }
  }
  return { distance: edits[width - 1]!, run, quotedRun, common: chains[width - 1]! };
}

/** Into how many stretches in order the partners of an alignment fall (METEOR's chunks). */
function chunksOf(partners: readonly number[]): number {
  return partners.filter((partner, at) => at === 0 || partner !== (partners[at - 1] as number) + 1).length;
}

/** Cosine of the weighted sums of the words' vectors. */
function vectorLikeness(a: readonly Term[], b: readonly Term[]): number {
  const vectors = wordVectors();
  return cosine(vectors.sum(a), vectors.sum(b));
}

/**
 * How much the densest stretch of one side has of what stands opposite, on a logarithmic scale: an amount, not a share, so
 * that a long quotation cut from a longer one counts whole and a few words in common count little.
 */
function densestMatch(
  a: readonly Term[],
  b: readonly Term[],
  pairs: readonly { readonly a: number; readonly b: number; readonly kinship: number }[],
): number {
  return Math.log1p(
    Math.max(
      densest(
        a.map(({ weight }) => weight),
        new Map(pairs.map((pair) => [pair.a, pair.kinship])),
      ),
      densest(
        b.map(({ weight }) => weight),
        new Map(pairs.map((pair) => [pair.b, pair.kinship])),
      ),
    ),
  );
}

/** Greatest sum over a stretch, where what is matched counts for it and what is open against it (Kadane's algorithm). */
function densest(weights: readonly number[], kinships: ReadonlyMap<number, number>): number {
  let best = 0;
  let here = 0;
  weights.forEach((weight, at) => {
    here = Math.max(0, here + weight * (2 * (kinships.get(at) ?? 0) - 1));
    best = Math.max(best, here);
  });
  return best;
}
