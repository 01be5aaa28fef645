import { countryWord } from './lexicon/countries.ts';
import { FIELDS } from './lexicon/offices.ts';
import { roleNounKind } from './lexicon/roles.ts';
import { adjectiveStem, placeStem } from './place-stem.ts';
import type { FoundName } from './found-name.ts';
import type { LanguageLayer } from '../model/language-layer.ts';

/** What a document itself says of the places that no lexicon knows. */
export interface OwnPlaces {
  /** Code of a place by the stem that its name and its adjective share. */
  readonly stems: ReadonlyMap<string, string>;
  /** What a word stands for where it is written with a capital. */
  readonly words: ReadonlyMap<string, { readonly code: string; readonly use: 'name' | 'capital' }>;
  /** Codes of those that have a government of their own. */
  readonly states: ReadonlySet<string>;
}

/** What only states and their parts have: a place that has one of these can act through it. */
const STATE_NOUNS = new Set(
  `government authorities ministry minister president parliament army navy military embassy ambassador officials capital
  coastguard king queen prime premier chancellor foreign cabinet troops`.split(/\s+/),
);
const MINISTERS = new Set(['minister']);
const STATE_FIELDS = /^(?:foreign|defence|defense|interior|finance|prime|justice|health)$/;
const MINISTRIES = new Set(['ministry', 'parliament', 'embassy', 'ambassador']);
/** "Republic of Korvenia": what stands before the name of a state. */
const STATE_TITLES = /^(?:republic|kingdom|government|embassy|affairs)$/;
/** Adjectives in -ian that belong to no place. */
const NO_PLACE =
  /^(?:republican|urban|human|orphan|veteran|artisan|partisan|metropolitan|suburban|sultan|christian|guardian|presbyterian|episcopalian|civilian|humanitarian|parliamentarian|utopian|freudian)$/;
/** How far behind its owner the noun may stand: "the Korvenian deputy foreign minister". */
const REACH = 3;

/**
 * Learns from a document which of its unknown places are states, what their adjectives are and which town is the capital.
 *
 * "Korvenia's foreign minister", "the Korvenian authorities" and "the Republic of Korvenia" show a state; "the Korvenian
 * capital, Vorna" gives it a capital. Codes are made of the stem (`~korven`), alike in every document.
 */
