import type { Attribution } from '../model/attribution.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { contains, overlaps, type Span } from '../model/span.ts';
import type { Telling, TellingReader } from '../model/telling.ts';
import type { Contents } from './content.ts';
import { Principals } from './principals.ts';
import { readPropositions } from './read-propositions.ts';
import { contentAt, narratedAt } from './sentence-content.ts';
import { stanceOf } from './stance.ts';

/** Attributions that reach into one sentence are read up to so many: hostile documents nest without end. */
const MOST_CONTENTS = 12;

/** Reads sentences when they are first asked for, each once. */
export function tellingReader(story: LinkedStory, { indexes }: Pick<Contents, 'indexes'>): TellingReader {
  const principals = new Principals(story.entities);
  const known = new Map<string, readonly Telling[]>();
  const byDocument = new Map<string, Attribution[]>();
  for (const attribution of story.attributions) {
    const list = byDocument.get(attribution.document);
    if (list) list.push(attribution);
    else byDocument.set(attribution.document, [attribution]);
  }
  return (documentIndex, sentence) => {
    const key = `${documentIndex}/${sentence}`;
    const read = known.get(key);
    if (read) return read;
    const found = readSentence(documentIndex, sentence);
    known.set(key, found);
    return found;
  };

  function readSentence(documentIndex: number, sentence: number): Telling[] {
    const index = indexes[documentIndex];
    const span = index?.annotated.language.sentences[sentence]?.span;
    if (!index || !span) return [];
    const { document } = index.annotated;
    const here = (byDocument.get(document.id) ?? [])
      .filter(({ content, cue }) =>
        [...content.spans, ...(cue?.spans ?? [])].some((one) => overlaps(one, span)),
      )
      .slice(0, MOST_CONTENTS);
    const propositionsOf = (attribution: Attribution, spans: readonly Span[]): Telling[] =>
      readPropositions(contentAt(index, documentIndex, attribution, spans), spans, index, principals).map(
        (one) => ({ ...one, stance: stanceOf(one) }),
      );
    if (here.length === 0) return propositionsOf(narratedAt(document, span), [span]);
    return here.flatMap((attribution) => {
      const spans = attribution.content.spans.flatMap((one): Span[] =>
        overlaps(one, span) ? [[Math.max(one[0], span[0]), Math.min(one[1], span[1])]] : [],
      );
      // What somebody in it says is his.
      const inner = here.filter(
        (other) =>
          other !== attribution &&
          other.content.text.length < attribution.content.text.length &&
          other.content.spans.some((one) => attribution.content.spans.some((outer) => contains(outer, one))),
      );
      const others = inner.flatMap(({ content, cue }) => [...content.spans, ...(cue?.spans ?? [])]);
      return spans.length === 0
        ? []
        : propositionsOf(attribution, spans).filter(
            ({ headSpan }) => !others.some((one) => overlaps(one, headSpan)),
          );
    });
  }
}
