import type { Span } from '../model/span.ts';
import { classifyLine } from './classify-line.ts';

/** A headline that is longer is a paragraph. */
const LONGEST_TITLE = 250;

/** More white space than this before a line is no layout. */
const LONGEST_GAP = 10_000;

/** Ends running prose: a full stop, a semicolon or a comma, closing marks after it allowed; question and exclamation marks do end headlines. */
const ENDS_AS_PROSE = /[.;:,…][”"'’»)\]]*$/u;
const ABBREVIATION_AT_END =
  /(?:\b\p{Lu}\.\p{Lu}\.|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|Gov|Sen|Rep|No|vs)\.|\.\.\.|…)$/u;

/** Lines about the text rather than its headline: a byline, a date, a credit, a label. */
const NO_TITLE = /^(?:by|from|published|updated|posted|source|photo|image|credit)\b|^https?:\/\/|@/i;

/** Buttons and labels that may stand above a headline. */
const LINES_ABOVE = 4;

/**
 * Finds the headline where a text shows one: a first line that does not end as prose does and is followed by more.
 *
 * @returns `null` when the text begins with its first sentence.
 */
export function findTitle(text: string): Span | null {
  let from = 0;
  for (let above = 0; above <= LINES_ABOVE; above++) {
    const offset = text.slice(from, from + LONGEST_GAP).search(/\S/);
    if (offset < 0) return null;
    const start = from + offset;
    const newline = text.indexOf('\n', start);
    if (newline < 0 || newline - start > LONGEST_TITLE) return null;
    const line = text.slice(start, newline).trimEnd();
    if (classifyLine(line, line.length) === null)
      return isTitle(line, text, newline) ? [start, start + line.length] : null;
    from = newline;
  }
  return null;
}

function isTitle(line: string, text: string, newline: number): boolean {
  if (line.length < 3 || !/\p{L}{2}/u.test(line) || NO_TITLE.test(line)) return false;
  if (ENDS_AS_PROSE.test(line) && !ABBREVIATION_AT_END.test(line)) return false;
  // A headline heads something longer than itself: verse, lists and lone labels have none.
  const rest = text.slice(newline, newline + LONGEST_GAP + line.length).trim();
  return rest.length >= line.length;
}
