import type { FeatureKeys } from '../learn/feature-keys.ts';
import { hashWord, mix } from '../learn/hash.ts';
import type { CueTags } from './cue-tags.ts';
import {
  CAPITAL,
  CLOSING_QUOTE,
  COLON,
  COMMA,
  DASH,
  FULL_STOP,
  NOMINAL,
  OPENING_QUOTE,
  SENTENCE_START,
  THAT,
  VERBAL,
  type TokenFacts,
} from './token-facts.ts';
import type { TokenRange } from './token-range.ts';
import { BEYOND, bucket, MAX_FEATURES, quotedShare, type Window } from './window.ts';

/** Hash of the lemma "be", as the token facts make it. */
const BE = hashWord('be');
/** The path between a token and the cue is told apart over so many changes of tag; beyond, it is only "far". */
const MAX_PATH = 7;
const FAR = 0x7feb352d;
/** Longest distance that is told exactly. */
const MAX_DISTANCE = 24;
const MARKS = OPENING_QUOTE | CLOSING_QUOTE;

let path = new Int32Array(512);
let pathLength = new Uint8Array(512);

/** The word of a cue that says most: its last verb, else its last word. */
export function headOf(facts: TokenFacts, cue: TokenRange): number {
  for (let i = cue[1] - 1; i >= cue[0]; i--) if (facts.flags[i]! & VERBAL) return i;
  for (let i = cue[1] - 1; i >= cue[0]; i--) if (facts.flags[i]! & NOMINAL) return i;
  return cue[1] - 1;
}

/**
 * Fills `into` with the features of the second model: whether a token belongs to the source or the content of this cue.
 *
 * What lies between token and cue is read from prefix counts and from one walk outwards, so that a token costs the same
 * however far it stands from the cue.
 */
