import type { LanguageLayer } from '../model/language-layer.ts';
import { SHAPE } from '../learn/token-hashes.ts';
import { GAZETTEER } from './gazetteer/gazetteer.ts';
import { PRODUCT_NOUNS } from './gazetteer/institutions.ts';
import { BRAND, LEGAL_FORMS, OWNED_BY_ORGANISATIONS, PLACE_NOUNS, datelineEnd } from './kind-evidence.ts';
import type { NameInput } from './name-features.ts';
import { NAME_LABELS } from './name-tagger.ts';

const PERSON = NAME_LABELS.indexOf('B-PER');
const PLACE = NAME_LABELS.indexOf('B-LOC');
const ORGANISATION = NAME_LABELS.indexOf('B-ORG');
const TITLE = NAME_LABELS.indexOf('TITLE');

/**
 * The tagger's labels with what its training data hardly shows set right: datelines, ports, legal forms and brands, names
 * with particles, and first names that it left out.
 */
export function repairLabels(layer: LanguageLayer, labels: Uint8Array, input: NameInput): Uint8Array {
  const cut = cutAtClauses(layer, markDatelines(layer, labels));
  return repairBySurroundings(layer, markByForm(layer, cut, input), input);
}

/** A small word that opens a clause is in no name: "the Trade Inspectorate that the Herald has seen" holds two. */
function cutAtClauses({ tokens }: LanguageLayer, labels: Uint8Array): Uint8Array {
  for (let token = 1; token < tokens.count; token++) {
    if (!isInside(labels[token] as number) || !CLAUSE_OPENER.test(tokens.word[token] ?? '')) continue;
    labels[token] = 0;
    let next = token + 1;
    while (isInside(labels[next] ?? 0) && SMALL.test(tokens.word[next] ?? '')) labels[next++] = 0;
    if (isInside(labels[next] ?? 0)) labels[next] = (labels[next] as number) - 1;
  }
  return labels;
}

const CLAUSE_OPENER = /^(?:that|which|who|whose|whom|whether|because|although|while)$/;
const SMALL = /^\p{Ll}/u;

function isInside(label: number): boolean {
  return NAME_LABELS[label]?.startsWith('I-') ?? false;
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
    if (isNew(token) && (ownsCompany(layer, token) || isBrand(layer, token))) {
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

/** "EuroChip" anywhere but before what it makes. */
function isBrand({ tokens }: LanguageLayer, token: number): boolean {
  return BRAND.test(tokens.word[token] ?? '') && !PRODUCT_NOUNS.has(tokens.lemma[token + 1] ?? '');
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
export function isFeast({ tokens }: LanguageLayer, first: number, end: number): boolean {
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
function repairBySurroundings(
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

function isNameWord(flag: number): boolean {
  return (flag & SHAPE.capital) !== 0 && (flag & SHAPE.letter) !== 0;
}
