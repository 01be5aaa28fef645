const MEBIBYTE = 2 ** 20;

/** A long article has a tenth of a mebibyte, a page with everything around it a few: what is larger is no article. */
export const DEFAULT_MAX_BYTES: number = 20 * MEBIBYTE;

/** What a record of a web archive may have, and a WACZ as a whole, which is held in memory. */
export const MOST_ARCHIVE_BYTES = 500_000_000;

/** What a WARC file may have, and what it may unpack to: it is read record by record. */
export const MOST_UNPACKED_BYTES = 50_000_000_000;

const WEB_ARCHIVE = /\.(?:warc(?:\.gz)?|wacz)$/i;

/** Whether a file of this name holds captures of pages. */
export function isWebArchive(name: string): boolean {
  return WEB_ARCHIVE.test(name);
}

/** Bytes that a file of this name may have. */
export function largestFile(name: string, maxBytes: number): number {
  if (!isWebArchive(name)) return maxBytes;
  return Math.max(maxBytes, isStreamed(name) ? MOST_UNPACKED_BYTES : MOST_ARCHIVE_BYTES);
}

/** Whether a file of this name is read piece by piece and never as a whole. */
export function isStreamed(name: string): boolean {
  return isWebArchive(name) && !/\.wacz$/i.test(name);
}

/** Bytes as people read them, rounded to hundredths of a mebibyte: `20 MiB`. What is there at all is never shown as none. */
export function showMebibytes(bytes: number): string {
  const hundredths = Math.round((bytes / MEBIBYTE) * 100);
  return `${(bytes > 0 ? Math.max(hundredths, 1) : 0) / 100} MiB`;
}
