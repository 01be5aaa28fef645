import { hashWord } from '../learn/hash.ts';
import { UPOS, type LanguageLayer } from '../model/language-layer.ts';
import { NOUN_ACTS, VERB_ACTS } from './lexicon/cue-acts.ts';
import { tokensIn } from './token-range.ts';

/*
 * What both models want to know of each token, computed once for a document into typed arrays, so that a feature later is
 * a few integer operations and no string is built or compared in the inner loops.
 */

/** Bits of {@link TokenFacts.flags}. */
export const COMMA = 1;
export const OPENING_QUOTE = 2;
export const CLOSING_QUOTE = 4;
export const THAT = 8;
export const VERBAL = 16;
export const WORD = 32;
export const COLON = 64;
export const DASH = 128;
export const CAPITAL = 256;
export const REPORTING_VERB = 512;
export const REPORTING_NOUN = 1024;
export const NOMINAL = 2048;
export const SENTENCE_START = 4096;
export const PARAGRAPH_START = 8192;
export const ADVERBIAL = 16384;
export const FULL_STOP = 32768;

export interface TokenFacts {
  readonly layer: LanguageLayer;
  readonly count: number;
  /** Hash of the word in lower case; names become their shape, so that no model learns who speaks in its training news. */
  readonly word: Int32Array;
  /** Hash of the lemma, abstracted like the word. */
  readonly lemma: Int32Array;
  readonly suffix: Int32Array;
  readonly prefix: Int32Array;
  readonly shape: Int32Array;
  /** Hash of the Penn tag. */
  readonly tag: Int32Array;
  /** Universal tag, an index into UPOS. */
  readonly upos: Uint8Array;
  readonly flags: Int32Array;
  readonly quoted: Uint8Array;
  /** Index of the outermost quotation around the token, or −1. */
  readonly quotation: Int32Array;
  readonly sentence: Int32Array;
  /** Counts of tokens before index i, for what lies between two tokens; each is one longer than the document. */
  readonly commasBefore: Int32Array;
  readonly thatsBefore: Int32Array;
  readonly verbsBefore: Int32Array;
  readonly marksBefore: Int32Array;
  readonly quotedBefore: Int32Array;
  readonly paragraphOf: Int32Array;
}

const code = (tag: (typeof UPOS)[number]): number => UPOS.indexOf(tag);
const PROPN = code('PROPN');
const NUM = code('NUM');
const VERB = code('VERB');
const AUX = code('AUX');
const NOUN = code('NOUN');
const PRON = code('PRON');
const ADV = code('ADV');
const PUNCT = code('PUNCT');

/** Calendar words stay what they are although they are tagged as names: "said Monday" ends a cue. */
const CALENDAR = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december mr mrs ms dr sen rep gov gen president minister secretary senator governor mayor judge
  spokesman spokeswoman chairman director`.split(/\s+/),
);
const OPENING = new Set(['“', '«', '„', '``', '‘', '‚', '‹']);
const CLOSING = new Set(['”', '»', "''", '’', '›']);
const AMBIGUOUS_MARKS = new Set(['"', '″']);

/** The kinds of characters in a word, runs shortened: "Dal'emi" is `Xx'x`, "2,400" is `d,d`. */
function shapeOf(word: string): number {
  let hash = 0;
  let previous = 0;
  for (let at = 0; at < word.length && at < MAX_SHAPE; at++) {
    const unit = word.charCodeAt(at);
    const kind =
      unit >= 97 && unit <= 122
        ? 1
        : unit >= 65 && unit <= 90
          ? 2
          : unit >= 48 && unit <= 57
            ? 3
            : unit < 128
              ? unit
              : word.charAt(at) === word.charAt(at).toLowerCase()
                ? 1
                : 2;
    if (kind !== previous) hash = Math.imul(hash, 31) + kind;
    previous = kind;
  }
  return hash;
}
const MAX_SHAPE = 24;

/** Computes the facts for all tokens of a document, in one pass. */
export function tokenFacts(layer: LanguageLayer): TokenFacts {
  const { tokens, sentences, quotations } = layer;
  const n = tokens.count;
  const facts = {
    layer,
    count: n,
    word: new Int32Array(n),
    lemma: new Int32Array(n),
    suffix: new Int32Array(n),
    prefix: new Int32Array(n),
    shape: new Int32Array(n),
    tag: new Int32Array(n),
    upos: tokens.upos,
    flags: new Int32Array(n),
    quoted: tokens.quoted,
    quotation: new Int32Array(n).fill(-1),
    sentence: tokens.sentence,
    commasBefore: new Int32Array(n + 1),
    thatsBefore: new Int32Array(n + 1),
    verbsBefore: new Int32Array(n + 1),
    marksBefore: new Int32Array(n + 1),
    quotedBefore: new Int32Array(n + 1),
    paragraphOf: new Int32Array(n),
  };
  let quotation = 0;
  for (let i = 0; i < n; i++) {
    const start = tokens.start[i]!;
    while (quotation < quotations.length && quotations[quotation]!.span[1] <= start) quotation++;
    // Quotations within a quotation come after it in the list and are passed over while it lasts.
    const around = quotations[quotation];
    const inside = around !== undefined && around.span[0] <= start;
    if (inside) facts.quotation[i] = quotation;
    const entry = vocabularyEntry(tokens.word[i]!, tokens.lemma[i]!, tokens.penn[i]!, tokens.upos[i]!);
    facts.word[i] = entry.word;
    facts.lemma[i] = entry.lemma;
    facts.suffix[i] = entry.suffix;
    facts.prefix[i] = entry.prefix;
    facts.shape[i] = entry.shape;
    facts.tag[i] = entry.tag;
    let flags = entry.flags;
    if ((flags & (OPENING_QUOTE | CLOSING_QUOTE)) === (OPENING_QUOTE | CLOSING_QUOTE))
      flags &= inside && around.span[0] === start ? ~CLOSING_QUOTE : ~OPENING_QUOTE;
    const sentence = sentences[tokens.sentence[i]!];
    if (sentence?.firstToken === i) {
      flags |= SENTENCE_START;
      if (i === 0 || sentences[tokens.sentence[i - 1]!]!.paragraph !== sentence.paragraph)
        flags |= PARAGRAPH_START;
    }
    facts.flags[i] = flags;
    facts.paragraphOf[i] = sentence?.paragraph ?? 0;
    facts.commasBefore[i + 1] = facts.commasBefore[i]! + (flags & COMMA ? 1 : 0);
    facts.thatsBefore[i + 1] = facts.thatsBefore[i]! + (flags & THAT ? 1 : 0);
    facts.verbsBefore[i + 1] = facts.verbsBefore[i]! + (flags & VERBAL ? 1 : 0);
    facts.marksBefore[i + 1] = facts.marksBefore[i]! + (flags & (OPENING_QUOTE | CLOSING_QUOTE) ? 1 : 0);
    facts.quotedBefore[i + 1] = facts.quotedBefore[i]! + (tokens.quoted[i]! > 0 ? 1 : 0);
  }
  settleMarks(facts);
  return facts;
}

