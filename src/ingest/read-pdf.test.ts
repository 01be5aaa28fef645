import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { column, pdfOf, type TypedLine } from '../../test/pdf.ts';
import { verifyEvidence } from '../model/evidence.ts';
import { composeDocument } from './document-from-text.ts';
import { PDF_LIMITS, type PdfLimits } from './pdf/open-pdf.ts';
import type { PdfRun } from './pdf/page.ts';
import { takeApart } from './pdf/take-apart.ts';
import { readFileContents } from './read-file.ts';
import { PDF_READER } from './read-pdf-file.ts';
import { arrangePdf, readPdf, type PdfResult } from './read-pdf.ts';

const LEFT = [
  'The mill at Ostrand stood still on',
  'Monday after the weir above it was',
  'opened during the night, its fore-',
  'man Pavo Lind said. Nobody could',
  'say by whom.',
  'The district office of Kell said it',
  'had sent two letters about the',
];
const RIGHT = [
  'maintenance of the gates since the',
  'beginning of the year.',
  '“We came in at six,” Lind told us,',
  '“and the water stood up to the',
  'windows of the lower hall.”',
];
const READ = [
  'The mill at Ostrand stood still on Monday after the weir above it was opened during the night, its foreman Pavo Lind said. Nobody could say by whom.',
  'The district office of Kell said it had sent two letters about the maintenance of the gates since the beginning of the year.',
  '“We came in at six,” Lind told us, “and the water stood up to the windows of the lower hall.”',
];

/** Reads without the thread, which takes half a second to start from source. */
async function readHere(bytes: Uint8Array): Promise<PdfResult> {
  const opened = await takeApart({ bytes: Uint8Array.from(bytes), mostPages: 50, mostRuns: 100_000 });
  return arrangePdf(opened);
}

async function paragraphsOf(...pages: TypedLine[][]): Promise<string[]> {
  const result = await readHere(pdfOf({ pages }));
  if (!result.ok) throw new Error(result.problem);
  return result.parts.text.split('\n\n');
}

describe('readPdf', () => {
  it('reads columns one after the other, and a paragraph over the end of one', async () => {
    expect(await paragraphsOf([...column(LEFT, 50, 700), ...column(RIGHT, 300, 700)])).toEqual(READ);
  });

  it('finds the columns where the file places their lines side by side', async () => {
    const left = column(LEFT, 50, 700);
    const right = column(RIGHT, 300, 700);
    const rows = left.flatMap((line, i) => [line, ...right.slice(i, i + 1)]);
    const upwards = [...left, ...right].sort((a, b) => a.y - b.y);
    expect(await paragraphsOf(rows)).toEqual(READ);
    expect(await paragraphsOf(upwards)).toEqual(READ);
  });

  it('joins what a page’s end parts, and leaves out what stands on each page', async () => {
    const page = (number: number, lines: string[]): TypedLine[] => [
      { text: 'The Ostrand Gazette – 5 May 2031', x: 50, y: 770 },
      ...column(lines, 50, 700),
      { text: `Page ${number} of 2`, x: 250, y: 30 },
    ];
    const result = await readPdf(pdfOf({ pages: [page(1, LEFT), page(2, RIGHT)] }));
    expect(result.ok && result.loss).toBe(null);
    if (!result.ok) return;
    expect(result.parts.text.split('\n\n')).toEqual([
      ...READ,
      'The Ostrand Gazette – 5 May 2031',
      'Page 1 of 2',
    ]);
    expect(result.parts.omitted?.map(({ span }) => result.parts.text.slice(...span))).toEqual([
      'The Ostrand Gazette – 5 May 2031',
      'Page 1 of 2',
    ]);
  });

  it('takes larger type for headings, indents and white space for paragraphs, marks for items', async () => {
    expect(
      await paragraphsOf([
        ...column(['Mill stands still after', 'weir opens in the night'], 50, 740, 20),
        ...column(['By Jol Vetter', '5 May 2031'], 50, 690),
        { text: 'The mill stood still on Monday, its foreman said.', x: 50, y: 655 },
        { text: 'It had never done so before, not in eighty years.', x: 50, y: 643 },
        { text: 'Nobody could say who had opened the old weir.', x: 70, y: 631 },
        { text: '• eleven cellars were under water', x: 50, y: 619 },
        { text: '• three machines were damaged', x: 50, y: 607 },
      ]),
    ).toEqual([
      'Mill stands still after weir opens in the night',
      'By Jol Vetter',
      '5 May 2031',
      'The mill stood still on Monday, its foreman said. It had never done so before, not in eighty years.',
      'Nobody could say who had opened the old weir.',
      '• eleven cellars were under water',
      '• three machines were damaged',
    ]);
  });

  it('puts a large initial before its line, and a raised number into it', async () => {
    expect(
      await paragraphsOf([
        { text: 'T', x: 50, y: 676, size: 32 },
        { text: 'he mill stood still on Monday, its foreman Pavo Lind said.', x: 67, y: 700 },
        { text: 'Nobody could say', x: 67, y: 688 },
        { text: '1', x: 147, y: 692, size: 6 },
        { text: 'who had opened the weir.', x: 155, y: 688 },
      ]),
    ).toEqual([
      'The mill stood still on Monday, its foreman Pavo Lind said. Nobody could say1 who had opened the weir.',
    ]);
  });
});

