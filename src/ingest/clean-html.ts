import { Parser } from 'htmlparser2';

import { hideSigns, LINE_BREAK } from './hidden-signs.ts';

/** A page with everything taken out that is neither text nor structure, and what was taken out but says something. */
export interface CleanPage {
  /** HTML of bounded depth, with the attributes that telling text from furniture needs. */
  readonly html: string;
  /** Elements in it. */
  readonly elements: number;
  /** Length of each text times the elements around it, summed: what looking at every element's text costs. */
  readonly cost: number;
  /** Contents of `<meta>`, by lower-case name, property or itemprop; in the order of the page. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** Sources of `<script type="application/ld+json">`. */
  readonly jsonLd: readonly string[];
  /** The words of `<title>`. */
  readonly title: string | null;
  readonly canonical: string | null;
  readonly language: string | null;
  /** Address that a browser noted when it saved the page. */
  readonly savedFrom: string | null;
}

/** Deeper elements are unwrapped: their text stays. The deepest of the 454 public pages used in development has 38 levels. */
const DEEPEST = 100;
/** A page that opens so many elements without closing them is no page; what follows is read as text alone. */
const DEEPEST_READ = 1000;
/** Elements that are written; where a page has more, the text of the rest is read line by line. The largest of those pages has 6,964. */
const MOST_ELEMENTS = 40_000;
const LONGEST_ATTRIBUTE = 300;
const LONGEST_META = 2000;
const MOST_METAS = 600;
/** A live blog states all its entries there. */
const LONGEST_JSON_LD = 4_000_000;
const MOST_JSON_LD = 30;
const CHUNK = 64 * 1024;

/** Elements within a line; the others begin and end one. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Elements whose content no reader sees as text. */
const SILENT = new Set(
  'script style noscript template svg math canvas iframe object embed audio video select datalist map applet frameset'.split(
    ' ',
  ),
);
const VOID = new Set('br hr img wbr'.split(' '));
const DROPPED = new Set('link meta base param source track area col input keygen frame'.split(' '));
const KEPT_ATTRIBUTES = new Set(
  'class id role itemprop property rel lang dir datetime pubdate aria-hidden aria-modal hidden'.split(' '),
);
const HIDING_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const SAVED_FROM = /saved from url=\(\d+\)(\S{1,2000})|Page saved with SingleFile\s+url: (\S{1,2000})/;

/**
 * Reads a page in one pass and writes it again without scripts, styles, drawings, hidden depth and bulky attributes. What later
 * steps build a tree from is then small and harmless whatever came in: time and memory are linear in the page.
 */
export function cleanHtml(source: string): CleanPage {
  const sink = new Sink();
  const parser = new Parser(sink, { decodeEntities: true, recognizeCDATA: true });
  let at = 0;
  for (; at < source.length && sink.rawDepth <= DEEPEST_READ; at += CHUNK)
    parser.write(source.slice(at, at + CHUNK));
  if (sink.rawDepth > DEEPEST_READ) {
    // The parser looks through all open elements at each closing tag; with so many open it would not end.
    sink.ontext(source.slice(at).replace(/<[^<>]{0,2000}>/g, ' '));
  } else parser.end();
  const saved = SAVED_FROM.exec(source.slice(0, 3000));
  return {
    html: sink.finish(),
    elements: sink.elements,
    cost: sink.cost,
    metas: sink.metas,
    jsonLd: sink.jsonLd,
    title: sink.title,
    canonical: sink.canonical,
    language: sink.language,
    savedFrom: saved?.[1] ?? saved?.[2] ?? null,
  };
}

type Attributes = Readonly<Record<string, string>>;

/** Takes the parser's events and writes what is kept. */
class Sink {
  elements = 0;
  cost = 0;
  rawDepth = 0;
  title: string | null = null;
  #inTitle = false;
  canonical: string | null = null;
  language: string | null = null;
  readonly metas = new Map<string, string[]>();
  readonly jsonLd: string[] = [];
  readonly #out: string[] = [];
  /** Names of the open elements that were written, and `''` for those that were not. */
  readonly #open: string[] = [];
  #written = 0;
  #silent = 0;
  #text = '';
  /** A block began or ended among the elements that are no longer written. */
  #breakDue = false;
  #script: string[] | null = null;
  #scriptLength = 0;
  #metaCount = 0;

