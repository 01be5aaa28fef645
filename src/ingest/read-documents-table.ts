import { StemmaError, type Warning } from '../model/errors.ts';
import { decodeBytes } from './decode-bytes.ts';
import { parseDate } from './parse-date.ts';
import { readCsv, type CsvRows } from './read-csv.ts';

/** What the user says about one file; only the cells that are filled in. */
export type TableRow = Partial<Record<'publisher' | 'published' | 'title' | 'url' | 'language', string>>;

const COLUMNS = ['publisher', 'published', 'title', 'url', 'language'] as const;

/** The user's table of files: looked up by name, and asked at the end which rows nothing matched. */
export interface DocumentsTable {
  rowFor(name: string): TableRow | undefined;
  /** Warnings about rows that no document matched, in the order of the table. */
  unmatched(): Warning[];
}

/**
 * Reads a table as spreadsheets write it: a header with `file` and any of publisher, published, title, url and language; commas,
 * semicolons or tabs; quotation marks; any encoding that text files may have.
 *
 * A row is found by the file's path relative to the folder, by its name alone where only one row has it, or by either
 * without its extension.
 *
 * @throws {StemmaError} `bad-table` when it has no `file` column or cannot be read as a table.
 */
export function readDocumentsTable(
  bytes: Uint8Array,
  name: string,
): { table: DocumentsTable; warnings: Warning[] } {
  const text = decodeBytes(bytes).text;
  const records = parseRows(text, name);
  const warnings: Warning[] = [];
  const rows: { file: string; line: number; row: TableRow; used: boolean }[] = [];
  for (const { record, line } of records) {
    const file = (record['file'] ?? '').trim().replaceAll('\\', '/').replace(/^\.\//, '');
    if (file === '') continue;
    const row: TableRow = {};
    for (const column of COLUMNS) {
      const cell = (record[column] ?? '').trim();
      if (cell !== '') row[column] = cell;
    }
    if (row.published !== undefined && parseDate(row.published) === null) {
      warnings.push({
        code: 'bad-table-value',
        message: `${name}, line ${line}: "${row.published}" is no date, or may be two days; write it as 2022-10-21.`,
        file,
      });
      delete row.published;
    }
    rows.push({ file, line, row, used: false });
  }
  const byKey = new Map<string, (typeof rows)[number] | null>();
  for (const entry of rows) {
    for (const key of keysOf(entry.file)) {
      const other = byKey.get(key);
      if (key === entry.file && other != null && other.file === key) {
        warnings.push({
          code: 'bad-table-value',
          message: `${name}, line ${entry.line}: ${entry.file} stands in the table twice; its first row counts.`,
          file: entry.file,
        });
        entry.used = true;
      } else if (key === entry.file || other === undefined) byKey.set(key, entry);
      // A short name that two rows share names neither.
      else if (other !== null && other.file !== key) byKey.set(key, null);
    }
  }
  return {
    warnings,
    table: {
      rowFor(file) {
        for (const key of keysOf(file)) {
          const entry = byKey.get(key);
          if (entry == null) continue;
          entry.used = true;
          return entry.row;
        }
        return undefined;
      },
      unmatched: () =>
        rows
          .filter(({ used }) => !used)
          .map(({ file, line }) => ({
            code: 'unmatched-table-row',
            message: `${name}, line ${line}: no document is called ${file}.`,
            file,
          })),
    },
  };
}

function parseRows(text: string, name: string): CsvRows['rows'] {
  let table: CsvRows;
  try {
    table = readCsv(text);
  } catch (error) {
    throw new StemmaError('bad-table', `${name} could not be read as a table: ${messageOf(error)}`, {
      cause: error,
    });
  }
  if (!table.columns.includes('file'))
    throw new StemmaError(
      'bad-table',
      `${name} has no column "file". The first line names the columns: file, publisher, published, title, url, language.`,
    );
  return table.rows;
}

/** From the exact path to the loosest name. */
function keysOf(file: string): string[] {
  const base = file.slice(file.lastIndexOf('/') + 1);
  return [...new Set([file, base, withoutExtension(file), withoutExtension(base)])];
}

function withoutExtension(file: string): string {
  return file.replace(/\.(?:txt|md|markdown|html?|xhtml|json|ndjson|jsonl)$/i, '');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
