import type { FoundName } from './found-name.ts';
import { OUTLET_ENDINGS } from './kind-evidence.ts';
import { adjectiveStem, placeStem } from './place-stem.ts';
import { countryWord } from './lexicon/countries.ts';
import { FIELDS } from './lexicon/offices.ts';
import { isHonorific, roleNounKind } from './lexicon/roles.ts';
import { asksOf, endsOffice, isPostAt, placesAlone, withoutPlaces } from './name-edges.ts';
import { tokenAt } from './source-head.ts';
import type { EntityKind } from '../model/entity.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';
import type { NameMention } from '../model/mention.ts';
import { nameKey, nameWords } from '../text/person-name.ts';

const ADJ = UPOS.indexOf('ADJ');
const AUX = UPOS.indexOf('AUX');
const NOUN = UPOS.indexOf('NOUN');
const PROPN = UPOS.indexOf('PROPN');
const VERB = UPOS.indexOf('VERB');

const LOCATIVES = new Set(['in', 'at', 'near', 'outside', 'around', 'inside']);
const DIRECTION_VERBS = /^(?:to|from|of|for|off)$/;
/** Names after a role noun are at most this long: "spokesman Juan Pablo de la Cruz". */
const MAX_NAME = 5;

/**
 * Corrects what a finder of names gets wrong about single names by what the whole document says of them.
 *
 * - A word that is "in" or owns a ministry is a place, even where it was taken for a person, unless it is somebody's family
 *   name here.
 * - Two capitalised words whose last one is a person elsewhere are a person.
 * - Capitalised words right after a role noun ("spokesman Obi Danjuma") are a person, found or not.
 *
 * @returns names that do not overlap, in the order of the text.
 */
export function settleNames(layer: LanguageLayer, mentions: readonly NameMention[]): FoundName[] {
  const { tokens } = layer;
  const found: FoundName[] = [];
  const taken = new Uint8Array(tokens.count);
  const add = (first: number, end: number, kind: EntityKind): void => {
    if (end <= first || taken.subarray(first, end).includes(1) || opensNoName(layer, first, kind)) return;
    taken.fill(1, first, end);
    found.push({ first, end, kind });
  };
  const alone = placesAlone(layer, mentions);
  for (const { span, kind } of mentions) {
    const first = tokenAt(layer, span[0]);
    let end = first;
    while (end < tokens.count && (tokens.start[end] ?? 0) < span[1]) end++;
    if (endsOffice(layer, first) && end - first > 2) add(first + 1, end, 'person');
    else if (kind !== 'place' && end - first > 2 && isPostAt(layer, first, alone)) {
      add(first, first + 1, 'place');
      add(first + 1, end, 'person');
    } else
      for (const piece of withoutPlaces(layer, asksOf(layer, first, end) ? first + 1 : first, end, kind))
        add(piece.first, piece.end, piece.kind);
  }
  rescuePeople(layer, taken, add);
  found.sort((a, b) => a.first - b.first);
  const families = familyNames(layer, found);
  const single = new Set(
    found.flatMap(({ first, end, kind }) =>
      end - first === 1 && kind === 'person' ? [keyOf(layer, first)] : [],
    ),
  );
  const places = placesAmong(layer, found, families);
  return found.flatMap((name): FoundName[] => {
    const { first, end, kind } = name;
    const last = keyOf(layer, end - 1);
    if (end - first === 1) {
      if (isNoName(layer, first)) return [];
      if (families.has(last.replaceAll(' ', ''))) return [{ first, end, kind: 'person' }];
      return kind === 'person' && places.has(last) ? [{ first, end, kind: 'place' }] : [name];
    }
    const isPlain = kind === 'organisation' && end - first <= 3 && single.has(last) && !places.has(last);
    return isPlain && noRoleNoun(layer, first, end) ? [{ first, end, kind: 'person' }] : [name];
  });
}

/** Family names of the people who are named in full. */
export function familyNames(layer: LanguageLayer, names: readonly FoundName[]): ReadonlySet<string> {
  const families = new Set<string>();
  for (const { first, end, kind } of names) {
    if (kind !== 'person' || end - first < 2) continue;
    const words = nameWords(layer.text.slice(layer.tokens.start[first], layer.tokens.end[end - 1]));
    let suffix = '';
    for (let at = words.length - 1; at >= 1; at--) {
      suffix = (words[at] ?? '') + suffix;
      families.add(suffix);
    }
  }
  return families;
}

