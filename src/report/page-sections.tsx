import type { Dossier } from '../model/dossier.ts';
import { partByImportance } from './discrepancy-words.ts';
import type { LinkList } from './link-list.tsx';
import type { PageIndex } from './page-index.ts';
import { Claims } from './sections/claims.tsx';
import { Discrepancies } from './sections/discrepancies.tsx';
import { Documents } from './sections/documents.tsx';
import { LineageSection } from './sections/lineage.tsx';
import { Speakers } from './sections/speakers.tsx';
import { Timeline } from './sections/timeline.tsx';
import { Utterances } from './sections/utterances.tsx';

/** What the dossier of one story is divided into. */
interface PageSection {
  readonly id: string;
  /** Its heading in short. */
  readonly title: string;
  /** How many items it has. */
  readonly items: (dossier: Dossier) => number;
  /** How many more stand behind them, closed. */
  readonly behind?: (dossier: Dossier) => number;
  readonly render: (index: PageIndex, links: LinkList) => { toString(): string };
}

/** The sections of a story in the order in which they are read. */
export const PAGE_SECTIONS: readonly PageSection[] = [
  {
    id: 'discrepancies',
    title: 'Where the accounts part',
    items: ({ discrepancies }) => partByImportance(discrepancies).firm.length,
    behind: ({ discrepancies }) => partByImportance(discrepancies).open.length,
    render: (index) => <Discrepancies index={index} />,
  },
  {
    id: 'claims',
    title: 'Who holds what',
    items: ({ claims }) => claims.length,
    render: (index) => <Claims index={index} />,
  },
  {
    id: 'utterances',
    title: 'Same words, other wording',
    items: ({ utterances }) => utterances.length,
    render: (index) => <Utterances index={index} />,
  },
  {
    id: 'timeline',
    title: 'When',
    items: ({ timeline }) => timeline.length,
    render: (index) => <Timeline index={index} />,
  },
  {
    id: 'lineage',
    title: 'Who copied whom',
    items: ({ lineage }) => lineage.edges.length,
    render: (index) => <LineageSection index={index} />,
  },
  {
    id: 'speakers',
    title: 'Who speaks',
    items: ({ attributions }) => attributions.length,
    render: (index) => <Speakers index={index} />,
  },
  {
    id: 'documents',
    title: 'The documents',
    items: ({ documents }) => documents.length,
    render: (index, links) => <Documents index={index} links={links} />,
  },
];

/** The sections that have something to show: on a page of several stories what is empty is left out. */
export function filledSections(dossier: Dossier): PageSection[] {
  return PAGE_SECTIONS.filter(({ items, behind }) => items(dossier) + (behind?.(dossier) ?? 0) > 0);
}
