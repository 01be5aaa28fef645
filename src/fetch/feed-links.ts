import { captureFormat, type Capture } from '../ingest/capture.ts';
import { decodeBytes } from '../ingest/decode-bytes.ts';
import { readFeed } from '../ingest/read-feed.ts';

/**
 * The addresses of the articles in a feed (RSS, Atom, JSON Feed), each once, in its order.
 *
 * @returns `null` when the capture is no feed.
 */
export function feedLinks(capture: Capture): readonly string[] | null {
  const format = captureFormat(capture.contentType, capture.bytes);
  if (format === null || !['.rss', '.atom', '.xml', '.json'].includes(format.ending)) return null;
  const { text } = decodeBytes(capture.bytes, format.charset);
  const links =
    format.ending === '.json' ? jsonFeedLinks(text) : (readFeed(text)?.entries.map(({ url }) => url) ?? null);
  if (links === null) return null;
  const absolute = links
    .filter((link) => link !== '' && URL.canParse(link, capture.address))
    .map((link) => new URL(link, capture.address).href);
  return [...new Set(absolute)];
}

/** By https://www.jsonfeed.org/version/1.1/; other JSON is no feed. */
function jsonFeedLinks(text: string): string[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { version, items } = (value ?? {}) as { version?: unknown; items?: unknown };
  if (typeof version !== 'string' || !version.includes('jsonfeed.org/version/') || !Array.isArray(items))
    return null;
  return items
    .map((item: unknown) => (item as { url?: unknown } | null)?.url)
    .filter((url) => typeof url === 'string');
}