export function findOwnPlaces(layer: LanguageLayer, names: readonly FoundName[]): OwnPlaces {
  const { tokens } = layer;
  const stems = new Map<string, string>();
  const words = new Map<string, { code: string; use: 'name' | 'capital' }>();
  const states = new Set<string>();
  const word = (token: number) => tokens.word[token] ?? '';
  const lower = (token: number) => word(token).toLowerCase();
  const sameSentence = (a: number, b: number) => tokens.sentence[a] === tokens.sentence[b];
  const spoken = new Set(names.map(({ first }) => lower(first)));
  const addPlace = (token: number): string | undefined => {
    const name = lower(token);
    const stem = placeStem(name);
    if (stem === undefined || !/^\p{L}+$/u.test(name) || countryWord(word(token))) return undefined;
    const code = `~${stem}`;
    stems.set(stem, code);
    if (!words.has(name)) words.set(name, { code, use: 'name' });
    return code;
  };
  const hasStateNoun = (from: number): boolean => hasOwn(STATE_NOUNS, from);
  const hasOwn = (nouns: ReadonlySet<string>, from: number): boolean => {
    for (let token = from; token < from + REACH && sameSentence(token, from); token++) {
      if (nouns.has(lower(token))) return true;
      if (!/^(?:JJ|NN)/.test(tokens.penn[token] ?? '')) return false;
    }
    return false;
  };

  /** "Foreign minister", "deputy defence minister": of a field that only states have. */
  const hasMinister = (from: number): boolean =>
    hasOwn(MINISTERS, from) && (STATE_FIELDS.test(lower(from)) || STATE_FIELDS.test(lower(from + 1)));

  for (const { first, end, kind } of names) {
    if (end - first !== 1) continue;
    const owns = /^['’]s?$/.test(word(end)) && hasStateNoun(end + 1);
    // A ministry or foreign minister, unlike a government, is never a person's or a firm's.
    const isState = owns && (hasOwn(MINISTRIES, end + 1) || hasMinister(end + 1));
    if (kind !== 'place' && kind !== 'government' && !isState) continue;
    // "Belmarran" before a noun is the adjective, whatever the name tagger takes it for.
    if (isAdjective(lower(first)) && !owns && /^(?:JJ|NN)/.test(tokens.penn[end] ?? '')) continue;
    // So is "Zardani" where "Zardan" is spoken of.
    if (spoken.has(lower(first).slice(0, -1)) && lower(first).endsWith('i') && !owns) continue;
    const code = addPlace(first);
    if (code !== undefined && owns) states.add(code);
  }
  for (const name of words.keys()) {
    const stem = adjectiveStem(name);
    const place = stem === undefined ? undefined : stems.get(stem);
    if (stem === name || place === undefined || place === words.get(name)?.code) continue;
    words.delete(name);
    stems.delete(placeStem(name) ?? '');
  }
  const capitalised: number[] = [];
  for (let token = 0; token < tokens.count; token++)
    if (!isSmall(word(token)) && /^\p{Lu}(?:\p{Ll}|\p{Lu}{3})/u.test(word(token))) capitalised.push(token);
  const inI = new Set<string>();
  for (const token of capitalised) {
    if (/^.{5,}[^i]i$/.test(lower(token)) && !countryWord(word(token)) && hasStateNoun(token + 1)) {
      const stem = adjectiveStem(lower(token));
      if (stem !== undefined) inI.add(stem);
    }
    const isTitled =
      lower(token - 1) === 'of' &&
      sameSentence(token, token - 1) &&
      (STATE_TITLES.test(lower(token - 2)) ||
        (lower(token - 2) === 'ministry' && /^\p{Lu}/u.test(word(token - 3)) && token > 3));
    const isName = roleNounKind(lower(token)) === undefined && !FIELDS.has(lower(token));
    if (isTitled && isName && tokens.penn[token]?.startsWith('NN')) {
      const code = addPlace(token);
      if (code !== undefined) states.add(code);
    } else if (isAdjective(lower(token)) && !countryWord(word(token)) && hasStateNoun(token + 1)) {
      const stem = adjectiveStem(lower(token));
      if (stem === undefined) continue;
      stems.set(stem, `~${stem}`);
      states.add(`~${stem}`);
    }
  }
  for (const stem of inI) {
    // "The Zardani president" where "Zardan" is spoken of: many other words end in -i.
    if (!capitalised.some((token) => word(token).length > 3 && placeStem(lower(token)) === stem)) continue;
    stems.set(stem, `~${stem}`);
    states.add(`~${stem}`);
  }
  nameStates();
  findCapitals();
  return { stems, words, states };

  /** Where "the Korvenian ministry" shows a state, "Korvenia" is its name, found or not. */
  function nameStates(): void {
    if (states.size === 0) return;
    for (const token of capitalised) {
      if (tokens.penn[token] !== 'NNP' || words.has(lower(token)) || countryWord(word(token))) continue;
      const stem = placeStem(lower(token));
      if (stem === undefined || (stem === lower(token) && !inI.has(stem))) continue;
      const code = stems.get(stem);
      if (code !== undefined && states.has(code)) words.set(lower(token), { code, use: 'name' });
    }
  }

  function isAdjective(name: string): boolean {
    return name.length >= 6 && /(?:an|ese|ish)$/.test(name) && !NO_PLACE.test(name);
  }

  /** The code of the country that a word names, by name or adjective, of the lexicon or of the document. */
  function codeOf(token: number): string | undefined {
    const known = countryWord(word(token));
    if (known) return known.use === 'name' || known.use === 'adjective' ? known.code : undefined;
    const own = words.get(lower(token));
    if (own) return own.use === 'name' ? own.code : undefined;
    const stem = /^\p{Lu}/u.test(word(token)) ? adjectiveStem(lower(token)) : undefined;
    return stem === undefined ? undefined : stems.get(stem);
  }

  function findCapitals(): void {
    for (let token = 1; token < tokens.count; token++) {
      if (tokens.word[token] !== 'capital') continue;
      // "Korvenia's capital", "the Korvenian capital", "the capital of Korvenia".
      const owner = /^['’]s?$/.test(word(token - 1)) ? token - 2 : token - 1;
      const of = lower(token + 1) === 'of' ? token + (lower(token + 2) === 'the' ? 3 : 2) : -1;
      const code = of >= 0 ? codeOf(of) : codeOf(owner);
      if (code === undefined) continue;
      const end = of >= 0 ? of + 1 : token + 1;
      const opens = of >= 0 ? (lower(token - 1) === 'the' ? token - 1 : token) : owner;
      const start = lower(opens - 1) === 'the' ? opens - 1 : opens;
      const behind = word(end) === ',' ? end + 1 : end;
      for (const place of [behind, word(start - 1) === ',' ? start - 2 : -1]) {
        if (!/^\p{Lu}\p{Ll}/u.test(word(place)) || tokens.penn[place] !== 'NNP') continue;
        if (!sameSentence(place, token) || countryWord(word(place)) || /^\p{Lu}/u.test(word(place + 1)))
          continue;
        words.set(lower(place), { code, use: 'capital' });
        if (code.startsWith('~')) states.add(code);
        break;
      }
    }
    findSeats();
  }

  /** "The Korvenian minister told reporters in Vorna": ministers meet the press in their capital. One town a country. */
  function findSeats(): void {
    if (states.size === 0) return;
    const seats = new Map<string, Set<string>>();
    for (let token = 2; token < tokens.count; token++) {
      if (tokens.word[token - 1] !== 'in') continue;
      const town = words.get(lower(token));
      if (town?.use !== 'name' || states.has(town.code)) continue;
      if (
        !/^(?:reporters|journalists|lawmakers|parliament|conference|press|briefing)$/.test(lower(token - 2))
      )
        continue;
      for (let owner = token - 3; owner >= 0 && sameSentence(owner, token); owner--) {
        const code = codeOf(owner);
        if (code === undefined || !states.has(code)) continue;
        const office = /^['’]s?$/.test(word(owner + 1)) ? owner + 2 : owner + 1;
        if (hasStateNoun(office)) seats.set(code, (seats.get(code) ?? new Set()).add(lower(token)));
        break;
      }
    }
    const known = new Set([...words.values()].filter(({ use }) => use === 'capital').map(({ code }) => code));
    for (const [code, towns] of seats) {
      const [town] = towns;
      if (town !== undefined && towns.size === 1 && !known.has(code))
        words.set(town, { code, use: 'capital' });
    }
  }
}

/** Whether a word begins with a small ASCII letter, as four in five do: cheaper than any expression. */
function isSmall(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 97 && code <= 122;
}
