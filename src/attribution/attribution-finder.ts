import { treesProbability } from '../learn/boosted-trees.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { addUnmarked } from './add-unmarked.ts';
import type { AttributionModels } from './attribution-models.ts';
import { CANDIDATE_FEATURES, describeCandidate, type Candidate } from './candidate.ts';
import { REPORTING_RATE } from './cue-features.ts';
import type { Window } from './window.ts';
import { emptyCueTags, type CueTags } from './cue-tags.ts';
import { ArgumentFinder } from './find-arguments.ts';
import { CueFinder, cueRates, type CueCandidate } from './find-cues.ts';
import { asksForAnonymity, isDoubtful, LEAST_DOUBTFUL } from './doubtful.ts';
import { findComplements } from './find-complements.ts';
import { findNounCues } from './find-noun-cues.ts';
import { jaccard, NEIGHBOURHOOD, nest, standsIn, type FoundAttribution } from './found-attribution.ts';
import { joinSetOffCues } from './join-set-off-cues.ts';
import { settleCue } from './settle-cue.ts';
import { settleEdges } from './settle-edges.ts';
import { settleSource } from './settle-source.ts';
import { splitRelays } from './split-relays.ts';
import { CLOSING_QUOTE, OPENING_QUOTE, tokenFacts, type TokenFacts } from './token-facts.ts';
import type { TokenRange } from './token-range.ts';
import { addParts, argumentWindow, cueWindows } from './windows.ts';
import { writeAttributions } from './write-attributions.ts';

/**
 * Cues are followed up from this probability on; the confidence decides later, when source and content are known. From .25
 * on it costs a twentieth more time and finds no more.
 */
export const CANDIDATE_PROBABILITY = 0.3;
/** Contents are searched for attributions of their own so many times over. */
const MAX_DEPTH = 2;
/** A content of fewer tokens holds no attribution worth the search. */
const MIN_SEARCHED = 5;
/** Of two candidates whose contents share this much, one is the other again. */
const SAME_CONTENT = 0.75;

/** Finds attributions with trained models; keeps its buffers from one document to the next. */
export class AttributionFinder {
  private readonly models: AttributionModels;
  private readonly cues: CueFinder;
  private readonly arguments: ArgumentFinder;
  private readonly description = new Float32Array(CANDIDATE_FEATURES);

  constructor(models: AttributionModels) {
    this.models = models;
    this.cues = new CueFinder(models.cues);
    this.arguments = new ArgumentFinder(models.arguments);
  }

  /**
   * @param minConfidence - least confidence of outer attributions; what stands inside them comes with them. Above the
   *   default, what has no confidence is left out.
   */
  find(document: Document, layer: LanguageLayer, minConfidence = this.models.threshold): AttributionSpans[] {
    const facts = tokenFacts(layer);
    const rates = cueRates(facts, this.models.cues.rates);
    const all: Window = { first: 0, end: facts.count, base: 0 };
    const tags = emptyCueTags(facts.count);
    const trusted = this.select(facts, rates, tags, cueWindows(layer), all, minConfidence);
    const outermost = minConfidence <= this.models.threshold ? joinSetOffCues(facts, trusted) : trusted;
    nest(outermost);
    const found = splitRelays(facts, outermost);
    /** 1 for tokens of cues: one cue reports once, and what was found from further out stays. */
    const taken = new Uint8Array(facts.count);
    for (const { cue } of found) if (cue !== undefined) taken.fill(1, ...cue);
    const deeper = emptyCueTags(facts.count);
    const searched = Array.from({ length: MAX_DEPTH }, () => new Uint8Array(facts.count));
    for (let next = 0; next < found.length; next++)
      this.searchInside(facts, rates, deeper, taken, searched, found, found[next]!);
    addUnseenInside(facts, taken, found);
    if (minConfidence <= this.models.threshold) addUnmarked(facts, taken, found);
    return writeAttributions(document, layer, found);
  }

  /** All candidates of some windows, whatever their confidence, in the order of their cues. */
  candidates(
    facts: TokenFacts,
    rates: Uint8Array,
    tags: CueTags,
    windows: readonly Window[],
    bounds: Window,
    least = CANDIDATE_PROBABILITY,
  ): Candidate[] {
    const cues: CueCandidate[] = [];
    for (const window of windows) this.cues.find(facts, rates, window, least, tags, cues);
    const candidates: Candidate[] = [];
    for (const { first, end, probability } of cues) {
      const cue: TokenRange = [first, end];
      const window = argumentWindow(facts.layer, cue, bounds);
      const args = this.arguments.find(facts, tags, cue, window);
      if (args !== null) candidates.push({ ...args, cue, cueProbability: probability });
    }
    return candidates;
  }

