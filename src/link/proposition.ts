import type { Predication } from '../model/predication.ts';
import type { Role } from '../model/role.ts';
import type { Content } from './content.ts';

/** Something that one content says, as one of the propositions of a story. */
export interface Proposition extends Content, Predication {
  /** Whether its content denies it, by its cue or by its own words. */
  readonly denied: boolean;
  /** Of "weapons or drones" each is said by itself: propositions of one wording share this number; -1 for all others. */
  readonly conjunct: number;
}

/** How much a term counts by its role when two propositions are compared. Set by hand on invented stories. */
export const ROLE_WEIGHT: Readonly<Record<Role, number>> = {
  head: 1.3,
  agent: 1,
  object: 1,
  other: 0.6,
  beside: 0.25,
};
