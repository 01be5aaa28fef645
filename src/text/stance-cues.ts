/*
 * What the words of a cue say about how its speaker stands to what follows: one list for all who read stances. Which act
 * a verb performs is said beside (the lexicon of cues by act); here are the words that settle it whatever follows.
 */

/** Cues that deny whatever their content says; other denials have their "not" in the content. */
const DENYING =
  /\b(?:den(?:y|ie|ial)\w*|reject\w*|dismiss\w*|refut\w*|disput\w*|contradict\w*|rebuff\w*|rebut\w*|repudiat\w*|disavow\w*|debunk\w*)\b/i;
/** "Slammed the claims" denies them; "slammed the minister for lying" denies nothing. */
const DENYING_CLAIMS =
  /\b(?:slam(?:s|med|ming)?|laugh\w*|sco(?:ff|rn)\w*|blast(?:s|ed|ing)?|decr(?:y|ies|ied|ying)|condemn\w*|deride\w*|ridicul\w*|denounc\w*)\b/i;
/** "Called the claims baseless": the words that stand on them deny. */
const FALSEHOOD =
  /\b(?:baseless|false|untrue|unfounded|groundless|wrong|lies?|nonsense|fabricat\w*|fictions?|fake|absurd|ridiculous|rubbish|slander\w*|hoax|myths?|misinformation|disinformation|propaganda|ludicrous|preposterous|bogus|unsubstantiated|untruths?|invent(?:ed|ions?))\b/i;
const ALLEGING =
  /\b(?:claim(?:s|ed|ing)?|alleg\w+|accus\w+|charg(?:e|es|ed|ing)|report(?:s|ed|ing)?|reproach\w*|assert\w*|blam\w+)\b/i;
const NEGATION = /(?:\b(?:not|never|neither|nor|cannot|no)\b|n[’']t\b)/i;
const OPINION =
  /\b(?:believ\w*|think\w*|accept\w*|agree\w*|buy\w*|share\w*|support\w*|see\w*|favou?r\w*|order\w*|ask\w*|demand\w*|request\w*|instruct\w*|command\w*|call(?:s|ed)? on)\b/i;

/** Whether a cue denies by itself: "rejects", "dismissed". */
export function isDenyingCue(cue: string): boolean {
  return DENYING.test(cue);
}

const REFUSING = /\b(?:reject|dismiss|rebuff|repudiat|refus)\w*\b/i;

/** Whether a cue turns down a thing as well as a claim: "rejected the veto" denies nothing, "rejected that he was ill" does. */
export function isRefusingCue(cue: string): boolean {
  return REFUSING.test(cue);
}

const OPPOSING = /\b(?:against|oppos\w*|object(?:s|ed)? to)\b/i;
const DESIRING =
  /\b(?:wants?|wanted|wish\w*|push(?:es|ed|ing)? for|press(?:es|ed|ing)? for|favou?r\w*|support\w*|back(?:s|ed|ing)|advocat\w*|long(?:s|ed|ing) for|calls? for|called for|calling for)\b/i;
/** "Wishes to make clear that", "wanted to stress": no more than says. */
const WISHING_TO_SAY =
  /\b(?:wish|want)\w*\s+to\s+(?:make\s+(?:it\s+)?clear|say|state|stress|emphasi[sz]e|point\s+out|underline|note|add|announce)\b/i;

/** What is turned down is a claim: "that …", "the US allegations that …". */
const OPENS_CLAIM =
  /^[“"„«'‘]?(?:that\b|(?:\S+\s+){0,4}(?:claims?|allegations?|accusations?|charges?|assertions?|reports?|suggestions?|reproach(?:es)?|insinuations?|notions?|ideas?|rumou?rs?|beliefs?|theor(?:y|ies)|news|criticisms?|arguments?|speculation)\b)/iu;
const NAMING = /\b(?:call|label|brand|dub|describ|term)(?:s|e|es|ed|led|bed|ing|ling)?\b/i;

/** Whether a content begins with a claim, so that turning it down denies. */
export function opensClaim(content: string): boolean {
  return OPENS_CLAIM.test(content);
}

/** "Called it a crime": the content is a thing and what it is called. */
export function isNamingCue(cue: string): boolean {
  return NAMING.test(cue);
}

/** Cues of those who do not want what follows, and say nothing of whether it is. */
export function isOpposingCue(cue: string): boolean {
  return OPPOSING.test(cue);
}

/** Cues of those who want what follows. */
export function isDesiringCue(cue: string): boolean {
  return DESIRING.test(cue) && !WISHING_TO_SAY.test(cue);
}

/** Whether a cue denies where claims are what stands behind it. */
export function isDenyingOfClaims(cue: string): boolean {
  return DENYING_CLAIMS.test(cue);
}

/** Whether a cue or noun says that somebody claims: "alleged", "accusations". */
export function isAllegingCue(cue: string): boolean {
  return ALLEGING.test(cue);
}

/** "Did not say", "never claimed". */
export function isNegatedCue(cue: string): boolean {
  return NEGATION.test(cue);
}

/** Verbs that deny what follows when they are negated: who does not believe it denies it, who does not know leaves it open. */
export function isOpinionCue(cue: string): boolean {
  return OPINION.test(cue);
}

/** "Ready for talks on claims": the cue brings what others say, whoever stands before it. */
const OTHERS =
  /\b(?:on|over|about|of|into|to|with|examine|evaluate|investigate|discuss|consider|probe|address|answer|face[sd]?|facing|amid)\s+(?:(?:the|any|recent|new|those|these|such)\s+)*(?:claims?|allegations?|accusations?|reports|rumou?rs|charges|suggestions)(?:\s+(?:that|of))?$/i;

/** Whether a cue hands on claims that are not its subject's. */
export function bringsOthersClaims(cue: string): boolean {
  return OTHERS.test(cue);
}

/** Words that say of a claim that it is not so. */
export function saysFalse(text: string): boolean {
  return FALSEHOOD.test(text) && !NEGATION.test(text);
}
