import type { Content } from './content.ts';

/** Contents that only point at what somebody else said: "the claims", "this", "the accusation as baseless". */
const POINTING =
  /^[“"„«'‘]?(?:(?:the|these|those|such|all|any|his|her|its|their|recent|previous)\s+)*(?:claims?|allegations?|accusations?|charges?|assertions?|reports?|statements?|suggestions?|news|reproach(?:es)?|idea|criticism|denials?|this|that|it|them|so)(?=$|[^\p{L}])(?!\s+(?:that|of|about|on|over|by|it|its|he|she|they|there|the)\b)/iu;
/** Sentences back in which an antecedent is looked for: a denial stands beside what it denies. */
const REACH = 6;
/** A content that points has no more of its own than an adjective or two. */
const MOST_TERMS = 6;

/** Whether a content has nothing of its own and takes up what was said before. */
export function isPointing({ attribution, terms }: Content): boolean {
  return terms.length <= MOST_TERMS && POINTING.test(attribution.content.text);
}

/**
 * What a pointing content takes up: the nearest attribution before it in its document that somebody else makes and that has
 * content of its own.
 *
 * @param before - contents of the same document that stand earlier, nearest first.
 * @returns `undefined` when nothing near can be meant.
 */
export function findAntecedent(content: Content, before: readonly Content[]): Content | undefined {
  const { speaker, act } = content.attribution;
  return before.slice(0, REACH).find((other) => {
    if (isPointing(other) || other.weight < LEAST_WEIGHT) return false;
    if (act === 'deny' && speaker !== null && other.attribution.speaker === speaker) return false;
    return other.attribution.act !== 'decline' && other.attribution.act !== 'think';
  });
}

const LEAST_WEIGHT = 0.8;
