import { readFile as readFileFromDisk, realpath } from 'node:fs/promises';
import { basename } from 'node:path';

import type { Document } from '../model/document.ts';
import { StemmaError, type Warning } from '../model/errors.ts';
import { openSource } from './byte-source.ts';
import type { Capture } from './capture.ts';
import type { FileContents } from './file-contents.ts';
import { contentId } from '../model/id.ts';
import { detectLanguage, isEnglish } from './detect-language.ts';
import { composeDocument, inferredFrom, publishedFrom, type DocumentParts } from './document-from-text.ts';
import { joinVersions } from './join-versions.ts';
import { listFiles, unreadable, type ListedFile } from './list-files.ts';
import { parseDate } from './parse-date.ts';
import { readDocumentsTable, type DocumentsTable, type TableRow } from './read-documents-table.ts';
import { readFileContents } from './read-file.ts';
import { DEFAULT_MAX_BYTES, isStreamed, isWebArchive, largestFile, showMebibytes } from './size-limit.ts';

export interface IngestOptions {
  /** Path of a table with what the user knows about the files: file, publisher, published, title, url, language. */
  readonly documentsTable?: string | undefined;
  /** Publication day of the documents that have none of their own. */
  readonly date?: string | undefined;
  /** Files with more bytes are left out with a warning; {@link DEFAULT_MAX_BYTES} when absent. */
  readonly maxBytes?: number | undefined;
  /** How a file's bytes are got; the file system when absent. */
  readonly readFile?: ((path: string) => Promise<Uint8Array>) | undefined;
  /** What was fetched from addresses, and what could not be; read after the files, in this order. */
  readonly captures?: AsyncIterable<Capture | Warning> | undefined;
}

export interface IngestResult {
  /** In the order of the file names, and of the places within a file. */
  readonly documents: Document[];
  readonly warnings: Warning[];
}

/**
 * Reads files and folders into documents. What cannot be read becomes a warning with its reason, and the rest goes on;
 * whether a run without any document has failed is the caller's to say.
 *
 * @throws {StemmaError} `path-not-found`, `bad-table` or `bad-option`: what the user asked for cannot be meant.
 */
