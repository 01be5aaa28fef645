import { headerEnd, headerFields } from './http-message.ts';

/** The page in a file that a browser saved with all it shows (MHTML, RFC 2557). */
export interface MhtmlPage {
  readonly bytes: Uint8Array;
  readonly charset?: string;
  /** Where it was saved from, and when, where the browser noted that. */
  readonly address?: string;
  readonly captured?: string;
}

/** Parts that are looked through: pictures and styles stand behind the page. */
const MOST_PARTS = 2_000;

/** @returns `null` when the bytes hold no page in this form. */
export function pageInMhtml(file: Uint8Array): MhtmlPage | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const head = headerEnd(bytes, 0);
  if (head === null) return null;
  const fields = headerFields(bytes.toString('latin1', 0, head.end));
  const boundary = /boundary="?([^";\r\n]{1,200})"?/i.exec(fields.get('content-type') ?? '')?.[1];
  const address = fields.get('snapshot-content-location') ?? '';
  const date = Date.parse(fields.get('date') ?? '');
  const from = {
    ...(/^https?:/i.test(address) ? { address } : {}),
    ...(Number.isNaN(date) ? {} : { captured: new Date(date).toISOString() }),
  };
  for (const part of boundary === undefined ? [bytes] : partsOf(bytes, `--${boundary}`, head.next)) {
    const end = headerEnd(part, 0);
    if (end === null) continue;
    const own = headerFields(part.toString('latin1', 0, end.end));
    const type = own.get('content-type') ?? '';
    if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) continue;
    const charset = /charset="?([\w:.-]{2,40})/i.exec(type)?.[1];
    return {
      bytes: decoded(part.subarray(end.next), own.get('content-transfer-encoding') ?? ''),
      ...(charset === undefined ? {} : { charset }),
      ...from,
    };
  }
  return null;
}

function* partsOf(bytes: Buffer, delimiter: string, from: number): Generator<Buffer> {
  let at = bytes.indexOf(delimiter, from);
  for (let count = 0; at >= 0 && count < MOST_PARTS; count++) {
    const lineEnd = bytes.indexOf(0x0a, at);
    if (lineEnd < 0) return;
    const next = bytes.indexOf(delimiter, lineEnd);
    yield bytes.subarray(lineEnd + 1, next < 0 ? bytes.length : next);
    at = next;
  }
}

function decoded(body: Buffer, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return Buffer.from(
        body
          .toString('latin1')
          .replace(/[ \t]*=[ \t]*\r?\n/g, '')
          .replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
        'latin1',
      );
    default:
      return body;
  }
}
