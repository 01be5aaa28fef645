import type { Telling } from '../model/telling.ts';

/** Somebody says outright that it is not so; what a narrator says was not is seldom what others say was. */
export function isDenial(telling: Telling): boolean {
  if (telling.attribution.speaker === null || !isOutright(telling)) return false;
  if (ELLIPTIC.test(telling.attribution.content.text)) return false;
  return telling.stance === 'denies' || (telling.stance === 'asserts' && isOfNothing(telling));
}

/** "The counting was not": what was not stands in another sentence. */
const ELLIPTIC =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|did|does|do|will|would|could|can)(?:\s+(?:not|never)|n[’']t)[\s\p{P}]*$/iu;

/** "Paid him nothing", "met nobody": the object alone turns it round. */
function isOfNothing({ attribution, frame, headSpan }: Telling): boolean {
  if (frame.presupposed || frame.negator !== null) return false;
  const { text, spans } = attribution.content;
  const after = text.slice(Math.max(0, headSpan[1] - (spans[0]?.[0] ?? 0)));
  return spans.length === 1 && OF_NOTHING.test(after);
}

/** Directly behind the verb, or behind one word for whom it was done to. */
const OF_NOTHING =
  /^\s+(?:(?:the\s+)?[\p{L}.’'-]+\s+){0,2}?(?:nothing|nobody|no[ -]one|none|not\s+(?:a|one)(?:\s+single)?\s+\p{L}+)(?!\s+(?:but|except|other|to|more|less|wrong|new))(?!\p{L})/iu;

/** Somebody says outright that it is so. */
export function isAssertion(telling: Telling): boolean {
  return (
    telling.stance === 'asserts' && isOutright(telling) && !NEGATED.test(telling.attribution.content.text)
  );
}

/** Said to be so, not to be possible, asked, planned or taken for granted. */
function isOutright({ frame, attribution }: Telling): boolean {
  const { conditional, question, possible, intended, dependent, modal } = frame;
  if (conditional || question || possible || intended || dependent || modal !== '') return false;
  const text = withoutMonth(attribution.content.text);
  return !IN_PART.test(text) && !INVERTED.test(text) && !MODAL.test(text);
}

/** A text in which "May" is no verb: where a capital stands within a sentence it is the month, or a name. */
export function withoutMonth(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N},]\s)May(?!\p{L})/gu, '…');
}

/** "Not only", "not yet", "had never before": what is so in part, or was so until then, is not denied. */
const IN_PART =
  /(?<!\p{L})(?:not (?:only|just|merely|simply|yet|all|every|necessarily|always|even|the (?:only|first|last)|as|so|quite|entirely)|no longer|until now|before now|previously|so far|yet to|anymore|any more|ever been)(?!\p{L})/iu;
/** "Had the crew been warned, …" */
const INVERTED = /^[“"'‘]?(?:had|were|should)\s/i;

const MODAL =
  /(?<!\p{L})(?:would|will|should|can|could|may|might|must|cannot|won[’']t)(?!\p{L})|[’'](?:ll|d)(?!\p{L})/iu;
/** Words that turn round what they stand in. */
const NEGATED =
  /(?<!\p{L})(?:no|not|never|nobody|none|nothing|without|neither|denies|denied)(?!\p{L})|n[’']t(?!\p{L})/iu;

/** Whether its own words turn round what it says. */
export function isNegated({ attribution }: Telling): boolean {
  return NEGATED.test(attribution.content.text);
}
