import { carriedFrom } from './carried-speaker.ts';
import { findChannel } from './find-channel.ts';
import { sourceTokens, tokenAt } from './source-head.ts';
import { speechFrame, tokensOf, type TokenSpan } from './speech-frame.ts';
import type { SpeakerResolution } from '../model/annotated-document.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Coreference, NameMention } from '../model/mention.ts';
import type { TimeMention } from '../model/time-mention.ts';

const ADP = UPOS.indexOf('ADP');
const NOUN = UPOS.indexOf('NOUN');
const VERB = UPOS.indexOf('VERB');

export interface SpeakersInput {
  readonly document: Document;
  readonly language: LanguageLayer;
  readonly names: readonly NameMention[];
  readonly attributions: readonly AttributionSpans[];
  readonly coreference: Coreference;
  readonly times: readonly TimeMention[];
}

/** Verbs whose object is who is spoken to: "told reporters", "asked Norway to …", "urged the two sides". */
const ADDRESSING = new Set(
  'tell ask urge warn advise inform assure remind order instruct invite request notify brief beg implore petition thank address challenge'.split(
    ' ',
  ),
);
/** Verbs by which one party carries what another says: "video remarks published by local media", "quoted by the agency". */
const RELAYING = new Set(
  'publish carry quote cite report air broadcast release post relay run print circulate obtain see'.split(
    ' ',
  ),
);
/** How far behind the cue the addressee may begin. */
const ADDRESSEE_REACH = 4;

/**
 * Says for each attribution who speaks, to whom, through whom, where and when, as far as its sentence tells.
 *
 * The speaker is the entity of the mention that stands for the source; no source, no speaker, except that a quotation which
 * goes on in the next paragraph without a new source keeps the speaker it had. The chain holds those whose speech the
 * attribution stands in, and those by whom it is said to have been carried.
 *
 * @returns one resolution for each attribution, in their order.
 */
export function resolveSpeakers(input: SpeakersInput): SpeakerResolution[] {
  const { language, attributions, coreference } = input;
  const entityAt = entityOfTokens(language, coreference);
  const indexOf = new Map(attributions.map(({ id }, index) => [id, index]));
  const times = new TimesByToken(language, input.times);
  const speakers: (number | null)[] = [];
  attributions.forEach((attribution, index) => {
    speakers.push(
      speakerOf(language, attribution, entityAt) ??
        speakers[carriedFrom(language, attributions, index)] ??
        null,
    );
  });
  return attributions.map((attribution, index): SpeakerResolution => {
    const speaker = speakers[index] ?? null;
    const source = tokensOf(language, attribution.source[0]);
    const cue = tokensOf(language, attribution.cue[0]);
    const at = cue ?? source;
    const frame = at ? speechFrame(language, attribution, at) : [];
    const parent = attribution.parent === undefined ? undefined : indexOf.get(attribution.parent);
    const outer = parent === undefined ? undefined : attributions[parent];
    const addressee = cue ? addresseeOf(language, cue, entityAt) : undefined;
    const outerChannel = outer && speakers[parent ?? -1] === speaker ? channelOf(language, outer) : undefined;
    const channel = findChannel(language, frame, source, cue) ?? outerChannel;
    const when = at ? times.nearest(frame, at) : undefined;
    return {
      speaker,
      ...(addressee !== undefined && addressee !== speaker ? { addressee } : {}),
      chain:
        speaker === null
          ? []
          : chainOf(language, attributions, index, speakers, indexOf, frame, entityAt, coreference),
      ...(channel === undefined ? {} : { channel }),
      ...(when === undefined ? {} : { when }),
    };
  });
}

/** For each token the entity of the mention that it heads or belongs to; descriptions and pronouns go before the names in them. */
function entityOfTokens(layer: LanguageLayer, coreference: Coreference): Int32Array {
  const entityAt = new Int32Array(layer.tokens.count).fill(-1);
  const length = new Int32Array(layer.tokens.count);
  for (const { span, entity } of coreference.mentions) {
    const first = tokenAt(layer, span[0]);
    for (
      let token = first;
      token < layer.tokens.count && (layer.tokens.start[token] ?? 0) < span[1];
      token++
    ) {
      const width = span[1] - span[0];
      if (width < (length[token] ?? 0)) continue;
      length[token] = width;
      entityAt[token] = entity;
    }
  }
  return entityAt;
}

