import { VERSION } from '../model/version.ts';
import { provenanceOf, refused, type FileContents } from './file-contents.ts';

/** The library that takes PDFs apart; a test compares this with package.json. */
export const PDF_READER = 'unpdf 1.6.2';

/** Reads a PDF; the reader of PDFs is loaded for the first one only. */
export async function readPdfFile(name: string, bytes: Uint8Array): Promise<FileContents> {
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
