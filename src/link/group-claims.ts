import type { Claim } from '../model/claim.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { readContents, type Contents } from './content.ts';

export function groupClaims(story: LinkedStory, contents: Contents = readContents(story)): Claim[] {
  void contents;
  return [];
}
