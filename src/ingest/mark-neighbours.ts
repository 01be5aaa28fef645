import type { OmissionReason } from '../model/document.ts';
import type { Line } from './split-lines.ts';
import { isPlaceAndDay } from './split-title.ts';

/** A label whose caption stands on the next line. */
const CAPTION_LABEL = /^(?:image|photo|media|video|picture) caption[,:]?$/i;
const LONGEST_CAPTION = 250;
/** Counts of shares and comments, zoomed pictures: bare numbers that mean nothing in an account. */
const BARE_NUMBER = /^[+]?\d[\d.,]{0,8}[km]?$/i;
/** What somebody is, below a byline: “Business reporter, Oster”. */
const ROLE =
  /^(?=.{4,70}$)(?:[\p{L}&’'-]+,? ){0,5}(?:reporter|correspondent|editor|writer|columnist|journalist|staff|producer|analyst)(?:,? .{0,40})?$/iu;
/** What stands above a headline and is neither prose nor classified: the site's name, a section. */
const LONGEST_MASTHEAD = 45;
const LINES_ABOVE = 14;
const SENTENCE = /[.!?]["”’')]*$/;

/** Marks lines that only their neighbours tell: the caption after its label, a bare number among buttons, a role below a byline, a masthead. */
export function markNeighbours(
  lines: readonly Line[],
  why: (OmissionReason | null)[],
  titleLine: number | null,
): void {
  for (const { index, text, length } of lines) {
    if (why[index] != null || index === titleLine) continue;
    const before = why[index - 1];
    const after = why[index + 1];
    if (before === 'other' && CAPTION_LABEL.test(lines[index - 1]?.text ?? '') && length <= LONGEST_CAPTION)
      why[index] = 'other';
    else if (BARE_NUMBER.test(text) && (before === 'navigation' || after === 'navigation'))
      why[index] = 'navigation';
    else if (before === 'byline' && ROLE.test(text) && !SENTENCE.test(text)) why[index] = 'byline';
    else if (
      titleLine !== null &&
      index < titleLine &&
      titleLine <= LINES_ABOVE &&
      length <= LONGEST_MASTHEAD &&
      !isPlaceAndDay(text) &&
      !SENTENCE.test(text)
    )
      why[index] = 'navigation';
  }
}
