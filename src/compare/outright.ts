import type { Telling } from '../model/telling.ts';

/** Somebody says outright that it is not so; what a narrator says was not is seldom what others say was. */
export function isDenial(telling: Telling): boolean {
  return telling.stance === 'denies' && telling.attribution.speaker !== null && isOutright(telling);
}

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
  const { text } = attribution.content;
  return !IN_PART.test(text) && !INVERTED.test(text) && !MODAL.test(text);
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
