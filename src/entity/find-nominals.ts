import type { CountryPhrase } from './find-country-words.ts';
import { readOffice, type Office } from './lexicon/offices.ts';
import {
  bodyOfTwoWords,
  joinBodyWords,
  nounGender,
  roleNounKind,
  type Gender,
  type RoleNounKind,
} from './lexicon/roles.ts';
import {
  isHyphen,
  leftEdge,
  MAX_WORDS_BEFORE,
  POSSESSIVES,
  POSSESSIVE_MARKS,
  rightEdge,
} from './nominal-edges.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';

const ADJ = UPOS.indexOf('ADJ');
const DET = UPOS.indexOf('DET');
const NOUN = UPOS.indexOf('NOUN');
const NUM = UPOS.indexOf('NUM');
const PROPN = UPOS.indexOf('PROPN');

/** A description headed by a role noun: "Iran's foreign minister", "a senior official", "the ministry". */
export interface Nominal {
  /** Token range of the whole description, a phrase with "of" or "for" included. */
  readonly first: number;
  readonly end: number;
  /** Token of the role noun. */
  readonly head: number;
  readonly span: Span;
  readonly kind: RoleNounKind;
  readonly lemma: string;
  readonly plural: boolean;
  readonly definite: 'definite' | 'indefinite' | 'bare';
  /** Token of "his", "its" …, when the description begins with it; -1 otherwise. */
  readonly possessive: number;
  /** ISO code of the country it belongs to. */
  readonly country: string | null;
  readonly office: Office;
  readonly gender: Gender | undefined;
}

const DEFINITES = new Set(['the', 'this', 'that', 'these', 'those', 'both']);
/** What a search for descriptions has to know of the names around them. */
export interface NominalContext {
  /** For each token the index of the name that it belongs to, or -1. */
  readonly nameAt: Int32Array;
  /** Whether that name is a person's. */
  readonly isPerson: (name: number) => boolean;
  readonly countries: readonly CountryPhrase[];
  /** Whether a token heads a source. */
  readonly isSource: (token: number) => boolean;
}

/**
 * Finds the descriptions that can stand for somebody: role nouns with what belongs to them on both sides.
 *
 * Works on the tags and a lexicon of role nouns; there is no parse. Linear: each description looks at a bounded stretch.
 *
 * @returns in the order of their heads.
 */
export function findNominals(layer: LanguageLayer, context: NominalContext): Nominal[] {
  const { tokens } = layer;
  const countryAt = new Int32Array(tokens.count).fill(-1);
  context.countries.forEach((phrase, index) => {
    for (let token = phrase.first; token < phrase.end; token++) countryAt[token] = index;
  });
  const nominals: Nominal[] = [];
  for (let head = 0; head < tokens.count; head++) {
    const upos = tokens.upos[head];
    if (upos !== NOUN && upos !== PROPN && upos !== ADJ) continue;
    const word = tokens.word[head] ?? '';
    const body = bodyOfTwoWords(tokens.word[head - 1] ?? '', word);
    const singular = body === undefined ? roleNounKind(word.toLowerCase()) : 'institution';
    const lemma = body ?? (singular === undefined ? lowerLemma(layer, head) : word.toLowerCase());
    const kind =
      singular ??
      roleNounKind(lemma) ??
      (describesPerson(layer, head, context) || (context.isSource(head) && isOneWho(layer, head))
        ? 'person'
        : undefined);
    if (
      kind === undefined ||
      (upos === ADJ && kind !== 'office' && !(lemma === 'official' && tokens.upos[head + 1] !== ADJ))
    )
      continue;
    const name = context.nameAt[head] ?? -1;
    if (name >= 0 && context.isPerson(name)) continue;
    const plural =
      kind === 'group' ||
      (singular === undefined && lemma !== word.toLowerCase()) ||
      (isPluralTag(layer, head) && lemma !== 'police');
    if (!isLastNoun(layer, head, context)) continue;
    const first = leftEdge(layer, head, context);
    const end = rightEdge(layer, head, context, kind);
    nominals.push(describe(layer, { first, end, head, kind, lemma, plural }, context, countryAt));
  }
  return nominals;
}

const NO_OFFICE: Office = { head: '', portfolio: [], country: null, aside: '' };

/** "The baker", "one reviewer": a noun in the singular that says what somebody does. */
export function isOneWho({ tokens }: LanguageLayer, head: number): boolean {
  const word = tokens.word[head] ?? '';
  return (
    tokens.penn[head] === 'NN' && /(?:[^aeiou]er|[ae]tor|ist|man|woman)$/.test(word) && !NO_DOERS.test(word)
  );
}

/** Commonest things whose names end like those of people. */
const NO_DOERS =
  /^(?:(?:\p{L}*(?:paper|letter|number|water|power|list|poster|meter))|answer|barrier|border|cancer|centre|center|chapter|charter|cluster|computer|container|corner|counter|danger|december|disaster|disorder|encounter|factor|filter|finger|folder|hunger|ledger|matter|mist|monster|murder|november|october|offer|order|panther|quarter|register|river|sector|september|shelter|shoulder|silver|sister|slaughter|summer|thunder|tower|transfer|trailer|weather|whisper|winter|wonder|twist|fist|wrist|gist|mortar|vector|reactor|theater|theatre|helicopter|fighter-bomber|bulldozer|tractor|elevator|generator)$/iu;

