import type { Pointers, Pointer } from './pointers.ts';
import type { Principals } from './principals.ts';
import type { Proposition } from './proposition.ts';
import { stanceOf } from './stance.ts';

/** Repetitions that are looked at: copies of one report each go on with a denial of their own. */
const MOST_ECHOES = 40;

/**
 * Adds to what goes on with a content all that repeats it: where "I was in hospital that day" goes on with a denial in one
 * account, it stands to the matter alike in those that tell it by itself. Only what the same side says, in the same stance.
 *
 * @param groups - places of propositions that are one.
 */
export function withEchoes(
  pointers: Pointers,
  groups: readonly (readonly number[])[],
  propositions: readonly Proposition[],
  principals: Principals,
): Pointers {
  const groupOf = new Map(groups.flatMap((group) => group.map((place) => [place, group] as const)));
  // what a quotation says first goes on with what stands before it; what it says then may be another matter
  const opening = new Map<string, Proposition>();
  for (const proposition of propositions) {
    const { id } = proposition.attribution;
    if (!opening.has(id) && !proposition.frame.presupposed) opening.set(id, proposition);
  }
  const voice = ({ attribution }: Proposition): string | null =>
    attribution.speaker === null ? null : principals.of(attribution.speaker);
  const echoesOf = ({ content, by }: Pointer): Pointer[] => {
    const said = opening.get(content.attribution.id);
    if (by === content || said === undefined || voice(said) === null) return [];
    const stance = stanceOf(said);
    return (groupOf.get(said.index) ?? []).slice(0, MOST_ECHOES).flatMap((place) => {
      const other = propositions[place];
      const repeats =
        other !== undefined &&
        other.attribution.id !== content.attribution.id &&
        !other.frame.presupposed &&
        voice(other) === voice(said) &&
        stanceOf(other) === stance;
      return repeats ? [{ content: other, by }] : [];
    });
  };
  return new Map([...pointers].map(([id, list]) => [id, [...list, ...list.flatMap(echoesOf)]]));
}
