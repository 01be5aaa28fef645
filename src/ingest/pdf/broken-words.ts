/** What stands before a hyphen that belongs to the word, where nothing in the text itself decides. */
const KEEPS_HYPHEN =
  /(?:^|[^\p{L}])(?:all|anti|co|counter|cross|ex|five|four|full|half|high|ill|long|low|mid|multi|non|one|part|post|pre|pro|quasi|second|self|semi|seven|short|six|so|ten|third|three|two|vice|well|would|inter|intra|ultra)-$/iu;

/** What stands behind a hyphen that belongs to the word, and is no last syllable of another: "day" would keep "Tues-day". */
const KEPT_BEFORE =
  /^(?:backed|based|century|designate|elect|established|friendly|general|kilometre|known|lasting|looking|minded|minute|month|owned|profile|related|running|speaking|style|thirds|tonne|week|year)\b/i;

/** A hyphen at the end of a line, behind a letter. */
const HYPHEN = /(\p{L}+)[-\u2010]$/u;
const SOFT_HYPHEN = /\u00ad$/;

/** Letters of a word that is not there by chance. */
const WORD = 4;
/** What precedes a line's end is looked at this far. */
const LONGEST_WORD = 60;

function isWord(word: string, vocabulary: ReadonlySet<string>): boolean {
  return vocabulary.has(word.toLowerCase());
}

/** The words of lines, in small letters, with their hyphens; without what a hyphen at a line's end may have cut. */
export function wordsIn(lines: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  let cut = false;
  for (const line of lines) {
    // Only a line's end is looked at: a pattern for its end would try every letter of a line without end.
    const tail = line.slice(-LONGEST_WORD);
    const broken = HYPHEN.exec(tail)?.[0].length ?? 0;
    const body = line.slice(0, line.length - broken);
    const whole = cut ? body.replace(/^\p{L}+/u, '') : body;
    cut = broken > 0 || SOFT_HYPHEN.test(tail);
    for (const [word] of whole.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu))
      words.add(word.toLowerCase().replaceAll('\u2010', '-'));
  }
  return words;
}

/**
 * Joins a line to the text before it. A hyphen at its end goes where the word was broken there, and stays where it belongs to the word:
 * what the rest of the document writes decides, then what stands before the hyphen.
 *
 * @param vocabulary - {@link wordsIn} of the document.
 */
export function joinBrokenWord(before: string, line: string, vocabulary: ReadonlySet<string>): string {
  if (SOFT_HYPHEN.test(before)) return before.slice(0, -1) + line;
  const [, first = ''] = HYPHEN.exec(before.slice(-LONGEST_WORD)) ?? [];
  if (first === '') return /\S[—/]$/.test(before) ? before + line : `${before} ${line}`;
  const [second = ''] = /^\p{L}+/u.exec(line) ?? [];
  // "Anglo-" and "Saxon", "COVID-" and "19"; "pre-" before "and post-war" stands by itself.
  if (!/^\p{Ll}/u.test(line)) return before + line;
  if (/^(?:and|or|to|und|et)\b/.test(line)) return `${before} ${line}`;
  const hyphenated = `${first}-${second}`.toLowerCase();
  const whole = `${first}${second}`.toLowerCase();
  const keeps =
    vocabulary.has(hyphenated) && !vocabulary.has(whole)
      ? true
      : vocabulary.has(whole)
        ? false
        : KEPT_BEFORE.test(line) ||
          // Both are words of the document: hyphens within words leave pieces that are none.
          (second.length >= WORD &&
            first.length >= WORD &&
            isWord(second, vocabulary) &&
            isWord(first, vocabulary)) ||
          KEEPS_HYPHEN.test(before.slice(-LONGEST_WORD)) ||
          /-\p{L}+-$/u.test(before.slice(-LONGEST_WORD));
  return keeps ? before + line : before.slice(0, -1) + line;
}
