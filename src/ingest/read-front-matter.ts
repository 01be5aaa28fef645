import { parseDocument } from 'yaml';

/** The values of a file's front matter that a document knows, as strings. */
export type FrontMatter = Partial<Record<'title' | 'publisher' | 'published' | 'url' | 'language', string>>;

/** The names that writers of front matter use for the same thing; the first that is there wins. */
const KEYS: Readonly<Record<keyof FrontMatter, readonly string[]>> = {
  title: ['title', 'headline'],
  publisher: ['publisher', 'outlet', 'site', 'source'],
  published: ['published', 'date', 'published_at', 'publishedAt'],
  url: ['url', 'link', 'canonical', 'canonical_url'],
  language: ['language', 'lang'],
};

/** Front matter is a few lines; more than this between the marks is something else. */
const LONGEST = 64 * 1024;

/** Aliases in a few lines of metadata can only be a bomb. */
const MOST_ALIASES = 16;

/**
 * Reads YAML between two lines of `---` at the head of a text.
 *
 * @returns the values and where the body begins (0 when there is no front matter); `error` says in one line why a block
 *   that is there could not be read, and the body then begins after it all the same.
 */
export function readFrontMatter(text: string): { values: FrontMatter; bodyStart: number; error?: string } {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (open === null) return { values: {}, bodyStart: 0 };
  const from = open[0].length;
  const close = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(from, from + LONGEST));
  if (close === null) return { values: {}, bodyStart: 0 };
  const source = text.slice(from, from + close.index);
  const lineEnd = text.indexOf('\n', from + close.index);
  const bodyStart = lineEnd < 0 ? text.length : lineEnd + 1;
  // The failsafe schema keeps every value as it is written: dates are read by the same rules as everywhere.
  const document = parseDocument(source, { schema: 'failsafe', logLevel: 'silent', prettyErrors: false });
  const problem = document.errors[0];
  if (problem !== undefined) return { values: {}, bodyStart, error: firstLine(problem.message) };
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    return {
      values: {},
      bodyStart,
      error: firstLine(error instanceof Error ? error.message : String(error)),
    };
  }
  if (data === null || data === undefined || data === '') return { values: {}, bodyStart };
  if (typeof data !== 'object' || Array.isArray(data))
    return { values: {}, bodyStart, error: 'it is no list of names and values' };
  return { values: pick(data as Record<string, unknown>), bodyStart };
}

function pick(data: Record<string, unknown>): FrontMatter {
  const values: FrontMatter = {};
  const lower = new Map(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
  for (const [field, names] of Object.entries(KEYS) as [keyof FrontMatter, readonly string[]][]) {
    for (const name of names) {
      const value = lower.get(name.toLowerCase());
      if (typeof value !== 'string' || value.trim() === '') continue;
      values[field] = value.trim();
      break;
    }
  }
  return values;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/[.:]$/, '') ?? message;
}
