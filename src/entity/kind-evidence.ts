import type { LanguageLayer } from '../model/language-layer.ts';
import { roleNounKind } from './lexicon/roles.ts';

export type NamedKind = 'person' | 'place' | 'organisation';

/** Votes for a person, a place and an organisation, in this order. */
export type KindVotes = readonly [person: number, place: number, organisation: number];

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns that the bare name of an organisation stands before: "Solmec shares", "Solmec chief executive". */
const BESIDE_ORGANISATIONS = words(`
spokesman spokeswoman spokesperson ceo cfo cto coo chairman chairwoman chief executive executives exec execs founder co-founder
director employee employees staff workers shares stock shareholder shareholders investors customers users subscribers subsidiary
unit headquarters stores fans players coach manager striker defender midfielder goalkeeper captain quarterback pitcher editor
reporter correspondent board website app branch store
`);
/** What organisations own: "Solmec's shareholders". */
export const OWNED_BY_ORGANISATIONS = words(`
board shares stock shareholder shareholders customers users website headquarters ceo spokesman spokeswoman spokesperson
subsidiary stores earnings revenue revenues profit profits sales employees staff newsroom management platform app investors
`);
/** What places own: "Fennmark's capital", and the nouns that a place's bare name stands before: "Fennmark police". */
const OWNED_BY_PLACES = words(`
capital mayor residents inhabitants population coast streets airport harbour harbor border borders suburbs outskirts economy
parliament army navy coastguard governor climate currency skyline downtown waterfront
`);
const BESIDE_PLACES = words(`
police mayor residents city airport harbour harbor county region province district suburb coast port airspace waters border
`);
const LOCATIVES = words('in near outside around inside');
/** "Shares in Solmec", "trust in Solmec": where "in" tells of no place. */
const BEFORE_NO_PLACE = words(`
stake stakes share shares interest investment investments invest invested investing investor investors trust believe believes
believed belief confidence confident confide role majority minority holding holdings engage engaged involved decision case ruling made judgment
`);
/** "The port of Fennmark", "off Fennmark": what only places follow. */
export const PLACE_NOUNS = words(`
port city town village capital suburb province region district island coast county municipality streets people mayor outskirts
`);

/** Institutions that are places as well: "in the Union". */
const NATIONS = words(
  `union republic kingdom state nation country island region province district county city town village`,
);

/** Last words that settle what a name of several words is. Those that are family names too (Park, Hill, Lake) are left out. */
const PLACE_ENDINGS = words(`
bay street avenue airport harbour harbor island islands river valley sea ocean strait straits stadium arena bridge gate square
beach county province district peninsula mountain mountains desert boulevard highway canal gulf cape coast plaza isle oblast
prefecture township road
`);
/** Last words of the names of outlets, which often open with a town: "Osk Courier". */
export const OUTLET_ENDINGS = words(`
times news post herald tribune journal courier gazette bulletin chronicle telegraph guardian daily weekly voice mirror echo observer
monitor express radio television tv review press
`);
const ORGANISATION_ENDINGS = words(`
inc inc. corp corp. ltd ltd. plc llc gmbh co co. ag s.a. n.v. holdings group airlines airways motors bank party union club league federation association
council committee commission agency university college school institute hospital clinic foundation museum orchestra church court
ministry department bureau authority service services company corporation industries pharmaceuticals technologies systems
electronics shipping lines shipyard logistics freight minerals mining chemicals construction engineering networks studios records broadcasting network athletic rovers wanderers rangers fc bowl festival cup parade
trophy championship olympics trucks energy brands foods stores pictures entertainment media insurance financial
`);
/** Endings by which a company's name says that it is one; the bare name is the company too. */
export const LEGAL_FORMS = words(
  'inc inc. corp corp. ltd ltd. plc llc gmbh co co. ag s.a. n.v. limited incorporated',
);

/** "SolMec", "EuroChip": a capital within the word, as brands have it and as no family name has. */
export const BRAND =
  /^(?!(?:Mc|Mac|De|Du|La|Le|Van|Von|Di|Da|El|Al|Fitz|O)\p{Lu})\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]*$/u;
const DOMAIN = /\.(?:com|org|net|co|io|tv|uk|au)$/i;