export function argumentFeatures(
  facts: TokenFacts,
  tags: CueTags,
  cue: TokenRange,
  window: Window,
  into: FeatureKeys,
): void {
  const { word, lemma, tag, upos, flags, quoted, suffix, shape, sentence, paragraphOf } = facts;
  const { first, end, base } = window;
  const [cueFirst, cueEnd] = cue;
  walk(facts, cue, window);

  const head = headOf(facts, cue);
  const cueLemma = lemma[head]!;
  let passive = 0;
  for (let i = cueFirst; i < head; i++) if (lemma[i] === BE) passive = 1;
  const cueTag = mix(tag[head]!, passive);
  const cueLength = Math.min(4, cueEnd - cueFirst);
  const before = neighbour(facts, cueFirst - 1, first, end);
  const after = neighbour(facts, cueEnd, first, end);
  const after2 = neighbour(facts, cueEnd + 1, first, end);
  const orientation = (before << 8) | (after << 4) | after2;
  const wordBefore = cueFirst > first ? word[cueFirst - 1]! : BEYOND;
  const wordAfter = cueEnd < end ? word[cueEnd]! : BEYOND;
  const own = sentence[cueFirst]!;
  const ownSentence = facts.layer.sentences[own]!;
  const cuePosition = bucket(cueFirst - Math.max(first, ownSentence.firstToken));
  const cueRest = bucket(Math.min(end, ownSentence.endToken) - cueEnd);
  const cuesLeft = Math.min(
    2,
    tags.cuesBefore[cueFirst]! - tags.cuesBefore[Math.max(first, ownSentence.firstToken)]!,
  );
  const cuesRight = Math.min(
    2,
    Math.max(0, tags.cuesBefore[Math.min(end, ownSentence.endToken)]! - tags.cuesBefore[cueEnd]!),
  );
  const cueInside = quoted[cueFirst]! > base ? 1 : 0;
  const cueQuotation = facts.quotation[cueFirst]!;
  const place = (cuePosition << 8) | (cueRest << 4) | (cuesLeft << 2) | cuesRight;

  into.clear();
  let from = first;
  let to = first;
  let share = 0;
  for (let i = first; i < end; i++) {
    if (i === to) {
      from = i;
      to = i + 1;
      while (to < end && sentence[to] === sentence[i]) to++;
      share = quotedShare(facts, from, to, base);
    }
    const k = i - first;
    const side = i < cueFirst ? 1 : i >= cueEnd ? 2 : 3;
    into.reserve(MAX_FEATURES);
    into.add(0, side);
    if (side === 3) {
      // A token of the cue has no other role; its label is fixed when the chain is read.
      into.close();
      continue;
    }
    const offset = sentence[i]! - own;
    const so = (side << 3) | (offset < -2 ? 7 : offset > 3 ? 6 : offset + 2);
    const distance = side === 1 ? cueFirst - i : i - cueEnd + 1;
    const exact = (Math.min(MAX_DISTANCE, distance) << 5) | so;
    const rough = (bucket(distance) << 5) | so;
    const p1 = i > first;
    const n1 = i + 1 < end;
    const w0 = word[i]!;
    const l0 = lemma[i]!;
    const t0 = tag[i]!;
    const wp = p1 ? word[i - 1]! : BEYOND;
    const wn = n1 ? word[i + 1]! : BEYOND;
    const lp = p1 ? lemma[i - 1]! : BEYOND;
    const ln = n1 ? lemma[i + 1]! : BEYOND;
    const tp = p1 ? tag[i - 1]! : BEYOND;
    const tn = n1 ? tag[i + 1]! : BEYOND;
    const tpp = i > first + 1 ? tag[i - 2]! : BEYOND;
    const tnn = i + 2 < end ? tag[i + 2]! : BEYOND;
    const f0 = flags[i]!;
    const fp = p1 ? flags[i - 1]! : 0;
    const fn = n1 ? flags[i + 1]! : 0;
    const inside = quoted[i]! > base ? 1 : 0;
    const around =
      (inside << 2) | (p1 && quoted[i - 1]! > base ? 2 : 0) | (n1 && quoted[i + 1]! > base ? 1 : 0);
    const near = side === 1 ? i + 1 : cueEnd;
    const far = side === 1 ? cueFirst : i;
    const commas = Math.min(3, facts.commasBefore[far]! - facts.commasBefore[near]!);
    const thats = Math.min(2, facts.thatsBefore[far]! - facts.thatsBefore[near]!);
    const verbs = Math.min(3, facts.verbsBefore[far]! - facts.verbsBefore[near]!);
    const marks = Math.min(3, facts.marksBefore[far]! - facts.marksBefore[near]!);
    const cues = Math.min(2, Math.max(0, tags.cuesBefore[far]! - tags.cuesBefore[near]!));
    const between = (commas << 8) | (thats << 6) | (verbs << 4) | (marks << 2) | cues;
    const same = cueQuotation >= 0 && facts.quotation[i] === cueQuotation ? 1 : 0;
    const position = bucket(i - from);
    const rest = bucket(to - 1 - i);
    const route = path[k]!;
    const source = tags.source[i]!;
    const content = tags.content[i]!;
    const cueness = tags.cue[i]!;
    const sourceAround =
      (source << 6) | ((p1 ? tags.source[i - 1]! : 7) << 3) | (n1 ? tags.source[i + 1]! : 7);
    const contentAround =
      (content << 6) | ((p1 ? tags.content[i - 1]! : 7) << 3) | (n1 ? tags.content[i + 1]! : 7);
    const mark =
      (f0 & OPENING_QUOTE ? 1 : 0) |
      (f0 & CLOSING_QUOTE ? 2 : 0) |
      (fp & MARKS ? 4 : 0) |
      (fn & MARKS ? 8 : 0) |
      (f0 & COMMA ? 16 : 0) |
      (fn & COMMA ? 32 : 0) |
      (fp & COMMA ? 64 : 0) |
      (fn & FULL_STOP ? 128 : 0) |
      (f0 & SENTENCE_START ? 256 : 0);

    into.add(1, so);
    into.add(2, mix(w0, side));
    into.add(3, mix(l0, side));
    into.add(4, mix(t0, side));
    into.add(5, mix(wp, side));
    into.add(6, mix(wn, side));
    into.add(7, mix(tp, side));
    into.add(8, mix(tn, side));
    into.add(9, mix(mix(tp, t0), side));
    into.add(10, mix(mix(t0, tn), side));
    into.add(11, mix(mix(mix(tp, t0), tn), side));
    into.add(12, mix(mix(mix(tpp, tp), t0), side));
    into.add(13, mix(mix(mix(t0, tn), tnn), side));
    into.add(14, mix(mix(lp, l0), side));
    into.add(15, mix(mix(l0, ln), side));
    into.add(16, exact);
    into.add(17, mix(exact, t0));
    into.add(18, mix(exact, cueLemma));
    into.add(19, mix(rough, cueTag));
    into.add(20, mix(cueLemma, so));
    into.add(21, mix(mix(cueLemma, t0), side));
    into.add(22, mix(mix(cueLemma, w0), side));
    into.add(23, mix(mix(cueLemma, orientation), so));
    into.add(24, mix(cueTag, so));
    into.add(25, mix(mix(cueTag, t0), side));
    into.add(26, mix(mix(cueTag, orientation), so));
    into.add(27, mix(orientation, so));
    into.add(28, mix(mix(orientation, t0), side));
    into.add(29, mix(orientation, rough));
    into.add(30, mix(orientation, (so << 1) | inside));
    into.add(31, mix(wordBefore, so));
    into.add(32, mix(wordAfter, so));
    into.add(33, (inside << 6) | so);
    into.add(34, mix((same << 1) | cueInside, (inside << 6) | so));
    into.add(35, mix(around, so));
    into.add(36, mix(mix(around, orientation), so));
    into.add(37, (commas << 6) | so);
    into.add(38, (thats << 6) | so);
    into.add(39, mix(t0, (verbs << 2) | side));
    into.add(40, (marks << 8) | (inside << 6) | so);
    into.add(41, (cues << 6) | so);
    into.add(42, mix(between, so));
    into.add(43, mix(between, t0));
    into.add(44, mix(between, mix(cueTag, side)));
    into.add(45, mix(route, side));
    into.add(46, mix(mix(route, t0), side));
    into.add(47, mix(mix(route, cueLemma), side));
    into.add(48, mix(mix(route, cueTag), mix(t0, side)));
    into.add(49, mix(position, so));
    into.add(50, mix(rest, so));
    into.add(51, mix(mark, so));
    into.add(52, mix(mix(mark, orientation), side));
    into.add(53, mix((source << 3) | content, so));
    into.add(54, mix(sourceAround, side));
    into.add(55, mix(contentAround, so));
    into.add(56, mix((source << 6) | (content << 3) | cues, side));
    into.add(57, mix(source, rough));
    into.add(58, mix(content, rough));
    into.add(59, mix(contentAround, orientation));
    into.add(60, mix(cueness, so));
    into.add(61, mix(mix(source, t0), side));
    into.add(62, mix(mix(content, t0), side));
    into.add(63, (share << 6) | so);
    into.add(64, mix((share << 3) | content, orientation));
    into.add(65, mix(paragraphOf[cueFirst] === paragraphOf[i] ? 0 : 1, so));
    into.add(66, mix(shape[i]!, side));
    into.add(67, mix(suffix[i]!, side));
    into.add(68, mix(place, so));
    into.add(69, mix(mix(place, (source << 3) | content), side));
    into.add(70, mix((cuesLeft << 4) | (cuesRight << 2) | cues, so));
    into.add(71, mix(cueLength, rough));
    into.add(72, mix(mix(wordAfter, wordBefore), so));
    into.add(73, mix(mix(cueLemma, between), side));
    into.add(74, mix(mix(w0, f0 & CAPITAL ? 1 : 0), rough));
    into.add(75, mix(mix(upos[i]!, route), (inside << 2) | side));
    into.add(76, mix(mix(cueLemma, wordAfter), so));
    into.add(77, mix((pathLength[k]! << 3) | content, (source << 2) | side));
    into.close();
  }
}