function speakerOf(layer: LanguageLayer, { source }: AttributionSpans, entityAt: Int32Array): number | null {
  const tokens = sourceTokens(layer, source);
  const entity = tokens ? (entityAt[tokens.head] ?? -1) : -1;
  return entity >= 0 ? entity : null;
}

function addresseeOf(layer: LanguageLayer, cue: TokenSpan, entityAt: Int32Array): number | undefined {
  const { tokens } = layer;
  const sentence = tokens.sentence[cue.first];
  let verb: string | undefined;
  for (let token = cue.first; token < cue.end; token++) {
    const lemma = (tokens.lemma[token] ?? '').toLowerCase();
    if (ADDRESSING.has(lemma)) verb = lemma;
  }
  let led = verb !== undefined;
  for (let token = cue.end; token < Math.min(cue.end + ADDRESSEE_REACH, tokens.count); token++) {
    if (tokens.sentence[token] !== sentence) return undefined;
    const word = (tokens.word[token] ?? '').toLowerCase();
    if (/^(?:["“”«,;:.]|that|what|how|why|whether|if|when|where|who)$/.test(word)) return undefined;
    led ||= word === 'to';
    const entity = entityAt[token] ?? -1;
    if (entity >= 0) return led ? entity : undefined;
    const upos = tokens.upos[token];
    if (upos === NOUN || upos === VERB || (upos === ADP && word !== 'to')) return undefined;
  }
  return undefined;
}

function channelOf(layer: LanguageLayer, attribution: AttributionSpans): string | undefined {
  const source = tokensOf(layer, attribution.source[0]);
  const cue = tokensOf(layer, attribution.cue[0]);
  const at = cue ?? source;
  return at ? findChannel(layer, speechFrame(layer, attribution, at), source, cue) : undefined;
}

/** Depth to which attributions within attributions are followed. */
const MAX_DEPTH = 8;

function chainOf(
  layer: LanguageLayer,
  attributions: readonly AttributionSpans[],
  index: number,
  speakers: readonly (number | null)[],
  indexOf: ReadonlyMap<string, number>,
  frame: readonly number[],
  entityAt: Int32Array,
  coreference: Coreference,
): number[] {
  const speaker = speakers[index];
  const chain: number[] = [];
  const add = (entity: number | null | undefined) => {
    if (entity !== null && entity !== undefined && entity !== speaker && !chain.includes(entity))
      chain.push(entity);
  };
  const outer: number[] = [];
  let at = attributions[index]?.parent;
  for (let depth = 0; at !== undefined && depth < MAX_DEPTH; depth++) {
    const parent = indexOf.get(at);
    if (parent === undefined) break;
    outer.push(parent);
    at = attributions[parent]?.parent;
  }
  for (const parent of outer.reverse()) add(speakers[parent]);
  const inFrame = new Set(frame);
  for (const token of frame) {
    if (
      (layer.tokens.word[token] ?? '').toLowerCase() !== 'by' ||
      !RELAYING.has((layer.tokens.lemma[token - 1] ?? '').toLowerCase())
    )
      continue;
    for (let next = token + 1; next <= token + ADDRESSEE_REACH && inFrame.has(next); next++) {
      const entity = entityAt[next] ?? -1;
      if (entity < 0 || coreference.entities[entity]?.kind === 'place') continue;
      add(entity);
      break;
    }
  }
  return chain;
}

/** Time expressions by the token that they begin at. */
class TimesByToken {
  readonly #at = new Map<number, number>();

  constructor(layer: LanguageLayer, times: readonly TimeMention[]) {
    times.forEach(({ span, type }, index) => {
      if (type === 'DATE' || type === 'TIME') this.#at.set(tokenAt(layer, span[0]), index);
    });
  }

  /** The one of the frame that stands nearest to the cue; `undefined` when the frame has none. */
  nearest(frame: readonly number[], cue: TokenSpan): number | undefined {
    let best: number | undefined;
    let distance = Infinity;
    for (const token of frame) {
      const time = this.#at.get(token);
      if (time === undefined) continue;
      const away = token < cue.first ? cue.first - token : token - cue.end;
      if (away >= distance) continue;
      distance = away;
      best = time;
    }
    return best;
  }
}
