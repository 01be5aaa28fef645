import { anchorId } from '../anchors.ts';
import { nameOfDocument } from '../document-words.ts';
import type { DividedDossier, StoryDossier } from '../story-dossiers.ts';
import { summaryFigures } from '../summary-figures.ts';
import { Name, count } from '../words.tsx';

/** A story with the address of its section or page. */
interface ListedStory {
  readonly story: StoryDossier;
  readonly href: string;
}

/**
 * The stories that the documents tell, each leading to its own section or page; those of one document behind those that
 * several tell, since nothing in them is compared.
 *
 * @param props.hrefOf - address of a story by its number, from 1.
 */
export function Stories({
  divided,
  hrefOf,
}: {
  divided: DividedDossier;
  hrefOf: (number: number) => string;
}) {
  const listed = divided.stories.map((story, at): ListedStory => ({ story, href: hrefOf(at + 1) }));
  const several = listed.filter(({ story }) => story.story.documents.length > 1);
  const single = listed.filter(({ story }) => story.story.documents.length <= 1);
  return (
    <section id="stories" aria-labelledby="stories-h">
      <h2 id="stories-h">The stories</h2>
      <p class="lead">
        The documents tell {count(listed.length, 'story', 'stories')}. Accounts are compared within each: what
        is alike in two stories is chance.
      </p>
      <ol class="stories">
        {several.map((each) => (
          <ListedLine listed={each} />
        ))}
      </ol>
      {single.length > 0 ? (
        <details class="more" open={several.length === 0}>
          <summary>{count(single.length, 'story', 'stories')} told by one document alone</summary>
          <ol class="stories">
            {single.map((each) => (
              <ListedLine listed={each} />
            ))}
          </ol>
        </details>
      ) : null}
      <Shared divided={divided} listed={listed} />
    </section>
  );
}

function ListedLine({ listed: { story, href } }: { listed: ListedStory }) {
  const { dossier } = story;
  const [only] = dossier.documents;
  return (
    <li class="row" id={`at-${anchorId(story.story.id)}`}>
      <a href={href}>
        <Name text={titleOf(story)} />
      </a>
      <span class="quiet">
        {dossier.documents.length === 1 && only ? (
          <Name text={nameOfDocument(only)} />
        ) : (
          summaryFigures(dossier).join(' · ')
        )}
      </span>
    </li>
  );
}

/** A story's headline; the name of its first document where it has none. */
export function titleOf({ story, dossier }: StoryDossier): string {
  const [first] = dossier.documents;
  return story.title.trim() === '' && first ? nameOfDocument(first) : story.title;
}

/** Pairs of stories between which text is shared: one of them may tell both, or both may print one report. */
function Shared({ divided, listed }: { divided: DividedDossier; listed: readonly ListedStory[] }) {
  const placeOf = new Map(
    listed.flatMap((each, at) => each.story.story.documents.map((id) => [id, at] as const)),
  );
  const pairs = new Map<string, { readonly places: readonly [number, number]; edges: number }>();
  for (const { from, to } of divided.between) {
    const places = [placeOf.get(from) ?? -1, placeOf.get(to) ?? -1].sort((a, b) => a - b) as [number, number];
    const pair = pairs.get(places.join(' ')) ?? { places, edges: 0 };
    pairs.set(places.join(' '), pair);
    pair.edges++;
  }
  if (pairs.size === 0) return null;
  return (
    <details class="more">
      <summary>Text that stands in two stories</summary>
      <ul class="plain">
        {[...pairs.values()].map(({ places, edges }) => (
          <li>
            {places.map((place, at) => (
              <>
                {at > 0 ? ' ↔ ' : ''}
                <a href={listed[place]?.href}>
                  <Name text={listed[place] ? titleOf(listed[place].story) : ''} />
                </a>
              </>
            ))}{' '}
            <span class="quiet">{count(edges, 'pair')} of documents</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
