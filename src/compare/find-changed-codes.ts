import type { TermIndex } from '../learn/term.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import { evidenceAt } from '../model/evidence.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { discrepancyId } from './discrepancy-id.ts';
import { findCodes, shapeOf, type Code } from './find-codes.ts';
import { holdersOf, type Holders } from './holders.ts';

/** Figures that a single code needs so that another one a figure apart is no neighbour of it: "flight 612", not "gate 3". */
const FIGURES = 3;
/** Values of one noun that are compared: where there are more, it is a list. */
const MOST_VALUES = 12;

/**
 * Finds codes that accounts give differently for one thing: one end of a range is another ("batches K2407 to K2411", "K2407 to
 * K2412"), or a figure of one code is changed or two are exchanged.
 *
 * Only an account that has one code of its kind is heard, since two flights have two numbers.
 */
export function findChangedCodes(story: LinkedStory, indexes: readonly TermIndex[]): Discrepancy[] {
  const holders = holdersOf(story);
  const byNoun = new Map<string, Map<string, Code[]>>();
  for (const code of indexes.flatMap((index, at) => onlyOnes(findCodes(index, at)))) {
    const values = byNoun.get(code.noun) ?? new Map<string, Code[]>();
    byNoun.set(code.noun, values);
    const known = values.get(valueOf(code));
    if (known) known.push(code);
    else values.set(valueOf(code), [code]);
  }
  return [...byNoun.values()].flatMap((values) => {
    if (values.size < 2 || values.size > MOST_VALUES) return [];
    const lists = [...values.values()];
    return lists.flatMap((one, at) =>
      lists.slice(at + 1).flatMap((other) => {
        const [a, b] = [one[0], other[0]];
        return a && b && isChanged(a.ends, b.ends) ? [describe(story, [...one, ...other], holders)] : [];
      }),
    );
  });
}

/** The first mention of each noun's code, where a document has one code of that noun. */
function onlyOnes(codes: readonly Code[]): Code[] {
  const byNoun = new Map<string, Code[]>();
  for (const code of codes) byNoun.set(code.noun, [...(byNoun.get(code.noun) ?? []), code]);
  return [...byNoun.values()].flatMap((list) =>
    new Set(list.map(valueOf)).size === 1 ? list.slice(0, 1) : [],
  );
}

function valueOf({ ends }: Code): string {
  return ends.join(' to ');
}

function isChanged(a: readonly string[], b: readonly string[]): boolean {
  const [from = '', to] = a;
  const [start = '', end] = b;
  if (shapeOf(from) !== shapeOf(start)) return false;
  if (to !== undefined && end !== undefined) return (from === start) !== (to === end);
  if (to !== undefined || end !== undefined) return false;
  return from.replace(/\D/g, '').length >= FIGURES && isSlip(from, start);
}

/** Whether one character is another, or two neighbours have changed places. */
function isSlip(a: string, b: string): boolean {
  const apart = [...a].flatMap((letter, at) => (letter === b[at] ? [] : [at]));
  const [first = 0, second = 0] = apart;
  if (apart.length === 2) return second === first + 1 && a[first] === b[second] && a[second] === b[first];
  return apart.length === 1;
}

function describe(story: LinkedStory, codes: readonly Code[], holders: Holders): Discrepancy {
  const readings = codes
    .toSorted((x, y) => x.documentIndex - y.documentIndex)
    .flatMap(({ documentIndex, span }) => {
      const document = story.documents[documentIndex]?.document;
      return document
        ? [
            {
              value: document.text.slice(...span),
              heldBy: holders(documentIndex, span),
              evidence: evidenceAt(document, [span]),
            },
          ]
        : [];
    });
  const [first] = codes;
  const place = first && story.documents[first.documentIndex];
  const sentence = place?.language.sentences[first?.sentence ?? -1];
  return {
    id: discrepancyId('code', readings),
    kind: 'detail',
    about:
      place && sentence
        ? place.document.text
            .slice(...sentence.span)
            .trim()
            .replace(/\s+/g, ' ')
        : '',
    importance: 'medium',
    readings,
  };
}
