import type { Claim } from '../model/claim.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Utterance } from '../model/utterance.ts';

export function findDiscrepancies(
  story: LinkedStory,
  utterances: readonly Utterance[],
  claims: readonly Claim[],
): Discrepancy[] {
  void story; void utterances; void claims;
  return [];
}
