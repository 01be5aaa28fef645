import type { Span } from '../model/span.ts';
import { classifyLine, isReleaseLabel } from './classify-line.ts';

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

/** Buttons, labels and notices of cookies that may stand above a headline. */
const LINES_ABOVE = 12;
/** A site's own name has few words, and buttons stand below it. */
const MASTHEAD_WORDS = 4;

/**
 * Finds the headline where a text shows one: a first line that does not end as prose does and is followed by more.
 *
 * @returns `null` when the text begins with its first sentence.
 */
export function findTitle(text: string): Span | null {
  let from = 0;
  let masthead: Span | null = null;
  for (let above = 0; above <= LINES_ABOVE; above++) {
    const offset = text.slice(from, from + LONGEST_GAP).search(/\S/);
    if (offset < 0) return masthead;
    const start = from + offset;
    const newline = text.indexOf('\n', start);
    const line = text.slice(start, newline < 0 ? start + LONGEST_GAP : newline).trimEnd();
    const isFurniture =
      classifyLine(line, line.length) !== null ||
      isButton(line) ||
      (masthead !== null && isPlaceAndDay(line));
    if (!isFurniture) {
      if (newline < 0 || line.length > LONGEST_TITLE || !isTitle(line, text, newline)) return masthead;
      const words = line.split(/\s+/).length;
      if (masthead !== null)
        // Below the buttons a headline; anything short there is another label.
        return words > MASTHEAD_WORDS ? [start, start + line.length] : masthead;
      if (words > MASTHEAD_WORDS || !isButton(nextLine(text, newline))) return [start, start + line.length];
      masthead = [start, start + line.length];
    }
    if (newline < 0) return masthead;
    from = newline;
  }
  return masthead;
}

/** Whether a line says where and when a press release was put out, between its letterhead and its headline. */
export function isPlaceAndDay(line: string): boolean {
  return PLACE_AND_DAY.test(line);
}

const PLACE_AND_DAY =
  /^(?:\p{Lu}[\p{L}.'’ -]{1,40}, )?(?:\p{Lu}\p{Ll}+,? )?\d{1,2}\.? \p{Lu}\p{Ll}+(?:,? \d{4})?$/u;

/** What stands below a site's name and not below a headline. */
function isButton(line: string): boolean {
  return (
    isReleaseLabel(line) ||
    /^(?:subscribe(?: now)?|log ?in|sign ?in|sign up|register|menu|search|home|my account|donate|support us|sections?|newsletters?)$/i.test(
      line,
    )
  );
}

function nextLine(text: string, from: number): string {
  return /\S[^\n]{0,80}/.exec(text.slice(from, from + LONGEST_GAP))?.[0].trim() ?? '';
}

function isTitle(line: string, text: string, newline: number): boolean {
  if (line.length < 3 || !/\p{L}{2}/u.test(line) || NO_TITLE.test(line)) return false;
  if (ENDS_AS_PROSE.test(line) && !ABBREVIATION_AT_END.test(line)) return false;
  // A headline heads something longer than itself: verse, lists and lone labels have none.
  const rest = text.slice(newline, newline + LONGEST_GAP + line.length).trim();
  return rest.length >= line.length;
}
