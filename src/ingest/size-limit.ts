const MEBIBYTE = 2 ** 20;

/** A long article has a tenth of a mebibyte, a page with everything around it a few: what is larger is no article. */
export const DEFAULT_MAX_BYTES: number = 20 * MEBIBYTE;

/** Bytes as people read them, rounded to hundredths of a mebibyte: `20 MiB`. What is there at all is never shown as none. */
export function showMebibytes(bytes: number): string {
  const hundredths = Math.round((bytes / MEBIBYTE) * 100);
  return `${(bytes > 0 ? Math.max(hundredths, 1) : 0) / 100} MiB`;
}
