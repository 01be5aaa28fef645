import { firstTokenAt, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import { predicateClasses } from '../text/predicate-class.ts';
import { dayEventOf } from './day-events.ts';
import { isOpen, predicateAt } from './predicate.ts';
import { LIGHT, REPORTING } from './role-words.ts';
import type { Role } from './role.ts';

const [VERB, AUX] = (['VERB', 'AUX'] as const).map((tag) => UPOS.indexOf(tag));
const UNSAID: Role = { outcomes: [], predicate: null, moving: false, open: false };
/** Tokens that are looked at on either side of a day. */
const REACH = 20;

/**
 * What happens on a day: the nearest verb before it in its clause, else the first behind it; for a verb that says nothing by
 * itself ("takes effect", "is valid") the word that says it.
 *
 * What is `open` was still to come: what is announced for a day and what happened on it are one.
 *
 * The predicate is `null` where there is none, or where the verb only reports ("said on Friday"): that is the day of the saying.
 */
export function readDayRole(index: TermIndex, value: Span, clause: Span): Role {
  const { tokens } = index.annotated.language;
  const first = firstTokenAt(index.annotated, value[0]);
  const end = firstTokenAt(index.annotated, value[1]);
  const from = Math.max(firstTokenAt(index.annotated, clause[0]), first - REACH);
  const to = Math.min(firstTokenAt(index.annotated, clause[1]), end + REACH);
  const lemma = (t: number): string => (tokens.lemma[t] ?? '').toLowerCase();
  const isVerb = (t: number): boolean => tokens.upos[t] === VERB || tokens.upos[t] === AUX;
  let verb = -1;
  for (let t = first - 1; t >= from && verb < 0; t--) if (isVerb(t)) verb = t;
  for (let t = end; t < to && verb < 0; t++) if (isVerb(t)) verb = t;
  if (verb < 0 || REPORTING.has(lemma(verb))) return UNSAID;
  if (tokens.upos[verb] === AUX || LIGHT.has(lemma(verb))) {
    const said = verb < first ? [verb + 1, first] : [verb + 1, to];
    for (let t = said[0] ?? 0; t < (said[1] ?? 0); t++) {
      const word = tokens.word[t] ?? '';
      if (tokens.upos[t] === VERB || predicateClasses(word).length > 0 || dayEventOf(word) !== undefined)
        return REPORTING.has(lemma(t)) ? UNSAID : roleOf(index, t, isAhead(index, verb));
    }
    if (tokens.upos[verb] === AUX) return UNSAID;
  }
  return roleOf(index, verb, isAhead(index, verb));
}

function roleOf(index: TermIndex, token: number, open: boolean): Role {
  const predicate = predicateAt(index, token);
  const event = dayEventOf(index.annotated.language.tokens.word[token] ?? '');
  return {
    outcomes: [],
    predicate:
      predicate && event !== undefined ? { ...predicate, classes: [...predicate.classes, event] } : predicate,
    moving: false,
    open,
  };
}

/** "Meets on Wednesday", "will hold a session on Thursday": the day was still to come. */
function isAhead(index: TermIndex, verb: number): boolean {
  return /^VB[PZ]$/.test(index.annotated.language.tokens.penn[verb] ?? '') || isOpen(index, verb);
}
