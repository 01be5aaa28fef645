import { parse } from 'csv-parse/sync';

/** Rows of a table as objects by the names in its first line, with the line on which each begins. */
export interface CsvRows {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly record: Readonly<Record<string, string>>; readonly line: number }[];
}

/**
 * Reads a table as spreadsheets write it: commas, semicolons or tabs, as the first line shows; quotation marks, line breaks within
 * cells.
 *
 * @throws {Error} What the parser says, when the text is no table.
 */
export function readCsv(text: string): CsvRows {
  const parsed = parse(text, {
    delimiter: delimiterOf(text),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    bom: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const columns = (parsed[0]?.record ?? []).map((cell) => cell.trim().toLowerCase());
  return {
    columns,
    rows: parsed.slice(1).map(({ record, info }) => ({
      record: Object.fromEntries(columns.map((column, at) => [column, record[at] ?? ''])),
      line: info.lines,
    })),
  };
}

function delimiterOf(text: string): string {
  const header =
    text
      .slice(0, 10_000)
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [';', '\t'].find((delimiter) => count(delimiter) > count(',')) ?? ',';
}
