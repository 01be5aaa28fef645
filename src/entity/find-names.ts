import type { LanguageLayer } from '../model/language-layer.ts';
import type { NameMention } from '../model/mention.ts';

/** Finds names: runs of proper nouns within a sentence. */
export function findNames(layer: LanguageLayer): NameMention[] {
  const { tokens } = layer;
  const names: NameMention[] = [];
  let first = -1;
  for (let token = 0; token <= tokens.count; token++) {
    const runs =
      token < tokens.count &&
      tokens.penn[token]?.startsWith('NNP') === true &&
      (first < 0 || tokens.sentence[token] === tokens.sentence[first]);
    if (runs && first < 0) first = token;
    if (runs || first < 0) continue;
    const span = [tokens.start[first] as number, tokens.end[token - 1] as number] as const;
    names.push({ span, kind: token - first > 1 ? 'person' : 'place' });
    first = -1;
  }
  return names;
}
