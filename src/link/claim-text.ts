import { overlaps, type Span } from '../model/span.ts';
import { firstTokenAt } from '../learn/term.ts';
import type { Content, Contents } from './content.ts';
import type { Proposition } from './proposition.ts';
import { stanceOf } from './stance.ts';

/** Longer claims are cut at a clause's end. */
const LONGEST = 160;
/** Words that open a content without belonging to its proposition. */
const OPENING = /^(?:(?:and|but|or|that|whether|how|of|about|for|as|to the effect that)\s+)+/i;
/** "Norland of selling boats" is worded "selling boats". */
const ACCUSED = /^(?:\S+\s){1,5}(?:of|for)\s+(?=(?:having\s+)?\p{L}+ing\b)/u;
/** Who only has these words does not know who or what is meant. */
const POINTING =
  /^(?:he|she|it|they|we|I|you|his|her|its|their|our|my|this|that|these|those|who|which|what|there)\b/i;
/** What a heading lacks, in steps of length: a whole clause, a name for its subject, an affirmative wording. */
const LACKS = { clause: 1.2, name: 0.8 } as const;

/**
 * Words a claim once, in the affirmative, with words that stand in one of its contents: the fullest short content that
 * asserts, else one that denies, with its "not" left out.
 *
 * @param asItStands - nobody says the contrary: a "not" belongs to the claim.
 * @param taken - what other claims are called: this one is called otherwise where any wording is left.
 */
export function claimText(
  members: readonly Proposition[],
  contents: Contents,
  asItStands: boolean,
  taken: ReadonlySet<string> = new Set(),
): string {
  const ranked = members
    .map((content) => ({ content, rank: rankOf(content, contents) }))
    .sort((a, b) => a.rank - b.rank || a.content.index - b.content.index);
  let text = '';
  for (const { content } of ranked) {
    text = wordingOf(content, contents, asItStands);
    if (!taken.has(text)) return text;
  }
  return text;
}

function wordingOf(best: Proposition, contents: Contents, asItStands: boolean): string {
  const annotated = contents.indexes[best.documentIndex]?.annotated;
  if (!annotated) return best.attribution.content.text;
  const { tokens } = annotated.language;
  const negator = asItStands ? null : best.frame.negator;
  let text = '';
  let previous: Span | undefined;
  for (const [start, end] of best.attribution.content.spans) {
    for (let t = firstTokenAt(annotated, start); t < tokens.count && (tokens.start[t] as number) < end; t++) {
      const span: Span = [tokens.start[t] as number, tokens.end[t] as number];
      const word = annotated.document.text.slice(...span);
      if (/^[“”"„«»‘]+$/.test(word)) continue;
      if (t === negator) continue;
      const glued = previous !== undefined && previous[1] === span[0];
      text += text === '' || glued ? word : ` ${word}`;
      previous = span;
    }
  }
  if (!best.frame.finite) text = text.replace(ACCUSED, '');
  text = text.replace(OPENING, '').replace(/[\s,.;:–—-]+$/u, '');
  return shorten(text.charAt(0).toUpperCase() + text.slice(1));
}

/** Lower is better: affirmative before negated, whole clauses before fragments, neither very short nor long. */
function rankOf(content: Proposition, contents: Contents): number {
  const stance = stanceOf(content);
  const hasVerb = content.frame.hasVerb;
  const length = content.attribution.content.text.length;
  return (
    (stance === 'asserts' ? 0 : stance === 'denies' && content.frame.negator !== null ? 3 : 1) +
    (hasVerb ? 0 : 2) +
    (content.attribution.content.spans.length > 1 ? 1 : 0) +
    (isGarbled(content, contents) ? 4 : 0) +
    (content.frame.presupposed ? 3 : 0) +
    (content.frame.finite ? 0 : LACKS.clause) +
    (POINTING.test(content.attribution.content.text.replace(/^[“”"„«»‘]+/u, '').replace(OPENING, ''))
      ? LACKS.name
      : 0) +
    (content.frame.refuted ? 4 : 0) +
    Math.abs(Math.log(Math.max(1, length) / 70))
  );
}

/** Words that the document itself marks as damaged give no heading where others say the same. */
function isGarbled({ attribution, documentIndex }: Content, contents: Contents): boolean {
  const oddities = contents.indexes[documentIndex]?.annotated.document.oddities ?? [];
  return oddities.some(
    ({ evidence, repairedFrom }) =>
      repairedFrom === undefined &&
      evidence.spans.some((damaged) => attribution.content.spans.some((span) => overlaps(span, damaged))),
  );
}

function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = text.slice(0, LONGEST);
  const clause = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '), head.lastIndexOf('. '));
  return head.slice(0, clause > LONGEST / 3 ? clause : head.lastIndexOf(' ')).trimEnd();
}
