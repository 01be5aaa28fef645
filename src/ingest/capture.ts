/** What came from an address at one moment: fetched, or kept by a web archive. */
export interface Capture {
  /** Where the bytes came from, after all redirects. */
  readonly address: string;
  /** The address that was asked for, where it is another. */
  readonly requested?: string;
  /** When, as an instant in UTC; absent where an archive does not say. */
  readonly captured?: string;
  /** The `Content-Type` header, empty where there was none. */
  readonly contentType: string;
  /** The body with all transfer and content codings undone: what a browser would save. */
  readonly bytes: Uint8Array;
  /** The body breaks off before its end. */
  readonly cut: boolean;
}

/** How a capture is read: by the ending that a file of its kind would have, and in which encoding its header says it is. */
export interface CaptureFormat {
  readonly ending: string;
  readonly charset?: string;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'application/pdf': '.pdf',
  'application/x-pdf': '.pdf',
  'application/rss+xml': '.rss',
  'application/atom+xml': '.atom',
  'application/rdf+xml': '.rss',
  'text/xml': '.xml',
  'application/xml': '.xml',
  'application/json': '.json',
  'application/feed+json': '.json',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.oasis.opendocument.text': '.odt',
};

/** Said of what nobody gave a type: the bytes themselves are asked. */
const UNSAID = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'application/unknown']);

/** How far into the bytes a page or a feed shows what it is. */
const SNIFFED_BYTES = 1024;

/**
 * What a capture is, by its `Content-Type` or, where that says nothing, by how it begins.
 *
 * @returns `null` for what is no text: pictures, sound, scripts, style sheets, archives.
 */
export function captureFormat(contentType: string, bytes: Uint8Array): CaptureFormat | null {
  const media = mediaType(contentType);
  const parameters = contentType.split(';').slice(1);
  const charset = parameters
    .map((each) => /^\s*charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(each)?.[1])
    .find(Boolean);
  const ending = UNSAID.has(media) ? sniffed(bytes) : ENDINGS[media];
  if (ending === undefined) return null;
  return charset === undefined ? { ending } : { ending, charset };
}

/** Whether something of this type may be read at all: what need not be loaded is known before its bytes are. */
export function mayBeRead(contentType: string): boolean {
  const media = mediaType(contentType);
  return UNSAID.has(media) || ENDINGS[media] !== undefined;
}

function mediaType(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

function sniffed(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, SNIFFED_BYTES))
    .replace(/^\u00ef\u00bb\u00bf/, '');
  if (head.startsWith('%PDF-')) return '.pdf';
  if (/<(?:!doctype html|html)[\s>]/i.test(head)) return '.html';
  if (/<(?:rss|feed|rdf:rdf)[\s>]/i.test(head)) return '.xml';
  return undefined;
}

/** Whether what a user typed is meant as an address and not as a path: it begins as `https://` does. */
export function isAddress(words: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(words);
}

const LONGEST_SHOWN = 200;

/** An address as messages show it: short, without what could be a password, and without signs that no address has. */
export function showAddress(words: string): string {
  const shown = words
    .replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, '$1…@')
    .replace(/[\0-\x20\x7f]/g, '\uFFFD');
  return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown;
}
