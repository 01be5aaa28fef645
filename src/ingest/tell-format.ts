/** How far into a file it shows what it is. */
const SNIFFED_BYTES = 1024;

/** Endings whose files may hold anything; of the others the ending is believed. */
const SAYS_LITTLE = new Set(['', '.txt', '.text']);
/** Endings of what a text is read from, by which people and servers call pages and feeds of all kinds. */
const MAY_BE_PAGE = new Set(['.html', '.htm', '.xhtml', '.xml', '.json', '.rss', '.atom', '.csv']);

const BEFORE_MARKUP = String.raw`^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,600}?-->\s*)*`;
const PAGE = new RegExp(`${BEFORE_MARKUP}(?:<!doctype html|<html[\\s>])`, 'i');
const FEED = new RegExp(`${BEFORE_MARKUP}<(?:rss|feed|rdf:rdf)[\\s>]`, 'i');
const RECORDS = /^\s*(?:\{\s*"|\[\s*\{\s*")/;

/**
 * The ending that fits what a file's first bytes show: a page that was saved as `.txt`, `.php` or without an ending is read as a page, and no
 * tags as text. Where they show nothing, or the ending says what they cannot, it is the file's own.
 */
export function endingByBytes(ending: string, bytes: Uint8Array, isKnown: boolean): string {
  if (isKnown && !SAYS_LITTLE.has(ending) && !MAY_BE_PAGE.has(ending)) return ending;
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, SNIFFED_BYTES))
    // Marks of UTF-8 and UTF-16, and the zeros between the letters of the latter.
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '');
  if (head.startsWith('%PDF-')) return '.pdf';
  if (FEED.test(head)) return '.xml';
  if (PAGE.test(head)) return '.html';
  return SAYS_LITTLE.has(ending) && RECORDS.test(head) ? '.json' : ending;
}
