import type { Candidate } from './candidate.ts';
import { AMBIGUOUS_VERBS, NOUN_ACTS, VERB_ACTS } from './lexicon/cue-acts.ts';
import { OPENING_QUOTE, THAT, WORD, type TokenFacts } from './token-facts.ts';

/**
 * A candidate that only the training news speaks for needs this confidence. There every second such one was right ("voted
 * for", "appointed", "celebrates"); among 75 read in news on science, sport and business hardly one in seven was.
 */
export const LEAST_DOUBTFUL = 0.5;

/** Lemmas that are cues in fewer of their uses than the last of these buckets (three quarters) say little by that alone. */
const TELLING_RATE = 6;

/**
 * Whether nothing that holds for any subject speaks for a candidate: no word of its cue is known to report, and its content
 * is neither quoted nor opened by "that", "to" or a question word.
 */
export function isDoubtful(
  facts: TokenFacts,
  rates: Uint8Array,
  { cue, content }: Candidate,
  base: number,
): boolean {
  const { lemma, penn } = facts.layer.tokens;
  const opening = content[0]![0];
  if (facts.flags[opening]! & (THAT | OPENING_QUOTE)) return false;
  if (penn[opening] === 'TO' || penn[opening]!.startsWith('W')) return false;
  let words = 0;
  let quoted = 0;
  let verbs = 0;
  for (const [first, end] of content) {
    verbs += facts.verbsBefore[end]! - facts.verbsBefore[first]!;
    for (let i = first; i < end; i++) {
      if (!(facts.flags[i]! & WORD)) continue;
      words++;
      if (facts.quoted[i]! > base) quoted++;
    }
  }
  if (quoted * 2 >= words && words > 0) return false;
  for (let i = cue[0]; i < cue[1]; i++) {
    if (rates[i]! >= TELLING_RATE) return false;
    const base = lemma[i]!.toLowerCase();
    // "attacked the plan" speaks and "attacked the town" does not; "attacked them for leaving" has a verb to go by.
    if (verbs === 0 && AMBIGUOUS_VERBS.has(base)) continue;
    if (VERB_ACTS.has(base) || NOUN_ACTS.has(base)) return false;
  }
  return true;
}

const UNNAMED = new Set(['name', 'identify', 'quote']);

/** "who asked | not to be named": says how the writer came by the rest, and nothing of the matter. */
export function asksForAnonymity(facts: TokenFacts, { content }: Candidate): boolean {
  const { lemma, word } = facts.layer.tokens;
  const [first] = content[0]!;
  return (
    word[first] === 'not' &&
    word[first + 1] === 'to' &&
    lemma[first + 2] === 'be' &&
    UNNAMED.has(lemma[first + 3] ?? '')
  );
}
