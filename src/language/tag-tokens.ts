import { UPOS, type Sentence, type Upos } from '../model/language-layer.ts';

/** Tags and lemmas, one for each token. */
export interface TokenTags {
  readonly upos: Uint8Array;
  readonly penn: string[];
  readonly lemma: string[];
}

/** Closed classes of English: words with their Penn tag. */
const CLOSED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    DT: 'the a an this that these those each every some any no another all both',
    IN: 'of in for on with at by from as about into after against between during without before under around among over if because while although than whether since until despite through within',
    CC: 'and or but nor',
    PRP: 'i you he she it we they him her them us me himself herself itself themselves',
    PRP$: 'his its their our your my',
    MD: 'will would can could may might should must shall ca wo',
    VBZ: "is has does says 's",
    VBP: 'are have do am',
    VBD: 'was were had did said told added',
    VB: 'be',
    VBN: 'been',
    TO: 'to',
    RB: "not n't also very now then never only just still",
    WP: 'who what whom',
    WDT: 'which',
    WRB: 'when where why how',
    EX: 'there',
    CD: 'one two three four five six seven eight nine ten hundred thousand million billion dozen',
  }).flatMap(([tag, words]) => words.split(' ').map((word): [string, string] => [word, tag])),
);

const UPOS_OF: Readonly<Record<string, Upos>> = {
  DT: 'DET',
  IN: 'ADP',
  CC: 'CCONJ',
  PRP: 'PRON',
  PRP$: 'PRON',
  MD: 'AUX',
  TO: 'PART',
  RB: 'ADV',
  WP: 'PRON',
  WDT: 'PRON',
  WRB: 'ADV',
  EX: 'PRON',
  CD: 'NUM',
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  JJ: 'ADJ',
};

/** Tags by closed classes and endings. */
export function tagTokens(words: readonly string[], sentences: readonly Sentence[]): TokenTags {
  const upos = new Uint8Array(words.length);
  const penn: string[] = [];
  const lemma: string[] = [];
  const starts = new Set(sentences.map((sentence) => sentence.firstToken));
  for (const [index, word] of words.entries()) {
    const lower = word.toLowerCase();
    const tag = tagOf(word, lower, starts.has(index));
    penn.push(tag);
    lemma.push(lower);
    upos[index] = UPOS.indexOf(UPOS_OF[tag] ?? (tag.startsWith('V') ? 'VERB' : 'PUNCT'));
  }
  return { upos, penn, lemma };
}

function tagOf(word: string, lower: string, first: boolean): string {
  const closed = CLOSED.get(lower);
  if (closed) return closed;
  if (!/[\p{L}\p{N}]/u.test(word)) return '.';
  if (/^[\d.,:/-]+$/.test(word)) return 'CD';
  if (!first && /^\p{Lu}/u.test(word)) return 'NNP';
  if (lower.endsWith('ed')) return 'VBD';
  if (lower.endsWith('ing')) return 'VBG';
  if (lower.endsWith('ly')) return 'RB';
  if (/(?:ous|ful|ive|able|ible|al|ic|ian|ish)$/.test(lower)) return 'JJ';
  if (/[^s]s$/.test(lower)) return 'NNS';
  return 'NN';
}
