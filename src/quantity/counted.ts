import type { LanguageLayer } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import { isMoney } from './unit-lexicon.ts';

/** Longest stretch of modifiers before a counted noun, in tokens. */
const LONGEST = 6;

/** Words between a number and what it counts that say nothing of it: "20 more drones", "hundreds of the prisoners". */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'of',
  'the',
  'these',
  'those',
  'its',
  'his',
  'her',
  'their',
  'our',
  'more',
  'other',
  'additional',
  'further',
  'such',
  '-',
  '–',
]);

/**
 * The words that name what a number counts: the noun phrase behind it, modifiers and head, as far as the tags carry it.
 *
 * @param token - a token at or before the quantity, where the search for its end begins.
 * @param end - offset behind the number and its unit.
 * @param unit - with a unit, only "of" leads to what is counted ("1.5 million tonnes of grain"); people are counted as they are.
 * @param stop - offset where the next time expression begins: "14 adults overnight" counts adults.
 * @returns `null` where no noun follows ("nine were killed").
 */
export function countedAfter(
  layer: LanguageLayer,
  token: number,
  end: number,
  unit: string | null,
  stop: number,
): Span | null {
  const { tokens } = layer;
  let at = token;
  const sentence = tokens.sentence[token];
  while (at < tokens.count && (tokens.end[at] ?? 0) <= end) at++;
  if (unit === 'person') {
    const person = at - 1;
    return [tokens.start[person] ?? 0, tokens.end[person] ?? 0];
  }
  const tied = tiedWord(layer, end);
  if (tied) return unit === null ? tied : null;
  if (unit !== null) {
    const link = wordAt(layer, at);
    // "$90,000 in cash", but "£40 in London" and "in the quarter" lead elsewhere.
    const kindOf = isMoney(unit) && link === 'in' && /^(?:NNS?|JJ)$/.test(tokens.penn[at + 1] ?? '');
    if (kindOf) at++;
    else if (link !== 'of' && unit !== 'fraction') return null;
  }
  for (let passed = 0; passed < 4; passed++) {
    const partitive = passed > 0 && tokens.penn[at] === 'CD' && wordAt(layer, at - 1) !== ',';
    if (!partitive && !PASSED_OVER.has(wordAt(layer, at))) break;
    at++;
  }
  const first = at;
  let last = -1;
  for (; at < Math.min(tokens.count, first + LONGEST); at++) {
    if (tokens.sentence[at] !== sentence || (tokens.start[at] ?? 0) >= stop) break;
    const tag = tokens.penn[at] ?? '';
    if (tag.startsWith('NN')) {
      last = at;
      // A plural common noun ends the phrase: "2,000 drones Russia ordered".
      if (tag === 'NNS' && tokens.penn[at + 1] !== 'NNS') break;
    } else if (tag.startsWith('JJ') || tag === 'VBN' || tag === 'VBG' || tag === 'HYPH') {
      // "55,000 Vardish public schools": an adjective behind a name goes on to the noun.
      const goesOn =
        (tokens.penn[at - 1] ?? '').startsWith('NNP') && (tokens.penn[at + 1] ?? '').startsWith('NN');
      if (last >= 0 && tag !== 'HYPH' && !goesOn) break;
    } else {
      break;
    }
  }
  if (last < first) return null;
  return [tokens.start[first] ?? 0, tokens.end[last] ?? 0];
}

/** The word behind a hyphen: the `member` of "12-member panel", whether the tokens hold it apart or not. */
function tiedWord(layer: LanguageLayer, end: number): Span | null {
  const { text } = layer;
  if (text.charAt(end) !== '-' && text.charAt(end) !== '\u2010') return null;
  let stop = end + 1;
  while (stop < text.length && /\p{L}/u.test(text.charAt(stop))) stop++;
  return stop === end + 1 ? null : [end + 1, stop];
}

function wordAt(layer: LanguageLayer, token: number): string {
  return (layer.tokens.word[token] ?? '').toLowerCase();
}
