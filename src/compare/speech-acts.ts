import { firstTokenAt, readTerms, type TermIndex } from '../learn/term.ts';
import type { Act, Attribution } from '../model/attribution.ts';
import { evidenceAt } from '../model/evidence.ts';
import { PLAIN } from '../model/frame.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { contains, overlaps, type Span } from '../model/span.ts';
import type { Telling, TellingReader } from '../model/telling.ts';
import { isNegatedCue } from '../text/stance-cues.ts';

/** Acts that are deeds: who is warned, ordered or promised something may deny that he was. */
const DEEDS: ReadonlySet<Act> = new Set(['demand', 'advise', 'warn', 'pledge', 'ask', 'announce', 'allege']);
/** "Would warn", "had been asked to order": not done. */
const NOT_DONE =
  /(?<!\p{L})(?:would|will|should|could|can|may|might|must|if|whether|to|not|never|without|den(?:y|ies|ied)|ready|going)(?!\p{L})|[’'](?:ll|d)(?!\p{L})|n[’']t(?!\p{L})/iu;
/** Words of a name. */
const MOST_NAME = 4;
/** Words before a cue that can take it back. */
const BEFORE = 40;

/**
 * Reads acts of speaking as deeds: "the union warned the firm in a letter" says that there was a warning, which the firm may deny.
 * What is said in them is read elsewhere.
 */
export function speechActReader(story: LinkedStory, indexes: readonly TermIndex[]): TellingReader {
  const byPlace = new Map<string, Attribution[]>();
  const parents = new Map<string, Attribution>();
  const placeOf = new Map(story.documents.map(({ document }, at) => [document.id, at]));
  for (const attribution of story.attributions) {
    parents.set(attribution.id, attribution);
    const at = placeOf.get(attribution.document) ?? -1;
    const cue = attribution.cue?.spans[0];
    const index = indexes[at];
    if (!index || !cue || !DEEDS.has(attribution.act)) continue;
    const key = `${at}/${String(index.annotated.language.tokens.sentence[firstTokenAt(index.annotated, cue[0])])}`;
    const list = byPlace.get(key);
    if (list) list.push(attribution);
    else byPlace.set(key, [attribution]);
  }
  return (documentIndex, sentence) => {
    const index = indexes[documentIndex];
    if (!index) return [];
    return (byPlace.get(`${documentIndex}/${sentence}`) ?? []).flatMap((act) => {
      const outer = act.parent === undefined ? undefined : parents.get(act.parent);
      const telling = readAct(act, outer, index, documentIndex, sentence);
      return telling ? [telling] : [];
    });
  };
}

function readAct(
  act: Attribution,
  outer: Attribution | undefined,
  index: TermIndex,
  documentIndex: number,
  sentence: number,
): Telling | null {
  const { document, language, coreference } = index.annotated;
  const place = language.sentences[sentence]?.span;
  const cue = act.cue?.spans[0];
  if (!place || !cue || isNegatedCue(act.cue?.text ?? '')) return null;
  const before = document.text.slice(Math.max(place[0], cue[0] - BEFORE), cue[1]);
  if (NOT_DONE.test(before)) return null;
  const from = Math.min(cue[0], act.source?.spans[0]?.[0] ?? cue[0]);
  const first = act.content.spans[0] ?? cue;
  // What is said in it is another matter; a mere name behind the verb is who is spoken to.
  const said = first[0] > cue[0] && act.content.text.split(/\s+/).length > MOST_NAME ? first[0] : place[1];
  const span: Span = [Math.max(place[0], from), Math.max(cue[1], Math.min(said, place[1]))];
  const terms = readTerms(index, [span]);
  const head = terms.findLastIndex(
    ({ kind, token }) =>
      (kind === 'verb' || kind === 'noun') &&
      (language.tokens.start[token] as number) >= cue[0] &&
      (language.tokens.end[token] as number) <= cue[1],
  );
  const term = terms[head];
  if (!term) return null;
  const headSpan: Span = [
    language.tokens.start[term.token] as number,
    language.tokens.end[term.token] as number,
  ];
  const named = coreference.mentions.flatMap((mention) =>
    contains(span, mention.span) && !act.source?.spans.some((one) => overlaps(one, mention.span))
      ? [index.entityOf[mention.entity] ?? '']
      : [],
  );
  return {
    documentIndex,
    attribution: {
      ...(outer ?? act),
      source: outer?.source ?? null,
      speaker: outer?.speaker ?? null,
      content: evidenceAt(document, [
        [span[0], Math.min(place[1], Math.max(span[1], act.content.spans.at(-1)?.[1] ?? 0))],
      ]),
    },
    terms,
    roles: terms.map((_, at) => (at === head ? 'head' : 'beside')),
    head,
    headKey: term.key,
    headSpan,
    agents: act.speaker === null ? [] : [act.speaker],
    patients: [...new Set(named)].filter((one) => one !== '' && one !== act.speaker),
    pronouns: [],
    frame: { ...PLAIN, hasVerb: true, finite: true },
    stance: 'asserts',
  };
}
