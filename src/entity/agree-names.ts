import type { LanguageLayer } from '../model/language-layer.ts';
import { mix } from '../learn/hash.ts';
import { SHAPE } from '../learn/token-hashes.ts';
import { GAZETTEER } from './gazetteer/gazetteer.ts';
import { kindEvidence } from './kind-evidence.ts';
import type { NameInput } from './name-features.ts';
import { NAME_LABELS, type NameTagging } from './name-tagger.ts';
import { isFeast, repairLabels } from './repair-labels.ts';

/** A name as token indices, half-open, with the kind that the tagger knows. */
export interface TokenName {
  readonly first: number;
  readonly end: number;
  readonly type: NameType;
  /** First token of the title that stands before a person's name; equals `first` when there is none. */
  readonly title: number;
}

/** Kinds that the tagger knows; a title alone names nobody. */
export type NameType = 'PER' | 'LOC' | 'ORG' | 'TITLE';

const TYPES: readonly NameType[] = ['PER', 'LOC', 'ORG'];
const TITLE = NAME_LABELS.indexOf('TITLE');

/** Reads the labels of a document's tokens as names. */
export function readNames(layer: LanguageLayer, labels: Uint8Array): TokenName[] {
  const names: TokenName[] = [];
  for (const { firstToken, endToken } of layer.sentences) {
    let token = firstToken;
    while (token < endToken) {
      const label = labels[token] as number;
      if (label === 0) {
        token++;
        continue;
      }
      const title = token;
      while (token < endToken && labels[token] === TITLE) token++;
      const begin = token < endToken ? (labels[token] as number) : 0;
      if (title < token && begin !== PERSON) {
        names.push({ first: title, end: token, type: 'TITLE', title });
        continue;
      }
      const first = token++;
      const inside = begin + 1;
      while (token < endToken && labels[token] === inside && !endsName(layer, token, begin)) token++;
      // What stands behind a cut is no name.
      const end = token;
      while (token < endToken && labels[token] === inside) token++;
      names.push({ first, end, type: TYPES[(begin - 1) >> 1] as NameType, title });
    }
  }
  return names;
}

/** Stand within names of organisations, not of people and places: "Lisbon on Monday" is a place and a day. */
const CUTS = new Set([
  'on',
  'at',
  'from',
  'to',
  'by',
  'with',
  'for',
  'as',
  'after',
  'before',
  'until',
  'since',
]);
const ORGANISATION = NAME_LABELS.indexOf('B-ORG');

/** Stand between names in headlines, where every word has a capital: "Democrats Say Lunde Lied". */
const HEADLINE_VERBS = /^(?:Says?|Said|Tells?|Told|Calls?|Slams?|Wants?|Urges?|Warns?|Denies|Asks?|Blames?)$/;

function endsName({ tokens }: LanguageLayer, token: number, begin: number): boolean {
  if (HEADLINE_VERBS.test(tokens.word[token] ?? '')) return true;
  return begin !== ORGANISATION && CUTS.has(tokens.word[token] as string);
}

const PERSON = NAME_LABELS.indexOf('B-PER');

/** What a document shows of one spelling. */
interface Evidence {
  /** Votes for each of {@link TYPES}. */
  readonly votes: Float64Array;
}

/** A name of two words or more tells its kind better than a bare one does. */
const FULL_NAME_VOTE = 2;
/** A full name's surname, met bare: what it is worth against the tagger's own reading there. */
const SURNAME_VOTE = 1.5;
/** What the tagger's further mentions of a word that it only guesses are worth: the same guess again. */
const REPEATED_GUESS = 0.1;
/** Votes from which a spelling is taken for a name where the tagger passed it over. */
const MIN_VOTES_TO_ADD = 1;

/**
 * Makes a document's names agree: a spelling is one kind throughout, that of most of its mentions; a person who was named in
 * full is known by the bare surname or first name afterwards; and a spelling that was a name once is one where the tagger
 * passed it over, unless the document writes the word in small letters too.
 */