const MARKS = OPENING_QUOTE | CLOSING_QUOTE;

/** An apostrophe is a mark where a quotation begins or ends with it. */
const SINGLE = new Set(["'", '`']);

/** What a mark does, its quotation knows: “ closes what „ opens. */
function settleMarks({ layer: { tokens, quotations }, flags }: Pick<TokenFacts, 'layer' | 'flags'>): void {
  for (const { span, closed } of quotations) {
    const [first, end] = tokensIn(tokens, span);
    if (first === end) continue;
    if (flags[first]! & MARKS || SINGLE.has(tokens.word[first]!))
      flags[first] = (flags[first]! & ~MARKS) | OPENING_QUOTE;
    const last = end - 1;
    if (closed && last > first && (flags[last]! & MARKS || SINGLE.has(tokens.word[last]!)))
      flags[last] = (flags[last]! & ~MARKS) | CLOSING_QUOTE;
  }
}

interface VocabularyEntry {
  readonly word: number;
  readonly lemma: number;
  readonly suffix: number;
  readonly prefix: number;
  readonly shape: number;
  readonly tag: number;
  readonly flags: number;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * What a word with its lemma and tag looks like, computed once per distinct word.
 *
 * The cache is emptied when full, so that memory stays flat over any number of documents.
 */
function vocabularyEntry(word: string, lemma: string, penn: string, upos: number): VocabularyEntry {
  if (word.length > MAX_CACHED) return describe(word, lemma, penn, upos);
  let byTag = VOCABULARY.get(word);
  if (byTag === undefined) {
    if (VOCABULARY.size >= MAX_VOCABULARY) VOCABULARY.clear();
    byTag = new Map();
    VOCABULARY.set(word, byTag);
  }
  let entry = byTag.get(penn);
  if (entry === undefined || entry.upos !== upos || entry.lemmaText !== lemma) {
    entry = { ...describe(word, lemma, penn, upos), upos, lemmaText: lemma };
    byTag.set(penn, entry);
  }
  return entry;
}
const VOCABULARY = new Map<string, Map<string, VocabularyEntry & { upos: number; lemmaText: string }>>();
const MAX_VOCABULARY = 50_000;
/** V8 copies slices of up to 12 units; a longer one kept as a key would keep its whole document alive. */
const MAX_CACHED = 12;

function describe(word: string, lemma: string, penn: string, upos: number): VocabularyEntry {
  const lower = word.toLowerCase();
  const base = lemma.toLowerCase();
  const shape = shapeOf(word);
  const abstract = (upos === PROPN && !CALENDAR.has(lower)) || (upos === NUM && !/^\p{L}/u.test(word));
  const stand = abstract ? Math.imul(shape, 0x9e3779b1) ^ upos : 0;
  let flags = 0;
  if (lower === ',') flags |= COMMA;
  if (OPENING.has(word)) flags |= OPENING_QUOTE;
  if (CLOSING.has(word)) flags |= CLOSING_QUOTE;
  if (AMBIGUOUS_MARKS.has(word)) flags |= OPENING_QUOTE | CLOSING_QUOTE;
  if (lower === 'that') flags |= THAT;
  if (upos === VERB || upos === AUX) flags |= VERBAL;
  if (LETTER_OR_DIGIT.test(word)) flags |= WORD;
  if (lower === ':') flags |= COLON;
  if (lower === '—' || lower === '–' || lower === '--' || lower === '―') flags |= DASH;
  if (word !== lower) flags |= CAPITAL;
  if (upos === VERB && VERB_ACTS.has(base)) flags |= REPORTING_VERB;
  if (upos === NOUN && NOUN_ACTS.has(base)) flags |= REPORTING_NOUN;
  if (upos === NOUN || upos === PROPN || upos === PRON) flags |= NOMINAL;
  if (upos === ADV) flags |= ADVERBIAL;
  if (upos === PUNCT && (word === '.' || word === '!' || word === '?')) flags |= FULL_STOP;
  return {
    word: abstract ? stand : hashWord(lower),
    lemma: abstract ? stand ^ 1 : hashWord(base),
    suffix: abstract ? stand ^ 2 : hashWord(lower.slice(-3)),
    prefix: abstract ? stand ^ 3 : hashWord(lower.slice(0, 4)),
    shape,
    tag: hashWord(penn),
    flags,
  };
}
