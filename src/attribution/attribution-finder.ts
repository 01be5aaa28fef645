import { treesProbability } from '../learn/boosted-trees.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import { contentId } from '../model/id.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { actOf } from './act.ts';
import type { AttributionModels } from './attribution-models.ts';
import { candidateFeatures, holds, jaccard, type Candidate } from './candidate.ts';
import { REPORTING_RATE, type Window } from './cue-features.ts';
import { emptyCueTags, type CueTags } from './cue-tags.ts';
import { ArgumentFinder } from './find-arguments.ts';
import { CueFinder, cueRates, type CueCandidate } from './find-cues.ts';
import { formOf } from './form.ts';
import { CLOSING_QUOTE, OPENING_QUOTE, tokenFacts, type TokenFacts } from './token-facts.ts';
import { spanOf, type TokenRange } from './token-range.ts';
import { addParts, argumentWindow, cueWindows } from './windows.ts';

/** Cues are followed up from this probability on; the confidence decides later, when source and content are known. */
export const CANDIDATE_PROBABILITY = 0.15;
/** Contents are searched for attributions of their own so many times over. */
const MAX_DEPTH = 2;
/** A content of fewer tokens holds no attribution worth the search. */
const MIN_SEARCHED = 5;
/** Of two candidates whose contents share this much, one is the other again. */
const SAME_CONTENT = 0.75;
/** A content that lies by so much in another's belongs to it. */
const INSIDE = 0.6;

interface Found {
  readonly candidate: Candidate;
  readonly confidence: number;
  readonly base: number;
  parent: Found | undefined;
  depth: number;
}

/** Finds attributions with trained models; keeps its buffers from one document to the next. */
export class AttributionFinder {
  private readonly models: AttributionModels;
  private readonly cues: CueFinder;
  private readonly arguments: ArgumentFinder;

  constructor(models: AttributionModels) {
    this.models = models;
    this.cues = new CueFinder(models.cues);
    this.arguments = new ArgumentFinder(models.arguments);
  }

  /** @param minConfidence - least confidence of outer attributions; what stands inside them comes with them. */
  find(document: Document, layer: LanguageLayer, minConfidence = this.models.threshold): AttributionSpans[] {
    const facts = tokenFacts(layer);
    const rates = cueRates(facts, this.models.cues.rates);
    const tags = emptyCueTags(facts.count);
    const all: Window = { first: 0, end: facts.count, base: 0 };
    const found = this.select(facts, rates, tags, cueWindows(layer), all, minConfidence);
    nest(found);
    const deeper = emptyCueTags(facts.count);
    const taken = new Uint8Array(facts.count);
    for (const { candidate } of found) taken.fill(1, candidate.cue.first, candidate.cue.end);
    for (let next = 0; next < found.length; next++)
      this.searchInside(facts, rates, deeper, taken, found, found[next]!);
    return write(document, layer, found);
  }

