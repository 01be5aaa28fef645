import type { LanguageLayer } from '../model/language-layer.ts';
import { PRODUCT_NOUNS } from './gazetteer/institutions.ts';

/** Letters and a number, as makes of vehicles, weapons and devices are written: F-16, T-72B3, MiG-29. */
const TYPE_NUMBER = /^\p{Lu}\p{L}{0,11}-\d{1,4}\p{L}{0,2}\d?$/u;
/** Written alike, and no products: groups of states, illnesses, conferences. */
const NO_PRODUCT = /^(?:G-?\d+|Covid-19|COVID-19|SARS-\S+|H\d.*|COP-?\d+|[IMA]-\d+)$/i;
const MAX_NAME_TOKENS = 3;

/**
 * Finds names of products that the tagger passed over: type numbers, and proper nouns directly before a noun such as *drone*,
 * a number between them allowed.
 *
 * @param taken - 1 for tokens that are part of another name.
 */
export function findProducts(
  layer: LanguageLayer,
  taken: Uint8Array,
): { readonly first: number; readonly end: number }[] {
  const { tokens, sentences } = layer;
  const products: { first: number; end: number }[] = [];
  for (const { firstToken, endToken } of sentences) {
    let last = firstToken;
    for (let token = firstToken; token < endToken; token++) {
      const word = tokens.word[token] as string;
      if (taken[token] === 0 && TYPE_NUMBER.test(word) && !NO_PRODUCT.test(word)) {
        products.push({ first: token, end: token + 1 });
        last = token + 1;
      } else if (PRODUCT_NOUNS.has(tokens.lemma[token] as string) && tokens.penn[token]?.startsWith('NN')) {
        let end = token;
        if (end > last && tokens.penn[end - 1] === 'CD' && end - 1 > last) end--;
        let first = end;
        while (first > last && end - first < MAX_NAME_TOKENS && isProper(layer, taken, first - 1)) first--;
        // A number alone counts what follows; it names nothing.
        if (first === end) continue;
        products.push({ first, end: token });
        last = token;
      }
    }
  }
  return products;
}

function isProper({ tokens, sentences }: LanguageLayer, taken: Uint8Array, token: number): boolean {
  if (taken[token] === 1 || tokens.penn[token] !== 'NNP') return false;
  // The word that opens a sentence has its capital from there.
  const sentence = sentences[tokens.sentence[token] as number];
  return sentence?.firstToken !== token && sentence?.kind === 'sentence';
}
