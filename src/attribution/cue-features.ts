import type { FeatureKeys } from '../learn/feature-keys.ts';
import { mix } from '../learn/hash.ts';
import {
  ADVERBIAL,
  CLOSING_QUOTE,
  COLON,
  COMMA,
  FULL_STOP,
  NOMINAL,
  OPENING_QUOTE,
  PARAGRAPH_START,
  REPORTING_NOUN,
  SENTENCE_START,
  THAT,
  VERBAL,
  WORD,
  type TokenFacts,
} from './token-facts.ts';
import { BEYOND, bucket, MAX_FEATURES, quotedShare, type Window } from './window.ts';

/** Buckets of {@link cueRates} from here up count as reporting words: a fourth or more of their uses are cues. */
export const REPORTING_RATE = 4;

const MARKS = OPENING_QUOTE | CLOSING_QUOTE;

let left = new Int32Array(512);
let right = new Int32Array(512);
let markLeft = new Int32Array(512);
let markRight = new Int32Array(512);

/**
 * Fills `into` with the features of the first model: how likely each token belongs to a cue, a source or a content when
 * nothing is known but the text.
 *
 * @param rate - For each token of the document how often its lemma is a cue, in buckets 0–7.
 */
export function cueFeatures(facts: TokenFacts, rate: Uint8Array, window: Window, into: FeatureKeys): void {
  const { word, lemma, tag, upos, flags, quoted, suffix, prefix, shape, sentence } = facts;
  const { first, end, base } = window;
  const n = end - first;
  if (n > left.length) {
    left = new Int32Array(n * 2);
    right = new Int32Array(n * 2);
    markLeft = new Int32Array(n * 2);
    markRight = new Int32Array(n * 2);
  }
  measure(facts, rate, window, 1, left, markLeft);
  measure(facts, rate, window, -1, right, markRight);

  into.clear();
  let from = first;
  let to = first;
  let before = 0;
  let sentenceQuotes = 0;
  for (let i = first; i < end; i++) {
    const k = i - first;
    if (i === to) {
      // A new sentence: how much of the one before was quoted.
      before = sentenceQuotes;
      from = i;
      to = i + 1;
      while (to < end && sentence[to] === sentence[i]) to++;
      sentenceQuotes = quotedShare(facts, from, to, base);
    }
    const p1 = i > first;
    const p2 = i > first + 1;
    const n1 = i + 1 < end;
    const n2 = i + 2 < end;
    const w0 = word[i]!;
    const l0 = lemma[i]!;
    const t0 = tag[i]!;
    const r0 = rate[i]!;
    const wp = p1 ? word[i - 1]! : BEYOND;
    const wn = n1 ? word[i + 1]! : BEYOND;
    const wpp = p2 ? word[i - 2]! : BEYOND;
    const wnn = n2 ? word[i + 2]! : BEYOND;
    const lp = p1 ? lemma[i - 1]! : BEYOND;
    const ln = n1 ? lemma[i + 1]! : BEYOND;
    const lpp = p2 ? lemma[i - 2]! : BEYOND;
    const lnn = n2 ? lemma[i + 2]! : BEYOND;
    const tp = p1 ? tag[i - 1]! : BEYOND;
    const tn = n1 ? tag[i + 1]! : BEYOND;
    const tpp = p2 ? tag[i - 2]! : BEYOND;
    const tnn = n2 ? tag[i + 2]! : BEYOND;
    const t3 = i + 3 < end ? tag[i + 3]! : BEYOND;
    const rp = p1 ? rate[i - 1]! : 0;
    const rn = n1 ? rate[i + 1]! : 0;
    const rnn = n2 ? rate[i + 2]! : 0;
    const rpp = p2 ? rate[i - 2]! : 0;
    const q = quoted[i]! - base;
    const inside = q < 0 ? 0 : q;
    const qp = p1 && quoted[i - 1]! > base ? 1 : 0;
    const qn = n1 && quoted[i + 1]! > base ? 1 : 0;
    const f0 = flags[i]!;
    const fp = p1 ? flags[i - 1]! : 0;
    const fn = n1 ? flags[i + 1]! : 0;
    const fnn = n2 ? flags[i + 2]! : 0;
    const dl = bucket(left[k]!);
    const dr = bucket(right[k]!);
    const ml = bucket(markLeft[k]!);
    const mr = bucket(markRight[k]!);
    const position = bucket(i - from);
    const rest = bucket(to - 1 - i);
    const commasLeft = bucket(facts.commasBefore[i]! - facts.commasBefore[from]!);
    const commasRight = bucket(facts.commasBefore[to]! - facts.commasBefore[i]!);
    const thatsRight = Math.min(2, facts.thatsBefore[to]! - facts.thatsBefore[i + 1]!);
    const verbsLeft = bucket(facts.verbsBefore[i]! - facts.verbsBefore[from]!);
    const verbsRight = bucket(facts.verbsBefore[to]! - facts.verbsBefore[i + 1]!);
    const around = (inside << 2) | (qp << 1) | qn;

    into.reserve(MAX_FEATURES);
    into.add(0, 0);
    into.add(1, w0);
    into.add(2, wp);
    into.add(3, wn);
    into.add(4, wpp);
    into.add(5, wnn);
    into.add(6, l0);
    into.add(7, lp);
    into.add(8, ln);
    into.add(9, mix(lp, l0));
    into.add(10, mix(l0, ln));
    into.add(11, mix(wp, w0));
    into.add(12, mix(w0, wn));
    into.add(13, mix(lpp, lp));
    into.add(14, mix(ln, lnn));
    into.add(15, mix(lp, ln));
    into.add(16, t0);
    into.add(17, tp);
    into.add(18, tn);
    into.add(19, tpp);
    into.add(20, tnn);
    into.add(21, mix(tp, t0));
    into.add(22, mix(t0, tn));
    into.add(23, mix(mix(tp, t0), tn));
    into.add(24, mix(mix(tpp, tp), t0));
    into.add(25, mix(mix(t0, tn), tnn));
    into.add(26, mix(mix(mix(tpp, tp), t0), mix(tn, tnn)));
    into.add(27, mix(l0, t0));
    into.add(28, mix(l0, tn));
    into.add(29, mix(l0, tp));
    into.add(30, mix(lp, t0));
    into.add(31, mix(t0, ln));
    into.add(32, suffix[i]!);
    into.add(33, prefix[i]!);
    into.add(34, shape[i]!);
    into.add(35, mix(suffix[i]!, tn));
    into.add(36, r0);
    into.add(37, (rp << 4) | r0);
    into.add(38, (r0 << 4) | rn);
    into.add(39, mix(r0, t0));
    into.add(40, mix(r0, mix(t0, tn)));
    into.add(41, mix(r0, mix(tp, t0)));
    into.add(42, (dl << 4) | dr);
    into.add(43, (dl << 8) | r0);
    into.add(44, (dr << 8) | r0);
    into.add(45, mix(t0, (dl << 4) | dr));
    into.add(46, around);
    into.add(47, mix(around, r0));
    into.add(48, (ml << 4) | mr);
    into.add(49, mix((ml << 4) | mr, r0));
    into.add(50, mix(inside, (position << 4) | r0));
    into.add(51, mix(position, t0));
    into.add(52, (rest << 4) | r0);
    into.add(53, mix(rest, t0));
    into.add(54, (sentenceQuotes << 8) | (before << 4) | r0);
    into.add(55, (sentenceQuotes << 8) | (before << 4) | inside);
    into.add(56, (commasLeft << 8) | (commasRight << 4) | thatsRight);
    into.add(57, (thatsRight << 8) | (r0 << 4) | Math.min(dl, 4));
    into.add(58, (verbsLeft << 8) | (verbsRight << 4) | r0);
    into.add(59, mix((verbsLeft << 4) | verbsRight, t0));
    into.add(60, mix(l0, around));
    into.add(
      61,
      mix(
        l0,
        (bit(fp, COMMA) << 3) | (bit(fp, CLOSING_QUOTE) << 2) | (bit(fn, COMMA) << 1) | bit(fn, FULL_STOP),
      ),
    );
    into.add(
      62,
      mix(l0, (bit(fn, THAT) << 3) | (bit(fnn, THAT) << 2) | (bit(fn, OPENING_QUOTE) << 1) | bit(fn, COLON)),
    );
    into.add(63, mix(r0, following(facts, i, end)));
    into.add(64, mix(t0, following(facts, i, end)));
    into.add(65, mix(l0, following(facts, i, end)));
    into.add(66, mix(r0, preceding(facts, i, first)));
    into.add(67, mix(t0, preceding(facts, i, first)));
    into.add(68, mix(l0, preceding(facts, i, first)));
    into.add(69, mix(mix(tp, t0), mix(tn, r0)));
    into.add(70, (rpp << 12) | (rp << 8) | (rn << 4) | rnn);
    into.add(71, mix(wp, r0));
    into.add(72, mix(wn, r0));
    into.add(73, mix(mix(t0, tn), mix(tnn, t3)));
    into.add(74, mix(lp, mix(l0, ln)));
    into.add(75, bit(f0, PARAGRAPH_START) | (bit(f0, SENTENCE_START) << 1));
    into.add(76, mix(upos[i]!, (bit(f0, REPORTING_NOUN) << 2) | (thatsRight > 0 ? 1 : 0)));
    into.add(77, mix(titleKind(facts, i), r0));
    into.add(78, mix(titleKind(facts, i), t0));
    into.add(79, mix(mix(shape[i]!, p1 ? shape[i - 1]! : 0), n1 ? shape[i + 1]! : 0));
    into.close();
  }
}