  /** All candidates of some windows, whatever their confidence, in the order of their cues. */
  candidates(
    facts: TokenFacts,
    rates: Uint8Array,
    tags: CueTags,
    windows: readonly Window[],
    bounds: Window,
  ): Candidate[] {
    const cues: CueCandidate[] = [];
    for (const window of windows) this.cues.find(facts, rates, window, CANDIDATE_PROBABILITY, tags, cues);
    const candidates: Candidate[] = [];
    for (const cue of cues) {
      const range: TokenRange = [cue.first, cue.end];
      const window = argumentWindow(facts.layer, range, bounds);
      const args = this.arguments.find(facts, tags, range, window);
      if (args !== null) candidates.push({ ...args, cue });
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
  ): Found[] {
    const candidates = this.candidates(facts, rates, tags, windows, bounds);
    const features = candidateFeatures(facts, rates, candidates, bounds.base);
    const rated = candidates.map((candidate, i) => ({
      candidate,
      confidence: treesProbability(this.models.confidence, features[i]!),
    }));
    return chooseAttributions(rated, threshold).map((one) => ({
      ...one,
      base: bounds.base,
      parent: undefined,
      depth: 0,
    }));
  }

  private searchInside(
    facts: TokenFacts,
    rates: Uint8Array,
    tags: CueTags,
    taken: Uint8Array,
    found: Found[],
    outer: Found,
  ): void {
    if (outer.depth >= MAX_DEPTH) return;
    for (const piece of outer.candidate.content) {
      const bounds = insideOf(facts, piece, outer.base);
      if (bounds.end - bounds.first < MIN_SEARCHED || !reports(rates, bounds)) continue;
      const windows: Window[] = [];
      addParts(windows, [bounds.first, bounds.end], bounds.base);
      for (const inner of this.select(facts, rates, tags, windows, bounds, this.models.threshold)) {
        const { cue } = inner.candidate;
        // One cue reports once: what was found from further out stays.
        if (taken.subarray(cue.first, cue.end).includes(1)) continue;
        taken.fill(1, cue.first, cue.end);
        inner.parent = outer;
        inner.depth = outer.depth + 1;
        found.push(inner);
      }
    }
  }
}

/** Drops what is not sure enough and what says the same as a surer one; keeps the order. */
export function chooseAttributions<T extends { candidate: Candidate; confidence: number }>(
  rated: readonly T[],
  threshold: number,
): T[] {
  const kept: T[] = [];
  for (const one of rated) {
    if (one.confidence < threshold) continue;
    // Only neighbours can share a content: candidates come in the order of their cues.
    let rival = -1;
    for (let k = kept.length - 1; k >= 0 && k >= kept.length - LOOK_BACK; k--)
      if (jaccard(kept[k]!.candidate.content, one.candidate.content) >= SAME_CONTENT) rival = k;
    if (rival < 0) kept.push(one);
    else if (kept[rival]!.confidence < one.confidence) {
      kept.splice(rival, 1);
      kept.push(one);
    }
  }
  return kept;
}
const LOOK_BACK = 12;

/** Makes those children whose cue and content stand in another's content: "… the minister said, the agency reported". */
function nest(found: readonly Found[]): void {
  for (const [index, inner] of found.entries()) {
    const stop = Math.min(found.length, index + LOOK_BACK + 1);
    for (let k = Math.max(0, index - LOOK_BACK); k < stop; k++) {
      const outer = found[k]!;
      if (k === index || !standsIn(inner.candidate, outer.candidate)) continue;
      if (inner.parent === undefined || size(outer.candidate) < size(inner.parent.candidate))
        inner.parent = outer;
    }
  }
  for (const one of found)
    for (let above = one.parent; above !== undefined; above = above.parent) one.depth++;
}

/** Whether a candidate's cue and most of its content lie in the content of a larger one. */
export function standsIn(inner: Candidate, outer: Candidate): boolean {
  if (!holds(outer.content, inner.cue) || size(inner) >= size(outer)) return false;
  let shared = 0;
  for (const [first, end] of inner.content)
    for (const [from, to] of outer.content) shared += Math.max(0, Math.min(end, to) - Math.max(first, from));
  return shared >= INSIDE * size(inner);
}

function size({ content }: Candidate): number {
  return content.reduce((n, [first, end]) => n + end - first, 0);
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

function write(document: Document, layer: LanguageLayer, found: readonly Found[]): AttributionSpans[] {
  const { tokens } = layer;
  const written = new Map<Found, AttributionSpans>();
  const byDepth = [...found].sort((a, b) => a.depth - b.depth);
  for (const one of byDepth) {
    const { candidate, confidence, parent } = one;
    const source = joined(candidate.source).map((range) => spanOf(tokens, range));
    const cue = [spanOf(tokens, [candidate.cue.first, candidate.cue.end])];
    const content = joined(candidate.content).map((range) => spanOf(tokens, range));
    const above = parent === undefined ? undefined : written.get(parent)?.id;
    written.set(one, {
      id: contentId('a', document.id, JSON.stringify([source, cue, content])),
      ...(above === undefined ? {} : { parent: above }),
      source,
      cue,
      content,
      form: formOf(layer, content, one.base),
      act: actOf(layer, listed([[candidate.cue.first, candidate.cue.end]]), listed(candidate.content)),
      // Training data marks outer attributions only, so nothing calibrates those within.
      ...(above === undefined ? { confidence } : {}),
    });
  }
  return [...written.values()].sort((a, b) => start(a) - start(b) || a.content[0]![0] - b.content[0]![0]);
}

function start({ source, cue, content }: AttributionSpans): number {
  return Math.min(source[0]?.[0] ?? Infinity, cue[0]?.[0] ?? Infinity, content[0]![0]);
}

/** Runs that touch become one. */
function joined(runs: readonly TokenRange[]): TokenRange[] {
  const out: [number, number][] = [];
  for (const [first, end] of runs) {
    const last = out.at(-1);
    if (last?.[1] === first) last[1] = end;
    else out.push([first, end]);
  }
  return out;
}

function listed(runs: readonly TokenRange[]): number[] {
  return runs.flatMap(([first, end]) => Array.from({ length: end - first }, (_, i) => first + i));
}
