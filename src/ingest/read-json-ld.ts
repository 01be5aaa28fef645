/** What a page's JSON-LD says about its article; every field may be missing. */
export interface ArticleData {
  readonly headline?: string | undefined;
  /** The whole text, which some pages give programs and build for people with scripts. */
  readonly body?: string | undefined;
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly authors: readonly string[];
  /** Those of the authors that are stated to be organisations. */
  readonly organisations: readonly string[];
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  /** The article is a live blog. */
  readonly isLive: boolean;
  /** Its entries, where they are stated with a text. */
  readonly updates: readonly LiveUpdate[];
}

/** One entry of a live blog as JSON-LD states it. */
export interface LiveUpdate {
  readonly headline?: string | undefined;
  /** Plain text or HTML. */
  readonly body: string;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly authors: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

/** Entries of one live blog. */
const MOST_UPDATES = 2000;

/** schema.org types that are one account, the most telling first; a page's own node may date it when nothing else does. */
const TYPES: readonly RegExp[] = [
  /^(?:\w*NewsArticle|LiveBlogPosting)$/,
  /^(?:\w*Article|\w*Posting|Report|Review|ClaimReview|VideoObject|PodcastEpisode|Recipe|HowTo)$/,
  /^(?:WebPage|ItemPage|CreativeWork)$/,
];

/** Values in all blocks together that are looked at; a page describes itself in a few hundred. */
const MOST_VALUES = 20_000;

/**
 * Finds the article in the JSON-LD of a page: lists, `@graph`, nested nodes and references by `@id`, and JSON that is slightly broken
 * (comments around it, line breaks in strings). Of several articles the first of the most telling type counts.
 */
export function readJsonLd(sources: readonly string[]): ArticleData | null {
  const nodes: Node[] = [];
  let left = MOST_VALUES;
  for (const source of sources) {
    // Breadth first, so that what a node holds comes after the node.
    const queue: unknown[] = [parse(source)];
    for (let at = 0; at < queue.length && left > 0; at++, left--) {
      const value = queue[at];
      if (Array.isArray(value)) queue.push(...value.slice(0, 500));
      else if (isNode(value)) {
        nodes.push(value);
        queue.push(
          ...Object.values(value)
            .filter((child) => typeof child === 'object')
            .slice(0, 100),
        );
      }
    }
  }
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
  }
  for (const type of TYPES) {
    const found = nodes.find((node) => typesOf(node).some((name) => type.test(name)) && isAbout(node));
    if (found !== undefined) return dataOf(found, byId);
  }
  return null;
}

function parse(source: string): unknown {
  const trimmed = source
    .replace(/^\s*(?:<!--|\/\*[^*]{0,100}\*\/|\/\/<!\[CDATA\[)?\s*/, '')
    .replace(/\s*(?:-->|\/\/\]\]>|;)?\s*$/, '');
  try {
    return JSON.parse(trimmed);
  } catch {
    try {
      return JSON.parse(trimmed.replace(/[\0-\x1f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'));
    } catch {
      return null;
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(node: Node): string[] {
  return [node['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''));
}

function isAbout(node: Node): boolean {
  return ['datePublished', 'dateModified', 'uploadDate', 'author', 'headline', 'coverageStartTime'].some(
    (name) => node[name] != null,
  );
}

function dataOf(node: Node, byId: ReadonlyMap<string, Node>): ArticleData {
  const resolve = (value: unknown): unknown => {
    const id = isNode(value) ? value['@id'] : undefined;
    return isNode(value) && value['name'] === undefined && typeof id === 'string'
      ? (byId.get(id) ?? value)
      : value;
  };
  const names = (value: unknown): string[] =>
    [value]
      .flat()
      .slice(0, 30)
      .map(resolve)
      .flatMap((one) => {
        if (typeof one === 'string') return [one];
        const name = isNode(one) ? one['name'] : undefined;
        return [name].flat().filter((part) => typeof part === 'string');
      });
  const mainEntity = node['mainEntityOfPage'];
  return {
    headline: stringOf(node['headline'] ?? node['name']),
    body: typeof node['articleBody'] === 'string' ? node['articleBody'] : undefined,
    published: stringOf(
      node['datePublished'] ?? node['coverageStartTime'] ?? node['uploadDate'] ?? node['dateCreated'],
    ),
    modified: stringOf(node['dateModified']),
    authors: names(node['author'] ?? node['creator']).map(plain),
    organisations: [node['author'] ?? node['creator']]
      .flat()
      .slice(0, 30)
      .map(resolve)
      .filter((one) => isNode(one) && typesOf(one).some((type) => /Organization$/i.test(type)))
      .flatMap(names)
      .map(plain),
    publisher: names(node['publisher']).map(plain)[0],
    url: stringOf(node['url']) ?? stringOf(isNode(mainEntity) ? mainEntity['@id'] : mainEntity),
    language: stringOf(node['inLanguage']),
    isLive: typesOf(node).includes('LiveBlogPosting'),
    updates: [node['liveBlogUpdate'] ?? []]
      .flat()
      .slice(0, MOST_UPDATES)
      .map(resolve)
      .filter(isNode)
      .map((update) => ({
        headline: stringOf(update['headline'] ?? update['name']),
        body: typeof update['articleBody'] === 'string' ? update['articleBody'] : '',
        published: stringOf(update['datePublished'] ?? update['dateCreated']),
        url: stringOf(update['url'] ?? update['@id']),
        authors: names(update['author']).map(plain),
      })),
  };
}

function stringOf(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'number') return String(one);
  return typeof one === 'string' && one.trim() !== '' ? plain(one) : undefined;
}

/** Names and headlines come with references and tags in them. */
function plain(text: string): string {
  return text
    .slice(0, 1000)
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/&(?:amp;)?(?:#0*39|#x27|apos|rsquo);/g, '’')
    .replace(/&(?:quot|#0*34);/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
