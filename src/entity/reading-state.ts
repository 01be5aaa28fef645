import { EntityTable, type DraftEntity } from './entity-table.ts';
import { findNominals, type Nominal } from './find-nominals.ts';
import { nameSources } from './name-sources.ts';
import { placeNames, type PlacedNames } from './place-names.ts';
import { PronounResolver } from './resolve-pronouns.ts';
import { sourceTokens, type SourceTokens } from './source-head.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import type { Mention, NameMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';

/** What has been understood of one document so far, shared by all who read it. */
export class ReadingState {
  readonly layer: LanguageLayer;
  readonly attributions: readonly AttributionSpans[];
  /** Parallel to the attributions. */
  readonly sources: readonly (SourceTokens | null)[];
  readonly placed: PlacedNames;
  /** In the order of their heads. */
  readonly nominals: readonly Nominal[];
  readonly table = new EntityTable();
  readonly pronouns: PronounResolver;
  readonly #mentions: Mention[] = [];
  /** 1 at each token that heads a source. */
  readonly #sourceAt: Uint8Array;
  readonly #sourceByHead = new Map<number, SourceTokens>();
  /** 1 + entity of the last mention whose head is at a token. */
  readonly #headOf: Int32Array;

  constructor(
    layer: LanguageLayer,
    names: readonly NameMention[],
    attributions: readonly AttributionSpans[],
  ) {
    this.layer = layer;
    this.attributions = attributions;
    this.sources = attributions.map(({ source }) => sourceTokens(layer, source));
    this.placed = placeNames(layer, nameSources(layer, names, this.sources));
    this.#sourceAt = new Uint8Array(layer.tokens.count);
    for (const source of this.sources) {
      if (!source) continue;
      this.#sourceAt[source.head] = 1;
      const same = this.#sourceByHead.get(source.head);
      if (!same || same.end < source.end) this.#sourceByHead.set(source.head, source);
    }
    const { nameAt, names: placed, countries } = this.placed;
    const isPerson = (name: number) => placed[name]?.kind === 'person';
    this.nominals = findNominals(layer, {
      nameAt,
      isPerson,
      countries,
      isSource: (token) => this.#sourceAt[token] === 1,
    });
    this.#headOf = new Int32Array(layer.tokens.count);
    this.pronouns = new PronounResolver(layer, attributions, this.sources);
  }

  /** All mentions so far, in the order in which they were read. */
  get mentions(): readonly Mention[] {
    return this.#mentions;
  }

  /** Whether a source of an attribution has its head among the tokens. */
  isSource(first: number, end: number): boolean {
    for (let token = first; token < end; token++) if (this.#sourceAt[token]) return true;
    return false;
  }

  /** The source that a token heads, the longest one where several begin there. */
  sourceHeadedAt(token: number): SourceTokens | undefined {
    return this.#sourceByHead.get(token);
  }

  /** The entity of the name or description whose head is at a token. */
  entityAt(token: number): DraftEntity | undefined {
    return this.table.entities[(this.#headOf[token] ?? 0) - 1];
  }

  mention(entity: DraftEntity, form: Mention['form'], first: number, end: number, head = end - 1): void {
    const { start, end: ends } = this.layer.tokens;
    const span: Span = [start[first] ?? 0, ends[end - 1] ?? 0];
    this.#mentions.push({ span, form, entity: entity.index });
    entity.mentions++;
    entity.lastToken = head;
    // "Foreign Ministry of Korvenia": the noun that heads a name may stand anywhere in it.
    if (form === 'name') this.#headOf.fill(entity.index + 1, first, end);
    this.#headOf[head] = entity.index + 1;
    this.pronouns.note(entity, { first, end, head, form, isSource: this.isSource(first, end) });
  }

  words(first: number, end: number): string {
    const { tokens, text } = this.layer;
    return text.slice(tokens.start[first], tokens.end[end - 1]);
  }

  /** A token's word in lower case; the empty string outside the document. */
  lower(token: number): string {
    return (this.layer.tokens.word[token] ?? '').toLowerCase();
  }
}
