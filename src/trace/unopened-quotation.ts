import { evidenceAt } from '../model/evidence.ts';
import type { DescentSign } from '../model/lineage.ts';
import type { Outline } from './outline.ts';
import { sentenceSpan } from './outline-words.ts';
import type { SharedText } from './shared-text.ts';

const MARK = /["“”«»„]/;
const CLOSING = /^[.,!?…]*["”»]/;
/** Quoted words before the closing mark; fewer may be a stray mark. */
const LEAST_QUOTED = 4;

/**
 * A quotation of which a copy has the end and not the beginning: the sentence in which the other text opens it was cut.
 *
 * Only where the other has the sentence before, the copy has another or none, and the mark closes after the same word in both.
 */
export function findUnopenedQuotation({ source, copy, pairs, sourceShared }: SharedText): DescentSign | null {
  for (const pair of pairs) {
    const inSource = source.sentenceStart[pair.source] ?? 0;
    const inCopy = copy.sentenceStart[pair.copy] ?? 0;
    const runsOn =
      pair.source > 0 &&
      sourceShared[pair.source - 1] === 0 &&
      source.quoted[inSource] === 1 &&
      source.quoted[inSource - 1] === 1 &&
      !MARK.test(after(source, inSource - 1));
    if (!runsOn || copy.quoted[inCopy] === 1 || MARK.test(before(copy, inCopy))) continue;
    const closesSource = firstMark(source, pair.source);
    const closesCopy = firstMark(copy, pair.copy);
    if (
      closesSource === null ||
      closesCopy === null ||
      closesSource - inSource < LEAST_QUOTED - 1 ||
      source.term[closesSource] !== copy.term[closesCopy] ||
      !CLOSING.test(after(source, closesSource)) ||
      !CLOSING.test(after(copy, closesCopy))
    )
      continue;
    return {
      kind: 'quotation-not-opened',
      evidence: evidenceAt(copy.document, [sentenceSpan(copy, pair.copy)]),
      source: evidenceAt(source.document, [
        [sentenceSpan(source, pair.source - 1)[0], sentenceSpan(source, pair.source)[1]],
      ]),
    };
  }
  return null;
}

/** The first word of a sentence that a quotation mark follows; `null` where none does. */
function firstMark(outline: Outline, sentence: number): number | null {
  const end = outline.sentenceStart[sentence + 1] ?? 0;
  for (let word = outline.sentenceStart[sentence] ?? 0; word < end; word++)
    if (MARK.test(after(outline, word))) return word;
  return null;
}

const after = ({ document, start, end }: Outline, word: number): string =>
  document.text.slice(end[word], start[word + 1]);

const before = ({ document, start, end }: Outline, word: number): string =>
  document.text.slice(word > 0 ? end[word - 1] : 0, start[word]);
