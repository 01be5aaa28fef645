import type { Proposition } from './proposition.ts';
import { stanceOf } from './stance.ts';

/**
 * Parts propositions that a narrower and a wider reading were taken together: who says that he sent arms, and that he sent
 * none for the war, does not contradict himself. Where one actor of a group both asserts and denies, and what he denies has
 * circumstances that what he asserts lacks, those that have the circumstances make a claim of their own. Who asserts the
 * narrower asserts the wider with it; who denies it does not deny the wider.
 *
 * @returns the group itself where nobody contradicts himself, else the wider and the narrower one.
 */
export function splitScope(all: readonly Proposition[]): (readonly Proposition[])[] {
  const group = withoutOthers(all);
  const scope = contestedScope(group);
  if (scope.size === 0) return [group];
  const narrow = group.filter((member) => circumstances(member).some((key) => scope.has(key)));
  const wide = group.filter((member) => !narrow.includes(member) || stanceOf(member) !== 'denies');
  const splits = narrow.length > 0 && wide.length > 0 && narrow.some((member) => !wide.includes(member));
  return splits ? [wide, narrow] : [group];
}

/**
 * "Fired nothing but gas" says that they fired gas and nothing else: where both are read as one claim, the gas is meant and the
 * denial is of everything else.
 */
function withoutOthers(group: readonly Proposition[]): readonly Proposition[] {
  const placeOf = ({ attribution, headSpan }: Proposition): string =>
    `${attribution.id}:${String(headSpan[0])}`;
  const asserted = new Set(group.filter(({ frame }) => frame.negator === null).map(placeOf));
  return group.filter(
    (one) => !one.frame.universal || one.frame.negator === null || !asserted.has(placeOf(one)),
  );
}

/** Words that somebody's denial has as a circumstance and his own assertions lack. */
function contestedScope(group: readonly Proposition[]): Set<string> {
  const byActor = new Map<string, { asserted: Proposition[]; denied: Proposition[] }>();
  for (const member of group) {
    const { speaker } = member.attribution;
    if (speaker === null || member.frame.presupposed) continue;
    const stance = stanceOf(member);
    if (stance !== 'asserts' && stance !== 'denies') continue;
    const held = byActor.get(speaker) ?? { asserted: [], denied: [] };
    held[stance === 'denies' ? 'denied' : 'asserted'].push(member);
    byActor.set(speaker, held);
  }
  const scope = new Set<string>();
  for (const { asserted, denied } of byActor.values()) {
    if (asserted.length === 0 || denied.length === 0) continue;
    const said = new Set(asserted.flatMap(({ terms }) => terms.map(({ key }) => key)));
    const narrower = denied.map((member) => circumstances(member).filter((key) => !said.has(key)));
    // one denial that has no circumstance denies the whole
    if (narrower.some((keys) => keys.length === 0)) continue;
    for (const keys of narrower) for (const key of keys) scope.add(key);
  }
  return scope;
}

function circumstances({ terms, roles, head }: Proposition): string[] {
  return terms.flatMap(({ key, kind }, at) =>
    at !== head &&
    (roles[at] === 'other' || roles[at] === 'beside') &&
    (kind === 'noun' || kind === 'entity' || kind === 'verb')
      ? [key]
      : [],
  );
}