/** Walks from the cue outwards and notes, for each token, which universal tags lie between, runs of one tag as one. */
function walk(facts: TokenFacts, [cueFirst, cueEnd]: TokenRange, { first, end }: Window): void {
  const n = end - first;
  if (n > path.length) {
    path = new Int32Array(n * 2);
    pathLength = new Uint8Array(n * 2);
  }
  follow(facts, cueFirst - 1, first - 1, -1, first);
  follow(facts, cueEnd, end, 1, first);
}

function follow(facts: TokenFacts, from: number, stop: number, step: 1 | -1, first: number): void {
  let hash = 0;
  let length = 0;
  let previous = -1;
  for (let i = from; i !== stop; i += step) {
    path[i - first] = hash;
    pathLength[i - first] = length;
    const kind = stepKind(facts, i);
    if (kind !== previous && length < MAX_PATH) {
      length++;
      hash = length === MAX_PATH ? FAR : mix(hash, kind + 1);
    }
    previous = kind;
  }
}

/** The universal tag, with punctuation told apart. */
function stepKind(facts: TokenFacts, i: number): number {
  const flags = facts.flags[i]!;
  if (flags & COMMA) return 32;
  if (flags & MARKS) return 33;
  if (flags & (COLON | DASH)) return 34;
  if (flags & FULL_STOP) return 35;
  if (flags & THAT) return 36;
  return facts.upos[i]!;
}

/** What stands beside the cue, in fifteen classes. */
function neighbour(facts: TokenFacts, i: number, first: number, end: number): number {
  if (i < first || i >= end) return 0;
  const flags = facts.flags[i]!;
  if (flags & COMMA) return 1;
  if (flags & OPENING_QUOTE) return 2;
  if (flags & CLOSING_QUOTE) return 3;
  if (flags & FULL_STOP) return 4;
  if (flags & COLON) return 5;
  if (flags & DASH) return 6;
  if (flags & THAT) return 7;
  if (flags & VERBAL) return 8;
  return NEIGHBOUR_CLASS[facts.upos[i]!]!;
}
/** By universal tag: adpositions, adverbs, determiners, nouns, names, pronouns, the rest. */
const NEIGHBOUR_CLASS = Uint8Array.of(15, 9, 10, 8, 15, 11, 15, 12, 12, 9, 13, 14, 15, 15, 15, 8, 15);
