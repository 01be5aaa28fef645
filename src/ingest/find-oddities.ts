import type { Oddity } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { findMojibake } from '../text/repair-mojibake.ts';
import { splitLines } from './split-lines.ts';

/** A stretch whose words did not come through whole. */
export interface FoundOddity {
  readonly span: Span;
  readonly kind: Oddity['kind'];
}

/** A text with more marks of one kind is made that way (a tokenised corpus sets space before every comma): nothing was damaged in it. */
const MOST_OF_A_KIND = 12;

/**
 * Marks of a translation machine at work on pasted text: a comma between spaces, a word run into a title, a closing mark run into a
 * word, a dangling hyphen before “he said”. One of them alone is what any copying may leave, and counts as garbled.
 */
const TRANSLATION_MARKS: readonly RegExp[] = [
  /\p{L} ,(?= \p{L})/gu,
  /\p{Ll}(?:Mme|Mlle|Mrs?|Dr|M)\. \p{Lu}\p{Ll}+/gu,
  /[”»]\p{Ll}+/gu,
  /(?<=[.!?”"] |^)[-–](?:he|she|it|they|we|i) \p{Ll}+/gimu,
];

/** What cannot be put right: a sign that no encoding could read, and the beginning of a typographic sign whose last byte was lost. */
const LOST = /(?:â€)?\uFFFD+|â€(?![\u0080-\u009f\u00a0-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€])\??/g;

const CUT_OFF =
  /(?:\[\+?\d{1,6} (?:more )?char(?:acter)?s\]|\[(?:…|\.\.\.)\]|\b(?:continue reading|read more|read the full (?:story|article))(?:\.{3}|…| »|→)?)\s*$/i;

/** Says that the rest is for those who pay, log in or register. */
const PAYWALL =
  /^(?=.{10,220}$)(?:.{0,60}\b(?:subscribe|sign (?:in|up)|log ?in|register|become a (?:member|subscriber)|start your (?:free )?trial)\b.{0,60}\b(?:to|and) (?:continue|keep reading|read (?:more|on|the (?:full|rest|whole)|this)|unlock|access|see the rest)\b.*|.{0,20}\bto (?:read|continue reading|keep reading|access|see|unlock) (?:the (?:rest|full|whole|entire)|this|more of|our)\b.{0,120}\b(?:subscri\w+|sign (?:in|up)|log ?in|regist\w+|accounts?|members?(?:hip)?)\b.*|.{0,40}\b(?:article|content|story|page) is (?:only |exclusively )?(?:for|available to|reserved for|limited to) (?:our |registered |premium )?(?:subscribers|members|readers who)\b.*|you(?:['’]ve| have) (?:reached|read|used) (?:your|all|the) .{0,60}\b(?:limit|articles?|stories)\b.*|.{0,60}\b\d{1,3} ?% of (?:the|this) (?:article|story|text) (?:remains|is left|is still)\b.*|this is (?:only )?a preview of (?:this|the) (?:article|story|content)\b.*)$/i;
const LAST_LINES = 8;

/** Finds what reads as damaged, so that a reader is warned where words may not be the account's own. In the order of the text. */
export function findOddities(text: string): FoundOddity[] {
  const found: FoundOddity[] = [];
  const marks = TRANSLATION_MARKS.map((pattern) => spansOf(text, pattern)).filter(({ length }) => length > 0);
  const kind = marks.length > 1 ? 'machine-translation' : 'garbled';
  for (const span of marks.flat()) found.push({ span, kind });
  for (const span of stammers(text)) found.push({ span, kind: 'garbled' });
  for (const { start, end } of findMojibake(text).slice(0, MOST_OF_A_KIND))
    found.push({ span: [start, end], kind: 'encoding' });
  for (const match of text.matchAll(LOST))
    found.push({ span: [match.index, match.index + match[0].length], kind: 'encoding' });
  const cut = CUT_OFF.exec(text.slice(-200));
  if (cut !== null) {
    const start = Math.max(0, text.length - 200) + cut.index;
    found.push({ span: [start, start + cut[0].trimEnd().length], kind: 'truncated' });
  }
  if (cut === null) {
    const wall = splitLines(text)
      .slice(-LAST_LINES)
      .find((line) => PAYWALL.test(line.text));
    if (wall !== undefined) found.push({ span: [wall.start, wall.end], kind: 'truncated' });
  }
  return joined(found).slice(0, 4 * MOST_OF_A_KIND);
}

/** Where a mark stands; nowhere, when it stands so often that the text is made that way. */
function spansOf(text: string, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    spans.push([match.index, match.index + match[0].length]);
    if (spans.length > MOST_OF_A_KIND) return [];
  }
  return spans;
}

/** Marks of one kind with a word or less between them are one damage. */
const NEAR = 8;

function joined(found: readonly FoundOddity[]): FoundOddity[] {
  const merged: { span: [number, number]; kind: Oddity['kind'] }[] = [];
  for (const { span, kind } of [...found].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])) {
    const before = merged.at(-1);
    if (
      before !== undefined &&
      before.kind === kind &&
      span[0] - before.span[1] <= (kind === 'encoding' ? 0 : NEAR)
    )
      before.span[1] = Math.max(before.span[1], span[1]);
    else merged.push({ span: [span[0], span[1]], kind });
  }
  return merged;
}

/** Said twice, phrases that begin with these are a figure of speech (“to have and to hold”). */
const LINKING_WORDS = new Set(
  'a an the and or but nor to of in on at for from by with as if that this it he she they we you i is are was were be not no so'.split(
    ' ',
  ),
);

const SHORTEST_STAMMER = 3;
const LONGEST_STAMMER = 8;

/**
 * Stretches of three to eight words that are said again at once with little change (“uses such ships in the gulf uses such new ships in
 * the gulf”): same first word, same last two words, most words in common, no punctuation within.
 */
function stammers(text: string): Span[] {
  const found: Span[] = [];
  const words: { word: string; start: number; end: number }[] = [];
  const flush = (): void => {
    for (let at = 0; at + 2 * SHORTEST_STAMMER <= words.length; at++) {
      const span = stammerAt(words, at);
      if (span === null) continue;
      found.push(span);
      break;
    }
    words.length = 0;
  };
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
    if (words.length > 0 && text.slice(end, match.index) !== ' ') flush();
    end = match.index + match[0].length;
    words.push({ word: match[0].toLowerCase(), start: match.index, end });
  }
  flush();
  return found;
}

function stammerAt(words: readonly { word: string; start: number; end: number }[], at: number): Span | null {
  const wordAt = (index: number): string | undefined => words[index]?.word;
  if (LINKING_WORDS.has(wordAt(at) ?? '')) return null;
  for (let size = SHORTEST_STAMMER; size <= LONGEST_STAMMER; size++) {
    if (wordAt(at) !== wordAt(at + size)) continue;
    for (const second of [size - 1, size, size + 1]) {
      const last = at + size + second - 1;
      if (second < SHORTEST_STAMMER || last >= words.length) continue;
      if (wordAt(last) !== wordAt(at + size - 1) || wordAt(last - 1) !== wordAt(at + size - 2)) continue;
      const first = new Set(words.slice(at, at + size).map(({ word }) => word));
      const again = words.slice(at + size, last + 1).map(({ word }) => word);
      const shared = again.filter((word) => first.has(word)).length;
      const start = words[at]?.start ?? 0;
      if (shared * 3 >= again.length * 2) return [start, words[last]?.end ?? start];
    }
  }
  return null;
}
