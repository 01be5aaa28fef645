import { roleNounKind } from './lexicon/roles.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';

const ADP = UPOS.indexOf('ADP');
const CCONJ = UPOS.indexOf('CCONJ');
const DET = UPOS.indexOf('DET');
const NOUN = UPOS.indexOf('NOUN');
const NUM = UPOS.indexOf('NUM');
const ADJ = UPOS.indexOf('ADJ');
const PRON = UPOS.indexOf('PRON');
const PROPN = UPOS.indexOf('PROPN');
const PUNCT = UPOS.indexOf('PUNCT');
const VERB = UPOS.indexOf('VERB');

/** The words of a source, as tokens, with the one that heads them. */
export interface SourceTokens {
  readonly first: number;
  readonly end: number;
  /** The noun or pronoun that names who speaks: "Tressel" of "spokesman Ivo Tressel", "head" of "the head of the union". */
  readonly head: number;
  /** "Kyiv and its allies": several speak as one, and none of them is the speaker alone. */
  readonly coordinated: boolean;
}

/** Index of the first token that ends after `offset`; `tokens.count` when none does. */
export function tokenAt(layer: LanguageLayer, offset: number): number {
  const { end, count } = layer.tokens;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Finds the head of a source without a parse: the last noun or pronoun before the first comma, preposition, relative clause
 * or verb.
 *
 * @returns `null` for a source without a word.
 */
export function sourceTokens(layer: LanguageLayer, source: readonly Span[]): SourceTokens | null {
  const piece = namingPiece(layer, source);
  if (!piece) return null;
  const { tokens } = layer;
  const first = tokenAt(layer, piece[0]);
  let end = first;
  while (end < tokens.count && (tokens.start[end] ?? 0) < piece[1]) end++;
  if (end === first) return null;
  let head = -1;
  let coordinated = false;
  for (let token = first; token < end; token++) {
    const upos = tokens.upos[token];
    const word = tokens.word[token] ?? '';
    if (/^['’]s?$/.test(word)) continue;
    if (head >= 0) {
      if (upos === CCONJ) {
        if (joinsOffices(layer, head, token + 1, end)) continue;
        coordinated = opensAnother(layer, token + 1, end);
        break;
      }
      if (word === ',' && coordinatedLater(layer, token + 1, end)) {
        coordinated = true;
        break;
      }
      if (upos === ADP || (upos === NOUN && word.endsWith('ing') && isHolder(tokens.word[head]))) break;
      const isRole = /^(?:office|person)$/.test(roleNounKind(word.toLowerCase()) ?? '');
      // "The yard's managing director": behind an owner a participle is a modifier.
      const isModifier = word.endsWith('ing') && /^['’]s?$/.test(tokens.word[token - 1] ?? '');
      if (
        upos === VERB &&
        !isRole &&
        !isModifier &&
        !/^\p{Lu}/u.test(word) &&
        !isHyphen(tokens.word[token - 1])
      )
        break;
      if (upos === PUNCT && !/^[-‑.“”"]+$/.test(word)) break;
      // "A diplomat who left", "a diplomat I know"
      if (upos === PRON && tokens.upos[head] !== PRON && OPENS_CLAUSE.test(word)) break;
    }
    if (
      upos === NOUN ||
      upos === PROPN ||
      upos === PRON ||
      ((upos === NUM || upos === ADJ) && head < 0) ||
      // The tags take the "official" of "a Norwegian official" for an adjective now and then.
      (upos === ADJ && roleNounKind(word.toLowerCase()) !== undefined)
    ) {
      // A possessive pronoun owns what follows; it heads nothing unless nothing follows.
      if (!(upos === PRON && /^(?:his|her|its|their|our|my|your|whose)$/i.test(word) && token + 1 < end))
        head = token;
    }
  }
  return { first, end, head: head >= 0 ? head : end - 1, coordinated };
}

/** Relative pronouns, and subjects of relative clauses that have none. */
const OPENS_CLAUSE = /^(?:who|which|that|whom|whose|I|he|she|we|they)$/i;

/** Whether a noun that ends in -ing after this one is a participle: "the minister speaking to reporters". */
function isHolder(word: string | undefined): boolean {
  const kind = roleNounKind((word ?? '').toLowerCase());
  return kind === 'office' || kind === 'person';
}

/**
 * The piece of a source that names who speaks. In "Norway …, with Foreign Minister Ada Lunde" it is the last one, which stands
 * by the cue; a piece that a preposition opens only belongs to the one before it.
 */
function namingPiece(layer: LanguageLayer, source: readonly Span[]): Span | undefined {
  const pieces = source.filter(([start, end]) => /[\p{L}\p{N}]/u.test(layer.text.slice(start, end)));
  return pieces.findLast(([start]) => layer.tokens.upos[tokenAt(layer, start)] !== ADP) ?? pieces[0];
}

function isHyphen(word: string | undefined): boolean {
  return word === '-' || word === '‑' || word === '‐';
}

/** Whether a noun phrase, and not a clause, follows a conjunction. */
function opensAnother(layer: LanguageLayer, from: number, end: number): boolean {
  for (let token = from; token < end; token++) {
    const upos = layer.tokens.upos[token];
    if (upos === NOUN || upos === PROPN || upos === PRON) return true;
    if (upos === VERB) return false;
  }
  return false;
}

/** "Chairman and chief executive Ivo Tressel": two offices of one person, whose name follows. */
function joinsOffices(layer: LanguageLayer, head: number, from: number, end: number): boolean {
  const { tokens } = layer;
  if (roleNounKind((tokens.word[head] ?? '').toLowerCase()) !== 'office') return false;
  let offices = 0;
  for (let token = from; token < end; token++) {
    const word = tokens.word[token] ?? '';
    const isOffice = roleNounKind(word.toLowerCase()) === 'office';
    if (isOffice) offices++;
    else if (tokens.upos[token] === PROPN && offices > 0) return true;
    else if (tokens.upos[token] !== NOUN && tokens.upos[token] !== ADJ) return false;
  }
  return false;
}

/** Whether an office opens what follows a comma, with no name behind it: "Tressel, chairman and founder of the club". */
function opensOffice(layer: LanguageLayer, from: number, end: number): boolean {
  const { tokens } = layer;
  for (let token = from; token < end; token++) {
    const upos = tokens.upos[token];
    const kind = roleNounKind((tokens.word[token] ?? '').toLowerCase());
    if ((kind === 'office' || kind === 'person') && tokens.upos[token + 1] !== NOUN)
      return tokens.upos[token + 1] !== PROPN;
    if (upos !== NOUN && upos !== ADJ && upos !== PROPN && upos !== DET) return false;
  }
  return false;
}

/** "A, B and C": after the comma come names or nouns up to a conjunction, with no verb between. */
function coordinatedLater(layer: LanguageLayer, from: number, end: number): boolean {
  if (opensOffice(layer, from, end)) return false;
  let nouns = 0;
  for (let token = from; token < end; token++) {
    const upos = layer.tokens.upos[token];
    if (upos === CCONJ) return nouns > 0 && opensAnother(layer, token + 1, end);
    if (upos === VERB || upos === ADP) return false;
    if (upos === NOUN || upos === PROPN) nouns++;
  }
  return false;
}
