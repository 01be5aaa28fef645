import type { OmissionReason } from '../model/document.ts';
import type { Line } from './split-lines.ts';

/** Ends a press release and, with some desks, a report: “ENDS”, “-30-”, “###”. */
const END_MARK = /^[-–—*#\s]*(?:ends?|endit|-30-|#\s?#\s?#)[-–—*#\s.]*$/i;
/** Heads what a press office puts below its release. */
const NOTES =
  /^[-–—*#\s]*(?:notes? (?:to|for) (?:the )?(?:editors?|news ?desks?|media|press|journalists)|editors[’'] notes|(?:media|press|news) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|queries))\b[^.!?]{0,60}$/i;
/** A line that says whom to ask, with a way to do so. */
const CONTACT =
  /^(?:(?:media|press|news) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office|queries)\b|contacts?:|for (?:further|more|additional|media|press)\b.{0,40}\b(?:information|details|enquiries|inquiries|interviews?)\b|to (?:arrange|request) (?:an )?interviews?\b)/i;
const WAY_TO_ASK = /\S@\S|\+?\d[\d ()/-]{5,}\d|https?:|\bwww\./;
/** Who puts a paper out: its own name, and whose it is. */
const IMPRINT =
  /^(?:[Tt]he )?(?:\p{Lu}[\p{L}\d'’&.-]*\s){1,5}(?:is|are) (?:(?:printed and )?published|owned(?: and (?:run|operated|published))?|produced) by (?:the )?\p{Lu}[^.“”"]{2,80}(?:\.|$)/u;

/** Notes stand below an account, and are not longer than it. */
const FIRST_SHARE = 0.4;
const MOST_NOTES = 25;
const LAST_LINES = 4;
/** A name, a number and an address below “Press contact”. */
const MOST_CONTACT_LINES = 6;
const LONGEST_CONTACT_LINE = 100;
const ENDS_AS_PROSE = /\p{Ll}[.!?]$/u;

/** Marks what stands below an account that has ended: notes of a press office, whom to ask, whose paper it is. */
export function markEndMatter(lines: readonly Line[], why: (OmissionReason | null)[]): void {
  const mark = (at: number): void => void (why[at] ??= 'other');
  const from = Math.max(1, Math.floor(lines.length * FIRST_SHARE), lines.length - MOST_NOTES);
  const end = lines.find(({ index, text }) => index >= from && (END_MARK.test(text) || NOTES.test(text)));
  if (end !== undefined) for (let at = end.index; at < lines.length; at++) mark(at);
  for (const { index, text } of lines.slice(-LAST_LINES)) {
    if (index > 0 && IMPRINT.test(text)) mark(index);
  }
  for (const { index, text } of lines.slice(from)) {
    if (!CONTACT.test(text)) continue;
    const following = lines.slice(index + 1, index + 1 + MOST_CONTACT_LINES);
    if (!WAY_TO_ASK.test(text) && !following.slice(0, 3).some((line) => WAY_TO_ASK.test(line.text))) continue;
    mark(index);
    for (const line of following) {
      if (
        line.length > LONGEST_CONTACT_LINE ||
        (ENDS_AS_PROSE.test(line.text) && !WAY_TO_ASK.test(line.text))
      )
        break;
      mark(line.index);
    }
  }
}
