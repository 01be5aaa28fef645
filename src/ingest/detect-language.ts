/**
 * Function words that English shares with no other large language of news in this spelling, or hardly. Short forms that
 * others use as well (in, a, is, was, on, me, die, no) are left out on purpose.
 */
const ENGLISH_WORDS = new Set(
  (
    'the of and that for with from by which said his they were have has this are not would been their it to ' +
    'he she at but who after about we you had will its as or an'
  ).split(' '),
);

/** Characters looked at: the language of an article shows in its first paragraphs. */
const SAMPLE = 6000;

/**
 * Share of {@link ENGLISH_WORDS} among the words from which a text is English, and below which it is not. Of 1,264 English articles used in development
 * all but two lie above .15 (median .28; the two are lists of names and links), of 450 pages and texts in other languages nearly all below .05.
 */
const ENGLISH_SHARE = 0.12;
const FOREIGN_SHARE = 0.05;

/** Below this many words the share says nothing. */
const FEWEST_WORDS = 8;

/** Two or three Latin words may be a name, which is in every language. */
const FEWEST_WORDS_FOR_ELD = 4;

const WORD = /\p{L}+(?:['’]\p{L}+)?/gu;

/**
 * Whether a text is English, judged by its function words alone: cheap enough for every document, and right for running
 * prose of a few lines.
 *
 * @returns `null` when the text is too short to tell, or says too little in running prose.
 */
export function isEnglish(text: string): boolean | null {
  let words = 0;
  let english = 0;
  for (const match of sampleOf(text).matchAll(WORD)) {
    words++;
    if (ENGLISH_WORDS.has(match[0].toLowerCase())) english++;
  }
  if (words < FEWEST_WORDS) return isForeignScript(text) ? false : null;
  const share = english / words;
  return share >= ENGLISH_SHARE ? true : share < FOREIGN_SHARE ? false : null;
}

/**
 * The language of a text as a BCP 47 tag, `und` when it cannot be told. What {@link isEnglish} cannot settle goes to eld, which is
 * loaded then and not before: its n-grams take 130 ms (docs/decisions/0030-language-detection.md).
 */
export async function detectLanguage(text: string): Promise<string> {
  const english = isEnglish(text);
  if (english === true) return 'en';
  if (english === null && wordsIn(text) < FEWEST_WORDS_FOR_ELD) return 'und';
  const { eld } = await import('eld/extrasmall');
  const result = eld.detect(sampleOf(text));
  return result.language !== '' && result.isReliable() ? result.language : 'und';
}

function wordsIn(text: string): number {
  return sampleOf(text).match(WORD)?.length ?? 0;
}

/** The beginning without addresses, which are in no language. */
function sampleOf(text: string): string {
  return text.slice(0, SAMPLE).replace(/https?:\/\/\S{1,2000}/g, ' ');
}

/** Most letters are not Latin ones; tells a short text in another script from a short English one. */
function isForeignScript(text: string): boolean {
  const sample = sampleOf(text);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= 3 && latin / letters < 0.5;
}
