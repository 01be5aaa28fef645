import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';

import type { Place, Provenance } from '../model/document.ts';
import type { ErrorCode, Warning } from '../model/errors.ts';
import { VERSION } from '../model/version.ts';
import { isNormalized } from '../text/normalize-text.ts';
import { repairMojibake } from '../text/repair-mojibake.ts';
import { binaryKind, decodeBytes } from './decode-bytes.ts';
import { inferredFrom, publishedFrom, type DocumentParts } from './document-from-text.ts';
import { ownDossier } from './list-files.ts';
import { openGzip, openZip } from './read-archive.ts';
import type { CaptureFormat } from './capture.ts';
import { readCsv, type CsvRows } from './read-csv.ts';
import { readFeed } from './read-feed.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { plainFromMarkdown } from './read-markdown.ts';
import { readOffice } from './read-office.ts';
import { recordOf, recordsIn, TEXT_COLUMNS, type RecordResult } from './read-records.ts';
import { sortByline } from './sort-byline.ts';
import { splitArticles } from './split-articles.ts';
import { splitLiveText } from './split-live-text.ts';
import { DEFAULT_MAX_BYTES } from './size-limit.ts';

/** What one file holds: any number of documents, and what could not be read in it. */
export interface FileContents {
  readonly parts: readonly DocumentParts[];
  readonly warnings: readonly Warning[];
}

type Format = 'txt' | 'md' | 'html' | 'json' | 'ndjson' | 'csv' | 'feed';

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
  '.csv': 'csv',
  '.tsv': 'csv',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
};

/** How many broken lines or records of one file are named one by one; the rest is counted. */
const MOST_LINE_WARNINGS = 20;

/** Limits on what one file may become. */
export interface ReadLimits {
  /** Bytes of a file within an archive, unpacked; {@link DEFAULT_MAX_BYTES} when absent. */
  readonly maxBytes?: number;
}

/** Reads the bytes of one file by the ending of its name. Never throws on account of what the bytes are. */
export async function readFileContents(
  name: string,
  bytes: Uint8Array,
  limits: ReadLimits = {},
): Promise<FileContents> {
  const ending = extname(name).toLowerCase();
  const maxBytes = limits.maxBytes ?? DEFAULT_MAX_BYTES;
  if (bytes.length > 0 && ending === '.zip') return readZip(name, bytes, maxBytes);
  if (bytes.length > 0 && ending === '.gz') {
    const unpacked = openGzip(bytes, maxBytes);
    if (typeof unpacked === 'string')
      return refused('unreadable-file', name, `${name} was left out: ${unpacked}.`);
    const { parts, warnings } = await readPlain(name.slice(0, -ending.length), unpacked, maxBytes, 1);
    return { parts: parts.map((part) => ({ ...part, file: name })), warnings };
  }
  return readPlain(name, bytes, maxBytes, 0);
}

