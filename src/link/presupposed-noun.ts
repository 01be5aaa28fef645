import type { Attribution } from '../model/attribution.ts';
import { isAsserted, type Clause } from './clause.ts';
import { MOST_BEFORE } from './noun-phrase.ts';
import type { TokenStretch } from './token-stretch.ts';

/** Words before a noun with which it takes nothing for granted. */
const OPEN = /^(?:no|any|possible|potential|planned|future|against|over|hypothetical|without|if|for|about)$/i;
const OPEN_NOUN = /^(?:risk|danger|threat|end|halt|plan|possibility|lack|absence|policy)$/;
const ALLEGED = /^(?:alleged|supposed|purported|reported)$/i;
const DEFINITE = /^(?:['’]s?|its|their|his|her|our|my|your|these|this)$/i;

/** Whether what a noun names is taken for granted where it stands: no claim, condition or aim is around it. */
export function isTakenForGranted(stretch: TokenStretch, clauses: readonly Clause[], at: number): boolean {
  const k = clauses.findLastIndex(({ first }) => first <= at);
  const link = clauses[k]?.link;
  const open = link === 'reported' || link === 'condition' || link === 'question';
  if (link && (open || !isAsserted(clauses, k)) && !isDefinite(stretch, at)) return false;
  for (let back = at - 1; back >= 0 && back >= at - MOST_BEFORE; back--) {
    if (OPEN.test(stretch.word(back)) || stretch.isClaim(back)) return false;
    const tag = stretch.tag(back);
    if (tag === 'NOUN' && OPEN_NOUN.test(stretch.lemma(back))) return false;
    if (tag === 'VERB' || tag === 'AUX') break;
  }
  return true;
}

/** "The alleged export": taken up, and left to others. */
export function isAlleged(stretch: TokenStretch, at: number): boolean {
  return stretch.hasWord(ALLEGED, Math.max(0, at - MOST_BEFORE), at);
}

/** "The alleged export of drones *used* in the war": the whole phrase is left to others, and what hangs on it. */
export function hangsOnAlleged(stretch: TokenStretch, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - LONGEST_PHRASE); back--) {
    if (ALLEGED.test(stretch.word(back))) return true;
    const tag = stretch.tag(back);
    if (tag === 'AUX' || (tag === 'VERB' && !ALLEGED.test(stretch.word(back)))) return false;
  }
  return false;
}

/** A noun phrase with what its noun is of. */
const LONGEST_PHRASE = 10;

const ATTRIBUTIVE = /^(?:alleged|supposed|purported)$/i;

/** Whether a cue stands as an adjective before what is alleged: "alleged [drone deliveries]", which nobody named alleges. */
export function isAttributiveCue({ cue, source }: Attribution): boolean {
  return source === null && ATTRIBUTIVE.test(cue?.text ?? '');
}

/** "Iran's provision", "these deliveries": taken for granted even among aims and conditions. */
function isDefinite(stretch: TokenStretch, at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - MOST_BEFORE; back--) {
    if (DEFINITE.test(stretch.word(back))) return true;
    if (!stretch.isNominal(back)) return false;
  }
  return false;
}
