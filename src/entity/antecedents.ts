import type { DraftEntity } from './entity-table.ts';
import { channelNoun } from './lexicon/channels.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Mention } from '../model/mention.ts';

const AUX = UPOS.indexOf('AUX');
const NUM = UPOS.indexOf('NUM');
const VERB = UPOS.indexOf('VERB');

/** Where an entity was mentioned, for the choice among candidates. */
export interface Antecedent {
  readonly entity: DraftEntity;
  readonly head: number;
  readonly end: number;
  readonly sentence: number;
  readonly quoted: number;
  readonly isSubject: boolean;
  readonly isSource: boolean;
  /** Whether it only says whose something is: "Lunde's lawyer". */
  readonly owns: boolean;
  /** The subject of its sentence, and the first of its kind that is mentioned there but for owners. */
  readonly isTopic: boolean;
}

/** Mentions that are looked at, latest first. Farther back a pronoun reaches in under one case in a hundred of GUM's news. */
const PERSONS_KEPT = 24;
const OTHERS_KEPT = 16;
/** The commonest verbs of speech and thought. */
const REPORTING = new Set(
  'say tell ask add reply think know believe write explain argue claim note insist warn announce'.split(' '),
);
/** How far behind a name its channel may stand: "in a short video statement". */
const CHANNEL_REACH = 4;

/** A mention as it is read, in tokens. */
export interface MentionAt {
  readonly first: number;
  readonly end: number;
  readonly head: number;
  readonly form: Mention['form'];
  readonly isSource: boolean;
}

/** Keeps the last mentions of a document, people and all else apart, with what makes them likely to be taken up. */
export class Antecedents {
  readonly persons: Antecedent[] = [];
  readonly others: Antecedent[] = [];
  readonly #layer: LanguageLayer;

  constructor(layer: LanguageLayer) {
    this.#layer = layer;
  }

  /** Takes note of a mention that pronouns after it can mean. */
  note(entity: DraftEntity, at: MentionAt): void {
    const { tokens } = this.#layer;
    const next = tokens.upos[at.end];
    const isSource = at.isSource || this.#isReporting(at.end) || this.#speaksOverChannel(at.end);
    const list = entity.kind === 'person' ? this.persons : this.others;
    const isSubject =
      isSource ||
      next === VERB ||
      next === AUX ||
      /^(?:who|which)$/i.test(tokens.word[at.end] ?? '') ||
      /^(?:also|had|has|then)$/i.test(tokens.word[at.end] ?? '') ||
      this.#actsBehindCommas(at.first, at.end);
    list.push({
      entity,
      head: at.head,
      end: at.end,
      sentence: tokens.sentence[at.head] ?? 0,
      quoted: tokens.quoted[at.head] ?? 0,
      isSubject,
      isSource,
      owns: /^['’]s?$/.test(tokens.word[at.end] ?? '') || tokens.penn[at.head] === 'PRP$',
      isTopic: isSubject && this.#opensSentence(list, entity, tokens.sentence[at.head] ?? 0),
    });
    const kept = entity.kind === 'person' ? PERSONS_KEPT : OTHERS_KEPT;
    if (list.length > 2 * kept) list.splice(0, list.length - kept);
  }

  /** "The owner, Corvane, gave", "Ada Lunde, 52, lost": the verb of a subject stands behind what is set between commas. */
  #actsBehindCommas(first: number, end: number): boolean {
    const { tokens } = this.#layer;
    if (tokens.word[end] !== ',') return false;
    const acts = (token: number) =>
      tokens.sentence[token] === tokens.sentence[first] &&
      /^(?:VBD|VBZ|VBP|MD)$/.test(tokens.penn[token] ?? '');
    if (tokens.word[first - 1] === ',' && acts(end + 1)) return true;
    return tokens.upos[end + 1] === NUM && tokens.word[end + 2] === ',' && acts(end + 3);
  }

  /** "Lunde said": a reporting verb makes a speaker, found as a source or not. */
  #isReporting(token: number): boolean {
    const { lemma, upos } = this.#layer.tokens;
    return upos[token] === VERB && REPORTING.has(lemma[token] ?? '');
  }

  /** "Ada Lunde in a video statement": who is named with a channel speaks, whatever became of the verb. */
  #speaksOverChannel(end: number): boolean {
    const { word } = this.#layer.tokens;
    if (!/^(?:in|on)$/.test(word[end] ?? '')) return false;
    for (let token = end + 1; token <= end + CHANNEL_REACH; token++)
      if (channelNoun((word[token] ?? '').toLowerCase()) !== undefined) return true;
    return false;
  }

  /** Whether nobody else is mentioned earlier in a sentence, but for owners. */
  #opensSentence(before: readonly Antecedent[], entity: DraftEntity, sentence: number): boolean {
    for (let at = before.length - 1; at >= 0; at--) {
      const other = before[at];
      if (other?.sentence !== sentence) break;
      if (other.entity !== entity && !other.owns) return false;
    }
    return true;
  }
}
