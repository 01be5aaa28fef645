/*
 * Words with which a text says that something told elsewhere is not so, or leaves it open. General knowledge of English,
 * gathered from dictionaries and from how corrections and fact checks are worded.
 */

const FALSE =
  /^(?:hoax\w*|fake[ds]?|faking|fakery|false|falsely|falsehood|debunk\w*|bogus|untrue|fabricat\w+|rubbish\w*|nonsense|satir\w+|spoof\w*|prank\w*|doctored|retract\w*|misinform\w+|mistaken|phone?y|discredit\w*|refut\w+|disprov\w+|baseless|unfounded|groundless|myths?|duped|erroneous\w*|inaccurate\w*|misreport\w*|photoshop\w*|parody|fictional|fictitious|staged|incorrect\w*|misattribut\w*)$/;
const REVERSING =
  /^(?:withdr\w+|drop(?:s|ped)|bail(?:s|ed)?|pull(?:s|ed)|scrap(?:s|ped)?|cancel\w*|abandon\w*|quit\w*|nix\w*|exit\w*|scratch\w*|revers\w+|revok\w*|denied|denies|deny|denying|denial|denounc\w*)$/;
const DOUBTING =
  /^(?:doubt\w*|unlikely|scepti\w*|skepti\w*|question(?:s|ed|able)?|implausib\w*|dubious|suspicio\w*|unconvinc\w*|contradict\w*|disput\w+|inconsisten\w*|challeng\w*|dismiss\w*|reject\w*|despite|contrary|actually|however|but|never)$/;
const RUMOUR =
  /^(?:rumou?r\w*|claim\w*|alleg\w+|report(?:s|ed|edly)?|apparent(?:ly)?|supposed(?:ly)?|purport\w*|speculat\w+|unconfirmed|unverified|accord(?:s|ing)?|suggest\w*|could|may|might|investigat\w+|viral)$/;
const DENYING =
  /^(?:den(?:y|ie[sd]|ying|ial)|disput\w+|reject\w*|dismiss\w*|rebut\w*|rebuff\w*|quash\w*|despite|contrary)$/;
const NEGATING = /^(?:not|n['’]t|no|never|neither|nor|none|cannot|nobody|nothing|without)$/;

/** "Hoax", "doctored", "debunked": something told is not so. */
export function saysFalse(word: string): boolean {
  return FALSE.test(word);
}

/** "Withdrew", "cancelled", "denies": what was to be is not, or somebody says so. */
export function saysReversed(word: string): boolean {
  return REVERSING.test(word);
}

/** "Unlikely", "disputed", "however": what was told is met with doubt. */
export function saysDoubtful(word: string): boolean {
  return DOUBTING.test(word);
}

/** "Reportedly", "alleged", "could": the text does not vouch for what it tells. */
export function saysUnconfirmed(word: string): boolean {
  return RUMOUR.test(word);
}

/** "Denies", "disputes", "despite". */
export function saysDenied(word: string): boolean {
  return DENYING.test(word);
}

export function isNegator(word: string): boolean {
  return NEGATING.test(word);
}

const TURN =
  /false alarm|no truth|never happened|turn(?:s|ed)? out|made[- ]up|made it up|no evidence|urban legend|fell for|no such|shot down|set the record straight|no plans|(?:just|only) a rumou?r|\b(?:is|was|are|were|has|have|had|did|does|do|will|would) not\b|\b(?:is|was|are|were|has|have|had|did|does|do|would)n[’']t\b|\bwon[’']t\b/;

/** Turns of phrase that put something right: "was not", "turns out", "no truth in". */
export function putsRight(text: string): boolean {
  return TURN.test(text);
}

const REFUTING_HEADLINE =
  /^no[,:]|false alarm|not true|no truth|turns? out|not real|after all|just for|never happened/i;

/** Headlines that are refutations: "No, the bridge did not fall". */
export function isRefutingHeadline(headline: string): boolean {
  return REFUTING_HEADLINE.test(headline);
}

const HEDGED_HEADLINE =
  /\b(?:reportedly|report(?:s|ed)?|rumou?r\w*|claim(?:s|ed|ing)?|alleged\w*|allegation|may|might|could|possibl[ey]|apparent(?:ly)?|purported\w*|supposed\w*|suspected|believed|sources?|says?|said|according|unconfirmed|investigat\w+|probe|mystery|feared?|likely|thought|if|whether|why|how|what)\b|\?|['‘’"“][^'‘’"“]{3,200}['‘’"“]/i;

/** Headlines that do not say it themselves: a question, a quotation, "may", "sources". */
export function isHedgedHeadline(headline: string): boolean {
  return HEDGED_HEADLINE.test(headline);
}

const UPDATE = /\b(?:update|updated|correction|editor[’']s note)\b([^.]{0,200})/i;
const UPDATED_AWAY = /\b(?:not|false|hoax|fake|never|no|incorrect)\b|n[’']t\b/i;

/** A note added later that takes something back. */
export function isTakenBack(text: string): boolean {
  const note = UPDATE.exec(text);
  return note !== null && UPDATED_AWAY.test(note[1] ?? '');
}
