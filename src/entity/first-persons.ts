import { carriedFrom } from './carried-speaker.ts';
import type { DraftEntity } from './entity-table.ts';
import type { SourceTokens } from './source-head.ts';
import { tokenAt } from './source-head.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import type { Mention } from '../model/mention.ts';

const SINGULAR = new Set(['i', 'me', 'my', 'mine', 'myself']);
const PLURAL = new Set(['we', 'us', 'our', 'ours', 'ourselves']);

/** Whether a word in lower case is "I", "we" or a form of theirs. */
export function isFirstPerson(word: string): boolean {
  return SINGULAR.has(word) || PLURAL.has(word);
}

/** Whether a word in lower case is "we" or a form of it. */
export function isFirstPlural(word: string): boolean {
  return PLURAL.has(word);
}

/** Collects the "I" and "we" of a document; whom they mean can be said once all sources are read. */
export class FirstPersons {
  readonly #layer: LanguageLayer;
  readonly #attributions: readonly AttributionSpans[];
  readonly #sources: readonly (SourceTokens | null)[];
  readonly #tokens: number[] = [];

  constructor(
    layer: LanguageLayer,
    attributions: readonly AttributionSpans[],
    sources: readonly (SourceTokens | null)[],
  ) {
    this.#layer = layer;
    this.#attributions = attributions;
    this.#sources = sources;
  }

  /** Takes note of a first person, in the order of the text. */
  note(token: number): void {
    this.#tokens.push(token);
  }

  /**
   * Whom "I" and "we" mean inside quotation marks: whoever is the source of the innermost attribution around them. "We" of a
   * person who speaks for a body or a government means that body.
   *
   * @param mentions - what is known so far, for the speakers.
   */
  resolve(
    entities: readonly DraftEntity[],
    mentions: readonly Mention[],
  ): { token: number; entity: DraftEntity }[] {
    if (this.#tokens.length === 0) return [];
    const entityAt = new Map<number, DraftEntity>();
    for (const mention of mentions) {
      const entity = entities[mention.entity];
      if (!entity) continue;
      const first = tokenAt(this.#layer, mention.span[0]);
      const end = tokenAt(this.#layer, mention.span[1] - 1) + 1;
      for (let token = first; token < end && token - first < MENTION_LENGTH; token++)
        if (!entityAt.has(token) || mention.form !== 'name') entityAt.set(token, entity);
    }
    const around = this.#contentsAround();
    const resolved: { token: number; entity: DraftEntity }[] = [];
    for (const token of this.#tokens) {
      if ((this.#layer.tokens.quoted[token] ?? 0) === 0) continue;
      for (const index of around.get(token) ?? []) {
        const carried = carriedFrom(this.#layer, this.#attributions, index);
        const source = this.#sources[carried >= 0 ? carried : index];
        if (!source || (token >= source.first && token < source.end)) continue;
        const speaker = entityAt.get(source.head);
        if (!speaker) continue;
        const plural = isFirstPlural((this.#layer.tokens.word[token] ?? '').toLowerCase());
        const body = plural && speaker.speaksFor !== undefined ? entities[speaker.speaksFor] : undefined;
        resolved.push({ token, entity: body ?? speaker });
        entityAt.set(token, body ?? speaker);
        break;
      }
    }
    return resolved;
  }

  /** For each first-person token the attributions whose contents hold it, innermost first. */
  #contentsAround(): Map<number, number[]> {
    const { start } = this.#layer.tokens;
    const around = new Map<number, number[]>();
    this.#attributions.forEach(({ content }, index) => {
      for (const [from, to] of content) {
        for (
          let at = lowerBound(this.#tokens, (token) => (start[token] ?? 0) >= from);
          at < this.#tokens.length;
          at++
        ) {
          const token = this.#tokens[at] ?? 0;
          if ((start[token] ?? 0) >= to) break;
          const list = around.get(token);
          if (list) list.push(index);
          else around.set(token, [index]);
        }
      }
    });
    const length = (index: number) =>
      (this.#attributions[index]?.content ?? []).reduce((sum, [from, to]) => sum + to - from, 0);
    for (const list of around.values()) list.sort((a, b) => length(a) - length(b));
    return around;
  }
}

/** Longest mention in tokens; longer ones are garbled text. */
const MENTION_LENGTH = 40;

function lowerBound(sorted: readonly number[], reached: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