/** Persons' names that nothing found: capitalised words right after a role noun, an office or a title. */
function rescuePeople(
  layer: LanguageLayer,
  taken: Uint8Array,
  add: (first: number, end: number, kind: EntityKind) => void,
): void {
  const { tokens } = layer;
  for (let token = 0; token + 1 < tokens.count; token++) {
    if (taken[token + 1] === 1) continue;
    if (tokens.upos[token + 1] !== PROPN && tokens.word[token + 1] !== 'of') continue;
    const word = (tokens.word[token] ?? '').toLowerCase();
    const kind = roleNounKind(word);
    if (kind === 'institution' && isLoneName(layer, token + 1, taken)) {
      let end = token + 2;
      while (end - token <= MAX_NAME && isLoneName(layer, end, taken)) end++;
      add(token + 1, end, 'organisation');
    }
    if (kind !== 'office' && kind !== 'person' && !isHonorific(word)) continue;
    // "Minister of Transport Joris Maas": the name begins behind the field.
    const ofField = tokens.word[token + 1] === 'of' && kind === 'office' ? fieldEnd(layer, token + 2) : -1;
    if (ofField > 0) {
      let end = ofField;
      while (end < ofField + MAX_NAME && taken[end] === 0 && isPlainName(layer, end)) end++;
      if (end - ofField > 1) add(ofField, end, 'person');
      continue;
    }
    let end = token + 1;
    while (
      end < tokens.count &&
      end - token <= MAX_NAME &&
      taken[end] === 0 &&
      tokens.upos[end] === PROPN &&
      tokens.sentence[end] === tokens.sentence[token] &&
      /^\p{Lu}/u.test(tokens.word[end] ?? '') &&
      roleNounKind((tokens.word[end] ?? '').toLowerCase()) === undefined &&
      !countryWord(tokens.word[end] ?? '')
    )
      end++;
    // One word alone may be a month or a product; a title before it makes it a name.
    if (end - token > 2 || isHonorific(word)) add(token + 1, end, 'person');
  }
}

/** Behind the "Transport" or "Foreign Affairs" of a minister; -1 where none stands. */
function fieldEnd({ tokens }: LanguageLayer, from: number): number {
  if (!FIELDS.has((tokens.word[from] ?? '').toLowerCase()) || !/^\p{Lu}/u.test(tokens.word[from] ?? ''))
    return -1;
  return tokens.word[from + 1] === 'Affairs' ? from + 2 : from + 1;
}

function isPlainName({ tokens }: LanguageLayer, token: number): boolean {
  const word = tokens.word[token] ?? '';
  return (
    /^\p{Lu}\p{L}/u.test(word) &&
    tokens.sentence[token] === tokens.sentence[token - 1] &&
    roleNounKind(word.toLowerCase()) === undefined &&
    !countryWord(word)
  );
}

/** "The news agency Litoral said": one capitalised word that a verb or a comma follows. */
function isLoneName(layer: LanguageLayer, token: number, taken: Uint8Array): boolean {
  const { tokens } = layer;
  const word = tokens.word[token] ?? '';
  if (
    taken[token] === 1 ||
    !/^\p{Lu}\p{L}+$/u.test(word) ||
    countryWord(word) ||
    roleNounKind(word.toLowerCase()) !== undefined
  )
    return false;
  const next = tokens.upos[token + 1];
  return (
    tokens.sentence[token] === tokens.sentence[token - 1] &&
    (next === VERB ||
      next === AUX ||
      /^[,.]$/.test(tokens.word[token + 1] ?? '') ||
      (next === PROPN && taken[token + 1] === 0))
  );
}

