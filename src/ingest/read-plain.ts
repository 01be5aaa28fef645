import { extname } from 'node:path';
import type { Warning } from '../model/errors.ts';
import type { CaptureFormat } from './capture.ts';
import { binaryKind, decodeBytes } from './decode-bytes.ts';
import { takenApart } from './documents-within.ts';
import type { DocumentParts } from './document-from-text.ts';
import { provenanceOf, refused, type FileContents } from './file-contents.ts';
import { ownDossier } from './list-files.ts';
import { pageInMhtml } from './read-mhtml.ts';
import { endingByBytes } from './tell-format.ts';
import { readFeedFile } from './read-feed-file.ts';
import { readMarkdownFile } from './read-markdown-file.ts';
import { readOffice } from './read-office.ts';
import { readPageFile } from './read-page-file.ts';
import { readPdfFile } from './read-pdf-file.ts';
import { readJsonFile, readNdjsonFile, readTableFile } from './read-record-files.ts';
import { repairFile, withRepairedFields, withRepairsOf } from './repair-encoding.ts';

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

/** Reads a file that is no archive; `depth` is 1 within one. What a server says of the file comes before the ending of its name. */
export async function readPlain(
  name: string,
  bytes: Uint8Array,
  maxBytes: number,
  depth: 0 | 1,
  said?: CaptureFormat,
): Promise<FileContents> {
  const { parts, warnings } = await readDamaged(name, bytes, maxBytes, depth, said);
  const repaired = parts.map(withRepairedFields);
  const places = countPlaces(repaired) - countPlaces(parts);
  return {
    parts: repaired,
    warnings: places === 0 ? warnings : [...warnings, repairedWarning(name, places)],
  };
}

function countPlaces(parts: readonly DocumentParts[]): number {
  return parts.reduce((sum, { repairedPlaces = 0 }) => sum + repairedPlaces, 0);
}

function repairedWarning(name: string, places: number): Warning {
  return {
    code: 'encoding-repaired',
    message: `${name} holds UTF-8 that was once read in another encoding (“â€œ” for an opening quotation mark); it was put right in ${places === 1 ? 'one place' : `${places} places`}.`,
    file: name,
  };
}

/** What the bytes show to be a page, a feed or a PDF is one, whatever its name ends in. */
function endingOf(name: string, bytes: Uint8Array): string {
  const ending = extname(name).toLowerCase();
  const isKnown = FORMATS[ending] !== undefined || OTHERS.has(ending);
  return endingByBytes(ending, bytes, isKnown);
}

/** Endings of what is read by its structure and not as text. */
const OTHERS = new Set(['.docx', '.odt', '.pdf', '.mhtml', '.mht', '.zip', '.gz']);

async function readMhtmlFile(
  name: string,
  bytes: Uint8Array,
  maxBytes: number,
  depth: 0 | 1,
): Promise<FileContents> {
  const page = pageInMhtml(bytes);
  if (page === null)
    return refused('unreadable-file', name, `${name} was left out: it holds no page that a browser saved.`);
  const { address, captured, charset } = page;
  const contents = await readDamaged(name, page.bytes, maxBytes, depth, {
    ending: '.html',
    ...(charset === undefined ? {} : { charset }),
  });
  const provenance = {
    ...provenanceOf(bytes, 'mhtml'),
    ...(captured === undefined ? {} : { captured }),
    ...(address === undefined ? {} : { address }),
  };
  return {
    ...contents,
    parts: contents.parts.map((part) => ({
      ...part,
      url: part.url ?? address,
      provenance: { ...part.provenance, ...provenance },
    })),
  };
}

async function readDamaged(
  name: string,
  bytes: Uint8Array,
  maxBytes: number,
  depth: 0 | 1,
  said?: CaptureFormat,
): Promise<FileContents> {
  const ending = said?.ending ?? endingOf(name, bytes);
  if (ending === '.mhtml' || ending === '.mht') return readMhtmlFile(name, bytes, maxBytes, depth);
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
  if (bytes.length === 0) return refused('empty-file', name, `${name} is empty.`);
  if (format === undefined)
    return refused(
      'unsupported-format',
      name,
      depth === 1 && (ending === '.zip' || ending === '.gz')
        ? `${name} was left out: archives within archives are not opened.`
        : `${name} was left out: ${ending} files are not read. Text, Markdown, HTML, JSON, NDJSON, CSV, RSS and Atom, PDF, saved pages (.mhtml), Word (.docx) and LibreOffice (.odt) texts are, web archives (WARC, WACZ), and ZIP archives of files.`,
    );
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
      message: `${name} is not UTF-8 and names no other encoding; it was read as ${encoding}.`,
      file: name,
    });
  const repaired = RECORDS.has(format) ? { text, repairs: [] } : repairFile(text);
  if (isOwnDossier(format, repaired.text)) return { parts: [], warnings: [ownDossier(name)] };
  if (repaired.repairs.length > 0) warnings.push(repairedWarning(name, repaired.repairs.length));
  const contents = await readText(format, name, repaired.text);
  return {
    parts: withRepairsOf(repaired, contents.parts).map((parts) => ({ ...parts, provenance })),
    warnings: [...warnings, ...contents.warnings],
  };
}

/** Each record of these came from somewhere else, and may alone be damaged. */
const RECORDS: ReadonlySet<Format> = new Set(['json', 'ndjson', 'csv']);

/** How far into a file its own mark is looked for: both renderers write it first. */
const MARK_WITHIN = 1_000;

/** Whether a page or a JSON file says of itself that it is a dossier. */
function isOwnDossier(format: Format, text: string): boolean {
  const head = text.slice(0, MARK_WITHIN);
  if (format === 'html') return head.includes('<meta name="generator" content="stemma ');
  return format === 'json' && /^\s*\{\s*"schema":\s*"stemma\/dossier\//.test(head);
}

async function readText(format: Format, name: string, text: string): Promise<FileContents> {
  switch (format) {
    case 'txt':
      return takenApart({ parts: [{ text, file: name }], warnings: [] });
    case 'md':
      return takenApart(readMarkdownFile(name, text));
    case 'html':
      return readPageFile(name, text);
    case 'json':
      return readJsonFile(name, text);
    case 'ndjson':
      return readNdjsonFile(name, text);
    case 'csv':
      return readTableFile(name, text);
    case 'feed':
      return readFeedFile(name, text);
  }
}
