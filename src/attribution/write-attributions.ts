import type { AttributionSpans } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import { contentId } from '../model/id.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { actOf } from './act.ts';
import { formOf } from './form.ts';
import { sizeOf, type FoundAttribution } from './found-attribution.ts';
import { spanOf, type TokenRange } from './token-range.ts';

/** Writes what was found as spans, in the order of the text, with form, act and ids made from document and spans. */
export function writeAttributions(
  document: Document,
  layer: LanguageLayer,
  found: readonly FoundAttribution[],
): AttributionSpans[] {
  const { tokens } = layer;
  const relays = relaysAmong(layer, found);
  const written = new Map<FoundAttribution, AttributionSpans>();
  for (const one of [...found].sort((a, b) => a.depth - b.depth)) {
    const source = joined(one.source).map((range) => spanOf(tokens, range));
    const cue = one.cue === undefined ? [] : [spanOf(tokens, one.cue)];
    const content = joined(one.content).map((range) => spanOf(tokens, range));
    const parent = one.parent === undefined ? undefined : written.get(one.parent)?.id;
    written.set(one, {
      id: contentId('a', document.id, JSON.stringify([source, cue, content])),
      ...(parent === undefined ? {} : { parent }),
      source,
      cue,
      content,
      form: formOf(layer, content, one.base),
      act: actOf(
        layer,
        one.cue === undefined ? [] : listed([one.cue]),
        relays.has(one) ? [] : listed(one.content),
        listed(one.source),
      ),
      ...(one.confidence === undefined || parent !== undefined ? {} : { confidence: one.confidence }),
    });
  }
  return [...written.values()].sort((a, b) => start(a) - start(b) || a.content[0]![0] - b.content[0]![0]);
}

/** A content that is this much another's, handed on, tells what that other one does, and nothing of who hands it on. */
const HANDED_ON = 0.5;

function relaysAmong(
  { tokens: { word } }: LanguageLayer,
  found: readonly FoundAttribution[],
): Set<FoundAttribution> {
  const relays = new Set<FoundAttribution>();
  for (const { parent, content, source } of found) {
    // "We expect …" within one's own words hands nothing on.
    if (parent === undefined || OWN.has(word[source[0]?.[0] ?? -1]?.toLowerCase() ?? '')) continue;
    if (sizeOf(content) >= HANDED_ON * sizeOf(parent.content)) relays.add(parent);
  }
  return relays;
}
const OWN = new Set(['i', 'we', 'my', 'our']);

function start({ source, cue, content }: AttributionSpans): number {
  return Math.min(source[0]?.[0] ?? Infinity, cue[0]?.[0] ?? Infinity, content[0]![0]);
}

/** Runs that touch become one. */
function joined(runs: readonly TokenRange[]): TokenRange[] {
  const out: [number, number][] = [];
  for (const [first, end] of runs) {
    const last = out.at(-1);
    if (last?.[1] === first) last[1] = end;
    else out.push([first, end]);
  }
  return out;
}

function listed(runs: readonly TokenRange[]): number[] {
  return runs.flatMap(([first, end]) => Array.from({ length: end - first }, (_, i) => first + i));
}
