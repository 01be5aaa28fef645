import type { Document } from '../model/document.ts';

/** Quotation marks of other languages, which a translation into English leaves standing. */
const FOREIGN_MARKS = /„[^“”"\n]{1,400}[“”"]|«[^»\n]{1,400}»/;

/** Whether a document bears the marks of a translation. */
export function isTranslated(document: Document): boolean {
  return (
    document.oddities.some(({ kind }) => kind === 'machine-translation') ||
    (document.language.startsWith('en') && FOREIGN_MARKS.test(document.text))
  );
}
