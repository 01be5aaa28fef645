import type { DocumentParts } from './document-from-text.ts';
import { headerEnd, headerFields } from './http-message.ts';
import type { WarcRecord } from './read-warc.ts';

/** What a page in a web archive is to its reader, where it is no article. */
export type PageRole =
  /** A frame, an advertisement, an answer to a script: loaded by a page. */
  | 'embedded'
  /** An error, a login, a question for consent. */
  | 'notice'
  /** The list of teasers at a site's own address. */
  | 'front'
  /** Hardly any text, and nothing that marks an article. */
  | 'scant';

/** By which names the records about one exchange are found again: their own, those of the records they came with, address and moment. */
function namesOf({ id, concurrentTo, refersTo, address, captured }: WarcRecord): string[] {
  return [id, concurrentTo, refersTo, captured === null ? '' : `${address} ${captured}`].filter(Boolean);
}

/** What a browser asks for where a user sees a page of its own (Fetch Metadata, `Sec-Fetch-Dest`). */
const SHOWN_ALONE = 'document';

/**
 * Gathers what an archive's other records say of how its responses came to be asked for: headers of requests, and the path from the seed that
 * Heritrix notes (“LLE”: two links, then an embed). They stand before or after the response, so roles are asked for at the end.
 */
export class LoadingNotes {
  readonly #embedded = new Set<string>();
  readonly #fromElsewhere = new Set<string>();

  note(record: WarcRecord): void {
    if (isEmbed(record)) for (const name of namesOf(record)) this.#embedded.add(name);
    else if (isAskedFromElsewhere(record)) for (const name of namesOf(record)) this.#fromElsewhere.add(name);
  }

  /** What is known of a response; asked for when all records have come. */
  about(record: WarcRecord): { isEmbedded: () => boolean; isFromElsewhere: () => boolean } {
    const names = namesOf(record);
    return {
      isEmbedded: () => names.some((name) => this.#embedded.has(name)),
      // By a page of another host: a link that was followed, or a frame.
      isFromElsewhere: () => names.some((name) => this.#fromElsewhere.has(name)),
    };
  }
}

function isEmbed(record: WarcRecord): boolean {
  if (record.resourceType !== '' && record.resourceType !== SHOWN_ALONE) return true;
  if (record.type === 'metadata') {
    const hops = /^hopsFromSeed: *([A-Z]*)/im.exec(record.block.toString('latin1'))?.[1] ?? '';
    // Redirects on the way say nothing; E is an embed, X a guess at one, P what had to come first.
    return /[EXP]R*$/.test(hops);
  }
  if (record.type !== 'request') return false;
  const asked = headersOf(record);
  const shown = asked.get('sec-fetch-dest');
  return (
    (shown !== undefined && shown !== SHOWN_ALONE) ||
    asked.get('x-requested-with') === 'XMLHttpRequest' ||
    /\bprefetch\b/.test(asked.get('sec-purpose') ?? asked.get('purpose') ?? '')
  );
}

function isAskedFromElsewhere(record: WarcRecord): boolean {
  if (record.type !== 'request') return false;
  const referer = headersOf(record).get('referer') ?? '';
  return (
    URL.canParse(referer) &&
    URL.canParse(record.address) &&
    new URL(referer).hostname !== new URL(record.address).hostname
  );
}

function headersOf({ block }: WarcRecord): ReadonlyMap<string, string> {
  const head = block.toString('latin1', 0, headerEnd(block, 0)?.end ?? block.length);
  return headerFields(head.slice(head.indexOf('\n') + 1));
}

/** Words that the shortest report has, and that what a page of another host loads has at most, where nothing marks an article. */
const SHORTEST_REPORT = 25;
const LONGEST_FRAME = 120;
/** A notice is short, too, and no report of an error. */
const LONGEST_NOTICE = 200;
const NOTICE =
  /^(?:(?:error )?(?:40[0134]|410|429|50[0-4])\b|(?:sorry,? )?(?:the |this )?page (?:not found|(?:could|can)(?:not| not|n['’]t) be found|(?:is |you requested is )?(?:not available|unavailable|no longer available))|not found\b|access (?:to this page has been )?denied|forbidden|just a moment|attention required|are you (?:a )?(?:robot|human)|(?:please )?(?:verify|confirm) (?:that )?you are (?:a )?human|one more step|checking your browser|security check|captcha|log ?in\b.{0,40}$|sign ?in\b.{0,40}$|(?:before you continue|we value your privacy|cookie (?:consent|settings|preferences)|your privacy choices|consent)\b|service unavailable|bad gateway|too many requests|internal server error)/i;

/**
 * What a page shows itself to be by its own words.
 *
 * @param page - The parts read from one page; several for a live blog.
 * @param alone - The archive holds no other page.
 * @returns `null` for what may be an article.
 */
export function roleByShape(
  page: readonly DocumentParts[],
  { fromElsewhere, alone }: { fromElsewhere: boolean; alone: boolean },
): PageRole | null {
  const [first] = page;
  if (first === undefined || page.length > 1) return null;
  const isMarked = first.published !== undefined || (first.byline?.length ?? 0) > 0;
  if (isMarked) return null;
  const words = countKept(first);
  const heading = (first.title ?? first.text).trimStart().slice(0, 200);
  if (words < LONGEST_NOTICE && NOTICE.test(heading)) return 'notice';
  if (fromElsewhere && words < LONGEST_FRAME) return 'embedded';
  if (words < SHORTEST_REPORT) return 'scant';
  return !alone && isFrontPage(first.provenance?.address ?? '') ? 'front' : null;
}

function countKept({ text, omitted = [] }: DocumentParts): number {
  const left = omitted.reduce((sum, { span: [start, end] }) => sum + countWords(text.slice(start, end)), 0);
  return countWords(text) - left;
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function isFrontPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return search === '' && /^\/(?:index\.\w{3,5})?$/.test(pathname);
}
