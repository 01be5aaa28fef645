import { Parser } from 'htmlparser2';

/** An entry of a feed, as it is written there. */
export interface FeedEntry {
  readonly title: string;
  readonly url: string;
  readonly date: string;
  readonly author: string;
  /** HTML: the whole text where the feed gives it, else the summary. */
  readonly html: string;
}

export interface Feed {
  readonly title: string;
  readonly entries: readonly FeedEntry[];
}

/** RSS and Atom call the same things by different names. */
const ENTRIES = new Set(['item', 'entry']);
const FIELDS: Readonly<Record<string, keyof FeedEntry | 'updated' | 'summary'>> = {
  title: 'title',
  link: 'url',
  pubdate: 'date',
  published: 'date',
  'dc:date': 'date',
  updated: 'updated',
  'content:encoded': 'html',
  content: 'html',
  description: 'summary',
  summary: 'summary',
  'dc:creator': 'author',
  author: 'author',
};
/** Inside these an element has its own title and link, which are not the entry's. */
const APART = new Set([
  'media:group',
  'media:content',
  'source',
  'image',
  'textinput',
  'media:thumbnail',
  'enclosure',
]);

const CHUNK = 64 * 1024;
/** Elements open at once; a feed has ten. The parser's time grows with them. */
const DEEPEST = 1000;
const MOST_ENTRIES = 5000;

/**
 * Reads RSS 0.9–2.0, RDF and Atom as a stream. Document types and entities other than XML's own mean nothing here. A feed that breaks off gives the entries
 * before the break.
 *
 * @returns `null` when the text is no feed.
 */
export function readFeed(xml: string): Feed | null {
  const reader = new FeedReader();
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true });
  for (let at = 0; at < xml.length && reader.depth <= DEEPEST; at += CHUNK)
    parser.write(xml.slice(at, at + CHUNK));
  if (reader.depth <= DEEPEST) parser.end();
  return reader.isFeed
    ? {
        title: reader.title.trim(),
        entries: reader.entries.map((entry) => completed(entry, reader.site.trim())),
      }
    : null;
}

/** A link without a host leads to the site's; where that is not known it stays for whoever knows where the feed is from. */
function completed(entry: FeedEntry, site: string): FeedEntry {
  const { url } = entry;
  const isWhole = url === '' || /^[a-z][a-z\d+.-]*:/i.test(url);
  return isWhole || !URL.canParse(url, site) ? entry : { ...entry, url: new URL(url, site).href };
}

type Draft = Record<keyof FeedEntry | 'updated' | 'summary', string>;

class FeedReader {
  depth = 0;
  isFeed = false;
  title = '';
  /** The site's address, by which links without a host are completed. */
  site = '';
  readonly entries: FeedEntry[] = [];
  #inSite = 0;
  #draft: Draft | null = null;
  #field: keyof Draft | null = null;
  #fieldDepth = 0;
  #apart = 0;
  #channelTitle = 0;

  onopentag(tag: string, attributes: Readonly<Record<string, string>>): void {
    const name = tag.toLowerCase();
    this.depth++;
    if (name === 'rss' || name === 'feed' || name === 'rdf:rdf') this.isFeed = true;
    // Atom's XHTML: elements within a text are part of it.
    if (this.#field !== null && this.#draft !== null) {
      if (this.#field === 'html' || this.#field === 'summary') this.#draft[this.#field] += `<${name}>`;
      return;
    }
    if (APART.has(name)) this.#apart++;
    if (ENTRIES.has(name))
      this.#draft = { title: '', url: '', date: '', author: '', html: '', updated: '', summary: '' };
    else if (this.#draft === null) {
      if (name === 'title' && this.#apart === 0 && this.title === '') this.#channelTitle = this.depth;
      if (name === 'link' && this.#apart === 0 && this.site === '') {
        if ((attributes['rel'] ?? 'alternate') === 'alternate') this.site = attributes['href'] ?? '';
        this.#inSite = this.depth;
      }
    } else if (this.#apart === 0) {
      const field = FIELDS[name];
      const rel = attributes['rel'] ?? 'alternate';
      if (field === 'url' && attributes['href'] !== undefined) {
        if (rel === 'alternate' && this.#draft.url === '') this.#draft.url = attributes['href'];
      } else if (field !== undefined && this.#draft[field] === '') {
        this.#field = field;
        this.#fieldDepth = this.depth;
      }
    }
  }

  ontext(text: string): void {
    if (this.#field !== null && this.#draft !== null) this.#draft[this.#field] += text;
    else if (this.#channelTitle > 0) this.title += text;
    else if (this.#inSite > 0) this.site += text;
  }

  onclosetag(tag: string): void {
    const name = tag.toLowerCase();
    if (this.#field !== null && this.depth === this.#fieldDepth) this.#field = null;
    else if (this.#field !== null && this.#draft !== null) {
      if (this.#field === 'html' || this.#field === 'summary') this.#draft[this.#field] += `</${name}>`;
    } else {
      if (this.#channelTitle === this.depth) this.#channelTitle = 0;
      if (this.#inSite === this.depth) this.#inSite = 0;
      if (APART.has(name)) this.#apart = Math.max(0, this.#apart - 1);
      if (ENTRIES.has(name) && this.#draft !== null) this.#finish(this.#draft);
    }
    this.depth--;
  }

  #finish({ title, url, date, author, html, updated, summary }: Draft): void {
    this.#draft = null;
    if (this.entries.length >= MOST_ENTRIES) return;
    this.entries.push({
      title: title.trim(),
      url: url.trim(),
      date: (date.trim() === '' ? updated : date).trim(),
      author: author.trim(),
      html: html.trim() === '' ? summary : html,
    });
  }
}
