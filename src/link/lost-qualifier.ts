import { tokensIn, type Side } from './wording-side.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';

const CONDITION = /^(?:if|unless)$/i;
/** Words that can stand for a condition in the other wording. */
const CONDITIONAL =
  / (?:if|unless|whether|when|once|until|should|provided|providing|conditions?|conditional\w*|as long as|in case|in the event|were|depend\w*|pending|after|requests?|without|while|although|though|may|might|could) /;
/** A condition that says less can be lost without a change of meaning: "if possible". */
const LEAST_CONDITION = 0.5;
/**
 * Of what depends on the condition so much must be in the other wording. Of the condition itself no more than so much, or it is not
 * lost, or so much as makes it a thing that is told.
 */
const MAIN_COVER = 0.6;
const CONDITION_COVER = 0.4;
const TOLD_COVER = 0.55;

/** Whether a wording has a condition that the other, which has what depends on it, lacks or tells as a fact. */
export function lostCondition(a: Side, b: Side, covered: readonly number[]): string | undefined {
  const { tokens } = a.annotated.language;
  const { terms, attribution } = a.piece;
  if (CONDITIONAL.test(b.text)) return undefined;
  const word = tokensIn(a.annotated, attribution.content.spans).find((at) =>
    CONDITION.test(tokens.word[at] ?? ''),
  );
  if (word === undefined) return undefined;
  const end = clauseEnd(a.annotated, word);
  let [inside, insideCovered, outside, outsideCovered] = [0, 0, 0, 0];
  terms.forEach(({ token, weight }, at) => {
    const share = weight * (covered[at] ?? 0);
    if (token >= word && token < end) {
      inside += weight;
      insideCovered += share;
    } else {
      outside += weight;
      outsideCovered += share;
    }
  });
  if (inside < LEAST_CONDITION || outside === 0 || outsideCovered < MAIN_COVER * outside) return undefined;
  if (insideCovered > CONDITION_COVER * inside && insideCovered < TOLD_COVER * inside) return undefined;
  return `the condition “${tokens.word[word] ?? ''}” stands in one reading and not in the other`;
}

/** Where the clause that a token opens ends: at the next comma or the end of the sentence. */
function clauseEnd(annotated: AnnotatedDocument, from: number): number {
  const { tokens } = annotated.language;
  let at = from + 1;
  while (at < tokens.count && tokens.sentence[at] === tokens.sentence[from] && tokens.word[at] !== ',') at++;
  return at;
}

const HEDGE =
  /^(?:may|might|possibly|perhaps|probably|likely|apparently|seem|seems|seemed|appear|appears|appeared|suspect|suspects|suspected|indications?|signs?|suspicions?|possibility|likelihood)$/i;
const LIKE = /^(?:look|looks|looked)$/i;
/** Words that leave open whether it is so. */
const HEDGED =
  / (?:may|might|could|can|would|possib\w*|perhaps|maybe|probab\w*|likely|unlikely|potential\w*|apparent\w*|seem\w*|appear\w*|look\w*|suspect\w*|believ\w*|think\w*|thought|suggest\w*|indicat\w*|sign|signs|risk|risks|chance|hope\w*|fear\w*|expect\w*|if|whether|unless|unclear|alleg\w*|reported\w*|claim\w*|presum\w*|suppos\w*|assum\w*|tend\w*|ought|should|evidently|as if|as though) /;
/** Tokens between a hedge and what it hedges. */
const HEDGE_REACH = 5;

/** Whether a wording leaves open what the other says outright. */
export function lostHedge(a: Side, b: Side, covered: readonly number[]): string | undefined {
  const { tokens } = a.annotated.language;
  const { terms, attribution } = a.piece;
  const cue = ` ${b.piece.attribution.cue?.text.toLowerCase() ?? ''} `;
  if (HEDGED.test(b.text) || HEDGED.test(cue)) return undefined;
  const at = tokensIn(a.annotated, attribution.content.spans).find(
    (token) =>
      HEDGE.test(tokens.word[token] ?? '') ||
      (LIKE.test(tokens.word[token] ?? '') && tokens.word[token + 1] === 'like'),
  );
  if (at === undefined) return undefined;
  const hedged = terms.some(
    ({ token }, place) => token > at && token <= at + HEDGE_REACH && (covered[place] ?? 0) > 0,
  );
  if (!hedged) return undefined;
  const last = LIKE.test(tokens.word[at] ?? '') ? at + 1 : at;
  const words = a.annotated.document.text.slice(tokens.start[at] ?? 0, tokens.end[last] ?? 0);
  return `“${words}” stands in one reading and not in the other`;
}

/** Words that narrow what a denial denies: "never knowingly", "not deliberately". */
const RESTRICTION =
  /^(?:knowingly|unknowingly|intentionally|deliberately|wilfully|willfully|consciously|directly|personally|officially|formally|specifically|explicitly|currently|solely|exclusively|only|all|every|entirely|fully|wholly)$/i;
const DENYING = /^(?:not|n[’']t|never|nobody|no)$/i;
/** Tokens between the negation and the word that narrows it. */
const DENIAL_REACH = 3;

/** Whether a denial of something narrower stands in the other wording as a denial of the whole. */
export function lostRestriction(a: Side, b: Side, covered: readonly number[]): string | undefined {
  const { tokens } = a.annotated.language;
  const own = tokensIn(a.annotated, a.piece.attribution.content.spans);
  const at = own.find((token, place) => {
    const word = tokens.word[token] ?? '';
    if (!RESTRICTION.test(word) || b.text.includes(` ${word.toLowerCase()} `)) return false;
    const before = own.slice(Math.max(0, place - DENIAL_REACH), place);
    return before.some((other) => DENYING.test(tokens.word[other] ?? ''));
  });
  if (at === undefined) return undefined;
  // The narrowing word alone must be missing, and the other wording must deny as well.
  const denies = tokensIn(b.annotated, b.piece.attribution.content.spans).some((token) =>
    DENYING.test(b.annotated.language.tokens.word[token] ?? ''),
  );
  const follows = a.piece.terms.findIndex(({ token }) => token > at);
  if (!denies || follows < 0 || (covered[follows] ?? 0) === 0) return undefined;
  return `“${tokens.word[at] ?? ''}” stands in one reading and not in the other`;
}
