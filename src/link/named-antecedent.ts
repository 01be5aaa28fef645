import { kinship } from '../learn/align-terms.ts';
import type { Term } from '../learn/term.ts';
import type { Content } from './content.ts';
import { actOf } from './stance.ts';

/** "No such meeting had taken place": says of what was told before that it was not. */
const NO_SUCH = /^[“"„«'‘]?(?:that\s+)?(?:there\s+(?:\S+\s+){1,3})?no\s+such\s+(?=\p{L})/iu;
/** "Denied *the meeting*": a thing that was told of before, and no more. */
const THE_THING = /^(?:the|any|this|that|such(?:\s+an?)?)\s+(?=\p{L}+[.,]?$)/iu;
/** From this kinship on a noun names what a verb told: "had met", "the meeting". */
const SAME = 0.8;
/** A noun says what is meant, so it may stand further off than a pronoun may. In characters. */
const REACH = 2000;

/** The noun by which a content takes up what was told before, to deny it: "no such *meeting*"; `undefined` for none. */
export function namedThing(content: Content): Term | undefined {
  const { attribution, terms } = content;
  const { text, spans } = attribution.content;
  const opening = NO_SUCH.exec(text) ?? (actOf(content) === 'deny' ? THE_THING.exec(text) : null);
  if (!opening || spans.length === 0) return undefined;
  const [first] = terms;
  return first?.kind === 'noun' ? first : undefined;
}

/**
 * What is meant by a thing that is denied: the nearest content before it, of somebody else, that tells of such a thing.
 *
 * @param before - contents of the same document that stand earlier, nearest first.
 */
export function findNamedAntecedent(
  content: Content,
  thing: Term,
  before: readonly Content[],
): Content | undefined {
  const place = content.attribution.content.spans[0]?.[0] ?? 0;
  const { speaker } = content.attribution;
  return before.find(
    ({ attribution, terms }) =>
      place - (attribution.content.spans[0]?.[0] ?? 0) <= REACH &&
      (speaker === null || attribution.speaker !== speaker) &&
      terms.some((term) => (term.kind === 'noun' || term.kind === 'verb') && kinship(term, thing) >= SAME),
  );
}
