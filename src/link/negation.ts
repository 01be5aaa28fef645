import type { Clause } from './clause.ts';
import type { Range, TokenStretch } from './token-stretch.ts';

const NEGATING_NAME = /^(?:no|no-?one|nobody|none|nothing|neither)$/i;
const NEGATING_OBJECT = /^(?:no|no-?one|nobody|nothing|none|never|zero)$/i;
const UNIVERSAL = /^(?:nobody|no-?one|nothing|none|neither|single|any|anybody|anyone|anything|nowhere)$/i;
/** "Nothing but gas", "no less than ten", "no doubt". */
const NO_NEGATION = /^(?:but|except|less|fewer|more|doubt|matter|wonder|sooner|later)$/i;
/** So far behind "no" a "than" makes it a comparison: "no one has done more than he". */
const COMPARISON = 25;
const NEAR = 4;

/**
 * The word that turns a clause round: at its verb ("did not give way"), at its subject ("nobody saw", "not a single boat
 * came") or at its object ("found no light"). Two in one chain of verbs undo each other ("did not fail" twice negated).
 *
 * @param chain - the clause and those that it governs, outermost first.
 * @param to - one past the last place of its object.
 * @returns a place, -1 for none.
 */
export function findNegator(
  stretch: TokenStretch,
  chain: readonly Clause[],
  subject: Range | null,
  to: number,
): number {
  const [clause] = chain;
  if (!clause) return -1;
  let turned = -1;
  for (const { group } of chain) if (group.negator >= 0) turned = turned < 0 ? group.negator : -1;
  if (turned >= 0) return turned;
  const { first } = clause.group;
  if (subject && subject[0] <= first)
    for (let at = beforePhrase(stretch, subject[0]); at < subject[1]; at++)
      if (isNegatingName(stretch, at, to)) return at;
  for (let at = clause.first; at < first; at++) {
    const word = stretch.word(at);
    const determiner = at <= clause.first + 1 && /^(?:an?|one|all|every|even)$/i.test(stretch.word(at + 1));
    if (determiner && /^not$/i.test(word)) return at;
    if (first - at > NEAR) continue;
    if (/^(?:not|never)$/i.test(word) || isNegatingName(stretch, at, to)) return at;
  }
  // "is without merit"
  const { end, copula } = clause.group;
  if (copula && stretch.hasWord(/^without$/i, end, Math.min(to, end + 2)))
    return /^without$/i.test(stretch.word(end)) ? end : end + 1;
  // "There was no danger", "saw nobody", "had no reason to"
  for (const { group } of chain) {
    for (let at = group.end; at < Math.min(to, group.end + NEAR); at++) {
      if (NEGATING_OBJECT.test(stretch.word(at)) && negates(stretch, at)) return at;
      const tag = stretch.tag(at);
      // "paid the miners nothing"
      const last = tag === 'NOUN' && !NEGATING_OBJECT.test(stretch.word(at + 1));
      if (last || tag === 'VERB' || tag === 'PUNCT') break;
    }
  }
  return -1;
}

/** "*Neither* the mayor", "*no* such meeting": where a noun phrase opens, or the word before it. */
function beforePhrase(stretch: TokenStretch, at: number): number {
  let first = at;
  while (first > 0 && at - first < NEAR && stretch.tag(first - 1) === 'DET') first--;
  return Math.max(0, first - 1);
}

/** Whether a clause says something of whoever it may be: "nobody", "not a single one", "any". */
export function isUniversal(stretch: TokenStretch, clause: Clause, negator: number): boolean {
  return (
    stretch.hasWord(UNIVERSAL, clause.first, clause.group.first) ||
    // "nobody", "never any danger", "not one cartridge"
    (negator >= 0 &&
      (UNIVERSAL.test(stretch.word(negator)) || /^(?:any|one|single)$/i.test(stretch.word(negator + 1))))
  );
}

/** Place of "but" in "but not during the war", -1 for none. */
export function exceptionIn(stretch: TokenStretch, from: number, to: number): number {
  for (let at = from; at + 2 < to; at++)
    if (
      /^but$/i.test(stretch.word(at)) &&
      /^not$/i.test(stretch.word(at + 1)) &&
      stretch.tag(at + 2) === 'ADP'
    )
      return at;
  return -1;
}

/** Whether a word for none denies: not "No, we saw it". */
function negates(stretch: TokenStretch, at: number): boolean {
  const isAnswer = /^no$/i.test(stretch.word(at)) && stretch.word(at + 1) === ',';
  return !isAnswer && !NO_NEGATION.test(stretch.word(at + 1));
}

/** "Nobody saw", "no light was seen"; but "No, we saw it" and "no one has done more than he" deny nothing. */
function isNegatingName(stretch: TokenStretch, at: number, to: number): boolean {
  if (!NEGATING_NAME.test(stretch.word(at)) || !negates(stretch, at)) return false;
  const end = Math.max(to, Math.min(stretch.length, at + COMPARISON));
  return !stretch.hasWord(/^than$/i, at, end);
}