/** More than any distance within a window's sentence that is told apart. */
const NOWHERE = 99;

/**
 * Fills in how far behind each token, in the direction of `step`, the nearest reporting word and quotation mark of its
 * sentence stand.
 */
function measure(
  { flags }: TokenFacts,
  rate: Uint8Array,
  { first, end }: Window,
  step: 1 | -1,
  words: Int32Array,
  marks: Int32Array,
): void {
  let sinceWord = NOWHERE;
  let sinceMark = NOWHERE;
  // The first token of a sentence, met from the right, is left behind before it counts.
  const ahead = step === 1 ? 0 : 1;
  const stop = step === 1 ? end : first - 1;
  for (let i = step === 1 ? first : end - 1; i !== stop; i += step) {
    if (i + ahead < end && flags[i + ahead]! & SENTENCE_START) {
      sinceWord = NOWHERE;
      sinceMark = NOWHERE;
    }
    words[i - first] = sinceWord;
    marks[i - first] = sinceMark;
    sinceWord = rate[i]! >= REPORTING_RATE ? 1 : sinceWord + 1;
    sinceMark = flags[i]! & MARKS ? 1 : sinceMark + 1;
  }
}

const bit = (flags: number, mask: number): number => (flags & mask ? 1 : 0);

/** How far the search for the next telling token goes, so that a line without punctuation costs no more. */
const REACH = 6;

