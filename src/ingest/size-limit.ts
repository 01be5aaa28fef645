const MEBIBYTE = 2 ** 20;

/** A long article has a tenth of a mebibyte, a page with everything around it a few: what is larger is no article. */
export const DEFAULT_MAX_BYTES: number = 20 * MEBIBYTE;

/** What a web archive may have, and what it may unpack to: it holds whole pages, each of which has the limit of a file. */
export const MOST_ARCHIVE_BYTES = 500_000_000;

const WEB_ARCHIVE = /\.(?:warc(?:\.gz)?|wacz)$/i;

/** Whether a file of this name holds captures of pages. */
export function isWebArchive(name: string): boolean {
  return WEB_ARCHIVE.test(name);
}

/** Bytes that a file of this name may have. */
export function largestFile(name: string, maxBytes: number): number {
  return isWebArchive(name) ? Math.max(maxBytes, MOST_ARCHIVE_BYTES) : maxBytes;
}

/** Bytes as people read them, rounded to hundredths of a mebibyte: `20 MiB`. What is there at all is never shown as none. */
export function showMebibytes(bytes: number): string {
  const hundredths = Math.round((bytes / MEBIBYTE) * 100);
  return `${(bytes > 0 ? Math.max(hundredths, 1) : 0) / 100} MiB`;
}
