import type { LanguageLayer } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';

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
 * @returns `null` where no noun follows ("nine were killed").
 */
export function countedAfter(
  layer: LanguageLayer,
  token: number,
  end: number,
  unit: string | null,
): Span | null {
  const { tokens } = layer;
  let at = token;
  const sentence = tokens.sentence[token];
  while (at < tokens.count && (tokens.end[at] ?? 0) <= end) at++;
  if (unit === 'person') {
    const person = at - 1;
    return [tokens.start[person] ?? 0, tokens.end[person] ?? 0];
  }
  if (unit !== null && wordAt(layer, at) !== 'of') return null;
  for (let passed = 0; passed < 4 && PASSED_OVER.has(wordAt(layer, at)); passed++) at++;
  const first = at;
  let last = -1;
  for (; at < Math.min(tokens.count, first + LONGEST); at++) {
    if (tokens.sentence[at] !== sentence) break;
    const tag = tokens.penn[at] ?? '';
    if (tag.startsWith('NN')) {
      last = at;
      // A plural common noun ends the phrase: "2,000 drones Russia ordered".
      if (tag === 'NNS' && !(tokens.penn[at + 1] ?? '').startsWith('NN')) break;
    } else if (tag.startsWith('JJ') || tag === 'VBN' || tag === 'VBG' || tag === 'HYPH') {
      if (last >= 0 && tag !== 'HYPH') break;
    } else {
      break;
    }
  }
  if (last < first) return null;
  return [tokens.start[first] ?? 0, tokens.end[last] ?? 0];
}

function wordAt(layer: LanguageLayer, token: number): string {
  return (layer.tokens.word[token] ?? '').toLowerCase();
}
