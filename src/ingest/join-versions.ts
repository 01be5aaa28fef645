import type { Document, EarlierVersion } from '../model/document.ts';
import type { Warning } from '../model/errors.ts';

/** Documents after captures of one address were joined, and what there is to say about it. */
export interface JoinedVersions {
  readonly documents: Document[];
  readonly warnings: Warning[];
}

/**
 * Makes one document of several captures of one address: the latest stands, the others become its versions.
 *
 * The address alone is not enough: some addresses (“/live”, “/latest”) show another article every day. Captures that share neither their headline nor
 * a good part of their words stay documents of their own.
 */
export function joinVersions(documents: readonly Document[]): JoinedVersions {
  const byAddress = new Map<string, number[]>();
  documents.forEach((document, at) => {
    const address = addressOf(document);
    if (address === null) return;
    const group = byAddress.get(address);
    if (group === undefined) byAddress.set(address, [at]);
    else group.push(at);
  });
  const replaced = new Map<number, Document | null>();
  const warnings: Warning[] = [];
  for (const group of byAddress.values()) {
    if (group.length < 2) continue;
    const ordered = group
      .map((at) => ({ at, document: documents[at] }))
      .filter((one): one is { at: number; document: Document } => one.document !== undefined)
      .sort((a, b) => compareCaptures(a.document, b.document).order || a.at - b.at);
    const latest = ordered.at(-1);
    if (latest === undefined) continue;
    const words = shinglesOf(latest.document.text);
    const earlier = ordered
      .slice(0, -1)
      .filter(({ document }) => isSameArticle(document, latest.document, words))
      .slice(-MOST_VERSIONS);
    if (earlier.length === 0) continue;
    const versions = earlier.reverse().map(({ at, document }) => {
      replaced.set(at, null);
      const { by } = compareCaptures(document, latest.document);
      warnings.push(joinedWarning(document, latest.document, by));
      return versionOf(document, by);
    });
    replaced.set(latest.at, { ...latest.document, versions });
  }
  return {
    documents: documents.flatMap((document, at) => {
      const instead = replaced.get(at);
      return instead === undefined ? [document] : instead === null ? [] : [instead];
    }),
    warnings,
  };
}

/** Captures of one address beyond these stay documents: an hourly archive of a year is no story. */
const MOST_VERSIONS = 50;

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|cmpid|ocid|ref|ref_src|smid|at_\w+|ns_\w+|xtor|wt_\w+)$/i;

/**
 * What is the same in all addresses of one page: without scheme, `www.`, `m.` and `amp.`, tracking parameters, a last slash and an anchor. An entry
 * of a live blog has its anchor for an address.
 *
 * @returns `null` for what names no page: no address, a publisher's front page.
 */
export function addressOf({ url, provenance, liveBlog }: Document): string | null {
  const given = url ?? provenance?.address;
  if (given === undefined) return null;
  let address: URL;
  try {
    address = new URL(given);
  } catch {
    return null;
  }
  const path = address.pathname.replace(/\/(?:amp|index\.html?)?\/?$/, '').replace(/^\/amp(?=\/)/, '');
  const parameters = [...address.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
  if (path === '' && parameters === '') return null;
  if (liveBlog !== undefined && (liveBlog.part === 'summary' || given === liveBlog.url)) return null;
  const host = address.hostname.toLowerCase().replace(/^(?:www\d?|m|amp|mobile)\./, '');
  return `${host}${path}?${parameters}${liveBlog === undefined ? '' : address.hash}`;
}

/** Which of two captures is the later, and by what: when they were captured, else when the page was last changed or published. */
function compareCaptures(a: Document, b: Document): { order: number; by: EarlierVersion['earlierBy'] } {
  const captured = compareInstants(a.provenance?.captured, b.provenance?.captured);
  if (captured !== 0) return { order: captured, by: 'captured' };
  const order = compareInstants(instantOf(a.modified ?? a.published), instantOf(b.modified ?? b.published));
  if (order !== 0) return { order, by: a.modified || b.modified ? 'modified' : 'published' };
  return { order: 0, by: 'order' };
}

const TIME_OF_DAY = /^\d{4}-\d\d-\d\dT\d\d:/;

/** The time of day as well, where the words give one that a program can read. */
function instantOf(time: Document['published']): string | null | undefined {
  const { text, value } = time?.value ?? {};
  return text !== undefined && TIME_OF_DAY.test(text) ? text : value;
}

/** Less than 0 when `a` is the earlier; 0 when they do not tell: one is missing, or they name one day. */
function compareInstants(a: string | null | undefined, b: string | null | undefined): number {
  if (a == null || b == null) return 0;
  const exact = TIME_OF_DAY.test(a) && TIME_OF_DAY.test(b);
  const difference = exact
    ? Date.parse(a) - Date.parse(b)
    : Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10));
  return Number.isNaN(difference) ? 0 : difference;
}

/** Words in a row that are compared. */
const SHINGLE = 4;
/** Share of the shorter text's runs of words that another version of it has at least. */
const LEAST_SHARED = 0.15;
const LONGEST_COMPARED = 200_000;

function isSameArticle(a: Document, b: Document, shinglesOfB: ReadonlySet<string>): boolean {
  if (a.liveBlog?.part !== b.liveBlog?.part) return false;
  if (a.title !== undefined && a.title === b.title) return true;
  const shingles = shinglesOf(a.text);
  let shared = 0;
  for (const shingle of shingles) if (shinglesOfB.has(shingle)) shared++;
  return shared > 0 && shared >= LEAST_SHARED * Math.min(shingles.size, shinglesOfB.size);
}

function shinglesOf(text: string): Set<string> {
  const words =
    text
      .slice(0, LONGEST_COMPARED)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{1,60}/gu) ?? [];
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= words.length; at++) shingles.add(words.slice(at, at + SHINGLE).join(' '));
  return shingles;
}

function versionOf(document: Document, earlierBy: EarlierVersion['earlierBy']): EarlierVersion {
  const { id, file, url, title, byline, published, provenance, text } = document;
  return {
    id,
    ...(file === undefined ? {} : { file }),
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
    // Evidence in a text that is no document of the dossier would lead nowhere.
    ...(published === undefined
      ? {}
      : {
          published: {
            from: published.from,
            value: { text: published.value.text, value: published.value.value },
          },
        }),
    ...(provenance === undefined ? {} : { provenance }),
    earlierBy,
    omitted: document.omitted.map(({ evidence: { spans, text: words } }) => ({ spans, text: words })),
    text,
  };
}

function joinedWarning(earlier: Document, later: Document, by: EarlierVersion['earlierBy']): Warning {
  const [first, second] = [earlier, later].map(
    ({ file, provenance, id }) => file ?? provenance?.address ?? id,
  );
  const which =
    by === 'order'
      ? `nothing shows which is the later; ${second} is analysed because it comes later in the order of the files`
      : 'the later one is analysed';
  return {
    code: 'earlier-version',
    message: `${first} and ${second} are versions of one page (the same address): ${which}, and what changed is listed with it.`,
    ...(earlier.file === undefined ? {} : { file: earlier.file }),
    document: later.id,
  };
}
