import type { Dossier } from '../model/dossier.ts';
import type { PageIndex } from './page-index.ts';

/**
 * The part of one story on a page of several: its own lists and documents, with letters, links and speakers as on the whole
 * page. Origins are counted within the story.
 *
 * @param story - number of the story, from 1.
 */
export function viewOfStory(whole: PageIndex, dossier: Dossier, story: number | null): PageIndex {
  const originOf = new Map(
    dossier.lineage.origins.flatMap(({ documents }, index) =>
      documents.map((id) => [id, index + 1] as const),
    ),
  );
  const documents = dossier.documents.flatMap(({ id }) => {
    const known = whole.document(id);
    return known ? [{ ...known, origin: originOf.get(id) ?? null }] : [];
  });
  const own = new Map(documents.map((each) => [each.document.id, each]));
  return { ...whole, dossier, story, documents, document: (id) => own.get(id) ?? whole.document(id) };
}
