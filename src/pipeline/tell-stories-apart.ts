import { groupStories } from '../link/group-stories.ts';
import type { StoryDocument } from '../link/story-terms.ts';
import type { Warning } from '../model/errors.ts';
import { contentId } from '../model/id.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Story } from '../model/story.ts';

/** A story with the places of its documents in the list that was given. */
export interface StoryPart {
  readonly story: Story;
  readonly members: readonly number[];
}

/** Longest title of a story in UTF-16 units; first sentences may have no end. */
const LONGEST_TITLE = 160;
/** Sizes that the warning names. */
const NAMED_SIZES = 5;

/** The stories that documents tell, the one with most documents first. Documents that are not analysed are in none. */
export function tellStoriesApart(documents: readonly StoryDocument[]): StoryPart[] {
  const places = documents.flatMap(({ document }, place) => (document.analysed ? [place] : []));
  const told = places.flatMap((place) => documents[place] ?? []);
  return groupStories(told).map(({ members, central }) => {
    const ids = members.map((member) => told[member]?.document.id ?? '');
    return {
      story: { id: contentId('s', ...ids), title: titleOf(told[central]), documents: ids },
      members: members.map((member) => places[member] ?? 0).sort((a, b) => a - b),
    };
  });
}

/** What of a linked story one of the stories in it is made of. */
export function partOfStory(whole: LinkedStory, members: readonly number[]): LinkedStory {
  const documents = members.flatMap((member) => whole.documents[member] ?? []);
  const ids = new Set(documents.map(({ document }) => document.id));
  return {
    ...whole,
    documents,
    entityOf: members.map((member) => whole.entityOf[member] ?? []),
    attributions: whole.attributions.filter(({ document }) => ids.has(document)),
  };
}

/** Says that the documents tell several stories, and how many documents each has. */
export function severalStories(stories: readonly Story[]): Warning {
  const sizes = stories.map(({ documents }) => documents.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const named = sizes.slice(0, NAMED_SIZES).join(', ') + (sizes.length > NAMED_SIZES ? ', …' : '');
  return {
    code: 'several-stories',
    message:
      `These ${total} documents tell ${stories.length} stories (of ${named} documents). Utterances, claims and ` +
      'discrepancies are looked for within each. stemma stories lists which document tells which.',
  };
}

function titleOf(central: StoryDocument | undefined): string {
  if (!central) return '';
  const { document, language } = central;
  const first = language.sentences.find(({ kind }) => kind === 'title') ?? language.sentences[0];
  const words = (document.title ?? (first ? document.text.slice(...first.span) : ''))
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= LONGEST_TITLE) return words;
  return `${words.slice(0, LONGEST_TITLE).replace(/\s\S*$/, '')} …`;
}