  private select(
    facts: TokenFacts,
    rates: Uint8Array,
    tags: CueTags,
    windows: readonly Window[],
    bounds: Window,
    threshold: number,
  ): FoundAttribution[] {
    const candidates = this.candidates(facts, rates, tags, windows, bounds);
    const rated = candidates.map((candidate, i) => {
      describeCandidate(facts, rates, candidates, i, bounds.base, this.description);
      return { candidate, confidence: treesProbability(this.models.confidence, this.description) };
    });
    // Whoever asks for less than the default wants to see everything.
    const trusted =
      threshold < this.models.threshold
        ? rated
        : rated.filter(
            ({ candidate, confidence }) =>
              !asksForAnonymity(facts, candidate) &&
              (confidence >= LEAST_DOUBTFUL || !isDoubtful(facts, rates, candidate, bounds.base)),
          );
    return chooseAttributions(trusted, threshold).map(({ candidate, confidence }) => {
      const roles = settleCue(facts, candidate);
      const source = settleSource(facts, roles);
      return {
        ...settleEdges(facts, roles),
        source,
        confidence,
        base: bounds.base,
        parent: undefined,
        depth: 0,
      };
    });
  }

  private searchInside(
    facts: TokenFacts,
    rates: Uint8Array,
    tags: CueTags,
    taken: Uint8Array,
    searched: readonly Uint8Array[],
    found: FoundAttribution[],
    outer: FoundAttribution,
  ): void {
    if (outer.depth >= MAX_DEPTH) return;
    for (const piece of outer.content) {
      const bounds = insideOf(facts, piece, outer.base);
      if (bounds.end - bounds.first < MIN_SEARCHED || !reports(rates, bounds)) continue;
      if (alreadySearched(searched[outer.depth]!, bounds)) continue;
      const windows: Window[] = [];
      addParts(windows, [bounds.first, bounds.end], bounds.base);
      for (const inner of this.select(facts, rates, tags, windows, bounds, this.models.threshold)) {
        const cue = inner.cue!;
        if (taken.subarray(...cue).includes(1) || !reportsByWord(facts, cue)) continue;
        taken.fill(1, ...cue);
        found.push({ ...inner, parent: outer, depth: outer.depth + 1 });
      }
    }
  }
}

/** Drops what is not sure enough and what says the same as a surer one. */
export function chooseAttributions<T extends { candidate: Candidate; confidence: number }>(
  rated: readonly T[],
  threshold: number,
): T[] {
  const kept: T[] = [];
  for (const one of rated) {
    if (one.confidence < threshold) continue;
    // Only neighbours can share a content: candidates come in the order of their cues.
    let rival = -1;
    for (let k = kept.length - 1; k >= 0 && k >= kept.length - NEIGHBOURHOOD; k--)
      if (saysTheSame(kept[k]!.candidate, one.candidate)) rival = k;
    if (rival < 0) kept.push(one);
    else if (kept[rival]!.confidence < one.confidence) {
      kept.splice(rival, 1);
      kept.push(one);
    }
  }
  return kept;
}

/** Of two such only one is meant; what stands in another's content is no rival of it but was said within it. */
function saysTheSame(a: Candidate, b: Candidate): boolean {
  return jaccard(a.content, b.content) >= SAME_CONTENT && !standsIn(a, b) && !standsIn(b, a);
}

/** The content's words without the quotation marks around them, which then no longer count as quoting. */
function insideOf(facts: TokenFacts, [first, end]: TokenRange, base: number): Window {
  let from = first;
  let to = end;
  let quoted = true;
  for (let i = first; i < end; i++) if (facts.quoted[i]! <= base) quoted = false;
  if (quoted) {
    while (from < to && facts.flags[from]! & (OPENING_QUOTE | CLOSING_QUOTE)) from++;
    while (to > from && facts.flags[to - 1]! & (OPENING_QUOTE | CLOSING_QUOTE)) to--;
  }
  return { first: from, end: to, base: quoted ? base + 1 : base };
}

function reports(rates: Uint8Array, { first, end }: Window): boolean {
  for (let i = first; i < end; i++) if (rates[i]! >= REPORTING_RATE) return true;
  return false;
}

/** A possessive mark alone reports nothing: the noun after it does, and is found as a noun. */
function reportsByWord(facts: TokenFacts, [first, end]: TokenRange): boolean {
  return end - first > 1 || facts.layer.tokens.penn[first] !== 'POS';
}

/**
 * Whether a stretch lies in what was searched at this depth before; marks it. Contents seldom overlap, but hostile text can
 * make thousands of them share their words, and none is searched twice.
 */
function alreadySearched(searched: Uint8Array, { first, end }: Window): boolean {
  if (first === end || (searched[first] === 1 && searched[end - 1] === 1)) return true;
  searched.fill(1, first, end);
  return false;
}

/** Adds what nouns, and verbs that the models passed over, report inside contents, each to the innermost that holds it. */
function addUnseenInside(facts: TokenFacts, taken: Uint8Array, found: FoundAttribution[]): void {
  const searched = Array.from({ length: MAX_DEPTH + 1 }, () => new Uint8Array(facts.count));
  const innermostFirst = [...found].sort((a, b) => b.depth - a.depth);
  for (const outer of innermostFirst) {
    for (const piece of outer.content) {
      const bounds = insideOf(facts, piece, outer.base);
      if (alreadySearched(searched[Math.min(outer.depth, MAX_DEPTH)]!, bounds)) continue;
      const { first, end, base } = bounds;
      for (const one of [...findNounCues(facts, first, end), ...findComplements(facts, first, end)]) {
        if (taken.subarray(...one.cue).includes(1)) continue;
        taken.fill(1, ...one.cue);
        found.push({ ...one, confidence: undefined, base, parent: outer, depth: outer.depth + 1 });
      }
    }
  }
}
