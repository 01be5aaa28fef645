import { findNames } from '../entity/find-names.ts';
import { annotateLanguage } from '../language/annotate-language.ts';
import type { Document } from '../model/document.ts';
import type { Story } from '../model/story.ts';
import { arrangeDocuments } from '../pipeline/analyse-story.ts';
import { tellStoriesApart } from '../pipeline/tell-stories-apart.ts';
import type { StoriesFlags } from './options.ts';
import { readStory } from './read-story.ts';
import { printable, type Surroundings, type Terminal } from './terminal.ts';

/** `stemma stories`: which of the documents tell one story, on standard output. */
export async function storiesCommand(
  paths: readonly string[],
  flags: StoriesFlags,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<void> {
  // Nothing here is told by dates.
  const { documents: all } = await readStory(paths, flags, surroundings, terminal, 'undated-documents');
  const documents = arrangeDocuments(all).filter(({ analysed }) => analysed);
  const annotated = documents.map((document, index) => {
    terminal.progress(`Reading ${index + 1} of ${documents.length}`);
    const language = annotateLanguage(document);
    return { document, language, names: findNames(language) };
  });
  terminal.endProgress();
  const stories = tellStoriesApart(annotated).map(({ story }) => story);
  surroundings.stdout.write(flags.json ? asJson(stories, documents) : asText(stories, documents));
}

function asJson(stories: readonly Story[], documents: readonly Document[]): string {
  const fileOf = new Map(documents.map(({ id, file }) => [id, file]));
  const listed = stories.map(({ id, title, documents: ids }) => ({
    id,
    title,
    documents: ids.map((each) => ({ id: each, file: fileOf.get(each) ?? null })),
  }));
  return `${JSON.stringify({ stories: listed }, null, 2)}\n`;
}

function asText(stories: readonly Story[], documents: readonly Document[]): string {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const listed = stories.map(({ title, documents: ids }) => {
    const lines = ids.map((id) => lineOf(byId.get(id), id)).sort();
    return `\n${printable(title)}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  });
  return `${count(documents.length, 'document', 'documents')}, ${count(stories.length, 'story', 'stories')}\n${listed.join('')}`;
}

function lineOf(document: Document | undefined, id: string): string {
  const known = [document?.publisher?.value, document?.published?.value.value].filter(Boolean).join(', ');
  const name = document?.file ?? document?.url ?? id;
  return printable(known === '' ? name : `${name}  (${known})`);
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
