import type { Inferred } from '../../model/document.ts';
import type { TimeExpression } from '../../model/moment.ts';
import { cleanByline } from '../clean-byline.ts';
import { parseDate } from '../parse-date.ts';
import { bodySize, type PdfParagraph } from './join-lines.ts';
import type { PdfInfo, PdfLine } from './page.ts';

/** What programs write for a title when nobody gave one: a file's name, their own. */
const NO_TITLE =
  /^(?:untitled|document\d*|microsoft (?:word|powerpoint|excel)\b.*|.*\.(?:docx?|odt|rtf|indd|qxd|pdf|txt|html?|pages|tmp)|print|layout \d+|slide \d+|.*(?:about:blank|:\/\/).*)$/i;

/** Type this much higher than the text's, at the head of the first page, is the headline. */
const HEADLINE = 1.15;
/** How many paragraphs of the first page may stand above it: a letterhead, a date, a rubric. */
const HEAD = 8;
const LONGEST_TITLE = 300;

/** The title: what the first page shows in the largest type, else what the file calls itself where that is no file's name. */
export function titleOf(
  paragraphs: readonly PdfParagraph[],
  lines: readonly PdfLine[],
  info: PdfInfo,
): string | undefined {
  const body = bodySize(lines);
  const head = paragraphs.slice(0, HEAD).filter(({ page }) => page === 0);
  const largest = head.reduce((most, { size }) => Math.max(most, size), 0);
  const shown = head.find(({ size, text }) => size === largest && /\p{L}\P{L}+\p{L}/u.test(text));
  if (shown !== undefined && largest >= HEADLINE * body && shown.text.length <= LONGEST_TITLE)
    return shown.text;
  const stated = info.title.trim();
  return stated === '' || NO_TITLE.test(stated) || !/\p{L} \p{L}/u.test(stated)
    ? undefined
    : stated.slice(0, LONGEST_TITLE);
}

/** The authors; one word, or a word with digits, is somebody's name on a computer. */
export function bylineOf({ author }: PdfInfo): readonly string[] {
  return cleanByline(author).filter((name) => /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+)+$/u.test(name));
}

/** How far into a text its own date stands. */
const HEAD_LETTERS = 1500;
const DAY =
  /\b\d{1,2}(?:st|nd|rd|th)? (?:of )?\p{Lu}\p{Ll}{2,8}\.?,? \d{4}\b|\b\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b/gu;

/**
 * The day of publication, where the file's own date and the text agree: the file's says when this file was made, which for a press release is the day and for a
 * page printed years later is not. A day that only one of them names is not taken from here.
 */
export function publishedOf(text: string, { created }: PdfInfo): Inferred<TimeExpression> | undefined {
  const made = /^D:(\d{4})(\d\d)(\d\d)/.exec(created);
  if (made === null) return undefined;
  const day = `${made[1]}-${made[2]}-${made[3]}`;
  for (const [words] of text.slice(0, HEAD_LETTERS).matchAll(DAY))
    if (parseDate(words)?.value === day) return { value: { text: words, value: day }, from: 'metadata' };
  return undefined;
}
