import type { LanguageLayer } from '../model/language-layer.ts';
import type { TokenRange } from './token-range.ts';
import type { Window } from './window.ts';

/** A window never grows beyond this, so that cost per word does not depend on how a text is divided. */
const MAX_WINDOW = 240;
/** An argument window reaches over so many sentences before the cue's own (98.6 % of PolNeAR's contents with the quoted ones). */
const SENTENCES_BEFORE = 2;
/** A quotation that ends or begins beside the cue is followed over so many sentences each way. */
const QUOTED_SENTENCES = 8;
const MAX_ARGUMENT_WINDOW = 400;

/** Parts a document into paragraphs, and long ones into runs of sentences, of at most {@link MAX_WINDOW} tokens. */
export function cueWindows(layer: LanguageLayer): Window[] {
  const windows: Window[] = [];
  for (const paragraph of layer.paragraphs) {
    let first = -1;
    let end = -1;
    for (let s = paragraph.firstSentence; s < paragraph.endSentence; s++) {
      const sentence = layer.sentences[s]!;
      if (sentence.endToken === sentence.firstToken) continue;
      if (first >= 0 && sentence.endToken - first > MAX_WINDOW) {
        addParts(windows, [first, end], 0);
        first = -1;
      }
      if (first < 0) first = sentence.firstToken;
      end = sentence.endToken;
    }
    if (first >= 0) addParts(windows, [first, end], 0);
  }
  return windows;
}

/** Adds a range as one window, or as several when a single sentence is longer than a window may be. */
export function addParts(windows: Window[], [first, end]: TokenRange, base: number): void {
  for (let from = first; from < end; from += MAX_WINDOW)
    windows.push({ first: from, end: Math.min(end, from + MAX_WINDOW), base });
}

/**
 * Where the source and content of a cue are looked for: its sentence, two before it, the quoted ones that follow, and
 * all of a quotation that ends beside it; never beyond `bounds`.
 */
export function argumentWindow(layer: LanguageLayer, cue: TokenRange, bounds: Window): Window {
  const { sentences, tokens } = layer;
  const { quoted } = tokens;
  const { base } = bounds;
  const own = tokens.sentence[cue[0]]!;
  let from = own;
  for (let back = 0; back < QUOTED_SENTENCES && from > 0; back++) {
    const previous = sentences[from - 1]!;
    if (previous.endToken <= bounds.first) break;
    // Two sentences are always looked at; more only while one quotation runs through them.
    const runsOn =
      previous.endToken > previous.firstToken &&
      quoted[previous.endToken - 1]! > base &&
      quoted[sentences[from]!.firstToken]! > base;
    // The second holds nothing of the cue's unless somebody is quoted there: leaving it out saves a quarter of the time.
    const quotes = quoted[previous.firstToken]! > base || quoted[previous.endToken - 1]! > base;
    if (back > 0 && !quotes) break;
    if (back >= SENTENCES_BEFORE && !runsOn) break;
    if (cue[0] - previous.firstToken > MAX_ARGUMENT_WINDOW / 2) break;
    from--;
  }
  let to = own;
  for (let ahead = 0; ahead < QUOTED_SENTENCES && to + 1 < sentences.length; ahead++) {
    const next = sentences[to + 1]!;
    if (next.firstToken >= bounds.end || next.endToken - cue[0] > MAX_ARGUMENT_WINDOW / 2) break;
    if (!(quoted[next.firstToken]! > base)) break;
    to++;
  }
  const half = MAX_ARGUMENT_WINDOW / 2;
  return {
    first: Math.max(bounds.first, sentences[from]!.firstToken, cue[0] - half),
    end: Math.min(bounds.end, sentences[to]!.endToken, cue[1] + half),
    base,
  };
}
