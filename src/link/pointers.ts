import { overlaps } from '../model/span.ts';
import { findAntecedent, isPointing } from './antecedent.ts';
import type { Content, Contents } from './content.ts';
import { findContinued } from './continuation.ts';
import { findNamedAntecedent, namedThing } from './named-antecedent.ts';
import type { Principals } from './principals.ts';

/** A content that takes up what another says. */
export interface Pointer {
  readonly content: Content;
  /**
   * Whose words say how it stands to that: its own, or those of the content that it goes on with ("denied this. 'I was at
   * home,' he said"). `null` where it goes on with the content that it takes up, and stands to it as that one does.
   */
  readonly by: Content | null;
}

/** For each content that is taken up, by the id of its attribution: those that take it up. */
export type Pointers = ReadonlyMap<string, readonly Pointer[]>;

/** Contents before a pointing one that are looked at. */
const MOST_BEFORE = 12;

/** Finds what the contents of a story take up of others; linear. */
export function readPointers({ list, indexes }: Contents, principals: Principals): Pointers {
  const pointers = new Map<string, Pointer[]>();
  const takenUp = new Map<string, Content>();
  const add = (antecedent: Content, pointer: Pointer): void => {
    const { id } = antecedent.attribution;
    pointers.set(id, [...(pointers.get(id) ?? []), pointer]);
  };
  list.forEach((content, at) => {
    const antecedent = antecedentOf(list, at);
    if (antecedent) {
      takenUp.set(content.attribution.id, antecedent);
      add(antecedent, { content, by: content });
    }
    const text = indexes[content.documentIndex]?.annotated.document.text ?? '';
    const continued = findContinued(list, at, text, principals);
    if (!continued) return;
    const source = takenUp.get(continued.attribution.id);
    if (source) add(source, { content, by: continued });
    else if (!isPointing(continued)) add(continued, { content, by: null });
  });
  return pointers;
}

function antecedentOf(list: readonly Content[], at: number): Content | undefined {
  const content = list[at];
  if (!content) return undefined;
  const thing = namedThing(content);
  if (isPointing(content)) return findAntecedent(content, contentsBefore(list, at));
  return thing ? findNamedAntecedent(content, thing, contentsBefore(list, at)) : undefined;
}

/** Contents of the same document that stand earlier and not within, nearest first. */
function contentsBefore(list: readonly Content[], at: number): Content[] {
  const content = list[at] as Content;
  const before: Content[] = [];
  for (let back = at - 1; back >= 0 && before.length < MOST_BEFORE; back--) {
    const other = list[back];
    if (!other || other.documentIndex !== content.documentIndex) break;
    const within = other.attribution.content.spans.some((span) =>
      content.attribution.content.spans.some((mine) => overlaps(span, mine)),
    );
    if (!within) before.push(other);
  }
  return before;
}
