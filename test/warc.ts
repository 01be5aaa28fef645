import { gzipSync } from 'node:zlib';

/** A record to put in a web archive; what is left out is as most archivers write it. */
export interface ArchivedPage {
  readonly address: string;
  /** HTML unless `contentType` says otherwise. */
  readonly body: string | Uint8Array;
  readonly date?: string;
  readonly type?: string;
  readonly status?: number;
  readonly contentType?: string;
  /** Further lines of the HTTP header. */
  readonly header?: string;
  /** Further lines of the record's own header. */
  readonly recordHeader?: string;
  /** A length that is not the block's. */
  readonly length?: number;
  /** Line ends between the record's header and after it. */
  readonly lineEnd?: string;
}

/** One record of a web archive (WARC 1.1), for tests. */
export function warcRecord(page: ArchivedPage): Buffer {
  const { address, date = '2031-03-15T09:30:00Z', type = 'response', lineEnd = '\r\n' } = page;
  const { contentType = 'text/html; charset=utf-8', status = 200, header = '', recordHeader = '' } = page;
  const http =
    type === 'response' || type === 'revisit'
      ? `HTTP/1.1 ${status} X\r\nContent-Type: ${contentType}\r\n${header}\r\n`
      : '';
  const block = Buffer.concat([Buffer.from(http), Buffer.from(page.body)]);
  const blockType = http === '' ? contentType : `application/http; msgtype=${type}`;
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${address}`,
    `WARC-Date: ${date}`,
    `Content-Type: ${blockType}`,
    ...(recordHeader === '' ? [] : [recordHeader]),
    `Content-Length: ${page.length ?? block.length}`,
  ].join(lineEnd);
  return Buffer.concat([Buffer.from(head + lineEnd + lineEnd), block, Buffer.from(lineEnd + lineEnd)]);
}

/** A web archive: packed ones have a member of its own for each record. */
export function warcOf(pages: readonly ArchivedPage[], { packed = false } = {}): Buffer {
  return Buffer.concat(pages.map(warcRecord).map((record) => (packed ? gzipSync(record) : record)));
}
