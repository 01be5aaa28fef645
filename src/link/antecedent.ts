import type { Content } from './content.ts';
import { actOf } from './stance.ts';

/** Contents whose head is a word for saying: "the claims", "such allegations as baseless". */
const SAYING =
  /^[“"„«'‘]?(?:(?:the|these|those|such|all|any|his|her|its|their|recent|previous|earlier)\s+)*(?:claims?|allegations?|accusations?|charges?|assertions?|reports?|statements?|suggestions?|news|reproach(?:es)?|idea|criticism|denials?)(?=$|[^\p{L}])(?!\s+(?:that|of|about|on|over|by|it|its|he|she|they|there|made|against)\b)/iu;
/** Contents that are a pronoun and no more. */
const BARE = /^[“"„«'‘]?(?:this|that|it|them|so|him|her|those|these)[”"“»'’.,]*$/iu;
/** A content that points has no more of its own than an adjective or two. */
const MOST_TERMS = 6;
/** How far before it, in characters, what a content points at begins at most: a denial stands beside what it denies. */
const REACH = 500;
const LEAST_WEIGHT = 0.8;

/** Whether a content has nothing of its own and takes up what was said before. */
export function isPointing({ attribution, terms }: Content): boolean {
  const { text } = attribution.content;
  return BARE.test(text) || (terms.length <= MOST_TERMS && SAYING.test(text));
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
  const act = actOf(content);
  const place = evidence.spans[0]?.[0] ?? 0;
  return before.find((other) => {
    if (isPointing(other) || other.weight < LEAST_WEIGHT) return false;
    if (place - (other.attribution.content.spans[0]?.[0] ?? 0) > REACH) return false;
    if (act === 'deny' && speaker !== null && other.attribution.speaker === speaker) return false;
    return other.attribution.act !== 'decline' && other.attribution.act !== 'think';
  });
}
