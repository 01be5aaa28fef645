/** A run of letters as a PDF places it. Lengths are in points; `y` grows upwards. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Height of the type. */
  readonly size: number;
}

/** What is placed on one page, in the order in which the file places it. Text that does not run from left to right is left out. */
export interface PdfPage {
  readonly height: number;
  readonly runs: readonly PdfRun[];
}

/** What a PDF says of itself; empty where it says nothing. */
export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  /** `D:20310505083000+02'00'` */
  readonly created: string;
}

/** A PDF taken apart. */
export interface PdfContents {
  readonly pages: readonly PdfPage[];
  /** How many pages the file has; more than were read where it has very many. */
  readonly pageCount: number;
  readonly info: PdfInfo;
}

/** What the thread that takes PDFs apart answers. */
export type PdfAnswer =
  | { readonly ok: true; readonly contents: PdfContents }
  | { readonly ok: false; readonly problem: 'encrypted' | 'damaged' };

/** A line of type; several may stand side by side. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Height of most of its letters. */
  readonly size: number;
}
