import { normalizeText } from '../text/normalize-text.ts';
import type { DocumentParts } from './document-from-text.ts';
import type { FoundOmission } from './find-omissions.ts';
import { findLines } from './pdf/find-lines.ts';
import { partFurniture } from './pdf/find-furniture.ts';
import { joinLines } from './pdf/join-lines.ts';
import { openPdf, PDF_LIMITS, type OpenedPdf, type PdfLimits } from './pdf/open-pdf.ts';
import { bylineOf, publishedOf, titleOf } from './pdf/read-metadata.ts';

/** What a PDF holds; `problem` says why it holds no account, `loss` what of it could not be read. */
export type PdfResult =
  | { readonly ok: true; readonly parts: DocumentParts; readonly loss: string | null }
  | { readonly ok: false; readonly scanned: boolean; readonly problem: string };

const PROBLEMS: Readonly<Record<Extract<OpenedPdf, { ok: false }>['problem'], string>> = {
  encrypted: 'it is encrypted and opens with a password only',
  damaged: 'it is no PDF document, or a damaged one',
  'too-slow': 'taking it apart takes too long',
  'too-large': 'taking it apart takes too much memory',
};

/** Letters that a font draws and nobody can name: of private use, controls, the sign for what cannot be shown. */
const NAMELESS = /[\uE000-\uF8FF\uFFFD\0-\x08\x0E-\x1F]/g;
/** Text with more of these is none. */
const MOST_NAMELESS = 0.2;
/** A PDF with more pages without text than this is warned about. */
const MOST_EMPTY_PAGES = 0.5;

/**
 * Reads a PDF: its paragraphs in reading order, words that were broken at line ends joined, headers, footers and page numbers left out. What was left out
 * stands once behind the text, marked as omitted. Nothing in the file is run or fetched, and time and memory are bounded (`openPdf`).
 */
export async function readPdf(bytes: Uint8Array, limits: PdfLimits = PDF_LIMITS): Promise<PdfResult> {
  return arrangePdf(await openPdf(bytes, limits));
}

/** Makes a text of what a PDF places on its pages. */
export function arrangePdf(opened: OpenedPdf): PdfResult {
  if (!opened.ok) return { ok: false, scanned: false, problem: PROBLEMS[opened.problem] };
  const { pages, pageCount, info } = opened.contents;
  const all = pages.flatMap((page, number) => findLines(page, number));
  const letters = all.reduce((sum, { text }) => sum + text.length, 0);
  if (letters === 0)
    return {
      ok: false,
      scanned: true,
      problem: 'its pages hold pictures and no text; have its text recognised (OCR) first',
    };
  const nameless = all.reduce((sum, { text }) => sum + (text.match(NAMELESS)?.length ?? 0), 0);
  if (nameless > MOST_NAMELESS * letters)
    return {
      ok: false,
      scanned: false,
      problem: 'its fonts do not say which letters they show; have its text recognised (OCR) first',
    };
  const { lines, furniture } = partFurniture(
    all,
    pages.map(({ height }) => height),
  );
  const paragraphs = joinLines(lines);
  const { text, omitted } = compose(
    paragraphs.map((each) => each.text),
    furniture,
  );
  return {
    ok: true,
    loss: lossOf(pages.filter(({ runs }) => runs.length === 0).length, pages.length, pageCount),
    parts: {
      text,
      omitted,
      title: titleOf(paragraphs, lines, info),
      byline: bylineOf(info),
      published: publishedOf(text, info),
    },
  };
}

function lossOf(empty: number, read: number, pageCount: number): string | null {
  if (read < pageCount) return `only the first ${read} of its ${pageCount} pages were read`;
  return empty > MOST_EMPTY_PAGES * read ? `${empty} of its ${read} pages hold pictures and no text` : null;
}

function compose(
  paragraphs: readonly string[],
  furniture: readonly string[],
): { text: string; omitted: FoundOmission[] } {
  const omitted: FoundOmission[] = [];
  let text = '';
  for (const [at, paragraph] of [...paragraphs, ...furniture].entries()) {
    // Normalised before offsets are counted, so that none of them moves later.
    const words = normalizeText(paragraph).text.trim();
    if (words === '') continue;
    const start = text === '' ? 0 : text.length + 2;
    text += text === '' ? words : `\n\n${words}`;
    if (at >= paragraphs.length) omitted.push({ span: [start, text.length], why: 'other' });
  }
  return { text, omitted };
}