/** Every file of an archive as if it lay in a folder of that name; archives within it are not opened. */
async function readZip(name: string, bytes: Uint8Array, maxBytes: number): Promise<FileContents> {
  const entries = openZip(bytes, { maxBytes });
  if (entries === null)
    return refused('unreadable-file', name, `${name} was left out: it is no ZIP archive, or a damaged one.`);
  const parts: DocumentParts[] = [];
  const warnings: Warning[] = [];
  for (const entry of entries) {
    if (entry.name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')) continue;
    const inner = `${name}/${entry.name}`;
    if (!entry.ok)
      warnings.push({
        code: 'unreadable-file',
        message: `${inner} was left out: ${entry.problem}.`,
        file: inner,
      });
    else {
      const contents = await readPlain(inner, entry.bytes, maxBytes, 1);
      parts.push(
        ...contents.parts.map((part) => ({ ...part, place: { member: entry.name, ...part.place } })),
      );
      warnings.push(...contents.warnings);
    }
  }
  if (parts.length === 0 && warnings.length === 0)
    return refused('empty-file', name, `${name} holds no file.`);
  return { parts, warnings: shortened(warnings, name) };
}

/** Reads a file that is no archive; `depth` is 1 within one. What a server says of the file comes before the ending of its name. */
export async function readPlain(
  name: string,
  bytes: Uint8Array,
  maxBytes: number,
  depth: 0 | 1,
  said?: CaptureFormat,
): Promise<FileContents> {
  const ending = said?.ending ?? extname(name).toLowerCase();
  if (ending === '.docx' || ending === '.odt') {
    const parts =
      bytes.length === 0
        ? 'it is empty'
        : readOffice(bytes, ending === '.docx' ? 'docx' : 'odt', { maxBytes });
    if (typeof parts === 'string') return refused('unreadable-file', name, `${name} was left out: ${parts}.`);
    const provenance = provenanceOf(bytes, ending.slice(1));
    const contents = takenApart({ parts: [{ ...parts, file: name }], warnings: [] });
    return { ...contents, parts: contents.parts.map((part) => ({ ...part, provenance })) };
  }
  if (ending === '.pdf') return readPdfFile(name, bytes);
  const format = FORMATS[ending];
  if (format === undefined)
    return refused(
      'unsupported-format',
      name,
      depth === 1 && (ending === '.zip' || ending === '.gz')
        ? `${name} was left out: archives within archives are not opened.`
        : `${name} was left out: ${ending} files are not read. Text, Markdown, HTML, JSON, NDJSON, CSV, RSS and Atom, PDF, Word (.docx) and LibreOffice (.odt) texts are, web archives (WARC, WACZ), and ZIP archives of files.`,
    );
  if (bytes.length === 0) return refused('empty-file', name, `${name} is empty.`);
  const binary = binaryKind(bytes);
  if (binary !== null)
    return refused('binary-file', name, `${name} was left out: its bytes are ${binary}, not text.`);
  const { text, encoding, guessed } = decodeBytes(bytes, said?.charset);
  if (text.trim() === '') return refused('empty-file', name, `${name} holds nothing but white space.`);
  const provenance = provenanceOf(bytes, format, encoding);
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
  if (isOwnDossier(format, repaired.text)) return { parts: [], warnings: [ownDossier(name)] };
  const contents = await read(format, name, repaired.text);
  return {
    parts: contents.parts.map((parts) => ({ ...parts, provenance })),
    warnings: [...warnings, ...contents.warnings],
  };
}

/** The library that takes PDFs apart; a test compares this with package.json. */
export const PDF_READER = 'unpdf 1.6.2';

async function readPdfFile(name: string, bytes: Uint8Array): Promise<FileContents> {
  if (bytes.length === 0) return refused('empty-file', name, `${name} is empty.`);
  const { readPdf } = await import('./read-pdf.ts');
  const pdf = await readPdf(bytes);
  if (!pdf.ok)
    return refused(
      pdf.scanned ? 'no-text' : 'unreadable-file',
      name,
      `${name} was left out: ${pdf.problem}.`,
    );
  const provenance = { ...provenanceOf(bytes, 'pdf'), extractor: `stemma ${VERSION}, ${PDF_READER}` };
  return {
    parts: [{ ...pdf.parts, file: name, provenance }],
    warnings:
      pdf.loss === null
        ? []
        : [{ code: 'text-mostly-lost', message: `Of ${name} not all was read: ${pdf.loss}.`, file: name }],
  };
}

/** How far into a file its own mark is looked for: both renderers write it first. */
const MARK_WITHIN = 1_000;

/** Whether a page or a JSON file says of itself that it is a dossier. */
function isOwnDossier(format: Format, text: string): boolean {
  const head = text.slice(0, MARK_WITHIN);
  if (format === 'html') return head.includes('<meta name="generator" content="stemma ');
  return format === 'json' && /^\s*\{\s*"schema":\s*"stemma\/dossier\//.test(head);
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

function provenanceOf(bytes: Uint8Array, format: string, encoding?: string): Provenance {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const extractor = `stemma ${VERSION}`;
  return { sha256, bytes: bytes.length, format, extractor, ...(encoding === undefined ? {} : { encoding }) };
}

/** Nothing but a warning. */
export function refused(code: ErrorCode, file: string, message: string): FileContents {
  return { parts: [], warnings: [{ code, message, file }] };
}

async function read(format: Format, name: string, text: string): Promise<FileContents> {
  switch (format) {
    case 'txt':
      return takenApart({ parts: [{ text, file: name }], warnings: [] });
    case 'md':
      return takenApart(readMarkdown(name, text));
    case 'html':
      return readHtml(name, text);
    case 'json':
      return readJson(name, text);
    case 'ndjson':
      return readLines(name, text);
    case 'csv':
      return readTable(name, text);
    case 'feed':
      return readFeedFile(name, text);
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
  const whole = { ...page.parts, file: name };
  const live = page.live ?? splitLiveText(whole, { mustSay: true });
  if (live === null) return { parts: [whole], warnings };
  return { parts: entriesOf(live, name), warnings: [...warnings, ...embedsIn(live, name)] };
}

/** The parts of a live blog, each with its place in the file. */
function entriesOf(live: readonly DocumentParts[], file: string | undefined): DocumentParts[] {
  return live.map((part) => {
    const number = part.liveBlog?.number;
    return { ...part, file, ...(number === undefined ? {} : { place: { unit: 'entry' as const, number } }) };
  });
}

/** Names entries of which nothing is analysed: posts of others that are shown whole. */
function embedsIn(live: readonly DocumentParts[], file: string): Warning[] {
  const empty = live.filter(({ text, omitted = [] }) => {
    const left = omitted.reduce((sum, { span: [start, end] }) => sum + end - start, 0);
    return text.replace(/\n\n/g, '').length <= left;
  });
  if (empty.length === 0) return [];
  const times = empty.slice(0, 10).map(({ liveBlog }) => liveBlog?.time ?? 'without a time');
  return [
    {
      code: 'live-blog',
      message: `${file}: ${empty.length} of ${live.length} parts of the live blog hold nothing but embedded posts (${times.join(', ')}); they are listed, and nothing in them is analysed.`,
      file,
    },
  ];
}

/** What a file's text shows to be several: a pasted live blog becomes its entries, articles pasted one after another each a document. */
function takenApart(contents: FileContents): FileContents {
  const warnings = [...contents.warnings];
  const parts = contents.parts.flatMap((part) => {
    const live = splitLiveText(part);
    if (live !== null) return entriesOf(live, part.file);
    const { articles, warning } = splitArticles(part);
    if (warning !== null) warnings.push(warning);
    return articles;
  });
  return { parts, warnings };
}

async function readJson(name: string, text: string): Promise<FileContents> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Some programs give NDJSON the ending of JSON.
    const lines = await readLines(name, text);
    if (lines.parts.length > 0) return lines;
    return refused('bad-json', name, `${name} is not valid JSON: ${firstLine(error)}.`);
  }
  const results = recordsIn(value);
  return collect(
    name,
    results,
    (at) => (results.length === 1 ? null : { unit: 'item', number: at + 1 }),
    'bad-json',
  );
}

function readLines(name: string, text: string): Promise<FileContents> {
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
  return collect(name, results, (at) => ({ unit: 'line', number: numbers[at] ?? at + 1 }), 'bad-line');
}

/** Every entry of a feed as a document of its own. */
async function readFeedFile(name: string, xml: string): Promise<FileContents> {
  const feed = readFeed(xml);
  if (feed === null)
    return refused('unsupported-format', name, `${name} was left out: it is XML, but no RSS or Atom feed.`);
  const { textOfHtml } = await import('./read-page.ts');
  const parts: DocumentParts[] = [];
  const warnings: Warning[] = [];
  feed.entries.forEach((entry, at) => {
    const text = textOfHtml(entry.html);
    if (text.trim() === '')
      warnings.push({
        code: 'no-text',
        message: `${name}, entry ${at + 1} was left out: it holds no text.`,
        file: name,
      });
    else
      parts.push({
        text,
        file: name,
        place: { unit: 'entry', number: at + 1 },
        title: entry.title,
        url: entry.url,
        published: publishedFrom(entry.date, 'metadata'),
        publisher: inferredFrom(feed.title, 'metadata'),
        byline: sortByline(entry.author).people,
        agencies: sortByline(entry.author).agencies,
      });
  });
  if (feed.entries.length === 0)
    return refused('no-text', name, `${name} was left out: the feed has no entries.`);
  return { parts, warnings: shortened(warnings, name) };
}

/** A table with a text in each row, as crawlers and spreadsheets save it. */
async function readTable(name: string, text: string): Promise<FileContents> {
  let table: CsvRows;
  try {
    table = readCsv(text);
  } catch (error) {
    return refused('bad-line', name, `${name} could not be read as a table: ${firstLine(error)}.`);
  }
  if (!table.columns.some((column) => TEXT_COLUMNS.has(column)))
    return refused(
      'unsupported-format',
      name,
      table.columns.includes('file')
        ? `${name} was left out: it is a table about files. Give it with --documents ${basename(name)}.`
        : `${name} was left out: none of its columns is called "text".`,
    );
  const results = table.rows.map(({ record }) => recordOf(record));
  return collect(
    name,
    results,
    (at) => ({ unit: 'row', number: table.rows[at]?.line ?? at + 2 }),
    'bad-line',
  );
}

async function collect(
  name: string,
  results: readonly RecordResult[],
  placeOf: (at: number) => Required<Pick<Place, 'unit' | 'number'>> | null,
  code: 'bad-json' | 'bad-line',
): Promise<FileContents> {
  const parts: DocumentParts[] = [];
  const warnings: Warning[] = [];
  for (const [at, result] of results.entries()) {
    const where = placeOf(at);
    const place =
      where === null ? name : `${name}, ${where.unit === 'row' ? 'line' : where.unit} ${where.number}`;
    const own =
      result.ok && result.html !== undefined
        ? await fromHtml(result.parts, result.html)
        : result.ok
          ? result.parts
          : null;
    if (!result.ok || own === null) {
      const problem = result.ok ? 'no text was found in its page' : result.problem;
      warnings.push({ code, message: `${place} was left out: ${problem}.`, file: name });
      continue;
    }
    parts.push({ ...own, file: name, ...(where === null ? {} : { place: where }) });
    if (result.unreadDate !== undefined)
      warnings.push({
        code,
        message: `${place} gives "${result.unreadDate.slice(0, 80)}" as its date, which is none or may be two days; it counts as undated.`,
        file: name,
      });
  }
  return { parts, warnings: shortened(warnings, name) };
}

/** A record that holds a page, or a piece of one, instead of a text; what the record says comes before what the page says. */
async function fromHtml(parts: DocumentParts, html: string): Promise<DocumentParts | null> {
  const { readPage, textOfHtml } = await import('./read-page.ts');
  if (!/<(?:html|body|head)[\s>]/i.test(html.slice(0, 20_000))) {
    const text = textOfHtml(html);
    return text.trim() === '' ? null : { ...parts, text };
  }
  const page = readPage(html);
  if (!page.ok) return null;
  const said = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { ...page.parts, ...said, text: page.parts.text };
}

/** The first warnings as they are, and a line with the number of the rest. */
export function shortened(warnings: readonly Warning[], file: string): Warning[] {
  const rest = warnings.slice(MOST_LINE_WARNINGS);
  const code = rest[0]?.code;
  if (code === undefined) return [...warnings];
  return [
    ...warnings.slice(0, MOST_LINE_WARNINGS),
    { code, message: `${file}: ${rest.length} more lines, items or files like these.`, file },
  ];
}

/** What the parser says, in one line and without the text that it quotes. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/\n|, "|, \.\.\./, 1)[0]?.slice(0, 120) ?? '';
}