  onopentag(name: string, attributes: Attributes): void {
    this.rawDepth++;
    if (name === 'meta') this.#meta(attributes);
    else if (name === 'link') this.#link(attributes);
    else if (name === 'html') this.language = attributes['lang'] ?? attributes['xml:lang'] ?? null;
    if (
      name === 'script' &&
      /ld\+json/i.test(attributes['type'] ?? '') &&
      this.jsonLd.length < MOST_JSON_LD
    ) {
      this.#script = [];
      this.#scriptLength = 0;
    }
    if (name === 'title' && this.title === null && this.#silent === 0) {
      this.#inTitle = true;
      this.title = '';
    }
    if (SILENT.has(name)) this.#silent++;
    if (this.#silent > 0 || DROPPED.has(name) || (this.#written >= DEEPEST && !VOID.has(name))) {
      this.#open.push('');
      return;
    }
    if (this.elements >= MOST_ELEMENTS) {
      if (!INLINE.has(name)) this.#breakDue = true;
      this.#open.push('');
      return;
    }
    this.#flush();
    this.elements++;
    this.#out.push(`<${name}${keptAttributes(name, attributes)}>`);
    if (VOID.has(name)) this.#open.push('');
    else {
      this.#open.push(name);
      this.#written++;
    }
  }

  ontext(text: string): void {
    if (this.#script !== null && this.#scriptLength < LONGEST_JSON_LD) {
      this.#script.push(text);
      this.#scriptLength += text.length;
    }
    if (this.#inTitle && this.title !== null && this.title.length < LONGEST_META) this.title += text;
    if (this.#silent > 0) return;
    if (this.#breakDue) {
      this.#text += LINE_BREAK;
      this.#breakDue = false;
    }
    this.#text += text;
  }

  onclosetag(name: string): void {
    this.rawDepth--;
    const written = this.#open.pop();
    if (name === 'script' && this.#script !== null) {
      if (this.#scriptLength <= LONGEST_JSON_LD) this.jsonLd.push(this.#script.join(''));
      this.#script = null;
    }
    if (name === 'title') this.#inTitle = false;
    if (SILENT.has(name)) this.#silent = Math.max(0, this.#silent - 1);
    if (written === undefined || written === '') return;
    this.#flush();
    this.#out.push(`</${written}>`);
    this.#written--;
  }

  finish(): string {
    this.#flush();
    for (const name of this.#open.reverse()) if (name !== '') this.#out.push(`</${name}>`);
    return this.#out.join('');
  }

  #flush(): void {
    if (this.#text === '') return;
    this.#out.push(hideSigns(this.#text));
    this.cost += this.#text.length * this.#written;
    this.#text = '';
  }

  #meta(attributes: Attributes): void {
    const key = (
      attributes['property'] ??
      attributes['name'] ??
      attributes['itemprop'] ??
      attributes['http-equiv'] ??
      ''
    ).trim();
    const content = (attributes['content'] ?? '').trim();
    if (key === '' || content === '' || ++this.#metaCount > MOST_METAS) return;
    const name = key.toLowerCase().slice(0, 100);
    const values = this.metas.get(name) ?? [];
    values.push(content.slice(0, LONGEST_META));
    this.metas.set(name, values);
  }

  #link(attributes: Attributes): void {
    if ((attributes['rel'] ?? '').toLowerCase().trim() === 'canonical')
      this.canonical ??= attributes['href']?.slice(0, LONGEST_META) ?? null;
  }
}

function keptAttributes(name: string, attributes: Attributes): string {
  let kept = '';
  for (const [key, value] of Object.entries(attributes)) {
    if (KEPT_ATTRIBUTES.has(key)) kept += ` ${key}="${escapeAttribute(value)}"`;
    else if (key === 'style' && HIDING_STYLE.test(value.slice(0, 2000))) kept += ' style="display:none"';
    else if (key === 'href' && name === 'a') kept += ` href="${escapeAttribute(value)}"`;
    // Some pages write the exact time in the title of what they show (“2 hours ago”), or in an attribute of their own.
    else if (
      (key === 'title' || key === 'content' || key === 'data-datetime') &&
      /\d{4}/.test(value.slice(0, 100))
    )
      kept += ` ${key}="${escapeAttribute(value)}"`;
  }
  return name === 'img' ? `${kept} src="#"` : kept;
}

function escapeAttribute(value: string): string {
  return value.slice(0, LONGEST_ATTRIBUTE).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
