import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import type { Capture } from '../ingest/capture.ts';
import { VERSION } from '../model/version.ts';

/**
 * A capture as a record of a web archive (WARC 1.1), packed as a member of its own, with the redirect that led to it before it. The codings of the transfer are
 * undone, so that reading the archive gives the same bytes, and the same dossier, as fetching did.
 */
export function warcRecordOf({ address, requested, captured = '', contentType, bytes }: Capture): Uint8Array {
  const redirect =
    requested === undefined
      ? []
      : [record(requested, captured, 'HTTP/1.1 302 Found', [`Location: ${address}`], new Uint8Array(0))];
  return Buffer.concat([
    ...redirect,
    record(
      address,
      captured,
      'HTTP/1.1 200 OK',
      contentType === '' ? [] : [`Content-Type: ${contentType}`],
      bytes,
    ),
  ]);
}

/** The record that an archive begins with. */
export function warcInfo(date: string): Uint8Array {
  const block = Buffer.from(`software: stemma ${VERSION}\r\nformat: WARC File Format 1.1\r\n`);
  return packed(
    ['WARC-Type: warcinfo', `WARC-Date: ${date}`, 'Content-Type: application/warc-fields'],
    block,
    date,
  );
}

function record(
  address: string,
  date: string,
  status: string,
  headers: readonly string[],
  body: Uint8Array,
): Buffer {
  const head = [status, ...headers.map(oneLine), `Content-Length: ${body.length}`].join('\r\n');
  return packed(
    [
      'WARC-Type: response',
      `WARC-Target-URI: ${oneLine(address)}`,
      `WARC-Date: ${date}`,
      `WARC-Payload-Digest: sha256:${createHash('sha256').update(body).digest('hex')}`,
      'Content-Type: application/http; msgtype=response',
    ],
    Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]),
    address + date,
  );
}

/** @param name - What sets the record apart from the others; its id is made from this and the block, so that the same pages give the same archive. */
function packed(fields: readonly string[], block: Uint8Array, name: string): Buffer {
  const digest = createHash('sha256').update(name).update('\0').update(block).digest('hex');
  const id = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `a${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  const head = [
    'WARC/1.1',
    `WARC-Record-ID: <urn:uuid:${id.join('-')}>`,
    ...fields,
    `Content-Length: ${block.length}`,
  ];
  return gzipSync(
    Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]),
  );
}

/** No header of a stranger begins a line of ours. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
