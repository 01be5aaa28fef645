import type { PdfAnswer, PdfContents, PdfPage, PdfRun } from './page.ts';

/** As much of pdf.js as is used here; its own types want a browser's. */
interface PdfJs {
  getDocument(source: Readonly<Record<string, unknown>>): { readonly promise: Promise<PdfDocument> };
}

interface PdfDocument {
  readonly numPages: number;
  getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
  getPage(number: number): Promise<{
    readonly view: readonly number[];
    getTextContent(): Promise<{ readonly items: readonly PdfItem[] }>;
    cleanup(): void;
  }>;
}

interface PdfItem {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
}

/** What is to be taken apart, and how much of it at most. */
export interface PdfTask {
  readonly bytes: Uint8Array;
  readonly mostPages: number;
  readonly mostRuns: number;
}

/** Letters that stand more aslant than this are a watermark or a margin's note. */
const MOST_SLANT = 0.1;

/**
 * Takes a PDF apart. Nothing in it is run or fetched: no scripts, forms, fonts of the system, evaluated functions.
 * A page that cannot be read is empty.
 */
export async function takeApart({ bytes, mostPages, mostRuns }: PdfTask): Promise<PdfAnswer> {
  const { getDocument } = (await import('unpdf/pdfjs')) as unknown as PdfJs;
  let document: PdfDocument;
  try {
    document = await getDocument({
      data: bytes,
      isEvalSupported: false,
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      disableAutoFetch: true,
      disableStream: true,
      verbosity: 0,
    }).promise;
  } catch (error) {
    return { ok: false, problem: (error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged' };
  }
  const pages: PdfPage[] = [];
  let left = mostRuns;
  for (let number = 1; number <= Math.min(document.numPages, mostPages) && left > 0; number++) {
    const page = await readPage(document, number).catch((): PdfPage => ({ height: 0, runs: [] }));
    pages.push(page);
    left -= page.runs.length;
  }
  return { ok: true, contents: { pages, pageCount: document.numPages, info: await infoOf(document) } };
}

async function readPage(document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const [left = 0, bottom = 0, , top = 0] = page.view;
  const { items } = await page.getTextContent();
  const runs: PdfRun[] = [];
  for (const { str = '', transform, width = 0 } of items) {
    if (str === '' || transform === undefined) continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
    const size = Math.hypot(c, d);
    if (!(size > 0) || Math.abs(b) > MOST_SLANT * Math.abs(a) || a < 0) continue;
    runs.push({ text: str, x: x - left, y: y - bottom, width, size });
  }
  page.cleanup();
  return { height: top - bottom, runs };
}

async function infoOf(document: PdfDocument): Promise<PdfContents['info']> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} as Record<string, unknown> }));
  const text = (name: string): string => {
    const value = info[name];
    return typeof value === 'string' ? value.slice(0, 1000) : '';
  };
  return { title: text('Title'), author: text('Author'), created: text('CreationDate') };
}
