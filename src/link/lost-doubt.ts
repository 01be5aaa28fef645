import { tokensIn, type Side } from './wording-side.ts';

/** "Cannot at this stage exclude", "is unable to say": whoever says so leaves open what follows. */
const UNSURE = /^(?:not|cannot|n[’']t|unable)$/i;
const ABLE = /^(?:can|ca|could|able|cannot|unable)$/i;
const KNOWING = /^(?:exclude|rule|confirm|verify|say|sure|certain|know|establish)$/i;
/** Tokens between the negation and the verb of knowing: "cannot at this stage exclude". */
const REACH = 5;
/** Words of the other wording that leave it open too, or deny it. */
const OPEN =
  / (?:not|no|never|cannot|unable|nor|neither|whether|if|unclear|unknown|may|might|could|can|would|possib\w*|perhaps|probab\w*|likely|apparent\w*|seem\w*|appear\w*|suspect\w*|believ\w*|exclud\w*|rul(?:e|ed|ing) out|den(?:y|ies|ied)|refus\w*|declin\w*|without|yet) | n[’']t /;

/** Whether a wording says that its speaker cannot tell, and the other tells the very thing: "we cannot say that the mill …". */
export function lostDoubt(a: Side, b: Side): string | undefined {
  const cue = ` ${b.piece.attribution.cue?.text.toLowerCase() ?? ''} `;
  if (OPEN.test(b.text.replaceAll(/[’']t /g, ' not ')) || OPEN.test(cue)) return undefined;
  const { tokens } = a.annotated.language;
  const own = tokensIn(a.annotated, a.piece.attribution.content.spans);
  for (const [place, token] of own.entries()) {
    if (!UNSURE.test(tokens.word[token] ?? '')) continue;
    const [before, word] = [tokens.word[own[place - 1] ?? -1] ?? '', tokens.word[token] ?? ''];
    if (!ABLE.test(before) && !ABLE.test(word)) continue;
    const knowing = own
      .slice(place + 1, place + 2 + REACH)
      .find((at) => tokens.sentence[at] === tokens.sentence[token] && KNOWING.test(tokens.word[at] ?? ''));
    if (knowing === undefined) continue;
    const from = ABLE.test(before) ? (own[place - 1] ?? token) : token;
    const words = a.annotated.document.text.slice(tokens.start[from] ?? 0, tokens.end[knowing] ?? 0);
    return `the doubt “${words}” stands in one reading and not in the other`;
  }
  return undefined;
}

/** Whether one account has the speaker silent where the other has a denial. */
export function brokenSilence(a: Side, b: Side): string | undefined {
  const acts = [a, b].map(({ piece }) => piece.attribution.act);
  return acts.includes('decline') && acts.includes('deny')
    ? 'no answer stands in one reading and a denial in the other'
    : undefined;
}
