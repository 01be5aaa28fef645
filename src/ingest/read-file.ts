import { createHash } from 'node:crypto';
import { extname } from 'node:path';

import type { Provenance } from '../model/document.ts';
import type { ErrorCode, Warning } from '../model/errors.ts';
import { isNormalized } from '../text/normalize-text.ts';
import { repairMojibake } from '../text/repair-mojibake.ts';
import { binaryKind, decodeBytes } from './decode-bytes.ts';
import { inferredFrom, publishedFrom, type DocumentParts } from './document-from-text.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { plainFromMarkdown } from './read-markdown.ts';
import { recordOf, recordsIn, type RecordResult } from './read-records.ts';

/** What one file holds: any number of documents, and what could not be read in it. */
export interface FileContents {
  readonly parts: readonly DocumentParts[];
  readonly warnings: readonly Warning[];
}

type Format = 'txt' | 'md' | 'html' | 'json' | 'ndjson';

const FORMATS: Readonly<Record<string, Format>> = {
  '': 'txt',
  '.txt': 'txt',
  '.text': 'txt',
  '.md': 'md',
  '.markdown': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/** How many broken lines or records of one file are named one by one; the rest is counted. */
const MOST_LINE_WARNINGS = 20;

/** Reads the bytes of one file by the ending of its name. Never throws on account of what the bytes are. */
export async function readFileContents(name: string, bytes: Uint8Array): Promise<FileContents> {
  const format = FORMATS[extname(name).toLowerCase()];
  if (format === undefined)
    return refused(
      'unsupported-format',
      name,
      `${name} was left out: ${extname(name)} files are not read. Text, Markdown, HTML, JSON and NDJSON are.`,
    );
  if (bytes.length === 0) return refused('empty-file', name, `${name} is empty.`);
  const binary = binaryKind(bytes);
  if (binary !== null)
    return refused('binary-file', name, `${name} was left out: its bytes are ${binary}, not text.`);
  const { text, encoding, guessed } = decodeBytes(bytes);
  if (text.trim() === '') return refused('empty-file', name, `${name} holds nothing but white space.`);
  const provenance: Provenance = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    format,
    encoding,
  };
  const warnings: Warning[] = [];
  if (guessed)
    warnings.push({
      code: 'encoding-guessed',
      message: `${name} is not UTF-8 and does not say what it is; it was read as ${encoding}.`,
      file: name,
    });
  const repaired = repair(format, text);
  if (repaired.repaired > 0)
    warnings.push({
      code: 'encoding-guessed',
      message: `${name} holds UTF-8 that was once read as Windows-1252 (“â€œ” for an opening quotation mark); it was put right in ${repaired.repaired} places.`,
      file: name,
    });
  const contents = await read(format, name, repaired.text);
  return {
    parts: contents.parts.map((parts) => ({ ...parts, provenance })),
    warnings: [...warnings, ...contents.warnings],
  };
}

/**
 * Puts right what a wrong encoding did to a page or a Markdown file. A regular text file is left as it stands, for its text is the
 * document's text; the damage is marked there. A record's text is its sender's, who counts offsets in it.
 */
function repair(format: Format, text: string): { text: string; repaired: number } {
  if (format === 'html' || format === 'md' || (format === 'txt' && !isNormalized(text)))
    return repairMojibake(text);
  return { text, repaired: 0 };
}

function refused(code: ErrorCode, file: string, message: string): FileContents {
  return { parts: [], warnings: [{ code, message, file }] };
}

async function read(format: Format, name: string, text: string): Promise<FileContents> {
  switch (format) {
    case 'txt':
      return { parts: [{ text, file: name }], warnings: [] };
    case 'md':
      return readMarkdown(name, text);
    case 'html':
      return readHtml(name, text);
    case 'json':
      return readJson(name, text);
    case 'ndjson':
      return readLines(name, text);
  }
}

function readMarkdown(name: string, source: string): FileContents {
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

async function readHtml(name: string, html: string): Promise<FileContents> {
  // Loaded for the first page only: a folder of text files starts without a page reader.
  const { readPage } = await import('./read-page.ts');
  const page = readPage(html);
  if (!page.ok) return refused('no-text', name, `${name} was left out: ${page.problem}.`);
  const warnings: Warning[] = [];
  if (page.mostlyLost)
    warnings.push({
      code: 'text-mostly-lost',
      message: `Most of the text of ${name} was not recognised as the article; look at what was kept, or save the article as text.`,
      file: name,
    });
  return { parts: [{ ...page.parts, file: name }], warnings };
}

function readJson(name: string, text: string): FileContents {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Some programs give NDJSON the ending of JSON.
    const lines = readLines(name, text);
    if (lines.parts.length > 0) return lines;
    return refused('bad-json', name, `${name} is not valid JSON: ${firstLine(error)}.`);
  }
  const results = recordsIn(value);
  return collect(name, results, (at) => (results.length === 1 ? '' : `, item ${at + 1}`), 'bad-json');
}

function readLines(name: string, text: string): FileContents {
  const results: RecordResult[] = [];
  const numbers: number[] = [];
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    if (line.trim() === '') continue;
    numbers.push(number);
    try {
      results.push(recordOf(JSON.parse(line)));
    } catch (error) {
      results.push({ ok: false, problem: `it is not valid JSON (${firstLine(error)})` });
    }
  }
  return collect(name, results, (at) => `, line ${numbers[at] ?? at + 1}`, 'bad-line');
}

function collect(
  name: string,
  results: readonly RecordResult[],
  placeOf: (at: number) => string,
  code: 'bad-json' | 'bad-line',
): FileContents {
  const parts: DocumentParts[] = [];
  const warnings: Warning[] = [];
  results.forEach((result, at) => {
    const place = `${name}${placeOf(at)}`;
    if (!result.ok) warnings.push({ code, message: `${place} was left out: ${result.problem}.`, file: name });
    else {
      parts.push({ ...result.parts, file: name });
      if (result.unreadDate !== undefined)
        warnings.push({
          code,
          message: `${place} gives "${result.unreadDate.slice(0, 80)}" as its date, which is none or may be two days; it counts as undated.`,
          file: name,
        });
    }
  });
  const more = warnings.length - MOST_LINE_WARNINGS;
  if (more > 0)
    warnings.splice(MOST_LINE_WARNINGS, more, {
      code,
      message: `${name}: ${more} more lines or items like these.`,
      file: name,
    });
  return { parts, warnings };
}

/** What the parser says, in one line and without the text that it quotes. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/\n|, "|, \.\.\./, 1)[0]?.slice(0, 120) ?? '';
}