export function agreeNames(layer: LanguageLayer, { labels, input }: NameTagging): TokenName[] {
  const found = readNames(layer, repairLabels(layer, labels, input)).filter(
    ({ first, end }) => !isFeast(layer, first, end),
  );
  const { lower, flags } = input.hashes;
  const known = new Map<number, Evidence>();
  const keyOf = (first: number, end: number): number => {
    let key = lower[first] as number;
    for (let token = first + 1; token < end; token++) key = mix(key, lower[token] as number);
    return key;
  };
  const vote = (key: number, type: NameType, weight: number): void => {
    let evidence = known.get(key);
    if (evidence === undefined) known.set(key, (evidence = { votes: new Float64Array(TYPES.length) }));
    const index = TYPES.indexOf(type);
    evidence.votes[index] = (evidence.votes[index] as number) + weight;
  };
  /** A single word that no list of persons' names holds: the tagger takes it for a person wherever it speaks. */
  const isGuess = (token: number, type: NameType): boolean =>
    type === 'PER' && ((input.gazetteer.word[token] as number) & (GAZETTEER.first | GAZETTEER.last)) === 0;
  const voteByContext = (key: number, first: number, end: number): void => {
    kindEvidence(layer, first, end).forEach((weight, index) => {
      if (weight !== 0) vote(key, TYPES[index] as NameType, weight);
    });
  };
  const opening: number[] = [];
  for (const { first, end, type, title } of found) {
    if (type === 'TITLE') continue;
    const full = end - first > 1 || title < first;
    const key = keyOf(first, end);
    vote(key, type, full ? FULL_NAME_VOTE : isGuess(first, type) && known.has(key) ? REPEATED_GUESS : 1);
    voteByContext(key, first, end);
    if (type === 'ORG' && end - first > 1 && (input.gazetteer.word[first] as number) === 0)
      opening.push(first);
    if (type !== 'PER' || end - first < 2) continue;
    vote(keyOf(end - 1, end), type, SURNAME_VOTE);
    if (isNameWord(flags[first] as number)) vote(keyOf(first, first + 1), type, SURNAME_VOTE / 2);
  }

  // "Nordhaven" of "Nordhaven Bank", where it was found alone too.
  for (const first of opening)
    if (known.has(keyOf(first, first + 1))) vote(keyOf(first, first + 1), 'ORG', SURNAME_VOTE);
  // What surrounds a word where the tagger passed over it says as much about its kind.
  const tagged = new Uint8Array(layer.tokens.count);
  for (const { title, end } of found) tagged.fill(1, title, end);
  for (let token = 0; token < tagged.length; token++) {
    if (tagged[token] === 1 || !isNameWord(flags[token] as number)) continue;
    const key = keyOf(token, token + 1);
    if (known.has(key)) voteByContext(key, token, token + 1);
  }

  const readType = (first: number, end: number): NameType | undefined => {
    const listed = listedType(input, first, end);
    if (listed !== undefined) return listed;
    const evidence = known.get(keyOf(first, end));
    return evidence && strongest(evidence);
  };
  const names: TokenName[] = [];
  const taken = new Uint8Array(layer.tokens.count);
  for (const name of found) {
    if (name.type === 'TITLE') {
      names.push(name);
      taken.fill(1, name.first, name.end);
      continue;
    }
    const type = readType(name.first, name.end) ?? name.type;
    names.push({ ...name, type, title: type === 'PER' ? name.title : name.first });
    taken.fill(1, name.title, name.end);
  }

  // Longest spellings first, so that "Tarn" does not take a part of "Tarn Harbour".
  for (const { firstToken, endToken } of layer.sentences) {
    for (let token = firstToken; token < endToken; token++) {
      if (taken[token] === 1 || !isNameWord(flags[token] as number)) continue;
      let key = lower[token] as number;
      let best = 0;
      let type: NameType | undefined;
      for (
        let end = token + 1;
        end <= Math.min(endToken, token + MAX_NAME_TOKENS) && taken[end - 1] === 0;
        end++
      ) {
        if (end > token + 1) key = mix(key, lower[end - 1] as number);
        const evidence = known.get(key);
        if (evidence === undefined) continue;
        const candidate = strongest(evidence);
        if (candidate === undefined || Math.max(...evidence.votes) < MIN_VOTES_TO_ADD) continue;
        if (end - token === 1 && !mayBeBareName(token)) continue;
        best = end;
        type = candidate;
      }
      if (type === undefined) continue;
      names.push({ first: token, end: best, type, title: token });
      taken.fill(1, token, best);
    }
  }
  return names.sort((a, b) => a.title - b.title);

  /** A bare word that the document writes in small letters too is no name without the tagger's word for it. */
  function mayBeBareName(token: number): boolean {
    return ((input.elsewhere[token] as number) & 1) === 0 && layer.tokens.penn[token] !== 'JJ';
  }
}

const MAX_NAME_TOKENS = 6;

/**
 * What the gazetteers settle: a country by its full name is a place, an organisation that they hold and that is neither a
 * person's name nor a place is an organisation.
 */
function listedType({ gazetteer }: NameInput, first: number, end: number): NameType | undefined {
  const bits =
    end - first === 1
      ? (gazetteer.word[first] as number)
      : gazetteer.begins[first] === 1 && gazetteer.phrase[end - 1] === gazetteer.phrase[first]
        ? (gazetteer.phrase[first] as number)
        : 0;
  if (bits & GAZETTEER.country && !(bits & (GAZETTEER.first | GAZETTEER.last))) return 'LOC';
  if (bits & GAZETTEER.organisation && !(bits & (GAZETTEER.country | GAZETTEER.city | GAZETTEER.last)))
    return 'ORG';
  return undefined;
}

function isNameWord(flag: number): boolean {
  return (flag & SHAPE.capital) !== 0 && (flag & SHAPE.letter) !== 0;
}

function strongest(evidence: Evidence): NameType | undefined {
  let best = 0;
  for (let index = 1; index < TYPES.length; index++)
    if ((evidence.votes[index] as number) > (evidence.votes[best] as number)) best = index;
  return TYPES[best];
}
