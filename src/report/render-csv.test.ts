import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { sampleDossier } from '../../test/sample-dossier.ts';
import { hostileDossier } from '../../test/hostile-dossier.ts';
import { evidenceAt } from '../model/evidence.ts';
import type { Dossier } from '../model/dossier.ts';
import { renderCsv } from './render-csv.ts';

const dossier = sampleDossier();
const hostile = hostileDossier();

describe('renderCsv', () => {
  const tables = (of: Dossier): Record<string, Record<string, string>[]> =>
    Object.fromEntries(
      renderCsv(of).map(({ table, text }) => [
        table,
        parse<Record<string, string>>(text, { bom: true, columns: true }),
      ]),
    );

  it('reads back as one row for each item, with the words at their spans', () => {
    const { attributions, documents, discrepancies } = tables(dossier);
    expect(documents).toHaveLength(dossier.documents.length);
    expect(attributions).toHaveLength(dossier.attributions.length);
    expect(discrepancies).toHaveLength(dossier.discrepancies.flatMap((each) => each.readings).length);
    const texts = new Map(dossier.documents.map((document) => [document.file, document]));
    for (const row of attributions ?? []) {
      const document = texts.get(row['document']);
      const spans = (row['spans'] ?? '')
        .split(';')
        .map((span) => span.split('-').map(Number) as [number, number]);
      expect(document && evidenceAt(document, spans).text).toBe(row['content']);
    }
  });

  it('begins with a byte-order mark and ends its lines as spreadsheets do', () => {
    for (const { text } of renderCsv(dossier)) {
      expect(text.startsWith('\ufeff')).toBe(true);
      expect(text.endsWith('\r\n')).toBe(true);
    }
  });

  it('never writes a cell that a spreadsheet would run', () => {
    const cells = Object.values(tables(hostile)).flat().flatMap(Object.values);
    expect(cells.some((cell) => cell.startsWith("'="))).toBe(true);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});
