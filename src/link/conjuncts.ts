import type { Term } from '../learn/term.ts';
import type { Upos } from '../model/language-layer.ts';
import type { Role } from '../model/role.ts';
import type { Range, TokenStretch } from './token-stretch.ts';

/** More things in a row are a list, and read as one. */
const MOST = 4;
const IN_LIST: ReadonlySet<Upos> = new Set(['ADJ', 'DET', 'ADP', 'NUM', 'PROPN', 'NOUN', 'PUNCT', 'PRON']);

/**
 * Parts the things that something is done to: of "weapons or drones" and "arms, including rockets" each may be denied or
 * claimed by itself.
 *
 * @returns for each its terms, as indices into `terms`; one `null` where nothing is joined.
 */
export function partConjuncts(
  stretch: TokenStretch,
  [from, to]: Range,
  terms: readonly Term[],
  roles: readonly Role[],
): (ReadonlySet<number> | null)[] {
  const objectAt = new Map<number, number>();
  terms.forEach(({ token, kind }, at) => {
    if (kind === 'noun' && roles[at] === 'object') objectAt.set(token, at);
  });
  const groups: Set<number>[] = [];
  let current = new Set<number>();
  for (let at = from; at < to && groups.length < MOST; at++) {
    const tag = stretch.tag(at);
    const word = stretch.word(at);
    if (tag === 'CCONJ' || word === ',' || /^including$/i.test(word)) {
      if (current.size > 0) {
        groups.push(current);
        current = new Set();
      }
      continue;
    }
    const term = objectAt.get(stretch.token(at));
    if (term !== undefined) current.add(term);
    else if ((tag === 'ADP' && current.size > 0) || !IN_LIST.has(tag as Upos)) break;
  }
  if (current.size > 0) groups.push(current);
  return groups.length > 1 ? groups : [null];
}
