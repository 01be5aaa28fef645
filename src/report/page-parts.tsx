import type { Dossier } from '../model/dossier.ts';
import { anchorId } from './anchors.ts';
import { plainWords } from './escape-html.ts';
import type { LinkList } from './link-list.tsx';
import { indexDossier, shortened, type PageIndex } from './page-index.ts';
import { PAGE_SECTIONS, filledSections } from './page-sections.tsx';
import { sectionId } from './section.tsx';
import { Documents } from './sections/documents.tsx';
import { Masthead } from './sections/masthead.tsx';
import { Method } from './sections/method.tsx';
import { Stories, titleOf } from './sections/stories.tsx';
import { divideByStory, withoutChance, type DividedDossier, type StoryDossier } from './story-dossiers.ts';
import { viewOfStory } from './story-view.ts';
import { summaryFigures } from './summary-figures.ts';
import { Name } from './words.tsx';

/** What a page is made of, as HTML. */
export interface PageParts {
  /** What stands before the sections: the story in figures, and where to find what. */
  readonly top: string;
  /** See {@link PageIndex.large}. */
  readonly large: boolean;
  /** A section each, made as they are gone through. */
  readonly sections: Iterable<string>;
}

/** A line of the list of contents. */
interface Entry {
  readonly href: string;
  readonly title: string;
  readonly items?: number;
}

const METHOD: Entry = { href: '#method', title: 'Method and limits' };
/** Stories that the list of contents names; the section that it leads to names all. */
const STORIES_NAMED = 8;

/** The page of one story, section by section. `home`: address of the page that lists the other stories. */
export function pageOfStory(index: PageIndex, links: LinkList, home?: string): PageParts {
  const entries = [
    ...(home === undefined ? [] : [{ href: home, title: 'All stories' }]),
    ...PAGE_SECTIONS.map(({ id, title, items }) => ({ href: `#${id}`, title, items: items(index.dossier) })),
    METHOD,
  ];
  return {
    top: topOf(index, entries),
    large: index.large,
    sections: lazily(function* () {
      for (const { render } of PAGE_SECTIONS) yield render(index, links).toString();
      yield (<Method index={index} />).toString();
    }),
  };
}

/** One page of several stories: what they are, then each with all that concerns it. */
export function pageOfStories(dossier: Dossier, links: LinkList): PageParts {
  const divided = divideByStory(dossier);
  const index = indexDossier(withoutChance(dossier, divided));
  const hrefOf = (number: number): string => `#${anchorOf(divided.stories[number - 1])}`;
  return {
    top: topOf(index, entriesOf(divided, hrefOf)),
    large: index.large,
    sections: lazily(function* () {
      yield (<Stories divided={divided} hrefOf={hrefOf} />).toString();
      for (const [at, story] of divided.stories.entries()) {
        const view = viewOfStory(index, story.dossier, at + 1);
        yield `<article class="story" id="${anchorOf(story)}">${(<StoryTop view={view} story={story} />).toString()}`;
        for (const { render } of filledSections(story.dossier)) yield render(view, links).toString();
        yield '</article>';
      }
      yield* othersOf(viewOfStory(index, divided.others, null), links);
      yield (<Method index={index} />).toString();
    }),
  };
}

/** The page that lists stories which have pages of their own. `hrefOf`: address of a story by its number, from 1. */
export function indexOfStories(
  dossier: Dossier,
  divided: DividedDossier,
  hrefOf: (number: number) => string,
  links: LinkList,
): PageParts {
  const others = indexDossier(divided.others);
  // Figures and warnings are those of the whole; links lead to what stands on this page alone.
  const index = { ...others, dossier };
  return {
    top: topOf(index, entriesOf(divided, hrefOf)),
    large: others.large,
    sections: lazily(function* () {
      yield (<Stories divided={divided} hrefOf={hrefOf} />).toString();
      yield* othersOf(others, links);
      yield (<Method index={index} />).toString();
    }),
  };
}

/** Makes what a generator makes, anew each time that it is gone through. */
function lazily(make: () => Generator<string>): Iterable<string> {
  return { [Symbol.iterator]: make };
}

function* othersOf(index: PageIndex, links: LinkList): Generator<string> {
  if (index.documents.length > 0)
    yield (<Documents index={index} links={links} title={IN_NO_STORY} />).toString();
}

const IN_NO_STORY = 'In no story';

function entriesOf({ stories, others }: DividedDossier, hrefOf: (number: number) => string): Entry[] {
  return [
    { href: '#stories', title: 'The stories', items: stories.length },
    ...stories.slice(0, STORIES_NAMED).map((story, at) => ({
      href: hrefOf(at + 1),
      title: shortened(plainWords(titleOf(story))),
      items: story.story.documents.length,
    })),
    ...(others.documents.length > 0
      ? [{ href: '#documents', title: IN_NO_STORY, items: others.documents.length }]
      : []),
    METHOD,
  ];
}

function anchorOf(story: StoryDossier | undefined): string {
  return anchorId(story?.story.id ?? '');
}

/** Headline of a story on a page of several, its figures, and where its sections are. */
function StoryTop({ view, story }: { view: PageIndex; story: StoryDossier }) {
  return (
    <>
      <h2>
        <Name text={titleOf(story)} />
      </h2>
      <p class="figures">{summaryFigures(story.dossier).join(' · ')}</p>
      <p class="story-parts">
        <a href="#stories">All stories</a>
        {filledSections(story.dossier).map(({ id, title }) => (
          <a href={`#${sectionId(view, id)}`}>{title}</a>
        ))}
      </p>
    </>
  );
}

function topOf(index: PageIndex, entries: readonly Entry[]): string {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the dossier
      </a>
      <Masthead index={index} />
      <nav class="contents" aria-label="Sections">
        <ol>
          {entries.map(({ href, title, items }) => (
            <li>
              <a href={href}>
                <Name text={title} />
                {items === undefined ? null : <span class="quiet"> {items}</span>}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </>
  ).toString();
}
