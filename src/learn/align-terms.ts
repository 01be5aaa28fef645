import { relateQuantities } from '../text/relate-quantities.ts';
import type { Term } from './term.ts';
import { wordNet } from './word-net.ts';
import { wordVectors } from './word-vectors.ts';

/** Two terms that stand for one another. */
export interface TermPair {
  readonly a: number;
  readonly b: number;
  /** 1 for the same word, entity or number; less for words that are only near. */
  readonly kinship: number;
}

/** How two wordings stand to each other. Shares are by weight, 0 to 1. */
export interface TermAlignment {
  readonly pairs: readonly TermPair[];
  /** How much of each wording the other has too. */
  readonly coverA: number;
  readonly coverB: number;
  /** The same, counting only what is word for word the same. */
  readonly exactA: number;
  readonly exactB: number;
  /** Share of the pairs that stand in the same order. */
  readonly order: number;
  /** Weight of all pairs: how much they rest on. */
  readonly weight: number;
}

/** Below, two words have nothing to do with each other. */
const LEAST_KINSHIP = 0.3;
/** Cosine from which words are near. */
const NEAR = 0.5;
const SAME_CLASS = 0.9;
/** WordNet: one sense in common, or one word made of the other. */
const SYNONYM = 0.9;
/** One is a kind of the other. */
const KIND = 0.6;
/** They stand at one place and say the contrary: a pair, which covers next to nothing. */
const OPPOSITE = 0.31;
const PREFIX = 5;

/** How far two terms stand for one another: 1 the same, 0 nothing in common. */
export function kinship(a: Term, b: Term): number {
  if (a.kind === 'quantity' || b.kind === 'quantity') {
    if (!a.quantity || !b.quantity) return 0;
    return relateQuantities(a.quantity, b.quantity) === 'compatible' ? 1 : 0;
  }
  if (a.kind === 'time' || b.kind === 'time') {
    return a.kind === b.kind && a.key === b.key ? 1 : 0;
  }
  if (a.kind === 'entity' || b.kind === 'entity') return a.key === b.key ? 1 : 0;
  if (a.key === b.key) return 1;
  const relation = wordNet().relate(a.entry, b.entry);
  if (relation === 'antonym') return OPPOSITE;
  for (const one of a.classes) if (b.classes.includes(one)) return SAME_CLASS;
  if (a.key.length >= PREFIX && b.key.length >= PREFIX && a.key.slice(0, PREFIX) === b.key.slice(0, PREFIX))
    return 0.8;
  if (relation === 'synonym' || relation === 'derived') return SYNONYM;
  if (relation === 'kind') return Math.max(KIND, nearness(a, b));
  return nearness(a, b);
}

function nearness(a: Term, b: Term): number {
  if (a.row < 0 || b.row < 0) return 0;
  const near = wordVectors().similarity(a.row, b.row);
  return near < NEAR ? 0 : Math.min(0.9, 0.35 + (near - NEAR) * 1.2);
}

/**
 * Aligns two wordings term by term: each term with the one that it is nearest to, each at most once, nearest pairs first.
 * The result is the same, mirrored, when the wordings are swapped.
 */
export function alignTerms(a: readonly Term[], b: readonly Term[]): TermAlignment {
  const candidates: (TermPair & { readonly distance: number })[] = [];
  for (let i = 0; i < a.length; i++) {
    const one = a[i] as Term;
    for (let j = 0; j < b.length; j++) {
      const kin = kinship(one, b[j] as Term);
      if (kin >= LEAST_KINSHIP)
        candidates.push({ a: i, b: j, kinship: kin, distance: Math.abs(i / a.length - j / b.length) });
    }
  }
  candidates.sort(
    (x, y) =>
      y.kinship - x.kinship || x.distance - y.distance || x.a + x.b - y.a - y.b || x.a * x.b - y.a * y.b,
  );
  const takenA = new Uint8Array(a.length);
  const takenB = new Uint8Array(b.length);
  const pairs: TermPair[] = [];
  let [coveredA, coveredB, exactA, exactB, weight] = [0, 0, 0, 0, 0];
  for (const { a: i, b: j, kinship: kin } of candidates) {
    if (takenA[i] || takenB[j]) continue;
    takenA[i] = 1;
    takenB[j] = 1;
    pairs.push({ a: i, b: j, kinship: kin });
    const weightA = a[i]?.weight ?? 0;
    const weightB = b[j]?.weight ?? 0;
    coveredA += weightA * kin;
    coveredB += weightB * kin;
    if (kin === 1) {
      exactA += weightA;
      exactB += weightB;
    }
    weight += Math.min(weightA, weightB) * kin;
  }
  pairs.sort((x, y) => x.a - y.a);
  const totalA = sum(a);
  const totalB = sum(b);
  return {
    pairs,
    coverA: share(coveredA, totalA),
    coverB: share(coveredB, totalB),
    exactA: share(exactA, totalA),
    exactB: share(exactB, totalB),
    order: orderOf(pairs),
    weight,
  };
}

function sum(terms: readonly Term[]): number {
  return terms.reduce((total, { weight }) => total + weight, 0);
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}

/** Longest rising run of partners, as a share of all pairs. */
function orderOf(pairs: readonly TermPair[]): number {
  if (pairs.length === 0) return 0;
  const tails: number[] = [];
  for (const { b } of pairs) {
    let at = tails.findIndex((tail) => tail >= b);
    if (at < 0) at = tails.length;
    tails[at] = b;
  }
  return tails.length / pairs.length;
}
