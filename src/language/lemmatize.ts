import { hashLowerWord } from '../learn/hash.ts';
import { KNOWN, type KnownAs } from './tagger.ts';
import { ADJECTIVES, CONTRACTIONS, NOUNS, PRONOUNS, VERBS } from './irregular-forms.ts';

/**
 * The dictionary form of a word, by its Penn tag.
 *
 * Names keep their spelling; pronouns, auxiliaries and clitics go by lists; regular verbs, nouns and adjectives by their
 * endings. Where an ending leaves two stems (*making*: *mak*, *make*) the dictionary chooses.
 *
 * @param knows - what the dictionary says of the word with a hash.
 */
export function lemmatize(word: string, penn: string, knows: KnownAs): string {
  if (penn.charCodeAt(0) === 0x4e && penn.charCodeAt(2) === 0x50)
    return penn === 'NNPS' ? properSingular(word) : word;
  const lower = word.toLowerCase().replaceAll('’', "'");
  switch (penn) {
    case 'VB':
    case 'VBP':
    case 'VBZ':
    case 'VBD':
    case 'VBG':
    case 'VBN':
    case 'MD':
      return CONTRACTIONS.get(lower) ?? VERBS.get(lower) ?? verbBase(lower, penn, knows);
    case 'NNS':
      return NOUNS.get(lower) ?? singular(lower);
    case 'JJR':
    case 'JJS':
    case 'RBR':
    case 'RBS':
      return ADJECTIVES.get(lower) ?? positive(lower, penn, knows);
    case 'PRP':
      return PRONOUNS.get(lower) ?? lower;
    case 'RB':
      return lower === "n't" || lower === 'nt' ? 'not' : lower;
    case 'DT':
      return lower === 'an' ? 'a' : lower === 'these' ? 'this' : lower === 'those' ? 'that' : lower;
    case 'JJ':
    case 'NN':
      // Afghan, AI: what the dictionary does not have in small letters keeps its capitals.
      return (knows(hashLowerWord(word)) & KNOWN.small) === 0 && lower !== word ? word : lower;
    default:
      return lower;
  }
}

function isVerb(word: string, knows: KnownAs): boolean {
  return (knows(hashLowerWord(word)) & KNOWN.verb) !== 0;
}

function properSingular(word: string): string {
  return word.length > 3 && /[^s']s$/.test(word) ? word.slice(0, -1) : word;
}

const VOWELS = 'aeiou';
function isVowel(character: string | undefined): boolean {
  return character !== undefined && VOWELS.includes(character);
}

function verbBase(word: string, penn: string, knows: KnownAs): string {
  switch (penn) {
    case 'VBZ':
      if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
      if (/(?:[sxz]|ch|sh|o)es$/.test(word)) {
        const short = word.slice(0, -2);
        return isVerb(`${short}e`, knows) && !isVerb(short, knows) ? `${short}e` : short;
      }
      return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
    case 'VBG':
      return word.endsWith('ing') && word.length > 4 ? stemOf(word.slice(0, -3), knows) : word;
    case 'VBD':
    case 'VBN':
      if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
      return word.endsWith('ed') && word.length > 3 ? stemOf(word.slice(0, -2), knows) : word;
    default:
      return word;
  }
}

/** The base form of what is left when -ed or -ing is taken off. */
function stemOf(stem: string, knows: KnownAs): string {
  const last = stem.at(-1);
  const before = stem.at(-2);
  const silent = `${stem}e`;
  const doubled = last === before && !isVowel(last) && stem.length > 2;
  const bare = doubled ? stem.slice(0, -1) : stem;
  const knowsStem = isVerb(stem, knows);
  const knowsSilent = isVerb(silent, knows);
  if (knowsStem !== knowsSilent) return knowsStem ? stem : silent;
  if (doubled && isVerb(bare, knows)) return bare;
  // Both or neither: by sound. -at-, -iz-, -v-, -c-, -g- after a vowel and the like end in a silent e.
  if (/(?:[^aeiou]at|[^aeiou]it|[iy]z|[aeou]s|[^lnr]v|[rl]v|c|[aeirnl]g|u|[^aeiou]l|dg|eiv|qu)$/.test(stem)) {
    return /(?:[bcdfgkpt]l|[^aeiou]at|it|[iy]z|[aeou]s|v|c|g|u)$/.test(stem) && !/(?:ing|ong|ang)$/.test(stem)
      ? silent
      : stem;
  }
  return doubled && !/[lsfz]$/.test(stem) ? bare : stem;
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  if (/(?:[^aeiou]o)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("'s")) return word.slice(0, -2);
  return word.slice(0, -1);
}

function positive(word: string, penn: string, knows: KnownAs): string {
  const ending = penn.endsWith('R') ? 'er' : 'est';
  if (!word.endsWith(ending) || word.length < ending.length + 2) return word;
  const stem = word.slice(0, -ending.length);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  const candidates = [stem, `${stem}e`, stem.slice(0, -1)];
  return candidates.find((candidate) => (knows(hashLowerWord(candidate)) & KNOWN.adjective) !== 0) ?? stem;
}
