import type { Stance } from './claim.ts';
import type { Predication } from './predication.ts';

/** What one clause says, and how whoever says it stands to it. */
export interface Telling extends Predication {
  readonly stance: Stance;
}

/** What one sentence of one document says, clause by clause, whoever says it; the narrator's own words have no speaker. */
export type TellingReader = (documentIndex: number, sentence: number) => readonly Telling[];
