import type { NominalContext } from './find-nominals.ts';
import { isHonorific, roleNounKind, type RoleNounKind } from './lexicon/roles.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';

const ADJ = UPOS.indexOf('ADJ');
const ADP = UPOS.indexOf('ADP');
const ADV = UPOS.indexOf('ADV');
const DET = UPOS.indexOf('DET');
const NOUN = UPOS.indexOf('NOUN');
const NUM = UPOS.indexOf('NUM');
const PROPN = UPOS.indexOf('PROPN');
const VERB = UPOS.indexOf('VERB');

/** Determiners that say whose something is. */
export const POSSESSIVES: ReadonlySet<string> = new Set([
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
  'your',
  'whose',
]);
/** What stands behind an owner. */
export const POSSESSIVE_MARKS: ReadonlySet<string> = new Set(["'s", '’s', "'", '’']);
/** Prepositions through which a description goes on: "spokesman for the ministry", "governor of Kherson". */
const LINKS = new Set(['of', 'for', 'at', 'in', 'on', 'to']);
/** No description is longer than this to either side; longer runs are lists or garbled text. */
export const MAX_WORDS_BEFORE = 14;
const MAX_WORDS_AFTER = 10;

/** First token of the description that a noun heads: determiners, owners and adjectives belong to it. */
export function leftEdge(layer: LanguageLayer, head: number, context: NominalContext): number {
  const { tokens } = layer;
  let first = head;
  for (let token = head - 1; token >= 0 && head - token <= MAX_WORDS_BEFORE; token--) {
    if (tokens.sentence[token] !== tokens.sentence[head] || tokens.quoted[token] !== tokens.quoted[head])
      break;
    const word = (tokens.word[token] ?? '').toLowerCase();
    const upos = tokens.upos[token];
    if (POSSESSIVE_MARKS.has(word)) {
      if (token === 0 || !isNominalWord(layer, token - 1)) break;
      first = token;
      continue;
    }
    const name = context.nameAt[token] ?? -1;
    if (
      name >= 0 &&
      context.isPerson(name) &&
      !POSSESSIVE_MARKS.has((tokens.word[token + 1] ?? '').toLowerCase()) &&
      context.nameAt[token + 1] !== name
    )
      break;
    if (TIME_WORDS.has(word)) break;
    if (upos === DET || POSSESSIVES.has(word) || word === 'both') {
      first = token;
      // "all the president's men": the determiner closes the phrase.
      break;
    }
    const inPhrase =
      isNominalWord(layer, token) ||
      upos === ADJ ||
      upos === NUM ||
      name >= 0 ||
      word === '-' ||
      word === '‑' ||
      (upos === VERB && /(?:ed|ing)$/.test(word) && isHyphen(tokens.word[token - 1])) ||
      (upos === ADV && /(?:ly|most)$/.test(word) && first !== head);
    if (!inPhrase) break;
    if (upos === ADV && tokens.upos[first] !== ADJ) break;
    first = token;
  }
  while (first < head && (isHyphen(tokens.word[first]) || POSSESSIVE_MARKS.has(tokens.word[first] ?? '')))
    first++;
  return first;
}

/** Where the description ends, with the phrases that "of", "for" and the like add to it. */
export function rightEdge(
  layer: LanguageLayer,
  head: number,
  context: NominalContext,
  kind: RoleNounKind,
): number {
  const { tokens } = layer;
  let end = head + 1;
  if (kind === 'text') return end;
  for (let token = head + 1; token < tokens.count && token - head <= MAX_WORDS_AFTER;) {
    if (tokens.sentence[token] !== tokens.sentence[head] || tokens.quoted[token] !== tokens.quoted[head])
      break;
    const link = (tokens.word[token] ?? '').toLowerCase();
    if (tokens.upos[token] !== ADP || !LINKS.has(link)) break;
    // "They robbed Osk Bank of its data": a name that "of" does not lead on.
    if (kind === 'institution' && /^\p{Lu}/u.test(tokens.word[head] ?? '') && isPossessive(layer, token + 1))
      break;
    const phraseEnd = endOfPhrase(layer, token + 1, head, context);
    if (phraseEnd === token + 1 || isHonorific(tokens.word[phraseEnd - 1] ?? '')) break;
    const opensWithName = (context.nameAt[phraseEnd - 1] ?? -1) >= 0 || tokens.upos[phraseEnd - 1] === PROPN;
    // "of" always belongs; the others only with a name or body after them ("in Kherson", not "in a statement").
    const body = roleNounKind(
      (layer.tokens.lemma[phraseEnd - 1] || layer.tokens.word[phraseEnd - 1] || '').toLowerCase(),
    );
    if (
      link !== 'of' &&
      !opensWithName &&
      !((link === 'for' && body === 'office') || (/^(?:for|at)$/.test(link) && body === 'institution'))
    )
      break;
    if (link !== 'of' && isTimeWord(layer, phraseEnd - 1)) break;
    if (link === 'to' && kind !== 'office') break;
    end = phraseEnd;
    token = phraseEnd;
  }
  return end;
}

function isPossessive({ tokens }: LanguageLayer, token: number): boolean {
  return POSSESSIVES.has((tokens.word[token] ?? '').toLowerCase());
}

/** End of the noun phrase that begins at `from`, or `from` when none does. */
function endOfPhrase(layer: LanguageLayer, from: number, head: number, context: NominalContext): number {
  const { tokens } = layer;
  let token = from;
  let last = from;
  while (
    token < tokens.count &&
    tokens.sentence[token] === tokens.sentence[head] &&
    token - from < MAX_WORDS_AFTER
  ) {
    const upos = tokens.upos[token];
    const word = (tokens.word[token] ?? '').toLowerCase();
    const name = context.nameAt[token] ?? -1;
    // "minister of transport Joris Maas": the name is the minister's.
    if (token > from && name >= 0 && context.isPerson(name)) break;
    if (isNominalWord(layer, token)) last = token + 1;
    else if (!(
      upos === ADJ ||
      POSSESSIVE_MARKS.has(word) ||
      isHyphen(word) ||
      (upos === DET && token === from) ||
      (POSSESSIVES.has(word) && token === from)
    ))
      break;
    token++;
  }
  return last;
}

const TIME_WORDS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow week month year morning afternoon evening night noon midnight a.m. p.m.'.split(
    ' ',
  ),
);
function isTimeWord(layer: LanguageLayer, token: number): boolean {
  return TIME_WORDS.has((layer.tokens.word[token] ?? '').toLowerCase());
}

function isNominalWord(layer: LanguageLayer, token: number): boolean {
  const upos = layer.tokens.upos[token];
  return upos === NOUN || upos === PROPN;
}

/** Whether a word is a hyphen. */
export function isHyphen(word: string | undefined): boolean {
  return word === '-' || word === '‑' || word === '‐';
}
