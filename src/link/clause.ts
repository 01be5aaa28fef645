import { firstTokenAt, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';

const [VERB, AUX, ADV, PART, PRON, NOUN, PROPN] = (
  ['VERB', 'AUX', 'ADV', 'PART', 'PRON', 'NOUN', 'PROPN'] as const
).map((tag) => UPOS.indexOf(tag));

/** Words that turn the verb round which they stand beside. */
const VERB_NEGATORS = /^(?:not|n[’']t|never|cannot)$/i;
/** Words that turn a clause round by its subject: "nobody saw", "neither side gave way", "no light was seen". */
const SUBJECT_NEGATORS = /^(?:no|nobody|none|nothing|neither)$/i;
/** "Is a patient, not a prisoner" and "without a light" leave the clause as it is: a negator counts this near the verb. */
const NEAR_VERB = 3;

/** The first clause of a content, as far as a pattern over tags can tell. */
export interface Clause {
  readonly hasVerb: boolean;
  /** The token that turns the whole of it round; `null` where it is affirmative. */
  readonly negator: number | null;
  /** Whether it is the verb that is negated ("did not give way"), not the subject ("no light was seen"). */
  readonly verbNegated: boolean;
}

/** Reads whether what stands at `spans` has a verb, and whether that verb or its subject is negated. */
export function readClause(index: TermIndex, spans: readonly Span[]): Clause {
  const { tokens } = index.annotated.language;
  const stretch: number[] = [];
  for (const [start, end] of spans) {
    for (
      let t = firstTokenAt(index.annotated, start);
      t < tokens.count && (tokens.start[t] as number) < end;
      t++
    ) {
      stretch.push(t);
    }
  }
  const word = (at: number): string => tokens.word[stretch[at] as number] ?? '';
  const tag = (at: number): number | undefined => tokens.upos[stretch[at] as number];
  const verb = stretch.findIndex((_, at) => tag(at) === VERB || tag(at) === AUX);
  const hasVerb = verb >= 0;
  const negatedBy = (at: number, verbNegated: boolean): Clause => ({
    hasVerb,
    negator: stretch[at] ?? null,
    verbNegated,
  });
  const until = hasVerb ? verb : stretch.length;
  let named = false;
  for (let at = 0; at < until; at++) {
    // "cannot" and "not sending": the negator stands before the verb, and nothing is named between
    if (VERB_NEGATORS.test(word(at)) && (hasVerb ? until - at <= NEAR_VERB : !named))
      return negatedBy(at, true);
    if (!named && SUBJECT_NEGATORS.test(word(at))) return negatedBy(at, false);
    named ||= tag(at) === NOUN || tag(at) === PROPN || tag(at) === PRON;
  }
  if (!hasVerb) return { hasVerb, negator: null, verbNegated: false };
  for (let at = verb; at <= verb + NEAR_VERB && at < stretch.length; at++) {
    if (VERB_NEGATORS.test(word(at))) return negatedBy(at, true);
    const passes = [AUX, ADV, PART, PRON].includes(tag(at)) || at === verb;
    if (!passes) break;
  }
  return { hasVerb, negator: null, verbNegated: false };
}
