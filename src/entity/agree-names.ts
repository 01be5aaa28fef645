import type { LanguageLayer } from '../model/language-layer.ts';
import { mix } from '../learn/hash.ts';
import { SHAPE } from '../learn/token-hashes.ts';
import { GAZETTEER } from './gazetteer/gazetteer.ts';
import {
  LEGAL_FORMS,
  OWNED_BY_ORGANISATIONS,
  PLACE_NOUNS,
  datelineEnd,
  kindEvidence,
} from './kind-evidence.ts';
import type { NameInput } from './name-features.ts';
import { NAME_LABELS, type NameTagging } from './name-tagger.ts';

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

function endsName({ tokens }: LanguageLayer, token: number, begin: number): boolean {
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
  const marked = markByForm(layer, markDatelines(layer, labels), input);
  const found = readNames(layer, repairLabels(layer, marked, input)).filter(
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

/** The place that a dateline opens with is a name, in capitals as it stands. */
function markDatelines(layer: LanguageLayer, labels: Uint8Array): Uint8Array {
  const marked = labels.slice();
  for (const { firstSentence } of layer.paragraphs) {
    const first = layer.sentences[firstSentence]?.firstToken ?? 0;
    const end = datelineEnd(layer, first);
    if (end < 0) continue;
    marked.fill(PLACE + 1, first, end);
    marked[first] = PLACE;
  }
  return marked;
}

const PLACE = NAME_LABELS.indexOf('B-LOC');

/** Places that the tagger passed over, right behind "the port of" or "near", and companies with their legal form. */
function markByForm(layer: LanguageLayer, labels: Uint8Array, { hashes, gazetteer }: NameInput): Uint8Array {
  const { tokens } = layer;
  const isNew = (token: number): boolean =>
    labels[token] === 0 &&
    isNameWord(hashes.flags[token] as number) &&
    ((hashes.flags[token] as number) & SHAPE.allCapitals) === 0 &&
    tokens.penn[token] === 'NNP' &&
    ((gazetteer.word[token] as number) & (GAZETTEER.demonym | GAZETTEER.organisation)) === 0;
  for (let token = 1; token < tokens.count; token++) {
    if (isLegalForm(layer, token)) {
      let first = token;
      while (first > 0 && first > token - 3 && isProper(layer, labels, hashes.flags, first - 1)) first--;
      if (first === token) continue;
      labels[first] = ORGANISATION;
      labels.fill(ORGANISATION + 1, first + 1, token + 1);
      continue;
    }
    if (isNew(token) && ownsCompany(layer, token)) {
      labels[token] = ORGANISATION;
      continue;
    }
    if (!isNew(token) || tokens.sentence[token] !== tokens.sentence[token - 1]) continue;
    if (!standsForPlace(layer, token)) continue;
    let end = token + 1;
    while (
      end < tokens.count &&
      end < token + 3 &&
      isNew(end) &&
      tokens.sentence[end] === tokens.sentence[token]
    )
      end++;
    const next = tokens.penn[end] ?? '';
    if (next.startsWith('NN') || next === 'POS' || labels[end] !== 0) continue;
    labels[token] = PLACE;
    labels.fill(PLACE + 1, token + 1, end);
  }
  return labels;
}

/** "Heskline's website", where neither neighbour is part of a longer name. */
function ownsCompany({ tokens }: LanguageLayer, token: number): boolean {
  return (
    /^['’]s$/.test(tokens.word[token + 1] ?? '') &&
    OWNED_BY_ORGANISATIONS.has(tokens.word[token + 2] ?? '') &&
    !tokens.penn[token - 1]?.startsWith('NNP')
  );
}

function isLegalForm({ tokens }: LanguageLayer, token: number): boolean {
  const word = tokens.word[token] ?? '';
  return (
    /^\p{Lu}/u.test(word) &&
    LEGAL_FORMS.has(word.toLowerCase()) &&
    tokens.sentence[token] === tokens.sentence[token - 1]
  );
}

/** A capitalised word that no name holds yet, whatever the tags take it for: the word before "Inc." is a name. */
function isProper(
  { tokens }: LanguageLayer,
  labels: Uint8Array,
  flags: ArrayLike<number>,
  token: number,
): boolean {
  return (
    labels[token] === 0 &&
    isNameWord(flags[token] as number) &&
    /^(?:NN|JJ)/.test(tokens.penn[token] ?? '') &&
    tokens.sentence[token] === tokens.sentence[token + 1]
  );
}

function standsForPlace({ tokens }: LanguageLayer, token: number): boolean {
  const before = tokens.word[token - 1] ?? '';
  if (/^(?:near|outside|off)$/.test(before)) return true;
  return before === 'of' && PLACE_NOUNS.has(tokens.word[token - 2] ?? '');
}

/** "New Year's Eve", "Boxing Day": days, not people. */
function isFeast({ tokens }: LanguageLayer, first: number, end: number): boolean {
  const last = tokens.word[end - 1] ?? '';
  if (FEASTS.has(last)) return end - first === 1;
  return (
    (last === 'Eve' && (end - first > 1 || /^(?:['’]s|Christmas)$/.test(tokens.word[first - 1] ?? ''))) ||
    (last === 'Day' && end - first > 1)
  );
}

const FEASTS = new Set(
  'Christmas Easter Thanksgiving Halloween Ramadan Diwali Hanukkah Passover Eid'.split(' '),
);

/** Particles between the names of a person: "Piet de Groot", "Omar bin Salim". */
const PARTICLES = new Set(
  'de del della di da dos das du la le van von der den ten ter af bin ibn bint el al y'.split(' '),
);

/** A person's name that a small particle leads on: the names behind it go with it. */
function joinParticles({ tokens }: LanguageLayer, labels: Uint8Array, flags: ArrayLike<number>): void {
  for (let token = 0; token < labels.length; token++) {
    if (labels[token] !== PERSON && labels[token] !== PERSON + 1) continue;
    let next = token + 1;
    while (next <= token + 2 && labels[next] === 0 && PARTICLES.has(tokens.word[next] ?? '')) next++;
    if (next === token + 1 || tokens.sentence[next] !== tokens.sentence[token]) continue;
    const label = labels[next] ?? 0;
    const isName = isNameWord(flags[next] ?? 0) && tokens.penn[next] === 'NNP';
    if (isName && (label === 0 || label === PERSON)) labels.fill(PERSON + 1, token + 1, next + 1);
  }
}

/**
 * Names with a small particle, al-Barqi, are rare in GUM: where the field passed one over, it goes on the name before it, or
 * begins one with the proper noun before it. A
 * first name that the field took for the end of the title goes with the name.
 */
function repairLabels(
  layer: LanguageLayer,
  labels: Uint8Array,
  { hashes, title, gazetteer }: NameInput,
): Uint8Array {
  const joined = labels.slice();
  joinParticles(layer, joined, hashes.flags);
  for (let token = 0; token < joined.length; token++) {
    const isFirstName = title[token] === 0 && ((gazetteer.word[token] as number) & GAZETTEER.first) !== 0;
    if (joined[token] === TITLE && isFirstName && joined[token + 1] === PERSON) {
      joined[token] = PERSON;
      joined[token + 1] = PERSON + 1;
    }
    // "“…,” Marta Oldenkamp said" where only the family name was found.
    if (
      isFirstName &&
      joined[token] === 0 &&
      joined[token + 1] === PERSON &&
      layer.tokens.penn[token] === 'NNP'
    ) {
      joined[token] = PERSON;
      joined[token + 1] = PERSON + 1;
    }
    // "Minister Marta Oldenkamp", passed over: a title, a listed first name and a proper noun.
    if (isFirstName && joined[token] === 0 && title[token - 1] === 1 && joined[token + 1] === 0) {
      const sameSentence = layer.tokens.sentence[token - 1] === layer.tokens.sentence[token + 1];
      if (sameSentence && isProperNoun(layer, hashes.flags[token + 1] as number, token + 1)) {
        joined[token] = PERSON;
        joined[token + 1] = PERSON + 1;
      }
    }
    if (joined[token] !== 0 || !isParticleName(layer, hashes.flags[token] as number, token)) continue;
    const opens = layer.sentences[layer.tokens.sentence[token] as number]?.firstToken === token;
    const before = opens ? 0 : (joined[token - 1] as number);
    if (before !== 0 && before !== TITLE) joined[token] = before % 2 === 1 ? before + 1 : before;
    else if (before === 0 && !opens && isProperNoun(layer, hashes.flags[token - 1] as number, token - 1)) {
      joined[token - 1] = PERSON;
      joined[token] = PERSON + 1;
    } else joined[token] = PERSON;
  }
  return joined;
}

/** A token that begins small and has a capital behind its hyphen. */
function isParticleName({ text, tokens }: LanguageLayer, flag: number, token: number): boolean {
  if ((flag & SHAPE.capital) === 0 || (flag & SHAPE.hyphen) === 0) return false;
  const first = text.charAt(tokens.start[token] as number);
  return first !== first.toUpperCase();
}

function isProperNoun({ tokens }: LanguageLayer, flag: number, token: number): boolean {
  return isNameWord(flag) && tokens.penn[token] === 'NNP';
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
