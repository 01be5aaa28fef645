import { firstTokenAt, type TermIndex } from '../learn/term.ts';
import { UPOS, type TokenTable, type Upos } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import { isClaimNoun } from '../text/verb-frames.ts';

/** Places in a stretch, half-open. */
export type Range = readonly [first: number, end: number];

const NAMES: ReadonlySet<Upos> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const IN_NOUN_PHRASE: ReadonlySet<Upos> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PRON', 'PART']);

/**
 * The tokens of some stretches of a document as one row, so that whoever reads clauses sees neither gaps nor the rest of
 * the document. Whatever lies outside has no tag and no word.
 */
export class TokenStretch {
  readonly length: number;
  readonly #tokens: TokenTable;
  readonly #list: readonly number[];

  constructor(tokens: TokenTable, list: readonly number[]) {
    this.#tokens = tokens;
    this.#list = list;
    this.length = list.length;
  }

  /** The first `most` tokens of `spans`. */
  static of(index: TermIndex, spans: readonly Span[], most = Infinity): TokenStretch {
    const { tokens } = index.annotated.language;
    const list: number[] = [];
    for (const [start, end] of spans)
      for (
        let t = firstTokenAt(index.annotated, start);
        t < tokens.count && (tokens.start[t] as number) < end && list.length < most;
        t++
      )
        list.push(t);
    return new TokenStretch(tokens, list);
  }

  /** The first `end` places. */
  upTo(end: number): TokenStretch {
    return new TokenStretch(this.#tokens, this.#list.slice(0, end));
  }

  /** Base form of the word that stands before the stretch in its document, '' where it begins it. */
  lemmaBefore(): string {
    return (this.#tokens.lemma[(this.#list[0] ?? 0) - 1] ?? '').toLowerCase();
  }

  /** Token of the document, -1 outside. */
  token(at: number): number {
    return this.#list[at] ?? -1;
  }

  tag(at: number): Upos | undefined {
    return UPOS[this.#tokens.upos[this.token(at)] ?? -1];
  }

  penn(at: number): string {
    return this.#tokens.penn[this.token(at)] ?? '';
  }

  word(at: number): string {
    return this.#tokens.word[this.token(at)] ?? '';
  }

  lemma(at: number): string {
    return (this.#tokens.lemma[this.token(at)] ?? '').toLowerCase();
  }

  sentence(at: number): number {
    return this.#tokens.sentence[this.token(at)] ?? -1;
  }

  /** Where a token stands in the document. */
  span(at: number): Span {
    const token = this.token(at);
    return [this.#tokens.start[token] ?? 0, this.#tokens.end[token] ?? 0];
  }

  /** Where a range stands in the document: one span for each run of tokens without a gap. */
  spans(first: number, end: number): Span[] {
    const made: [number, number][] = [];
    for (let at = first; at < end; at++) {
      const [from, to] = this.span(at);
      const before = made.at(-1);
      if (before && this.token(at - 1) === this.token(at) - 1) before[1] = to;
      else made.push([from, to]);
    }
    return made;
  }

  isName(at: number): boolean {
    return NAMES.has(this.tag(at) as Upos);
  }

  /** Whether a word can stand in a noun phrase before its noun, or be it. */
  isNominal(at: number): boolean {
    return IN_NOUN_PHRASE.has(this.tag(at) as Upos);
  }

  isNoun(at: number): boolean {
    const tag = this.tag(at);
    return tag === 'NOUN' || tag === 'PROPN';
  }

  /** "Allegation", "report": a noun for what somebody says. */
  isClaim(at: number): boolean {
    return this.tag(at) === 'NOUN' && isClaimNoun(this.lemma(at));
  }

  hasWord(pattern: RegExp, from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (pattern.test(this.word(at))) return true;
    return false;
  }

  hasName(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.isName(at)) return true;
    return false;
  }

  hasClaim(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.isClaim(at)) return true;
    return false;
  }

  /** Place of the last common noun, -1 for none. */
  lastNoun(from: number, to: number): number {
    for (let at = to - 1; at >= from; at--) if (this.tag(at) === 'NOUN') return at;
    return -1;
  }

  onlyAdverbs(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.tag(at) !== 'ADV') return false;
    return true;
  }

  /** One past the last place of the sentence that `at` stands in. */
  sentenceEnd(at: number): number {
    const sentence = this.sentence(at);
    let end = at + 1;
    while (end < this.length && this.sentence(end) === sentence) end++;
    return end;
  }
}
