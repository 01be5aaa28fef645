import type { Warning } from '../model/errors.ts';
import { inferredFrom, publishedFrom, type DocumentParts } from './document-from-text.ts';
import { refused, type FileContents } from './file-contents.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { plainFromMarkdown } from './read-markdown.ts';

/** The text of a Markdown file, with what its front matter says of it. */
export function readMarkdownFile(name: string, source: string): FileContents {
  const { values, bodyStart, error } = readFrontMatter(source);
  const warnings: Warning[] = [];
  if (error !== undefined)
    warnings.push({
      code: 'bad-front-matter',
      message: `The front matter of ${name} could not be read: ${error}. The text below it was.`,
      file: name,
    });
  const published = publishedFrom(values.published, 'metadata');
  if (values.published !== undefined && published === undefined)
    warnings.push({
      code: 'bad-front-matter',
      message: `The front matter of ${name} gives "${values.published}" as its date, which is none or may be two days; write it as 2022-10-21.`,
      file: name,
    });
  const text = plainFromMarkdown(source.slice(bodyStart));
  if (text === '')
    return {
      parts: [],
      warnings: [...warnings, ...refused('no-text', name, `${name} holds no text.`).warnings],
    };
  const parts: DocumentParts = {
    text,
    file: name,
    title: values.title,
    published,
    publisher: inferredFrom(values.publisher, 'metadata'),
    url: values.url,
    language: values.language,
  };
  return { parts: [parts], warnings };
}
