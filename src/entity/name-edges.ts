import type { FoundName } from './found-name.ts';
import { countryWord } from './lexicon/countries.ts';
import { FIELDS } from './lexicon/offices.ts';
import { roleNounKind } from './lexicon/roles.ts';
import type { EntityKind } from '../model/entity.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import type { NameMention } from '../model/mention.ts';

/**
 * "Ada Lunde of Korvenia": the person, and where she is from. Several such in a row are found as one body now and then. A
 * clause that was found with a name is no part of it.
 */
export function withoutPlaces(
  { tokens }: LanguageLayer,
  first: number,
  end: number,
  kind: EntityKind,
): FoundName[] {
  const word = (token: number): string => tokens.word[token] ?? '';
  let stop = first + 1;
  while (stop < end && !/^(?:that|which|who|whose)$/.test(word(stop))) stop++;
  const isPair = kind === 'organisation' && hasTwoPeople(word, first, stop);
  if (kind !== 'person' && !isPair) return [{ first, end: stop, kind }];
  const pieces: FoundName[] = [];
  for (let from = first; from < stop;) {
    let of = from;
    for (; of < stop && word(of) !== 'of'; of++) if (isPair && word(of) === 'and') break;
    if (word(of) !== 'of' || of >= stop || of - from < 2) {
      pieces.push({ first: from, end: isPair ? of : stop, kind: 'person' });
      if (!isPair) break;
      from = of + 1;
      continue;
    }
    let to = of + 1;
    while (to < stop && word(to) !== 'and') to++;
    pieces.push({ first: from, end: of, kind: 'person' }, { first: of + 1, end: to, kind: 'place' });
    from = to + 1;
  }
  return pieces;
}

/** "Ada Lunde of Korvenia and Joris Maas of Brunia": twice a name of two words and a place, with no noun of a body. */
function hasTwoPeople(word: (token: number) => string, first: number, end: number): boolean {
  const words: string[] = [];
  for (let token = first; token < end; token++) words.push(word(token));
  const isNamed = !words.some((one) => roleNounKind(one.toLowerCase()) !== undefined);
  return isNamed && TWO_PEOPLE.test(words.join(' '));
}
const TWO_PEOPLE =
  /^\p{Lu}\S+ \p{Lu}\S+ of (?:the )?\p{Lu}\S+ and \p{Lu}\S+ \p{Lu}\S+ of (?:the )?\p{Lu}\S+$/u;

/** "Transport" of "the Minister of Transport Joris Maas", where the field was found with the name. */
export function endsOffice({ tokens }: LanguageLayer, token: number): boolean {
  return (
    tokens.word[token - 1] === 'of' &&
    FIELDS.has((tokens.word[token] ?? '').toLowerCase()) &&
    roleNounKind((tokens.word[token - 2] ?? '').toLowerCase()) === 'office'
  );
}

/** Words, in lower case, that are a place's whole name somewhere: found as one, or alone behind a preposition of place. */
export function placesAlone(
  { tokens, text }: LanguageLayer,
  mentions: readonly NameMention[],
): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { span, kind } of mentions)
    if (kind === 'place' || kind === 'government') places.add(text.slice(...span).toLowerCase());
  for (let token = 1; token < tokens.count; token++) {
    const word = tokens.word[token] ?? '';
    if (!/^\p{Lu}\p{Ll}/u.test(word) || !/^(?:[Ii]n|of|from)$/.test(tokens.word[token - 1] ?? '')) continue;
    if (!/^\p{Lu}/u.test(tokens.word[token + 1] ?? '')) places.add(word.toLowerCase());
  }
  return places;
}

/** "The Minister of Foreign Affairs of Korvenia Ada Lunde": the country of the post runs into the name of its holder. */
export function isPostAt({ tokens }: LanguageLayer, first: number, places: ReadonlySet<string>): boolean {
  const word = tokens.word[first] ?? '';
  if (!/^(?:of|in|to)$/.test(tokens.word[first - 1] ?? '')) return false;
  const isPlace = places.has(word.toLowerCase()) || countryWord(word)?.use === 'name';
  // "Of Foreign Affairs" is the field, and the second "of" leads on to the country.
  let hasField = false;
  for (let token = first - 2; token > first - POST_REACH; token--) {
    if (tokens.sentence[token] !== tokens.sentence[first]) return false;
    if (roleNounKind((tokens.word[token] ?? '').toLowerCase()) === 'office') return isPlace || hasField;
    if (tokens.word[token] === 'of' && FIELDS.has((tokens.word[token + 1] ?? '').toLowerCase()))
      hasField = true;
    if (!/^(?:DT|IN|JJ|NN)/.test(tokens.penn[token] ?? '')) return false;
  }
  return false;
}

/** Words between an office and the country of its holder: "Minister of Foreign Affairs of the Republic of". */
const POST_REACH = 9;

/** "Will Osk pay the bill?", "Question: Did Osk pay?": the verb that asks is no first name. */
export function asksOf({ tokens, sentences }: LanguageLayer, first: number, end: number): boolean {
  const sentence = sentences[tokens.sentence[first] ?? -1];
  if (!sentence || end - first < 2 || !ASKING.test(tokens.word[first] ?? '')) return false;
  if (sentence.firstToken !== first && !/^[:"“‘'–—-]$/.test(tokens.word[first - 1] ?? '')) return false;
  let last = sentence.endToken - 1;
  while (last > first && /^["”’')]$/.test(tokens.word[last] ?? '')) last--;
  return tokens.word[last] === '?' || tokens.penn[end] === 'VB';
}

const ASKING =
  /^(?:Will|Would|May|Might|Can|Could|Shall|Should|Must|Do|Does|Did|Has|Have|Had|Is|Are|Was|Were)$/;