/** What one sign is worth; a name found in full by the tagger is worth two. */
const STRONG = 2.5;
const WEAK = 1;
/** "In Fennmark"; people are in the news, and so is "the decision in Ratlow". */
const IN = 2;
/** More than the tagger can say: an ending or a spelling that only one kind has. */
const DECISIVE = 8;
/** How far behind a name that speaks its pronoun is looked for: "Solmec said it would". */
const PRONOUN_REACH = 5;

/**
 * What the words of a name and the words around it say about its kind, on top of what the tagger says.
 *
 * The tagger learned from texts in which hardly a company speaks, so that it takes whoever "said" something for a person. Signs
 * that need no list of names speak against it: what the name owns, which noun stands beside it, "which" or "who" behind
 * it, "it" or "he" when it speaks.
 */
export function kindEvidence(layer: LanguageLayer, first: number, end: number): KindVotes {
  const { tokens } = layer;
  const lower = (token: number): string =>
    tokens.sentence[token] === tokens.sentence[first] ? (tokens.word[token] ?? '').toLowerCase() : '';
  const votes: [number, number, number] = [0, 0, 0];
  const [PERSON, PLACE, ORGANISATION] = [0, 1, 2] as const;

  // "Osk Times-News" ends as both of its parts do.
  const last = lower(end - 1).replace(/^.*-/, '');
  if (end - first > 1) {
    if (PLACE_ENDINGS.has(last)) votes[PLACE] += DECISIVE;
    if (ORGANISATION_ENDINGS.has(last) || OUTLET_ENDINGS.has(last)) votes[ORGANISATION] += DECISIVE;
  }
  // "In Congress": the house, not a place that things are in.
  else if (roleNounKind(last) === 'institution' && !NATIONS.has(last)) votes[ORGANISATION] += STRONG;
  if (LEGAL_FORMS.has(lower(end)) && /^\p{Lu}/u.test(tokens.word[end] ?? '')) votes[ORGANISATION] += DECISIVE;
  for (let token = first; token < end; token++) {
    const word = tokens.word[token] ?? '';
    if (DOMAIN.test(word)) votes[ORGANISATION] += DECISIVE;
    else if (BRAND.test(word) && end - first === 1) votes[ORGANISATION] += STRONG;
  }

  const before = lower(first - 1);
  const next = lower(end);
  const owns = /^['’]s?$/.test(next);
  const nounFollows = tokens.penn[end]?.startsWith('NN') ?? false;
  if (before === 'the') {
    // "The Lunde archive" is an archive, and "the Brunians" are people.
    if (!nounFollows && tokens.penn[end - 1] === 'NNP') votes[PERSON] -= WEAK;
    // "The Ledger has seen the letter."
    if (end - first === 1 && /^(?:VB|MD)/.test(tokens.penn[end] ?? '')) votes[ORGANISATION] += WEAK;
  } else if (!owns && LOCATIVES.has(before) && !BEFORE_NO_PLACE.has(lower(first - 2))) votes[PLACE] += IN;
  else if (before === 'of' && PLACE_NOUNS.has(lower(first - 2))) votes[PLACE] += STRONG;
  else if (before === 'off' && lower(first - 2) !== 'take') votes[PLACE] += WEAK;
  else {
    const kind = roleNounKind(before);
    if (kind === 'office' || kind === 'person') votes[PERSON] += STRONG;
    else if (PLACE_NOUNS.has(before) || BESIDE_PLACES.has(before)) votes[PLACE] += STRONG;
    else if (kind === 'institution')
      votes[end - first > 1 && isHeld(layer, first - 1) ? PERSON : ORGANISATION] += STRONG;
  }

  // "The ferry's operator, Heskline, said": the name of what is described before it.
  // A person would be named in full.
  if (end - first === 1 && before === ',' && next === ',' && roleNounKind(lower(first - 2)) === 'institution')
    votes[ORGANISATION] += STRONG;

  if (owns) {
    const owned = [lower(end + 1), lower(end + 2)];
    if (owned.some((word) => OWNED_BY_PLACES.has(word))) votes[PLACE] += STRONG;
    else if (owned.some((word) => OWNED_BY_ORGANISATIONS.has(word))) votes[ORGANISATION] += STRONG;
  } else if (BESIDE_ORGANISATIONS.has(next) && !/^\p{Lu}/u.test(tokens.word[end + 1] ?? '.')) {
    votes[ORGANISATION] += WEAK;
  } else if (BESIDE_ORGANISATIONS.has(next)) votes[ORGANISATION] += STRONG;
  else if (BESIDE_PLACES.has(next)) votes[PLACE] += STRONG;
  else if (next === ',' || next === '' || next === 'who' || next === 'which' || next === '(') {
    const clause = next === ',' ? lower(end + 1) : next;
    if (clause === 'who' && before !== ',') votes[PERSON] += STRONG;
    if (clause === 'which') {
      votes[ORGANISATION] += WEAK;
      votes[PLACE] += WEAK / 2;
      votes[PERSON] -= STRONG;
    }
    if (next === ',' && /^\d\d$/.test(clause) && lower(end + 2) === ',') votes[PERSON] += STRONG;
  }
  if (
    end - first === 1 &&
    tokens.penn[first] === 'NNP' &&
    (next === 'were' || next === 'are' || next === 'have')
  )
    votes[ORGANISATION] += WEAK;

  if (/^(?:said|says|told|announced|confirmed|denied|added|insisted|warned|reported)$/.test(next))
    for (let token = end + 1; token <= end + PRONOUN_REACH; token++) {
      const word = lower(token);
      if (word === '' || /^["“”]$/.test(word)) break;
      if (/^(?:he|she|his|her|himself|herself)$/.test(word)) votes[PERSON] += STRONG;
      else if (
        word === 'its' ||
        (word === 'it' && token <= end + 2 && /^(?:MD|VB)/.test(tokens.penn[token + 1] ?? ''))
      )
        votes[ORGANISATION] += STRONG;
      else continue;
      break;
    }
  if (datelineEnd(layer, first) === end) votes[PLACE] += DECISIVE;
  return votes;
}

/**
 * Whether what ends at a token is what somebody heads: behind "the head of the harbour office Joris Maas" stands the name of
 * the head.
 */
export function isHeld({ tokens }: LanguageLayer, last: number): boolean {
  for (let token = last - 1; token > last - HELD_REACH; token--) {
    if (tokens.sentence[token] !== tokens.sentence[last]) return false;
    const word = (tokens.word[token] ?? '').toLowerCase();
    if (word === 'of') {
      const holder = roleNounKind((tokens.word[token - 1] ?? '').toLowerCase());
      return holder === 'office' || holder === 'person';
    }
    if (!/^(?:DT|JJ|NN)/.test(tokens.penn[token] ?? '')) return false;
  }
  return false;
}

/** Words of a body behind "of": "the city's fire safety department" is not longer. */
const HELD_REACH = 6;

/** The kind of a name that nothing else is known of: the one with most evidence, else a person. */
export function likeliestKind(layer: LanguageLayer, first: number, end: number): NamedKind {
  const [person, place, organisation] = kindEvidence(layer, first, end);
  if (organisation > person && organisation >= place) return 'organisation';
  return place > person ? 'place' : 'person';
}

/**
 * Where the place of a dateline ends that begins at a token: "VORNA, May 3 -", "NEW BRANTLEY — ", "Vorna (Litoral) -".
 *
 * @returns -1 where none begins.
 */
export function datelineEnd(layer: LanguageLayer, first: number): number {
  const { tokens, sentences, paragraphs } = layer;
  const sentence = sentences[tokens.sentence[first] ?? -1];
  const paragraph = paragraphs[sentence?.paragraph ?? -1];
  if (sentence?.firstToken !== first || paragraph?.firstSentence !== tokens.sentence[first]) return -1;
  const isDash = (token: number): boolean => /^[-–—]+$/.test(tokens.word[token] ?? '');
  let end = first;
  while (end < first + DATELINE_WORDS && /^\p{Lu}[\p{Lu}.'’-]{2,}$/u.test(tokens.word[end] ?? '')) end++;
  if (end > first) {
    for (let token = end; token <= end + DATELINE_REACH; token++) {
      if (isDash(token)) return end;
      if (!/^(?:,|\.|\(|\)|\d+|\p{Lu}.*)$/u.test(tokens.word[token] ?? '')) return -1;
    }
    return -1;
  }
  if (!/^\p{Lu}/u.test(tokens.word[first] ?? '')) return -1;
  end = first + 1;
  return tokens.word[end] === '(' && tokens.word[end + 2] === ')' && isDash(end + 3) ? end : -1;
}

const DATELINE_WORDS = 3;
/** Tokens between the place of a dateline and its dash. */
const DATELINE_REACH = 9;
