import type { Credit, CreditRole, Document } from '../model/document.ts';
import { evidenceAt } from '../model/evidence.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { compareSpans, overlaps, type Span } from '../model/span.ts';
import { citedIn } from './cited-agencies.ts';
import { contributionsOf, hatTipsOf, signOffOf, sourceLineOf } from './closing-credits.ts';
import { linesOf, LONGEST_CREDIT, type CreditLine, type FoundCredit } from './credit-line.ts';
import { isFurniture } from './furniture.ts';
import { bylineOf, datelineOf, titleSuffixOf } from './opening-credits.ts';

/**
 * Finds the words that name where copy came from: datelines and bylines of news agencies, source lines, "contributed to this
 * report", "first published by", and agencies that a sentence cites for what it says.
 *
 * Agencies of the lexicon get their canonical name; a name that the lexicon lacks is kept as it stands, where its place or the
 * words around it say that it is an agency or an outlet. Nothing inside an appeal, a copyright line, navigation or related
 * links is a credit, and neither are picture credits and names of polls.
 *
 * @returns in the order of the text; where credits overlap, the one that says most about the whole copy.
 */
export function findCredits(document: Document, layer: LanguageLayer): Credit[] {
  const closed = document.omitted
    .filter(({ why }) => why !== 'byline' && why !== 'other')
    .flatMap(({ evidence }) => evidence.spans);
  const found: FoundCredit[] = [];
  for (const line of linesOf(document.text)) {
    const span: Span = [line.start, line.start + line.text.length];
    if (closed.some((other) => overlaps(span, other))) continue;
    // A dateline opens the account's own first sentence, which may well tell of donations and subscriptions.
    found.push(...datelineOf(line, line.text.slice(0, LONGEST_CREDIT)));
    found.push(...creditsOfLine(line).filter((credit) => !isFurniture(sentenceAround(line, credit.span))));
  }
  for (const { span, kind } of layer.sentences) {
    if (kind === 'sentence') found.push(...citedIn(document.text, span));
  }
  return distinct(found).map(({ span, ...credit }) => ({
    ...credit,
    evidence: evidenceAt(document, [span]),
  }));
}

/** The words between the sentence ends on either side of a credit, within its line. */
function sentenceAround({ text, start }: CreditLine, span: Span): string {
  const before = text.slice(Math.max(0, span[0] - start - LONGEST_CREDIT), span[0] - start);
  const after = text.slice(span[1] - start, span[1] - start + LONGEST_CREDIT);
  const from = Math.max(...['. ', '! ', '? '].map((mark) => before.lastIndexOf(mark)));
  const to = after.search(/[.!?](?:\s|$)/);
  return (
    before.slice(from + 1) +
    text.slice(span[0] - start, span[1] - start) +
    (to < 0 ? after : after.slice(0, to))
  );
}

function creditsOfLine(line: CreditLine): FoundCredit[] {
  return [
    ...bylineOf(line),
    ...sourceLineOf(line),
    ...signOffOf(line),
    ...contributionsOf(line),
    ...hatTipsOf(line),
    ...(line.place === 'title' ? titleSuffixOf(line) : []),
  ];
}

const ROLE_ORDER: readonly (CreditRole | undefined)[] = [
  'origin',
  'contribution',
  'hat-tip',
  'cited',
  undefined,
];

/** Of credits that overlap, the one that says most about the whole copy; spans are compared within stretches that touch. */
function distinct(found: readonly FoundCredit[]): FoundCredit[] {
  const byPlace = found.toSorted((a, b) => compareSpans(a.span, b.span));
  const kept: FoundCredit[] = [];
  for (let from = 0; from < byPlace.length;) {
    let to = from;
    for (let end = 0; to < byPlace.length; to++) {
      const span = byPlace[to]?.span ?? [0, 0];
      if (to > from && span[0] >= end) break;
      end = Math.max(end, span[1]);
    }
    const stretch: FoundCredit[] = [];
    const byRole = (a: FoundCredit, b: FoundCredit): number =>
      ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role);
    for (const credit of byPlace.slice(from, to).sort(byRole)) {
      if (!stretch.some((other) => overlaps(other.span, credit.span))) stretch.push(credit);
    }
    kept.push(...stretch.sort((a, b) => compareSpans(a.span, b.span)));
    from = to;
  }
  return kept;
}
