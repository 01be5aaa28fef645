/** What stands before a hyphen that belongs to the word, where nothing in the text itself decides. */
const KEEPS_HYPHEN =
  /(?:^|[^\p{L}])(?:all|anti|co|counter|cross|ex|five|four|full|half|high|ill|long|low|mid|multi|non|one|part|post|pre|pro|quasi|second|self|semi|seven|short|six|so|ten|third|three|two|vice|well|would|inter|intra|ultra)-$/iu;

/** A hyphen at the end of a line, behind a letter. */
const HYPHEN = /(\p{L}+)[-\u2010]$/u;
const SOFT_HYPHEN = /\u00ad$/;

/** The words of lines, in small letters, with their hyphens; the last of each line only where no hyphen ends it. */
export function wordsIn(lines: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines)
    for (const [word] of line.replace(HYPHEN, '').matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu))
      words.add(word.toLowerCase().replaceAll('\u2010', '-'));
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
  const [, first = ''] = HYPHEN.exec(before.slice(-60)) ?? [];
  if (first === '') return /[—/]$/.test(before) ? before + line : `${before} ${line}`;
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
        : KEEPS_HYPHEN.test(before.slice(-60)) || /-\p{L}+-$/u.test(before.slice(-60));
  return keeps ? before + line : before.slice(0, -1) + line;
}
