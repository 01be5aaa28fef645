import { NOUN_ACTS } from './lexicon/cue-acts.ts';
import { REPORTING_NOUN, THAT, VERBAL, type TokenFacts } from './token-facts.ts';
import { clauseEnd, NAMING, nominalEnd, ownerBefore, phraseEnd } from './phrase.ts';
import type { TokenRange } from './token-range.ts';
import { UPOS } from '../model/language-layer.ts';

/** An attribution that a noun or an adjective carries: "the claim that …", "Brenn's denial that …", "alleged shipments". */
export interface NounCue {
  readonly cue: TokenRange;
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
}

const ADJ = UPOS.indexOf('ADJ');
const AUX = UPOS.indexOf('AUX');
const NOUN = UPOS.indexOf('NOUN');
const BEFORE_NOUN: ReadonlySet<number> = new Set(
  (['ADP', 'ADJ', 'DET'] as const).map((tag) => UPOS.indexOf(tag)),
);
/** "allegations made by …": participles that only say that somebody speaks so. */
const MADE = new Set(
  `made levelled leveled voiced brought raised repeated published spread advanced put presented`.split(' '),
);
const AGENTS = new Set(['by', 'from']);
/** Nouns of these acts also take their content with "of" or "about": "claims of drone flights". */
const TAKES_OF = new Set(['allege', 'deny']);
const ABOUT = new Set(['of', 'about', 'on', 'over']);
const MAX_PHRASE = 14;
const MAX_SOURCE = 8;

/**
 * Finds what nouns report within a stretch of tokens.
 *
 * Written as rules because the training data marks outer attributions only, and these stand mostly within others: "denied
 * claims that …". Only a complement makes a noun a cue; "the claim" alone reports nothing.
 */
export function findNounCues(facts: TokenFacts, first: number, end: number): NounCue[] {
  const found: NounCue[] = [];
  for (let i = first; i < end - 1; i++) {
    const one = isReportingNoun(facts, i, first) ? byNoun(facts, i, first, end) : byAlleged(facts, i, end);
    if (one !== null) found.push(one);
  }
  return found;
}

/** "rejected claims that", "over claims that": before "that" and behind what has no subject it is a noun, whatever its tag. */
function isReportingNoun(facts: TokenFacts, i: number, first: number): boolean {
  const { flags, layer } = facts;
  if (flags[i]! & REPORTING_NOUN) return true;
  if (layer.tokens.penn[i] !== 'VBZ' || i === first || !(flags[i + 1]! & THAT)) return false;
  const opens = (flags[i - 1]! & VERBAL) !== 0 || BEFORE_NOUN.has(facts.upos[i - 1]!);
  return opens && NOUN_ACTS.has(layer.tokens.lemma[i]!.toLowerCase());
}

function byNoun(facts: TokenFacts, noun: number, first: number, end: number): NounCue | null {
  const { lemma, word } = facts.layer.tokens;
  let after = noun + 1;
  let source = ownerBefore(facts, noun, first);
  if (MADE.has(lower(word, after)) && AGENTS.has(lower(word, after + 1))) after++;
  const preposition = lower(word, after);
  if (AGENTS.has(preposition) || preposition === 'of') {
    const stop = phraseEnd(facts, after + 1, Math.min(end, after + 1 + MAX_SOURCE));
    // "the claim of the minister that …" names who claims; "claims of fraud" does not.
    if (stop > after + 1 && (preposition !== 'of' || (stop < end && facts.flags[stop]! & THAT))) {
      source = [[after + 1, stop]];
      after = stop;
    }
  }
  if (after < end && facts.flags[after]! & THAT) {
    // "accusations that were withdrawn": a relative clause says nothing of what they were.
    if (facts.upos[after + 1] === AUX) return null;
    const stop = clauseEnd(facts, after, end);
    return stop - after < 3 ? null : { cue: [noun, noun + 1], source, content: [[after, stop]] };
  }
  const act = NOUN_ACTS.get(lemma[noun]!.toLowerCase());
  if (act === undefined || !TAKES_OF.has(act) || !ABOUT.has(lower(word, after))) return null;
  const stop = aboutEnd(facts, after, end);
  return stop - after < 2 ? null : { cue: [noun, noun + 1], source, content: [[after, stop]] };
}

/** "about Quell supplying drones to Brenn", "of drone flights": a gerund has its clause, a noun what hangs on it. */
function aboutEnd(facts: TokenFacts, preposition: number, end: number): number {
  const stop = Math.min(end, preposition + MAX_PHRASE);
  const phrase = phraseEnd(facts, preposition + 1, stop);
  return facts.layer.tokens.penn[phrase] === 'VBG'
    ? clauseEnd(facts, preposition, stop)
    : nominalEnd(facts, preposition, stop);
}

/** "alleged" before a noun, "allegedly" before what is said to have happened. */
function byAlleged(facts: TokenFacts, i: number, end: number): NounCue | null {
  const { word } = facts.layer.tokens;
  const own = lower(word, i);
  if (own !== 'alleged' && own !== 'allegedly') return null;
  if (own === 'alleged' && (facts.flags[i]! & VERBAL || !NAMING.has(facts.upos[i + 1]!))) {
    if (!(facts.upos[i + 1] === NOUN || facts.upos[i + 1] === ADJ)) return null;
  }
  const stop =
    own === 'alleged'
      ? nominalEnd(facts, i + 1, Math.min(end, i + MAX_PHRASE))
      : clauseEnd(facts, i + 1, end);
  return stop <= i + 1 ? null : { cue: [i, i + 1], source: [], content: [[i + 1, stop]] };
}

function lower(word: readonly string[], at: number): string {
  return word[at]?.toLowerCase() ?? '';
}
