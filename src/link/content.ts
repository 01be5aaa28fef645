import { firstTokenAt, indexTerms, readTerms, type Term, type TermIndex } from '../learn/term.ts';
import type { Attribution } from '../model/attribution.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { UPOS } from '../model/language-layer.ts';
import { compareSpans, type Span } from '../model/span.ts';
import { compare } from './entity-node.ts';

/** What one attribution reports, read into terms. */
export interface Content {
  /** Place in the list of contents, which is sorted by document id and place: the same whatever the order of the documents. */
  readonly index: number;
  readonly attribution: Attribution;
  readonly documentIndex: number;
  /** Its wording whole, also where only a part of it is read. */
  readonly fullText: string;
  readonly terms: readonly Term[];
  /** Whether it has a verb at all, or is a mere name for something. */
  readonly hasVerb: boolean;
  /** Weight of all terms. */
  readonly weight: number;
}

/** A story's contents with what is needed to read more of its documents. */
export interface Contents {
  readonly list: readonly Content[];
  readonly indexes: readonly TermIndex[];
}

/** Reads all contents of a story; linear in its length. */
export function readContents(story: LinkedStory): Contents {
  const indexes = story.documents.map((annotated, at) => indexTerms(annotated, story.entityOf[at] ?? []));
  const placeOf = new Map(story.documents.map(({ document }, at) => [document.id, at]));
  const list = story.attributions
    .toSorted(
      (a, b) =>
        compare(a.document, b.document) ||
        compareSpans(a.content.spans[0] ?? [0, 0], b.content.spans[0] ?? [0, 0]) ||
        compare(a.id, b.id),
    )
    .map((attribution, index): Content => {
      const documentIndex = placeOf.get(attribution.document) ?? -1;
      const terms = indexes[documentIndex]
        ? readTerms(indexes[documentIndex], attribution.content.spans)
        : [];
      return {
        index,
        attribution,
        documentIndex,
        fullText: attribution.content.text,
        terms,
        hasVerb:
          indexes[documentIndex] !== undefined && hasVerb(indexes[documentIndex], attribution.content.spans),
        weight: terms.reduce((sum, term) => sum + term.weight, 0),
      };
    });
  return { list: weighBySpread(list), indexes };
}

const VERB = UPOS.indexOf('VERB');
const AUX = UPOS.indexOf('AUX');

function hasVerb({ annotated }: TermIndex, spans: readonly Span[]): boolean {
  const { tokens } = annotated.language;
  for (const [start, end] of spans)
    for (let t = firstTokenAt(annotated, start); t < tokens.count && (tokens.start[t] as number) < end; t++)
      if (tokens.upos[t] === VERB || tokens.upos[t] === AUX) return true;
  return false;
}

/** A term that so many contents hold or fewer has its full weight; one that all hold keeps the least share. */
const RARE = 3;
/** Among fewer contents a word in many of them may be chance. */
const ENOUGH = 60;
const LEAST_SHARE = 0.25;

/**
 * What the whole story speaks of sets no two contents apart: terms weigh less the more contents hold them (inverse
 * document frequency, within the story), so that the predicate decides between those that name the same parties.
 */
export function weighBySpread<C extends Content>(propositions: readonly C[]): C[] {
  const spread = new Map<string, number>();
  for (const { terms } of propositions)
    for (const key of new Set(terms.flatMap(spreadKeys))) spread.set(key, (spread.get(key) ?? 0) + 1);
  const rarest = Math.log(propositions.length / RARE);
  const strength = Math.min(1, propositions.length / ENOUGH);
  const shareOf = (term: Term): number => {
    const most = Math.max(...spreadKeys(term).map((key) => spread.get(key) ?? 1));
    if (rarest <= 0) return 1;
    const share = Math.min(1, Math.max(LEAST_SHARE, Math.log(propositions.length / most) / rarest));
    return 1 - strength * (1 - share);
  };
  return propositions.map((proposition, index) => {
    const shares = proposition.terms.map((term) => term.weight * shareOf(term));
    const total = shares.reduce((sum, weight) => sum + weight, 0);
    // The total stays what it was: how much a content says does not depend on what others say.
    const scale = total > 0 ? proposition.weight / total : 1;
    const terms = proposition.terms.map((term, at) => ({ ...term, weight: (shares[at] ?? 0) * scale }));
    return { ...proposition, index, terms };
  });
}

function spreadKeys({ key, classes }: Term): string[] {
  return [key, ...classes.map((one) => `#${one}`)];
}