it('takes time in proportion to what a page holds', () => {
  const arrange = (runs: PdfRun[]): PdfResult =>
    arrangePdf({
      ok: true,
      contents: {
        pages: [{ height: 800, runs }],
        pageCount: 1,
        info: { title: '', author: '', created: '' },
      },
    });
  // A line of 300,000 letters; 3,000 lines of one paragraph, each with a word broken at its end.
  const letters = Array.from({ length: 300_000 }, (_, i) => ({
    text: 'a',
    x: 5 * i,
    y: 700,
    width: 5,
    size: 10,
  }));
  expect(arrange(letters)).toMatchObject({ ok: true });
  const broken = Array.from({ length: 3000 }, (_, i) => ({
    text: `${'x'.repeat(300)}-`,
    x: 50,
    y: 40_000 - 12 * i,
    width: 400,
    size: 10,
  }));
  expect(arrange(broken)).toMatchObject({ ok: true });
});

describe('what a PDF says of itself', () => {
  const lines = [
    ...column(['Mill stands still in the night'], 50, 740, 20),
    ...column(['Press release', 'Kell, 5 May 2031'], 50, 700),
    ...column(LEFT, 50, 650),
  ];
  const parts = async (info: Record<string, string>, pages = [lines]) => {
    const result = await readHere(pdfOf({ pages, info }));
    return result.ok ? result.parts : null;
  };

  it('is its headline before its title, authors with names, and a day that the text names, too', async () => {
    const info = {
      Title: 'Microsoft Word - release_v3.docx',
      Author: 'Mara Oduya',
      CreationDate: "D:20310505083000+02'00'",
    };
    expect(await parts(info)).toMatchObject({
      title: 'Mill stands still in the night',
      byline: ['Mara Oduya'],
      published: { value: { text: '5 May 2031', value: '2031-05-05' }, from: 'metadata' },
    });
  });

  it('is not believed where it is a file’s name, a login, or the day of a later print', async () => {
    const found = await parts({ Title: 'release_v3.docx', Author: 'moduya', CreationDate: 'D:20320101' }, [
      column(LEFT, 50, 650),
    ]);
    expect(found?.title).toBeUndefined();
    expect(found?.byline).toEqual([]);
    expect(found?.published).toBeUndefined();
    expect((await parts({ Title: 'Weir opened at night' }, [column(LEFT, 50, 650)]))?.title).toBe(
      'Weir opened at night',
    );
  });
});

