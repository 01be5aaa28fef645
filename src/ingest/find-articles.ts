import type { Span } from '../model/span.ts';
import { classifyLine } from './classify-line.ts';
import { dateLine, isByline } from './read-header.ts';
import type { Line } from './split-lines.ts';

/** Where another article begins in a text. */
export interface ArticleStart {
  /** Index of its headline's line. */
  readonly line: number;
  readonly headline: Span;
  /** Two things at least show it; one alone is marked and nothing is cut. */
  readonly sure: boolean;
}

/** What a headline has below it: byline, date, dateline and address stand in these lines. */
const LINES_BELOW = 4;
/** Words that an article has at least, before the headline and after it: a list of teasers has fewer. */
const LEAST_WORDS = 60;
/** A paragraph; subheadings, captions and items of lists are shorter. */
const PARAGRAPH = 60;
const LONGEST_HEADLINE = 180;
const FEWEST_HEADLINE_WORDS = 3;

const SEPARATOR = /^(?:[-–—_=*#~•\s]{3,}|[-–—*#\s]*(?:ends?|endit|fin)[-–—*#\s.]*)$/i;
const SIGN_OFF =
  /^\(?(?:additional )?(?:reporting|writing|editing) by\b|^(?:©|copyright\b)|\ball rights reserved\b/i;
/** Ends an article whatever follows; three stars may part sections. */
const ENDED = /^(?:[-–—_=]{5,}|[-–—*#\s]*(?:ends?|endit|fin)[-–—*#\s.]*)$|\ball rights reserved\b/i;
/** “OSTER, March 3 (Reuters) – ”, “KESSEL (TPA) —”, “Quell, 3 March – ”. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}.'’ -]{2,40}(?:,\s[^()\n]{2,40})?\s?(?:\([^()]{2,40}\)\s?)?[-–—]{1,2}\s|\p{Lu}[\p{L}.'’ -]{2,30}(?:,\s[^()\n]{2,40})?\s\([\p{L}\s/]{2,30}\)\s?[-–—]{1,2}\s)/u;
const LABELLED = /^(?:first )?(?:published|posted|updated|last updated)\b/i;
const ADDRESS = /^(?:url:?\s*)?https?:\/\/\S+$/i;

/**
 * Finds where people pasted one article after another: a line like a headline with what stands below headlines, amid a text.
 *
 * A subheading with a date below it is a chronology, and a headline without prose below it a link: neither counts. Sure are two of byline, date,
 * dateline and address, or one of them after a line that ends an article (a rule, “ENDS”, a sign-off, a copyright line).
 */
export function findArticles(lines: readonly Line[]): ArticleStart[] {
  const found: ArticleStart[] = [];
  let begin = 0;
  // Words before each line, so that every candidate is weighed at once.
  const words = [0];
  for (const line of lines)
    words.push((words.at(-1) ?? 0) + (line.length >= PARAGRAPH ? line.text.split(/\s+/).length : 0));
  const between = (from: number, to: number): number => (words[to] ?? 0) - (words[from] ?? 0);
  for (const line of lines) {
    if (line.index === 0 || between(begin, line.index) < LEAST_WORDS || !isHeadline(line)) continue;
    const signs = signsBelow(lines, line.index);
    const above = lines[line.index - 1]?.text ?? '';
    const ended = SEPARATOR.test(above) || SIGN_OFF.test(above);
    if ((signs === 0 && !ENDED.test(above)) || between(line.index, lines.length) < LEAST_WORDS) continue;
    found.push({
      line: line.index,
      headline: [line.start, line.end],
      sure: signs >= 2 || (signs === 1 && ended),
    });
    begin = line.index;
  }
  return found;
}

const ENDS_AS_PROSE = /[.;:,…][”"'’»)\]]*$/u;

function isHeadline({ text, length }: Line): boolean {
  return (
    length <= LONGEST_HEADLINE &&
    text.split(/\s+/).length >= FEWEST_HEADLINE_WORDS &&
    /^[\p{Lu}\p{N}“"‘'«]/u.test(text) &&
    !ENDS_AS_PROSE.test(text) &&
    !SEPARATOR.test(text) &&
    !ADDRESS.test(text) &&
    !LABELLED.test(text) &&
    !isByline(text) &&
    classifyLine(text, length) === null
  );
}

/** How many of byline, date, dateline and address stand below a headline, before or at its first paragraph. */
function signsBelow(lines: readonly Line[], index: number): number {
  let byline = false;
  let date = false;
  let dateline = false;
  let address = false;
  for (const line of lines.slice(index + 1, index + 1 + LINES_BELOW)) {
    if (isByline(line.text)) byline = true;
    else if (ADDRESS.test(line.text)) address = true;
    // A bare day below a subheading is a chronology's; with a byline beside it, an article's.
    else if (dateLine(line) !== null && (LABELLED.test(line.text) || byline)) date = true;
    else if (line.length >= PARAGRAPH) {
      dateline = DATELINE.test(line.text);
      break;
    }
  }
  return Number(byline) + Number(date) + Number(dateline) + Number(address);
}
