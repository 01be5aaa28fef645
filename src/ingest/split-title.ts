import type { Span } from '../model/span.ts';

/** A headline that is longer is a paragraph. */
const LONGEST_TITLE = 250;

/** Ends running prose: a full stop, a semicolon or a comma, closing marks after it allowed; question and exclamation marks do end headlines. */
const ENDS_AS_PROSE = /[.;:,…][”"'’»)\]]*$/u;
const ABBREVIATION_AT_END =
  /(?:\b\p{Lu}\.\p{Lu}\.|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|Gov|Sen|Rep|No|vs)\.|\.\.\.|…)$/u;

/** Lines about the text rather than its headline: a byline, a date, a credit, a label. */
const NO_TITLE = /^(?:by|from|published|updated|posted|source|photo|image|credit)\b|^https?:\/\/|@/i;

/**
 * Finds the headline where a text shows one: a first line that does not end as prose does and is followed by more.
 *
 * @returns `null` when the text begins with its first sentence.
 */
export function findTitle(text: string): Span | null {
  const start = text.search(/\S/);
  if (start < 0) return null;
  const newline = text.indexOf('\n', start);
  if (newline < 0 || newline - start > LONGEST_TITLE) return null;
  const line = text.slice(start, newline).trimEnd();
  if (line.length < 3 || !/\p{L}{2}/u.test(line) || NO_TITLE.test(line)) return null;
  if (ENDS_AS_PROSE.test(line) && !ABBREVIATION_AT_END.test(line)) return null;
  const rest = text.slice(newline).trimStart();
  // A headline heads something longer than itself: verse, lists and lone labels have none.
  if (rest.length < line.length) return null;
  return [start, start + line.length];
}