describe('a PDF that cannot be read', () => {
  const page = column(LEFT, 50, 700);
  const problem = async (bytes: Uint8Array, limits?: Partial<PdfLimits>): Promise<string> => {
    const result = await (limits === undefined
      ? readHere(bytes)
      : readPdf(bytes, { ...PDF_LIMITS, ...limits }));
    return result.ok ? 'it was read' : result.problem;
  };

  it('is encrypted', async () => {
    const key = '00'.repeat(32);
    const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`;
    expect(await problem(pdfOf({ pages: [page], trailer }))).toBe(
      'it is encrypted and opens with a password only',
    );
  });

  it('holds pictures alone', async () => {
    expect(await problem(pdfOf({ pages: [[], []] }))).toBe(
      'its pages hold pictures and no text; have its text recognised (OCR) first',
    );
  });

  it('is none, or breaks off', async () => {
    expect(await problem(Buffer.from('%PDF-1.4 nothing'))).toBe('it is no PDF document, or a damaged one');
    expect(await problem(pdfOf({ pages: [page] }).subarray(0, 100))).toBe(
      'it is no PDF document, or a damaged one',
    );
  });

  it('calls itself over and over', async () => {
    // Ten forms that each draw the next ten times: ten thousand million lines of text from two kilobytes.
    const forms = Array.from({ length: 10 }, (_, i) => {
      const body = i === 9 ? 'BT /F 10 Tf (over) Tj ET' : `${'/X Do '.repeat(10)}`;
      return `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length ${body.length} /Resources << /Font << /F 3 0 R >> /XObject << /X ${101 + i} 0 R >> >> >>\nstream\n${body}\nendstream`;
    });
    const bomb = pdfOf({
      pages: [page],
      objects: forms,
      resources: '/XObject << /X 100 0 R >>',
      content: { dictionary: '', bytes: Buffer.from('/X Do') },
    });
    expect(await problem(bomb, { ms: 1500 })).toMatch(/^taking it apart takes too (?:long|much memory)$/);
  });

  it('unpacks to more than there is room for', async () => {
    let bytes: Uint8Array = deflateSync(Buffer.alloc(300_000_000, 0x20));
    bytes = deflateSync(bytes);
    const bomb = pdfOf({
      pages: [page],
      content: { dictionary: '/Filter [/FlateDecode /FlateDecode]', bytes },
    });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await problem(bomb, { memory: 100_000_000 })).toBe('taking it apart takes too much memory');
  });

  it('runs nothing and asks for nothing', async () => {
    const script = '<< /S /JavaScript /JS (app.launchURL\\("http://127.0.0.1:9/"\\); while\\(true\\);) >>';
    const result = await readPdf(pdfOf({ pages: [page], objects: [script], catalog: '/OpenAction 100 0 R' }));
    expect(result.ok && result.parts.text).toContain('foreman Pavo Lind said');
  });

  it('is named with its reason, and costs the rest nothing', async () => {
    const cases: [string, Uint8Array, string][] = [
      ['none.pdf', Buffer.from('%PDF-1.4 nothing'), 'unreadable-file'],
      ['scan.pdf', pdfOf({ pages: [[]] }), 'no-text'],
      ['empty.pdf', new Uint8Array(0), 'empty-file'],
    ];
    for (const [name, bytes, code] of cases)
      expect((await readFileContents(name, bytes)).warnings).toMatchObject([{ code, file: name }]);
    const partly = await readFileContents('partly.pdf', pdfOf({ pages: [page, [], []] }));
    expect(partly.parts).toHaveLength(1);
    expect(partly.warnings.map(({ message }) => message)).toEqual([
      'Of partly.pdf not all was read: 2 of its 3 pages hold pictures and no text.',
    ]);
  });
});

it('reads a PDF that a browser printed', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '../../test/files/mill.pdf'));
  const { parts, warnings } = await readFileContents('mill.pdf', bytes);
  expect(warnings).toEqual([]);
  const [document] = parts.map(composeDocument);
  expect(document).toMatchObject({
    title: 'Mill stands still after weir opens in the night',
    byline: ['Jol Vetter'],
  });
  expect(document?.provenance).toMatchObject({
    format: 'pdf',
    extractor: expect.stringContaining(PDF_READER) as string,
  });
  expect(document?.text).toContain(
    'said the senior prosecutor Mara Oduya, who asked for patience: “We do not know yet what happened, and we shall not guess.”',
  );
  expect(document?.omitted.map(({ evidence }) => evidence.text).join('\n\n')).toContain(
    'The Ostrand Gazette – 5 May 2031\n\nPage 1 of 2',
  );
});

it('names the version of the library that it uses', () => {
  const { dependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  ) as { dependencies: Record<string, string> };
  expect(PDF_READER).toBe(`unpdf ${dependencies['unpdf']}`);
});

it('survives mutated bytes, with text or a problem', async () => {
  const packed = deflateSync(
    Buffer.from('BT /F 10 Tf 50 700 Td (The mill stood still, its foreman said.) Tj ET'),
  );
  const seed = Buffer.from(
    pdfOf({
      pages: [column(LEFT, 50, 700), column(RIGHT, 50, 700)],
      content: { dictionary: '/Filter /FlateDecode', bytes: packed },
      info: { Title: 'Weir opened', CreationDate: 'D:20310505' },
    }),
  );
  let read = 0;
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.integer({ min: 0, max: 12 }),
    inserted: fc.uint8Array({ maxLength: 10 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      let bytes: Buffer = seed;
      for (const { at, removed, inserted } of changes) {
        const start = Math.floor(at * bytes.length);
        bytes = Buffer.concat([bytes.subarray(0, start), inserted, bytes.subarray(start + removed)]);
      }
      const result = await readHere(bytes);
      if (!result.ok) return;
      read++;
      const document = composeDocument(result.parts);
      verifyEvidence(document, [document]);
    }),
    { seed: 31, numRuns: 150 },
  );
  // Most damage leaves something to read: it is looked at, too.
  expect(read).toBeGreaterThan(30);
});
