import { alignTerms } from '../learn/align-terms.ts';
import type { Term } from '../learn/term.ts';
import type { Difference } from '../model/utterance.ts';
import { relateQuantities } from '../text/relate-quantities.ts';
import type { Content, Contents } from './content.ts';

/** Words that make what follows hold only under a condition. */
const CONDITIONS = /(?:^|[^\p{L}])(?:if|unless|provided|should|once)(?:[^\p{L}]|$)/iu;
/** Of the shorter wording this much must stand word for word in the longer one for a cut. */
const CUT = 0.97;
/** Of both wordings this much must be shared before a change of meaning is spoken of: else they say different things. */
const LEAST_COVER = 0.4;
/** Pairs of words that must be this near before a "not" on one side only counts. */
const SAME_MATTER = 0.8;

/**
 * What sets the readings of one utterance apart. "Altered" only where the change can be named: a negation, a number, a day or
 * a condition that one reading has and another has not.
 */
export function classifyDifference(
  members: readonly Content[],
  contents: Contents,
): { difference: Difference; note?: string } {
  let widest: Difference = 'same';
  for (const [at, a] of members.entries()) {
    for (const b of members.slice(at + 1)) {
      const note = alteration(a, b, contents);
      if (note !== undefined) return { difference: 'altered', note };
      const kind = wordingOf(a, b);
      if (RANK[kind] > RANK[widest]) widest = kind;
    }
  }
  return { difference: widest };
}

const RANK: Readonly<Record<Difference, number>> = {
  same: 0,
  cut: 1,
  translation: 2,
  paraphrase: 3,
  altered: 4,
};

function wordingOf(a: Content, b: Content): Difference {
  const { exactA, exactB } = alignTerms(a.terms, b.terms);
  if (letters(a) === letters(b)) return 'same';
  if (Math.min(exactA, exactB) >= CUT) return 'same';
  if (Math.max(exactA, exactB) >= CUT) return 'cut';
  // Two quotations that say it in other words cannot both be what was said: one of them at least is a translation.
  return a.attribution.form !== 'indirect' && b.attribution.form !== 'indirect'
    ? 'translation'
    : 'paraphrase';
}

function letters({ attribution }: Content): string {
  return attribution.content.text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The change of meaning between two readings, told in their own words; `undefined` when there is none that can be named. */
export function alteration(a: Content, b: Content, contents: Contents): string | undefined {
  const { pairs, coverA, coverB } = alignTerms(a.terms, b.terms);
  if (Math.min(coverA, coverB) < LEAST_COVER) return undefined;
  const quote = (content: Content, term: Term): string => `“${wordsOf(content, term, contents)}”`;
  for (const pair of pairs) {
    const [one, other] = [a.terms[pair.a], b.terms[pair.b]];
    if (!one || !other || pair.kinship < SAME_MATTER || one.kind === 'time') continue;
    if (one.negated !== other.negated && (one.kind === 'verb' || other.kind === 'verb')) {
      return `${quote(one.negated ? a : b, one.negated ? one : other)} is negated in one reading, ${quote(one.negated ? b : a, one.negated ? other : one)} is not in the other`;
    }
  }
  const matched = { a: new Set(pairs.map((pair) => pair.a)), b: new Set(pairs.map((pair) => pair.b)) };
  const openA = a.terms.filter((_, at) => !matched.a.has(at));
  const openB = b.terms.filter((_, at) => !matched.b.has(at));
  for (const one of openA) {
    for (const other of openB) {
      if (one.quantity && other.quantity && relateQuantities(one.quantity, other.quantity) === 'clash')
        return `${quote(a, one)} in one reading, ${quote(b, other)} in the other`;
      if (one.time && other.time && daysClash(one.time.value, other.time.value))
        return `${quote(a, one)} in one reading, ${quote(b, other)} in the other`;
    }
  }
  const conditionA = CONDITIONS.exec(a.attribution.content.text);
  const conditionB = CONDITIONS.exec(b.attribution.content.text);
  if ((conditionA === null) !== (conditionB === null) && isWhole(a) && isWhole(b)) {
    const word = /[\p{L}]+/u.exec((conditionA ?? conditionB)?.[0] ?? '')?.[0] ?? '';
    return `the condition “${word}” stands in one reading and not in the other`;
  }
  return undefined;
}

/** Long enough for a condition to have had its place. */
function isWhole({ terms }: Content): boolean {
  return terms.length >= 3;
}

/** Two days, two days of the week or two durations that differ. */
function daysClash(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const day = /^XXXX-WXX-\d|^\d{4}-\d\d-\d\d|^P\d+[DWMY]$|^PT\d+[HM]$/;
  const [one, other] = [day.exec(a)?.[0], day.exec(b)?.[0]];
  if (one === undefined || other === undefined || one === other) return false;
  return one.slice(0, 2) === other.slice(0, 2) && one.length === other.length;
}

function wordsOf(content: Content, term: Term, contents: Contents): string {
  const annotated = contents.indexes[content.documentIndex]?.annotated;
  if (!annotated) return '';
  const { start, end } = annotated.language.tokens;
  // A negator and its verb are quoted together.
  let from = term.token;
  if (term.negated)
    while (
      from > 0 &&
      term.token - from < 5 &&
      !/^(?:not|n[’']t|no|never|without|cannot)$/i.test(annotated.language.tokens.word[from] ?? '')
    )
      from--;
  return annotated.document.text.slice(start[from] ?? 0, end[term.endToken - 1] ?? 0);
}