/** The tag of the first token after `i` that is no adverb, with its distance: what a verb is followed by. */
function following(facts: TokenFacts, i: number, end: number): number {
  const stop = Math.min(end, i + 1 + REACH);
  for (let at = i + 1; at < stop; at++)
    if (!(facts.flags[at]! & ADVERBIAL)) return facts.flags[at]! & THAT ? 1 : facts.tag[at]!;
  return 0;
}

/** The nearest noun or pronoun before `i` that no verb or comma parts from it. */
function preceding(facts: TokenFacts, i: number, first: number): number {
  const stop = Math.max(first, i - REACH);
  for (let at = i - 1; at >= stop; at--) {
    const flags = facts.flags[at]!;
    if (flags & NOMINAL) return mix(facts.tag[at]!, i - at > 1 ? 1 : 0);
    if (flags & (COMMA | CLOSING_QUOTE)) return 2 + bit(flags, COMMA);
    if (flags & VERBAL && flags & WORD && facts.tag[at] !== facts.tag[i] && i - at > 2) return 4;
  }
  return 5;
}

function titleKind(facts: TokenFacts, token: number): number {
  const kind = facts.layer.sentences[facts.sentence[token]!]?.kind;
  return kind === 'sentence' ? 0 : kind === 'title' ? 1 : 2;
}
