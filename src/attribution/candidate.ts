import type { Arguments } from './find-arguments.ts';
import { holds, jaccard } from './found-attribution.ts';
import { NOUN_ACTS, VERB_ACTS } from './lexicon/cue-acts.ts';
import {
  CLOSING_QUOTE,
  COLON,
  COMMA,
  FULL_STOP,
  OPENING_QUOTE,
  PARAGRAPH_START,
  REPORTING_NOUN,
  REPORTING_VERB,
  THAT,
  VERBAL,
  WORD,
  type TokenFacts,
} from './token-facts.ts';
import type { TokenRange } from './token-range.ts';

/** A cue with what it was found to attribute: an attribution if its confidence is high enough. */
export interface Candidate extends Arguments {
  readonly cue: TokenRange;
  /** The highest probability of the cue's tokens to be in a cue. */
  readonly cueProbability: number;
}

/** How many numbers describe a candidate. */
export const CANDIDATE_FEATURES = 33;

/**
 * Describes a candidate of a document, for the trees that say how likely a reader would mark it.
 *
 * @param candidates - in the order of their cues.
 * @param rates - for each token how often its lemma is a cue.
 * @param values - {@link CANDIDATE_FEATURES} numbers, to be filled in.
 */
export function describeCandidate(
  facts: TokenFacts,
  rates: Uint8Array,
  candidates: readonly Candidate[],
  index: number,
  base: number,
  values: Float32Array,
): void {
  const own = candidates[index]!;
  const { cue, content, source } = own;
  const rivals = neighboursOf(candidates, index);
  let words = 0;
  let quoted = 0;
  for (const [first, end] of content)
    for (let i = first; i < end; i++) {
      if (!(facts.flags[i]! & WORD)) continue;
      words++;
      if (facts.quoted[i]! > base) quoted++;
    }
  let rate = 0;
  let kinds = 0;
  let lexical = 0;
  for (let i = cue[0]; i < cue[1]; i++) {
    rate = Math.max(rate, rates[i]!);
    kinds |= facts.flags[i]!;
    const lemma = facts.layer.tokens.lemma[i]!.toLowerCase();
    // Whatever its tag: a headline's "claims" is often taken for the other.
    if (VERB_ACTS.has(lemma)) lexical |= 1;
    if (NOUN_ACTS.has(lemma)) lexical |= 2;
  }
  const sentence = facts.layer.sentences[facts.sentence[cue[0]]!]!;
  const opening = content[0]!;
  values[0] = logOdds(own.cueProbability);
  values[1] = logOdds(own.contentMean);
  values[2] = logOdds(own.contentLeast);
  values[3] = logOdds(own.contentEdges);
  values[4] = source.length === 0 ? -9 : logOdds(own.sourceMean);
  values[5] = logOdds(own.sourceMissed);
  values[6] = Math.log1p(own.contentMissed);
  values[7] = Math.log1p(words);
  values[8] = words === 0 ? 0 : quoted / words;
  values[9] = content.length;
  values[10] = source.length;
  values[11] = rate;
  values[12] = cue[1] - cue[0];
  values[13] = kinds & REPORTING_VERB ? 2 : kinds & REPORTING_NOUN ? 1 : 0;
  values[14] = kinds & VERBAL ? 1 : 0;
  values[15] = facts.quoted[cue[0]]! > base ? 1 : 0;
  values[16] = sentence.kind === 'sentence' ? 0 : 1;
  values[17] = facts.flags[sentence.firstToken]! & PARAGRAPH_START ? 1 : 0;
  values[18] = opening[0] < cue[0] ? 0 : Math.min(20, opening[0] - cue[1] + 1);
  values[19] =
    source.length === 0 ? 0 : source[0]![0] < cue[0] ? Math.max(-20, source[0]![1] - cue[0] - 1) : 1;
  values[20] = rivals.overlap;
  values[21] = logOdds(rivals.overlapProbability);
  values[22] = logOdds(rivals.around);
  values[23] = logOdds(rivals.within);
  values[24] = rivals.sharedSource;
  values[25] = facts.upos[cue[1] - 1]!;
  values[26] = facts.upos[opening[0]]!;
  values[27] = source.length === 0 ? 0 : source.reduce((n, [first, end]) => n + end - first, 0);
  values[28] = lexical;
  values[29] = verbsIn(facts, content);
  values[30] = openingKind(facts, opening[0]);
  values[31] = closingKind(facts, content.at(-1)![1]);
  values[32] = source.length === 0 ? 0 : verbsIn(facts, source) > 0 ? 2 : 1;
}

function verbsIn({ verbsBefore }: TokenFacts, runs: readonly TokenRange[]): number {
  return runs.reduce((sum, [first, end]) => sum + verbsBefore[end]! - verbsBefore[first]!, 0);
}

/** What a content begins with: "that", a quotation mark, "to", a question word, anything else. */
function openingKind({ flags, layer: { tokens } }: TokenFacts, first: number): number {
  if (flags[first]! & THAT) return 4;
  if (flags[first]! & OPENING_QUOTE) return 3;
  if (tokens.penn[first] === 'TO') return 2;
  return tokens.penn[first]!.startsWith('W') ? 1 : 0;
}

/** Whether a content ends where its sentence or clause does. */
function closingKind({ flags, count }: TokenFacts, end: number): number {
  if (end >= count) return 3;
  if (flags[end]! & FULL_STOP) return 2;
  if (flags[end]! & (COMMA | COLON)) return 1;
  return flags[end - 1]! & (FULL_STOP | COMMA | CLOSING_QUOTE) ? 4 : 0;
}

/** How many candidates each way are looked at; those further away share nothing with it. */
const NEIGHBOURS = 8;

interface Rivals {
  /** Greatest Jaccard of its content with another's, and that one's cue probability. */
  readonly overlap: number;
  readonly overlapProbability: number;
  /** Best cue probability of those whose content holds this cue. */
  readonly around: number;
  /** Best cue probability of those whose cue this content holds. */
  readonly within: number;
  /** Whether another candidate has the same source. */
  readonly sharedSource: number;
}

function neighboursOf(candidates: readonly Candidate[], index: number): Rivals {
  const own = candidates[index]!;
  let overlap = 0;
  let overlapProbability = 0;
  let around = 0;
  let within = 0;
  let sharedSource = 0;
  const stop = Math.min(candidates.length, index + NEIGHBOURS + 1);
  for (let k = Math.max(0, index - NEIGHBOURS); k < stop; k++) {
    if (k === index) continue;
    const other = candidates[k]!;
    const shared = jaccard(own.content, other.content);
    if (shared > overlap) {
      overlap = shared;
      overlapProbability = other.cueProbability;
    }
    if (holds(other.content, own.cue[0])) around = Math.max(around, other.cueProbability);
    if (holds(own.content, other.cue[0])) within = Math.max(within, other.cueProbability);
    if (own.source[0] !== undefined && own.source[0][0] === other.source[0]?.[0]) sharedSource = 1;
  }
  return { overlap, overlapProbability, around, within, sharedSource };
}

function logOdds(p: number): number {
  const kept = Math.min(1 - 1e-4, Math.max(1e-4, p));
  return Math.log(kept / (1 - kept));
}
