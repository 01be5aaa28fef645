/** Endings by which English makes an adjective of a place: they cover nearly all that a lexicon of countries lacks. */
const ADJECTIVE = /(?:ian|ean|an|n|ese|ish|i)$/;
const PLACE = /(?:ia|ea|a|e|y|o)$/;
/** A shorter stem than this is shared by too many words. */
const MIN_STEM = 4;

/** What a place's name and its adjective share ("brun" of "Brunia" and "Brunian"), in lower case; `undefined` when too short. */
export function placeStem(name: string): string | undefined {
  return stem(name, PLACE);
}

/** The stem of an adjective of a place; `undefined` when the word does not end like one. */
export function adjectiveStem(word: string): string | undefined {
  return ADJECTIVE.test(word) ? stem(word, ADJECTIVE) : undefined;
}

function stem(word: string, ending: RegExp): string | undefined {
  const cut = word.replace(ending, '');
  const kept = cut.length >= MIN_STEM ? cut : word;
  return kept.length >= MIN_STEM ? kept : undefined;
}
