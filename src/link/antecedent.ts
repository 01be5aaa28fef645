import type { Content } from './content.ts';
import { actOf } from './stance.ts';
import type { Stance } from '../model/claim.ts';
import { isAllegingCue } from '../text/stance-cues.ts';

/** Contents whose head is a word for saying: "the claims", "such allegations as baseless". */
const SAYING =
  /^[“"„«'‘]?(?:(?:the|this|that|these|those|such|all|any|his|her|its|their|our|your|recent|previous|earlier|latest|new)\s+)*(?:claims?|allegations?|accusations?|charges?|assertions?|reports?|statements?|suggestions?|news|reproach(?:es)?|idea|criticism|denials?)(?=$|[^\p{L}])(?!\s+(?:that|of|about|on|over|by|it|its|he|she|they|there|made|against)\b)/iu;
/** Contents that are a pronoun and no more. */
const BARE = /^[“"„«'‘]?(?:this|that|it|so|those|these)[”"“»'’.,]*$/iu;
/** "Contradicts him": what he said; "dismissed her" may be her post. */
const PERSON = /^(?:him|her|them)[.,]?$/i;
const ANSWERING = /\b(?:contradict|rebut|refut|correct|echo|disput)\w*\b/i;
/** "We reject these allegations": the speaker's own words deny what was said before. */
const OWN_DENIAL =
  /^[“"„«'‘]?(?:we|i)\s+(?:\p{L}+ly\s+)?(?:reject|deny|dismiss|refute|repudiate|condemn|dispute)\s+(?:(?:the|this|that|these|those|such|all|any)\s+)+(?:\p{L}+\s+)?(?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|assertions?|news|insinuations?)(?=$|[^\p{L}])(?!\s+(?:that|of|about)\b)/iu;
/** "There was none", "it is not true", "pure invention": nothing but that what was said is not so. */
const BARE_DENIAL =
  /^[“"„«'‘]?(?:there\s+(?:is|are|was|were|(?:has|have|had)\s+been)\s+none|none\s+of\s+(?:it|this|that)\s+(?:is|was)\s+true|(?:(?:it|this|that)\s+(?:is|was)\s+|all\s+)?(?:(?:simply|just|all|an?|pure|complete|total|utter|outright)\s+)*(?:not\s+true|untrue|false|lies?|nonsense|fabrications?|inventions?|fiction|rubbish|slander))[.,!”"»’']*$/iu;
/** A content that points has no more of its own than an adjective or two. */
const MOST_TERMS = 6;
/** How far before it, in characters, what a content points at begins at most: a denial stands beside what it denies. */
const REACH = 500;
const LEAST_WEIGHT = 0.8;

/** Whether a content has nothing of its own and takes up what was said before. */
export function isPointing({ attribution, terms }: Content): boolean {
  const { text } = attribution.content;
  if (PERSON.test(text)) return ANSWERING.test(attribution.cue?.text ?? '');
  return (
    BARE.test(text) ||
    OWN_DENIAL.test(text) ||
    BARE_DENIAL.test(text) ||
    (terms.length <= MOST_TERMS && SAYING.test(text))
  );
}

/** Whether the speaker's own words deny what was said before, whatever the cue. */
export function deniesItself({ attribution }: Content): boolean {
  const { text } = attribution.content;
  return OWN_DENIAL.test(text) || BARE_DENIAL.test(text);
}

/**
 * What a pointing content takes up: the nearest attribution before it in its document that somebody else makes and that has
 * content of its own.
 *
 * @param before - contents of the same document that stand earlier, nearest first.
 * @returns `undefined` when nothing near can be meant.
 */
export function findAntecedent(content: Content, before: readonly Content[]): Content | undefined {
  const { speaker, content: evidence } = content.attribution;
  const act = deniesItself(content) ? 'deny' : actOf(content);
  const claims = isAllegingCue(evidence.text) || deniesItself(content);
  const place = evidence.spans[0]?.[0] ?? 0;
  return before.find((other) => {
    if (isPointing(other) || other.weight < LEAST_WEIGHT) return false;
    if (place - (other.attribution.content.spans[0]?.[0] ?? 0) > REACH) return false;
    if (claims && !isAllegation(other)) return false;
    if (act === 'deny' && speaker !== null && other.attribution.speaker === speaker) return false;
    return other.attribution.act !== 'decline' && other.attribution.act !== 'think';
  });
}

/** Whether a content is what somebody is said to claim, not what is said of a claim. */
function isAllegation(content: Content): boolean {
  const { cue, content: evidence } = content.attribution;
  return actOf(content) !== 'deny'
    ? !OF_CLAIMS.test(evidence.text)
    : isAllegingCue(cue?.text ?? '') || /\b(?:that|of)\b/i.test(evidence.text);
}

const OF_CLAIMS =
  /\b(?:the|these|those|such)\s+(?:claims?|allegations?|accusations?|charges)\b(?!\s+(?:that|of))/i;

/** Who denies a denial asserts; but "the allegations" that somebody rejects are the allegations, whoever rejected them before. */
export function denialOf(pointer: Content, stance: Stance): Stance {
  return stance === 'denies' && !isAllegingCue(pointer.attribution.content.text) ? 'asserts' : 'denies';
}
