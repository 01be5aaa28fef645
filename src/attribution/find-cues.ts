import { Lattice, type Crf } from '../learn/crf.ts';
import { FeatureKeys } from '../learn/feature-keys.ts';
import { cueFeatures } from './cue-features.ts';
import { edgeKind, type Window } from './window.ts';
import { probabilityBucket, type CueTags } from './cue-tags.ts';
import type { TokenFacts } from './token-facts.ts';

/** Labels of the first model: outside, then beginning and inside of source, cue and content. */
export const CUE_LABELS = 7;
export const SOURCE = 1;
export const CUE = 3;
export const CONTENT = 5;

/** Inside follows only its own beginning or inside. */
export function cueStepAllowed(i: number, j: number): boolean {
  if (j === 0 || j % 2 === 1) return true;
  return i === j || i === j - 1;
}

/** The first model: a chain, and how often each lemma is a cue. */
export interface CueModel {
  readonly crf: Crf;
  readonly rates: ReadonlyMap<number, number>;
}

/** How often a lemma is a cue, in buckets from 0 (never, or not known) to 7. */
export interface CueLexicon {
  get(lemma: number): number | undefined;
}

/** A stretch that the first model takes for a cue. */
export interface CueCandidate {
  readonly first: number;
  readonly end: number;
  /** The highest probability of its tokens to be in a cue. */
  readonly probability: number;
}

/** For each token how often its lemma is a cue. */
export function cueRates(facts: TokenFacts, lexicon: CueLexicon): Uint8Array {
  const rates = new Uint8Array(facts.count);
  for (let i = 0; i < facts.count; i++) rates[i] = lexicon.get(facts.lemma[i]!) ?? 0;
  return rates;
}

/** Shares of uses that part the buckets 1 to 7. */
const RATE_STEPS = [0.004, 0.02, 0.06, 0.15, 0.35, 0.55, 0.75];

/** The bucket of a lemma that was a cue in `cues` of its `uses`; one use more is assumed, so that rare lemmas stay low. */
export function rateBucket(cues: number, uses: number): number {
  if (cues === 0) return 0;
  const rate = cues / (uses + 1);
  let step = 0;
  while (step < RATE_STEPS.length && rate >= RATE_STEPS[step]!) step++;
  return step;
}

/** A token whose probability of being in a cue is this far below the candidate's best is no part of it. */
const MEMBER = 0.4;
const MAX_CUE = 24;

/** Runs the first model over windows; holds what is used again from one document to the next. */
export class CueFinder {
  private readonly model: CueModel;
  private readonly lattice: Lattice;
  private readonly features = new FeatureKeys();
  private edges = new Uint8Array(512);

  constructor(model: CueModel) {
    this.model = model;
    this.lattice = new Lattice(CUE_LABELS, model.crf.transitions, model.crf.starts);
  }

  /**
   * Finds cue candidates in one window and notes in `tags` what the model thinks of each token there.
   *
   * @param threshold - Least probability of a candidate's best token.
   */
  find(
    facts: TokenFacts,
    rates: Uint8Array,
    window: Window,
    threshold: number,
    tags: CueTags,
    out: CueCandidate[],
  ): void {
    const { first, end } = window;
    const n = end - first;
    if (n === 0) return;
    if (n > this.edges.length) this.edges = new Uint8Array(n * 2);
    cueFeatures(facts, rates, window, this.features);
    for (let t = 0; t < n; t++) this.edges[t] = edgeKind(facts, first + t, window.base);
    this.lattice.emit(this.model.crf, this.features);
    this.lattice.marginals(n, this.edges);
    const before = out.length;
    readCues(this.lattice.marginal, window, threshold, tags, out);
    if (out.length - before > MAX_CUES) keepSurest(out, before);
  }
}

/** A window of news holds up to a dozen; text that is made of cues must not cost a hundred times as much. */
const MAX_CUES = 24;

/** Keeps the {@link MAX_CUES} most probable of the candidates from `first` on, in their order. */
function keepSurest(candidates: CueCandidate[], first: number): void {
  const own = candidates.splice(first);
  const least = own.map(({ probability }) => probability).sort((a, b) => b - a)[MAX_CUES - 1]!;
  let room = MAX_CUES;
  for (const candidate of own) if (candidate.probability >= least && room-- > 0) candidates.push(candidate);
}

/** Takes cues from marginal probabilities, which finds more of them than the single best labelling does. */
export function readCues(
  marginal: Float64Array,
  { first, end }: Window,
  threshold: number,
  tags: CueTags,
  out: CueCandidate[],
): void {
  const n = end - first;
  const member = Math.min(MEMBER, threshold);
  let open = -1;
  let best = 0;
  let cues = tags.cuesBefore[first]!;
  for (let t = 0; t <= n; t++) {
    const at = t << 3;
    const begins = t < n ? marginal[at + CUE]! : 0;
    const goesOn = t < n ? marginal[at + CUE + 1]! : 0;
    const p = begins + goesOn;
    if (open >= 0 && (p < member || begins > goesOn || t - open >= MAX_CUE)) {
      if (best >= threshold)
        out.push({ first: first + open, end: first + t, probability: Math.min(1, best) });
      open = -1;
    }
    if (t === n) break;
    if (open < 0 && p >= member) {
      open = t;
      best = 0;
      if (p >= COUNTED) cues++;
    }
    if (p > best) best = p;
    const i = first + t;
    tags.source[i] = probabilityBucket(marginal[at + SOURCE]! + marginal[at + SOURCE + 1]!);
    tags.content[i] = probabilityBucket(marginal[at + CONTENT]! + marginal[at + CONTENT + 1]!);
    tags.cue[i] = probabilityBucket(p);
    tags.cuesBefore[i + 1] = cues;
  }
}

/** A cue is counted among those "between" from this probability of its first token. */
const COUNTED = 0.45;
