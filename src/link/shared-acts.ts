import type { EntityNode } from './entity-node.ts';

/** Words of two statements that must be common, and their share of the shorter statement. */
const MIN_COMMON_WORDS = 5;
const MIN_SHARE = 0.45;
/** Statements of one person that are compared, of one document and of all: pairs of them, so thousands of documents stay cheap. */
const MAX_STATEMENTS = 20;
const MAX_STATEMENTS_IN_ALL = 60;

/**
 * Whether two people, in different documents, are said to have said the same: then they are one person under two names.
 *
 * Compares what each is quoted as saying by the words with meaning that both statements hold, as a share of the shorter one.
 */
export function sharedActs(a: readonly EntityNode[], b: readonly EntityNode[]): boolean {
  if (sharesQuotation(a, b)) return true;
  const first = allStatements(a);
  const second = allStatements(b);
  for (const x of first)
    for (const y of second) {
      let common = 0;
      for (const word of x) if (y.has(word)) common++;
      if (common >= MIN_COMMON_WORDS && common >= MIN_SHARE * Math.min(x.size, y.size)) return true;
    }
  return false;
}

/** Words of a quotation from which the same ones in another mouth are no chance. */
const MIN_QUOTED_WORDS = 6;

/** Whether both are quoted with the very same words, however plain they are. */
function sharesQuotation(a: readonly EntityNode[], b: readonly EntityNode[]): boolean {
  const first = quotationsOf(a);
  return first.size > 0 && [...quotationsOf(b)].some((quotation) => first.has(quotation));
}

function quotationsOf(nodes: readonly EntityNode[]): Set<string> {
  const quotations = new Set<string>();
  for (const { annotated, localIndex } of nodes)
    for (const [index, { content, form }] of annotated.attributions.entries()) {
      if (quotations.size >= MAX_STATEMENTS_IN_ALL) return quotations;
      if (form !== 'direct' || annotated.speakers[index]?.speaker !== localIndex) continue;
      for (const span of content) {
        const words =
          annotated.language.text
            .slice(...span)
            .toLowerCase()
            .match(/[\p{L}\p{N}]+/gu) ?? [];
        if (words.length >= MIN_QUOTED_WORDS) quotations.add(words.join(' '));
      }
    }
  return quotations;
}

function allStatements(nodes: readonly EntityNode[]): Set<string>[] {
  const statements: Set<string>[] = [];
  for (const node of nodes) {
    if (statements.length >= MAX_STATEMENTS_IN_ALL) break;
    statements.push(...statementsOf(node));
  }
  return statements;
}

/** The words with meaning of each content whose speaker is the node's entity. */
function statementsOf({ annotated, localIndex }: EntityNode): Set<string>[] {
  const { attributions, speakers, language } = annotated;
  const statements: Set<string>[] = [];
  for (const [index, { content }] of attributions.entries()) {
    if (speakers[index]?.speaker !== localIndex || statements.length >= MAX_STATEMENTS) continue;
    const words = new Set<string>();
    for (const span of content)
      for (const word of language.text
        .slice(...span)
        .toLowerCase()
        .match(/\p{L}{4,}/gu) ?? [])
        if (!COMMON.has(word)) words.add(word);
    if (words.size >= MIN_COMMON_WORDS) statements.push(words);
  }
  return statements;
}

/** Frequent words of four letters and more that say nothing of what a statement is about. */
const COMMON = new Set(
  'that this with from have been will would they their there were what when which about into than them then also more most only some such very your because could should other after before between during under over through these those said says must might upon being does just like many much make made'.split(
    ' ',
  ),
);
