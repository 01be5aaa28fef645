import { evidenceAt } from '../model/evidence.ts';
import type { DescentSign } from '../model/lineage.ts';
import type { Outline } from './outline.ts';
import { sentenceSpan } from './outline-words.ts';
import type { SharedText } from './shared-text.ts';

/**
 * Marks that come in two forms, of which an outlet's system writes one; none is a matter of what is said. A form is recognised
 * by its first character, at which the expression is tried.
 */
const MARKS: readonly (readonly [RegExp, RegExp])[] = [
  [/[“”]/g, /"/g],
  [/(?<=\p{L})’(?=\p{L})/gu, /(?<=\p{L})'(?=\p{L})/gu],
  [/—/g, /(?<= )--?(?= )/g],
];
/**
 * How often each form has to stand: in what both have, in the rest of the copy, in the rest of the source. Pull quotes and
 * embedded posts bring one or two marks of another form into any page.
 */
const IN_COMMON = 2;
const IN_COPY = 3;
const IN_SOURCE = 2;

/**
 * Words that both have and that are typeset like the whole of the other text and unlike the rest of the copy: they were put in
 * with their typography.
 */
export function findOtherTypesetting({
  source,
  copy,
  sourceShared,
  copyShared,
}: SharedText): DescentSign | null {
  for (const forms of MARKS) {
    for (const [theirs, own] of [forms, [forms[1], forms[0]]] as const) {
      const common = placesOf(copy, copyShared, 1, theirs);
      const rest = placesOf(copy, copyShared, 0, own);
      if (common.length < IN_COMMON || rest.length < IN_COPY) continue;
      const isPure =
        placesOf(copy, copyShared, 1, own).length + placesOf(copy, copyShared, 0, theirs).length === 0 &&
        placesOf(source, sourceShared, 0, theirs).length >= IN_SOURCE &&
        placesOf(source, sourceShared, 1, theirs).length >= IN_COMMON &&
        placesOf(source, sourceShared, 0, own).length + placesOf(source, sourceShared, 1, own).length === 0;
      if (!isPure) continue;
      const sentences = [common[0] ?? 0, rest[0] ?? 0].toSorted((x, y) => x - y);
      const inSource = placesOf(source, sourceShared, 1, theirs)[0] ?? 0;
      return {
        kind: 'typeset-otherwise',
        evidence: evidenceAt(
          copy.document,
          sentences.map((sentence) => sentenceSpan(copy, sentence)),
        ),
        source: evidenceAt(source.document, [sentenceSpan(source, inSource)]),
      };
    }
  }
  return null;
}

/** The sentences, shared (1) or not (0), in which a form of a mark stands; one as often as it stands there. */
function placesOf(outline: Outline, shared: Uint8Array, side: 0 | 1, form: RegExp): number[] {
  const places: number[] = [];
  shared.forEach((isShared, sentence) => {
    if (isShared !== side) return;
    const [start, end] = sentenceSpan(outline, sentence);
    for (const _ of outline.document.text.slice(start, end).matchAll(form)) places.push(sentence);
  });
  return places;
}
