import { isHeld, likeliestKind } from './kind-evidence.ts';
import { countryWord } from './lexicon/countries.ts';
import { isHonorific, roleNounKind } from './lexicon/roles.ts';
import type { SourceTokens } from './source-head.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';
import type { NameMention } from '../model/mention.ts';
import { compareSpans } from '../model/span.ts';

const PROPN = UPOS.indexOf('PROPN');

/**
 * The names of a document with those that only a source shows: who is said to say something is somebody, even where the
 * finder of names passed "Lunde" or "Corvane Minerals" over.
 *
 * @returns in the order of the text.
 */
export function nameSources(
  layer: LanguageLayer,
  names: readonly NameMention[],
  sources: readonly (SourceTokens | null)[],
): readonly NameMention[] {
  const taken = new Set<number>();
  for (const { span } of names) taken.add(span[1]);
  const more: NameMention[] = [];
  for (const source of sources) {
    const found = source && (unfoundName(layer, source) ?? nameOfHolder(layer, source));
    if (!found || taken.has(found.span[1])) continue;
    taken.add(found.span[1]);
    more.push(found);
  }
  return more.length === 0 ? names : [...names, ...more].sort((a, b) => compareSpans(a.span, b.span));
}

/** A source that is a name: "Lunde said", where no other words tell who that is. */
function unfoundName(layer: LanguageLayer, { head, first: start }: SourceTokens): NameMention | undefined {
  const { tokens, text } = layer;
  const word = (token: number): string => tokens.word[token] ?? '';
  const isCapital = (token: number): boolean =>
    tokens.upos[token] === PROPN &&
    /^\p{Lu}\p{L}/u.test(word(token)) &&
    roleNounKind(word(token).toLowerCase()) === undefined;
  if (!isCapital(head) || countryWord(word(head))) return undefined;
  let first = head;
  const goesOn = (token: number): boolean =>
    isCapital(token) ||
    (isCapitalised(layer, token) && roleNounKind(word(token).toLowerCase()) === undefined);
  while (first > start && goesOn(first - 1) && !isHonorific(word(first - 1))) first--;
  if (/^the$/i.test(word(first - 1))) return undefined;
  const span = [tokens.start[first] ?? 0, tokens.end[head] ?? 0] as const;
  const isAcronym = /^[\p{Lu}.]+$/u.test(text.slice(...span));
  return { span, kind: isAcronym ? 'organisation' : likeliestKind(layer, first, head + 1) };
}

/** "The head of the harbour office Joris Maas", as translations have it: the source ends in the name of its head. */
function nameOfHolder(layer: LanguageLayer, { head, end }: SourceTokens): NameMention | undefined {
  const { tokens } = layer;
  const isNamePart = (token: number): boolean =>
    /^\p{Lu}\p{L}/u.test(tokens.word[token] ?? '') &&
    tokens.penn[token]?.startsWith('NN') === true &&
    roleNounKind((tokens.word[token] ?? '').toLowerCase()) === undefined;
  let first = end;
  while (first - 1 > head && isNamePart(first - 1)) first--;
  const isFull = end - first >= 2 && end - first <= LONGEST_NAME;
  const before = (tokens.word[first - 1] ?? '').toLowerCase();
  // "The lawyer of the skater Ada Lunde": the name is the skater's.
  if (!isFull || /^\p{Lu}/u.test(tokens.word[first - 1] ?? '') || !tokens.penn[first - 1]?.startsWith('NN'))
    return undefined;
  const kind = roleNounKind(before);
  if (kind === 'office' || kind === 'person' || !isHeld(layer, first - 1)) return undefined;
  return { span: [tokens.start[first] ?? 0, tokens.end[end - 1] ?? 0], kind: 'person' };
}

/** Words of a person's name. */
const LONGEST_NAME = 4;

/** "Clear" of "the organisation Clear Water": a capital that is not there for opening a sentence. */
function isCapitalised({ tokens }: LanguageLayer, token: number): boolean {
  return (
    /^\p{Lu}\p{Ll}/u.test(tokens.word[token] ?? '') &&
    /^(?:JJ|NN)/.test(tokens.penn[token] ?? '') &&
    tokens.sentence[token] === tokens.sentence[token - 1] &&
    !countryWord(tokens.word[token] ?? '')
  );
}
