import type { Attribution } from '../model/attribution.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { contains, type Span } from '../model/span.ts';

/** Who holds what stands at a place of a document; `null` where it is the document's own voice, or nobody who is named. */
export type Holders = (documentIndex: number, span: Span) => string | null;

/** Who says what stands at a place: the speaker of the innermost attribution around it. */
export function holdersOf(story: LinkedStory): Holders {
  const byDocument = attributionsByDocument(story);
  return (documentIndex, span) => {
    const id = story.documents[documentIndex]?.document.id ?? '';
    let holder: Attribution | undefined;
    for (const attribution of byDocument.get(id) ?? []) {
      if (!attribution.content.spans.some((outer) => contains(outer, span))) continue;
      if (!holder || attribution.content.text.length < holder.content.text.length) holder = attribution;
    }
    return holder?.speaker ?? null;
  };
}

/** The attributions of each document, by its id. */
export function attributionsByDocument({
  attributions,
}: Pick<LinkedStory, 'attributions'>): Map<string, Attribution[]> {
  const byDocument = new Map<string, Attribution[]>();
  for (const attribution of attributions) {
    const list = byDocument.get(attribution.document);
    if (list) list.push(attribution);
    else byDocument.set(attribution.document, [attribution]);
  }
  return byDocument;
}
