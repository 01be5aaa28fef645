import type { Act, AttributionSpans } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import { contentId } from '../model/id.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { actOf } from './act.ts';
import { peoplesIn } from './blame.ts';
import { formOf } from './form.ts';
import { sizeOf, type FoundAttribution } from './found-attribution.ts';
import { VERB_ACTS } from './lexicon/cue-acts.ts';
import { spanOf, type TokenRange } from './token-range.ts';

/** Writes what was found as spans, in the order of the text, with form, act and ids made from document and spans. */
export function writeAttributions(
  document: Document,
  layer: LanguageLayer,
  found: readonly FoundAttribution[],
): AttributionSpans[] {
  const { tokens } = layer;
  const acts = actsOf(layer, found);
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
      act: acts.get(one)!,
      ...(one.confidence === undefined || parent !== undefined ? {} : { confidence: one.confidence }),
    });
  }
  return [...written.values()].sort((a, b) => start(a) - start(b) || a.content[0]![0] - b.content[0]![0]);
}

/** A document is contested from so many denials and allegations on … */
const MIN_DISPUTES = 2;
/** … that are this share of its attributions. */
const DISPUTED = 0.12;

/** The act of each; in a document where much is denied and alleged, what one party says of another alleges. */
function actsOf(
  layer: LanguageLayer,
  found: readonly FoundAttribution[],
): ReadonlyMap<FoundAttribution, Act> {
  const relays = relaysAmong(layer, found);
  const roles = found.map((one) => ({
    one,
    cue: one.cue === undefined ? [] : listed([one.cue]),
    content: relays.has(one) ? [] : listed(one.content),
    source: listed(one.source),
  }));
  const acts = new Map<FoundAttribution, Act>();
  for (const { one, cue, content, source } of roles) acts.set(one, actOf(layer, cue, content, source));
  let disputes = 0;
  for (const act of acts.values()) if (act === 'deny' || act === 'allege') disputes++;
  if (disputes < MIN_DISPUTES || disputes < DISPUTED * found.length) return acts;
  const parties = { contested: true, peoples: peoplesIn(layer) };
  for (const { one, cue, content, source } of roles)
    if (acts.get(one) === 'state') acts.set(one, actOf(layer, cue, content, source, parties));
  return acts;
}

/** A content that is this much another's, handed on, tells what that other one does, and nothing of who hands it on. */
const HANDED_ON = 0.5;

function relaysAmong(
  { tokens: { word, lemma } }: LanguageLayer,
  found: readonly FoundAttribution[],
): Set<FoundAttribution> {
  const relays = new Set<FoundAttribution>();
  for (const { parent, content, source, cue } of found) {
    // "We expect …" within one's own words hands nothing on, nor does "ready to talk about claims that …".
    const [opening] = source[0] ?? [];
    if (parent === undefined || opening === undefined) continue;
    const subject = word[opening]!.toLowerCase();
    // "The mayor said she knew of no such plan": who is said to know, and nothing else, is the speaker.
    const thinks = cue !== undefined && VERB_ACTS.get(lemma[cue[0]]!.toLowerCase()) === 'think';
    if (OWN.has(subject) || (thinks && ONE_PERSON.has(subject))) continue;
    if (sizeOf(content) >= HANDED_ON * sizeOf(parent.content)) relays.add(parent);
  }
  return relays;
}
const ONE_PERSON = new Set(['he', 'she']);
const OWN = new Set(['i', 'we', 'my', 'our', 'they', 'it', 'nobody', 'none', 'no']);

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
  const tokens: number[] = [];
  for (const [first, end] of runs) for (let token = first; token < end; token++) tokens.push(token);
  return tokens;
}