export async function readDocuments(
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<IngestResult> {
  if (options.date !== undefined && parseDate(options.date) === null)
    throw new StemmaError('bad-option', `"${options.date}" is no date; write it as 2022-10-21.`);
  const readFile = options.readFile ?? readFileFromDisk;
  const { table, warnings } = await openTable(options.documentsTable, readFile);
  const listed = await listFiles(paths);
  warnings.push(...listed.warnings);
  const collection: Collection = { byId: new Map(), files: new Map(), warnings };
  const tablePath = options.documentsTable === undefined ? null : await realpath(options.documentsTable);

  const add = async (parts: DocumentParts, name: string): Promise<void> => {
    const given = withTableRow(await withLanguage(parts), table?.rowFor(name));
    addDocument(collection, { ...given, published: given.published ?? publishedFrom(options.date, 'given') });
  };

  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  for (const file of listed.files) {
    if (file.realPath === tablePath) continue;
    for (const parts of await readListed(file, maxBytes, readFile, warnings)) await add(parts, file.name);
  }
  for await (const capture of options.captures ?? []) {
    if (!('bytes' in capture)) {
      warnings.push(capture);
      continue;
    }
    const { readCapture } = await import('./read-captures.ts');
    const contents = await readCapture(capture, { maxBytes });
    warnings.push(...contents.warnings);
    for (const parts of contents.parts) await add(parts, capture.requested ?? capture.address);
  }
  warnings.push(...(table?.unmatched() ?? []));
  const { documents, warnings: joining } = joinVersions([...collection.byId.values()]);
  warnings.push(...joining);
  const undated = documents.filter((document) => document.analysed && document.published === undefined);
  if (undated.length > 0) warnings.push(undatedWarning(undated.length, documents.length));
  return { documents, warnings };
}

async function openTable(
  path: string | undefined,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<{ table: DocumentsTable | null; warnings: Warning[] }> {
  if (path === undefined) return { table: null, warnings: [] };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new StemmaError('path-not-found', unreadable(path, error).message, { cause: error });
  }
  return readDocumentsTable(bytes, basename(path));
}

async function readListed(
  file: ListedFile,
  maxBytes: number,
  readFile: (path: string) => Promise<Uint8Array>,
  warnings: Warning[],
): Promise<readonly DocumentParts[]> {
  const largest = largestFile(file.name, maxBytes);
  if (file.bytes > largest) {
    warnings.push({
      code: 'too-large',
      message: `${file.name} was left out: it has ${showMebibytes(file.bytes)}, more than the limit of ${showMebibytes(largest)}.`,
      file: file.name,
    });
    return [];
  }
  let contents: FileContents;
  try {
    contents =
      isStreamed(file.name) && file.bytes > 0 && readFile === readFileFromDisk
        ? await readStreamed(file, maxBytes)
        : await readWhole(file, await readFile(file.path), maxBytes);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    warnings.push(unreadable(file.name, error));
    return [];
  }
  warnings.push(...contents.warnings);
  return contents.parts;
}

async function readWhole(file: ListedFile, bytes: Uint8Array, maxBytes: number): Promise<FileContents> {
  if (!isWebArchive(file.name) || bytes.length === 0) return readFileContents(file.name, bytes, { maxBytes });
  const { readWebArchive } = await import('./read-captures.ts');
  return readWebArchive(file.name, bytes, maxBytes);
}

async function readStreamed(file: ListedFile, maxBytes: number): Promise<FileContents> {
  const { readWebArchive } = await import('./read-captures.ts');
  const source = openSource(file.path);
  try {
    return await readWebArchive(file.name, source, maxBytes);
  } finally {
    source.close();
  }
}

/** Whether the system could not read; anything else that is thrown is a fault of ours. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
}

/** A language that the file states stands; otherwise the text is asked, and only what is not English costs time. */
async function withLanguage(parts: DocumentParts): Promise<DocumentParts> {
  if (parts.language !== undefined || isEnglish(parts.text) === true) return parts;
  const detected = await detectLanguage(parts.text);
  return { ...parts, language: detected === 'und' ? parts.declaredLanguage : detected };
}

/** What the user says overrides what the file says. */
function withTableRow(parts: DocumentParts, row: TableRow | undefined): DocumentParts {
  if (row === undefined) return parts;
  return {
    ...parts,
    title: row.title ?? parts.title,
    publisher: inferredFrom(row.publisher, 'given') ?? parts.publisher,
    published: publishedFrom(row.published, 'given') ?? parts.published,
    url: row.url ?? parts.url,
    language: row.language ?? parts.language,
  };
}

interface Collection {
  readonly byId: Map<string, Document>;
  /** The file that each document came from, for warnings about its duplicates. */
  readonly files: Map<string, string>;
  readonly warnings: Warning[];
}

/**
 * Adds a document, unless it is there already. The same text under another publisher or address is another document,
 * for who carries whose words is what lineage is about; the same text with nothing to tell it apart is one
 * document in two files.
 */
function addDocument(collection: Collection, parts: DocumentParts): void {
  const { byId, files, warnings } = collection;
  let document = composeDocument(parts);
  const same = byId.get(document.id);
  if (same !== undefined) {
    const file = document.file ?? document.url ?? '';
    if (same.text !== document.text) {
      warnings.push({
        code: 'bad-line',
        message: `${file} has two records with the id ${document.id}; the later one was given another.`,
        file,
      });
      document = composeDocument({
        ...parts,
        id: contentId('d', parts.text, parts.title ?? '', document.id),
      });
    } else if (isApart(same, document)) {
      document = composeDocument({
        ...parts,
        id: contentId(
          'd',
          document.text,
          document.title ?? '',
          document.publisher?.value ?? '',
          document.url ?? '',
        ),
      });
    } else {
      warnings.push({
        code: 'duplicate-file',
        message: `${file} has the same text as ${files.get(same.id) ?? 'another file'}; it is analysed once.`,
        file,
        document: same.id,
      });
      return;
    }
    if (byId.has(document.id)) return;
  }
  byId.set(document.id, document);
  files.set(document.id, document.file ?? document.url ?? '');
  if (!document.analysed) warnings.push(notAnalysedWarning(document));
}

function isApart(a: Document, b: Document): boolean {
  const differ = (x: string | undefined, y: string | undefined): boolean =>
    x !== undefined && y !== undefined && x !== y;
  return differ(a.publisher?.value, b.publisher?.value) || differ(a.url, b.url);
}

function notAnalysedWarning({ id, file, url, language }: Document): Warning {
  const what =
    language === 'und'
      ? 'in a language that could not be told'
      : `in ${languageName(language)} (${language})`;
  return {
    code: 'not-analysed-language',
    message: `${file ?? url ?? id} is ${what} and was not analysed: only English is.`,
    ...(file === undefined ? {} : { file }),
    document: id,
  };
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function undatedWarning(undated: number, all: number): Warning {
  const which =
    all === 1
      ? 'The document has'
      : undated === all
        ? 'The documents have'
        : `${undated} of ${all} documents have`;
  return {
    code: 'undated-documents',
    message: `${which} no publication date, so weekdays and months in the text stay open. Give dates with --date YYYY-MM-DD, with --documents documents.csv, or in front matter.`,
  };
}
