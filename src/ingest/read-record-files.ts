import { basename } from 'node:path';
import type { Place } from '../model/document.ts';
import type { Warning } from '../model/errors.ts';
import type { DocumentParts } from './document-from-text.ts';
import { refused, shortened, type FileContents } from './file-contents.ts';
import { readCsv, type CsvRows } from './read-csv.ts';
import { partsWithPage } from './read-page-file.ts';
import { recordOf, recordsIn, TEXT_COLUMNS, type RecordResult } from './read-records.ts';

/** One document, or a list of them. */
export async function readJsonFile(name: string, text: string): Promise<FileContents> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Some programs give NDJSON the ending of JSON.
    const lines = await readNdjsonFile(name, text);
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

/** A document on each line. */
export function readNdjsonFile(name: string, text: string): Promise<FileContents> {
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

/** A table with a text in each row, as crawlers and spreadsheets save it. */
export async function readTableFile(name: string, text: string): Promise<FileContents> {
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

/** The documents of those records that are some, and a warning for each other one. */
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
        ? await partsWithPage(result.parts, result.html)
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

/** What the parser says, in one line and without the text that it quotes. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/\n|, "|, \.\.\./, 1)[0]?.slice(0, 120) ?? '';
}
