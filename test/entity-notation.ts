import { marked } from './marked.ts';
import { annotateLanguage } from '../src/language/annotate-language.ts';
import { findTimes } from '../src/time/find-times.ts';
import { resolveCoreference } from '../src/entity/resolve-coreference.ts';
import { resolveSpeakers } from '../src/entity/resolve-speakers.ts';
import type { AnnotatedDocument } from '../src/model/annotated-document.ts';
import type { AttributionSpans } from '../src/model/attribution.ts';
import type { Document } from '../src/model/document.ts';
import type { EntityKind } from '../src/model/entity.ts';
import { contentId } from '../src/model/id.ts';
import type { NameMention } from '../src/model/mention.ts';
import { compareSpans, contains, type Span } from '../src/model/span.ts';
import { bareDocument } from './plain-document.ts';

const KINDS: Readonly<Record<string, EntityKind>> = {
  PER: 'person',
  ORG: 'organisation',
  GOV: 'government',
  PLA: 'place',
  GRP: 'group',
  PRO: 'product',
};

/** A stretch that a test marks as standing for somebody; marks of one number stand for one. */
export interface ChainMark {
  readonly chain: string;
  readonly span: Span;
  readonly text: string;
}

export interface NotedDocument extends AnnotatedDocument {
  readonly chains: readonly ChainMark[];
}

/**
 * Annotates a text in bracket notation, with its names and attributions as marked and everything else found.
 *
 * `[PER1:Ada Lunde]` is a name of a person (ORG, GOV, PLA, GRP, PRO for the other kinds), `[D1:the minister]` a description,
 * `[P1:she]` a pronoun; marks with one number stand for one entity. `[S1:…] [Q1:…] [C1:…]` are source, cue and content of
 * the attribution 1, as elsewhere; one whose content lies in another's is nested in it, one whose content opens with a
 * quotation mark is direct.
 */
export function noted(notation: string, extra: Partial<Document> = {}): NotedDocument {
  const { text, spans } = marked(notation);
  const document = bareDocument(text, { id: contentId('d', text), ...extra });
  const names: NameMention[] = [];
  const chains: ChainMark[] = [];
  for (const [label, pieces] of Object.entries(spans)) {
    const [, role = '', chain = ''] = /^([A-Z]+)(\d*)$/.exec(label) ?? [];
    const kind = KINDS[role];
    for (const span of pieces) {
      if (kind) names.push({ span, kind });
      if (kind || role === 'D' || role === 'P') chains.push({ chain, span, text: text.slice(...span) });
    }
  }
  names.sort((a, b) => compareSpans(a.span, b.span));
  const attributions = attributionsOf(document.id, text, spans);
  const language = annotateLanguage(document);
  const times = findTimes(document, language);
  const coreference = resolveCoreference({ document, language, names, attributions });
  const speakers = resolveSpeakers({ document, language, names, attributions, coreference, times });
  return { document, language, times, quantities: [], names, coreference, attributions, speakers, chains };
}

function attributionsOf(
  document: string,
  text: string,
  spans: Readonly<Record<string, readonly Span[]>>,
): AttributionSpans[] {
  const numbers = Object.keys(spans)
    .flatMap((label) => /^C(\d+)$/.exec(label)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b));
  const found = numbers.map((number) => ({
    id: contentId('a', document, number),
    source: spans[`S${number}`] ?? [],
    cue: spans[`Q${number}`] ?? [],
    content: spans[`C${number}`] ?? [],
    form:
      text.charAt(spans[`C${number}`]?.[0]?.[0] ?? 0) === '“' ? ('direct' as const) : ('indirect' as const),
    act: 'state' as const,
  }));
  const width = (pieces: readonly Span[]) => pieces.reduce((sum, [start, end]) => sum + end - start, 0);
  return found.map((inner) => {
    const around = found
      .filter(
        (outer) =>
          outer !== inner &&
          inner.content.every((piece) => outer.content.some((whole) => contains(whole, piece))),
      )
      .filter((outer) => width(outer.content) > width(inner.content))
      .sort((a, b) => width(a.content) - width(b.content))[0];
    return around ? { ...inner, parent: around.id } : inner;
  });
}

/** The local entity of a marked stretch: that of the mention that covers most of it. */
export function entityAt(noted: NotedDocument, span: Span): number | null {
  const common = ([start, end]: Span) => Math.min(end, span[1]) - Math.max(start, span[0]);
  const around = noted.coreference.mentions
    .filter((mention) => common(mention.span) > 0)
    .sort(
      (a, b) =>
        common(b.span) / (b.span[1] - b.span[0]) - common(a.span) / (a.span[1] - a.span[0]) ||
        common(b.span) - common(a.span),
    );
  return around[0]?.entity ?? null;
}

/** The marks by local entity, as text: what `chainsExpected` of the same document must equal. */
export function chainsFound(noted: NotedDocument): string[] {
  const found = new Map<string, string[]>();
  noted.chains.forEach((mark, index) => {
    const entity = entityAt(noted, mark.span);
    const key = entity === null ? `none${index}` : String(entity);
    found.set(key, [...(found.get(key) ?? []), mark.text]);
  });
  return [...found.values()].map((texts) => texts.sort().join(' = ')).sort();
}

/** The marks by their numbers. */
export function chainsExpected(noted: NotedDocument): string[] {
  const expected = new Map<string, string[]>();
  for (const { chain, text } of noted.chains) expected.set(chain, [...(expected.get(chain) ?? []), text]);
  return [...expected.values()].map((texts) => texts.sort().join(' = ')).sort();
}
