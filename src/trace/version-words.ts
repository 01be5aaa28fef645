import type { ChangeOf } from '../model/document.ts';
import { UPOS, type LanguageLayer, type Sentence } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';

/** A sentence with its words. */
export interface VersionSentence {
  readonly layer: LanguageLayer;
  readonly sentence: Sentence;
  readonly span: Span;
  readonly words: readonly string[];
}

/** Tokens of one version that the other does not have. */
export interface Side {
  readonly layer: LanguageLayer;
  readonly tokens: readonly number[];
}

const MARKS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '``': '"',
  "''": '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '--': '-',
  '…': '...',
};

/** The words of a sentence in one spelling of quotation marks, apostrophes and dashes: another typeface is no change. */
export function wordsOf(layer: LanguageLayer, sentence: Sentence): string[] {
  const words: string[] = [];
  for (let token = sentence.firstToken; token < sentence.endToken; token++) words.push(wordAt(layer, token));
  return words;
}

function wordAt(layer: LanguageLayer, token: number): string {
  const word = layer.tokens.word[token] ?? '';
  return MARKS[word] ?? word.replace(/[‘’]/g, "'").replace(/[–—]/g, '-');
}

/** More words on either side are compared as wholes: the table of the two would have millions of cells. */
const LONGEST = 400;

/** What only the old wording has, and what only the new one, by the longest common subsequence of their words. */
export function changedTokens(old: VersionSentence, now: VersionSentence): readonly [Side, Side] {
  const a = old.words;
  const b = now.words;
  const sideOf = ({ layer, sentence }: VersionSentence, places: readonly number[]): Side => ({
    layer,
    tokens: places.map((place) => sentence.firstToken + place),
  });
  if (a.length > LONGEST || b.length > LONGEST)
    return [sideOf(old, [...a.keys()]), sideOf(now, [...b.keys()])];
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] =
        a[i] === b[j]
          ? (length[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0);
  const removed: number[] = [];
  const added: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (
      j >= b.length ||
      (i < a.length && (length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0))
    )
      removed.push(i++);
    else added.push(j++);
  }
  return [sideOf(old, removed), sideOf(now, added)];
}

const NEGATION = /^(?:not|n['’]t|no|never|nor|neither|without|denies|denied|deny|denying|false|falsely)$/i;

/** What words are about, by the most telling of them. */
export function natureOf(sides: readonly Side[]): ChangeOf {
  let nature: ChangeOf = 'wording';
  for (const { layer, tokens } of sides)
    for (const token of tokens) {
      const word = wordAt(layer, token);
      const tag = UPOS[layer.tokens.upos[token] ?? 0];
      const quoted = (layer.tokens.quoted[token] ?? 0) > 0;
      const own: ChangeOf =
        /\d/.test(word) || (tag === 'NUM' && !/^one$/i.test(word))
          ? 'number'
          : quoted
            ? 'quotation'
            : NEGATION.test(word)
              ? 'negation'
              : tag === 'PROPN'
                ? 'name'
                : 'wording';
      if (ORDER.indexOf(own) < ORDER.indexOf(nature)) nature = own;
    }
  return nature;
}

const ORDER: readonly ChangeOf[] = ['number', 'quotation', 'negation', 'name', 'wording'];