/** Single names that the document treats as places: things are in them, or they own a government. */
function placesAmong(
  layer: LanguageLayer,
  names: readonly FoundName[],
  families: ReadonlySet<string>,
): ReadonlySet<string> {
  const { tokens } = layer;
  const votes = new Map<string, number>();
  const adjectives = adjectiveStems(layer);
  // "Osk Courier" is the paper of Osk.
  for (const { first, end, kind } of names)
    if (
      kind === 'organisation' &&
      end - first === 2 &&
      OUTLET_ENDINGS.has((tokens.word[end - 1] ?? '').toLowerCase())
    )
      votes.set(keyOf(layer, first), 1.5);
  for (const { first, end, kind } of names) {
    if (end - first !== 1) continue;
    const key = keyOf(layer, first);
    if (!votes.has(key) && adjectives.has(placeStem(key) ?? '')) votes.set(key, 1.5);
    if (families.has(key.replaceAll(' ', ''))) continue;
    const before = (tokens.word[first - 1] ?? '').toLowerCase();
    const owns = /^['’]s?$/.test(tokens.word[end] ?? '');
    let vote = kind === 'place' || kind === 'government' ? 1 : kind === 'person' ? -0.1 : 0;
    if (isHonorific(before) || roleNounKind(before) === 'office' || roleNounKind(before) === 'person')
      vote -= 2;
    else if (LOCATIVES.has(before) && !owns) vote += 1;
    else if (DIRECTION_VERBS.test(before) && !owns) vote += 0.25;
    if (owns && ownsOffice(layer, end + 1)) vote += 1;
    votes.set(key, (votes.get(key) ?? 0) + vote);
  }
  return new Set([...votes].filter(([, vote]) => vote >= 1).map(([key]) => key));
}

/** Stems of the adjectives that the document uses as those of places are: "Brunian", capitalised, before a noun. */
function adjectiveStems({ tokens }: LanguageLayer): ReadonlySet<string> {
  const stems = new Set<string>();
  for (let token = 0; token < tokens.count; token++) {
    const word = tokens.word[token] ?? '';
    if (word.length < 6 || !/^\p{Lu}.*(?:n|ese|ians)$/u.test(word)) continue;
    const next = tokens.upos[token + 1];
    // "The Brunians" are a people, whatever follows.
    const isPeople = word.endsWith('s') && tokens.penn[token]?.startsWith('NNP') === true;
    if (!isPeople && next !== ADJ && next !== NOUN && next !== PROPN) continue;
    const stem = adjectiveStem(word.toLowerCase().replace(/s$/, ''));
    if (stem !== undefined) stems.add(stem);
  }
  return stems;
}

/** "'s foreign minister", "'s coastguard": what only a state or a town owns. */
function ownsOffice(layer: LanguageLayer, from: number): boolean {
  const { tokens } = layer;
  for (let token = from; token < from + 4 && tokens.sentence[token] === tokens.sentence[from]; token++) {
    const word = (tokens.word[token] ?? '').toLowerCase();
    if (OWNED_BY_STATES.has(word)) return true;
    if (
      tokens.upos[token] !== ADJ &&
      tokens.upos[token] !== PROPN &&
      roleNounKind(word) === undefined &&
      !/^(?:foreign|prime|defence|defense)$/.test(word)
    )
      return false;
  }
  return false;
}

const OWNED_BY_STATES = new Set(
  'minister ministry president government parliament army navy coastguard coast capital mayor governor embassy ambassador foreign king queen premier chancellor'.split(
    ' ',
  ),
);

/** Particles that open a family name in lower case: "van Dijk", "al-Hadi", "d'Arcy". */
const PARTICLE =
  /^(?:al|el|an|as|ad|ar|bin|ibn|ben|abu|d|da|das|de|dei|del|della|den|der|di|do|dos|du|la|le|ter|van|von|zu)(?:[-'’]|$)/u;
const INDEFINITE =
  /^(?:nobody|anybody|everybody|somebody|no one|anyone|everyone|someone|nothing|everything)$/i;

/** "Said Monday" after "the minister" is no person, nor is "nobody"; places may be written small ("kyiv"). */
function opensNoName(layer: LanguageLayer, first: number, kind: EntityKind): boolean {
  const word = layer.tokens.word[first] ?? '';
  if (INDEFINITE.test(word)) return true;
  return (kind === 'person' || kind === 'organisation') && /^\p{Ll}/u.test(word) && !PARTICLE.test(word);
}

/** A single word that is no name: a role noun, or a word that only the start of its sentence capitalises. */
function isNoName(layer: LanguageLayer, token: number): boolean {
  const { tokens } = layer;
  if (roleNounKind((tokens.word[token] ?? '').toLowerCase()) !== undefined) return true;
  const opens = token === 0 || tokens.sentence[token - 1] !== tokens.sentence[token];
  return opens && tokens.upos[token] !== PROPN && tokens.upos[token] !== NOUN && tokens.upos[token] !== ADJ;
}

function noRoleNoun(layer: LanguageLayer, first: number, end: number): boolean {
  for (let token = first; token < end; token++) {
    const word = layer.tokens.word[token] ?? '';
    if (roleNounKind(word.toLowerCase()) !== undefined || !/^\p{Lu}/u.test(word)) return false;
  }
  return true;
}

function keyOf(layer: LanguageLayer, token: number): string {
  return nameKey(layer.tokens.word[token] ?? '');
}