/** "Ada Lunde, a retired baker": after a person's name and a comma any noun with "a" describes that person. */
function describesPerson(layer: LanguageLayer, head: number, context: NominalContext): boolean {
  const { tokens } = layer;
  if (tokens.upos[head] !== NOUN || tokens.upos[head + 1] === NOUN) return false;
  let first = head - 1;
  while (
    first > 0 &&
    head - first < MAX_WORDS_BEFORE &&
    /^(?:ADJ|NOUN|PROPN|NUM|PUNCT)$/.test(UPOS[tokens.upos[first] ?? 0] ?? '') &&
    tokens.word[first] !== ','
  )
    first--;
  const name = context.nameAt[first - 2] ?? -1;
  return (
    /^an?$/.test(tokens.word[first] ?? '') &&
    tokens.word[first - 1] === ',' &&
    name >= 0 &&
    context.isPerson(name)
  );
}

function describe(
  layer: LanguageLayer,
  found: { first: number; end: number; head: number; kind: RoleNounKind; lemma: string; plural: boolean },
  context: NominalContext,
  countryAt: Int32Array,
): Nominal {
  const { tokens } = layer;
  const { first, end, head, lemma } = found;
  const opener = (tokens.word[first] ?? '').toLowerCase();
  const possessive = POSSESSIVES.has(opener) ? first : -1;
  let before: string | null = null;
  let after: string | null = null;
  let owned = false;
  const words: string[] = [];
  for (let token = first; token < end; token++) {
    const word = (tokens.word[token] ?? '').toLowerCase();
    if (POSSESSIVE_MARKS.has(word) && token < head) owned = true;
    // "The Norwegian coastguard in the strait": where a country's body is at work does not make it another.
    if (word === 'in' && token > head && before !== null && found.kind === 'institution') break;
    const country = context.countries[countryAt[token] ?? -1];
    // "Osk police" are the town's; "the Osk government" is the country's.
    if (country && !(country.use === 'capital' && !OF_CAPITALS.has(lemma))) {
      const code = country.code;
      if (token < head) before ??= code;
      else if (token > head) after ??= code;
    } else words.push(lowerLemma(layer, token));
  }
  // "Russia's ambassador to Iran" is Russia's: what stands before the noun owns it, what follows may be its post.
  const country = before ?? after;
  const definite =
    possessive >= 0 || owned || DEFINITES.has(opener)
      ? 'definite'
      : tokens.upos[first] === DET || tokens.upos[first] === NUM || opener === 'some' || opener === 'many'
        ? 'indefinite'
        : 'bare';
  return {
    ...found,
    span: [tokens.start[first] ?? 0, tokens.end[end - 1] ?? 0],
    definite,
    possessive,
    country,
    office:
      found.kind === 'text' || found.kind === 'group'
        ? NO_OFFICE
        : readOffice(joinBodyWords(words), lemma, country),
    gender: nounGender(lemma),
  };
}

/** What a capital owns in the name of its country. */
const OF_CAPITALS = new Set(
  'government administration regime leadership ministry minister embassy ambassador envoy authority official'.split(
    ' ',
  ),
);

/** How far a description may run on after a role noun: "deputy regional governor", "secretary-general". */
const ROLE_REACH = 4;

/** A role noun that another noun follows is a modifier ("police officer"), unless a name follows. */
function isLastNoun(layer: LanguageLayer, head: number, context: NominalContext): boolean {
  const { tokens } = layer;
  for (let next = head + 1; next <= head + ROLE_REACH; next++) {
    if (next >= tokens.count || tokens.sentence[next] !== tokens.sentence[head]) return true;
    const name = context.nameAt[next] ?? -1;
    if (name >= 0) return context.isPerson(name) || context.nameAt[head] !== name;
    const upos = tokens.upos[next];
    const isNext = next === head + 1;
    if (
      roleNounKind((tokens.word[next] ?? '').toLowerCase()) !== undefined &&
      (upos === NOUN || upos === PROPN || upos === ADJ)
    )
      return false;
    // "The minister speaking to reporters": a participle that the tags take for a noun ends the phrase.
    if (upos === NOUN && isNext) return (tokens.word[next] ?? '').endsWith('ing');
    if (upos !== ADJ && upos !== NOUN && upos !== PROPN && !isHyphen(tokens.word[next])) return true;
  }
  return true;
}

function isPluralTag(layer: LanguageLayer, token: number): boolean {
  const tag = layer.tokens.penn[token];
  return tag === 'NNS' || tag === 'NNPS';
}

function lowerLemma(layer: LanguageLayer, token: number): string {
  return (layer.tokens.lemma[token] || layer.tokens.word[token] || '').toLowerCase();
}
