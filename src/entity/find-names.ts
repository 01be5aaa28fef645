import type { EntityKind } from '../model/entity.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import type { NameMention } from '../model/mention.ts';
import { agreeNames, type TokenName } from './agree-names.ts';
import { findProducts } from './find-products.ts';
import { findVessels } from './find-vessels.ts';
import { GAZETTEER } from './gazetteer/gazetteer.ts';
import {
  GOVERNMENT_NAMES,
  GOVERNMENT_OPENERS,
  GOVERNMENT_WORDS,
  PRODUCT_NOUNS,
} from './gazetteer/institutions.ts';
import { NameTagger, type NameTagging } from './name-tagger.ts';

/**
 * Finds the names in a document: people, peoples, organisations, organs of government, places, products.
 *
 * Titles and roles before a person's name are left out, and so is *the*. Spans are whole tokens, in the order of the text, and
 * do not overlap. Names are a trained tagger's (docs/models/names.md), made to agree over the document; countries and
 * capitals are found in small letters too where they are no other word.
 */
export function findNames(layer: LanguageLayer): NameMention[] {
  const tagging = NameTagger.load().tag(layer);
  const names = agreeNames(layer, tagging);
  const taken = new Uint8Array(layer.tokens.count);
  const mentions: NameMention[] = [];
  const add = (first: number, end: number, kind: EntityKind): void => {
    taken.fill(1, first, end);
    mentions.push({
      span: [layer.tokens.start[first] as number, layer.tokens.end[end - 1] as number],
      kind,
    });
  };
  for (const { first, end } of findVessels(layer)) add(first, end, 'product');
  for (const name of names) {
    if (taken.subarray(name.first, name.end).includes(1)) continue;
    taken.fill(1, name.title, name.end);
    const kind = kindOf(layer, tagging, name);
    if (kind !== null) add(name.first, name.end, kind);
  }
  for (const { first, end } of findProducts(layer, taken)) add(first, end, 'product');
  for (let token = 0; token < layer.tokens.count; token++)
    if (taken[token] === 0 && isSmallPlace(tagging, token)) add(token, token + 1, 'place');
  return mentions.sort((a, b) => a.span[0] - b.span[0]);
}

/** `null` for a title that stands alone: it names nobody. */
function kindOf(layer: LanguageLayer, tagging: NameTagging, name: TokenName): EntityKind | null {
  switch (name.type) {
    case 'TITLE':
      return null;
    case 'PER':
      if (isPeople(layer, tagging, name)) return 'group';
      return isMake(layer, name) ? 'product' : 'person';
    case 'LOC':
      return isGovernment(layer, name) ? 'government' : 'place';
    default:
      return isGovernment(layer, name) ? 'government' : 'organisation';
  }
}

/** Iranians, the French: a demonym, or a plural that no list of persons' names holds. */
function isPeople(layer: LanguageLayer, { input }: NameTagging, { first, end }: TokenName): boolean {
  const last = end - 1;
  const listed = input.gazetteer.word[last] as number;
  if (listed & GAZETTEER.demonym) return end - first === 1 || layer.tokens.penn[last] === 'NNPS';
  return layer.tokens.penn[last] === 'NNPS' && (listed & (GAZETTEER.first | GAZETTEER.last)) === 0;
}

/** "Kestrel drones": nobody is called by the bare name directly before such a noun. */
function isMake({ tokens }: LanguageLayer, { first, end, title }: TokenName): boolean {
  return (
    end - first === 1 &&
    title === first &&
    end < tokens.count &&
    PRODUCT_NOUNS.has(tokens.lemma[end] as string)
  );
}

function isGovernment(layer: LanguageLayer, { first, end }: TokenName): boolean {
  const words: string[] = [];
  for (let token = first; token < end; token++)
    words.push((layer.tokens.word[token] as string).toLowerCase());
  if (words.some((word) => GOVERNMENT_WORDS.has(word))) return true;
  if (GOVERNMENT_OPENERS.some((opener) => opener.every((word, index) => words[index] === word))) return true;
  return GOVERNMENT_NAMES.has(words.join(' ')) || GOVERNMENT_NAMES.has(words.slice(1).join(' '));
}

/** "kyiv": a country or capital in small letters that is no other English word. */
function isSmallPlace({ input }: NameTagging, token: number): boolean {
  return (
    ((input.gazetteer.word[token] as number) & GAZETTEER.unmistakable) !== 0 &&
    ((input.hashes.flags[token] as number) & 1) === 0
  );
}
