import { AGENCIES } from './lexicon/agencies.ts';

/** An agency's name where it stands in a text. */
export interface AgencyMention {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** The words are an abbreviation that may stand for something else. */
  readonly doubtful: boolean;
}

const BY_ALIAS = new Map<string, { name: string; doubtful: boolean }>();
for (const { name, aliases, abbreviations } of AGENCIES) {
  for (const alias of aliases) BY_ALIAS.set(alias, { name, doubtful: false });
  for (const alias of abbreviations ?? []) BY_ALIAS.set(alias, { name, doubtful: true });
}

const escape = (words: string): string =>
  words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** Longest first, so that `Associated Press of Pakistan` is not read as `Associated Press`. */
const MENTION = new RegExp(
  `(?<![\\p{L}\\p{N}/@#_-])(?:${[...BY_ALIAS.keys()]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escape)
    .join('|')})(?![\\p{L}\\p{N}/_]|-\\p{L})`,
  'gu',
);
/** After an agency's name: it is a picture's credit or a poll's name and no source of the text. */
const NO_SOURCE =
  /^(?:['’]s)?\s+(?:(?:File\s+)?(?:photo|image|picture|video|poll|survey|stylebook)s?\b|via\s+Getty)/i;

/** Finds the agencies of the lexicon in `text`, in the order of the text; names within picture credits and polls are left out. */
export function findAgencyMentions(text: string): AgencyMention[] {
  const mentions: AgencyMention[] = [];
  for (const match of text.matchAll(MENTION)) {
    const known = BY_ALIAS.get(match[0].replace(/\s+/g, ' '));
    const end = match.index + match[0].length;
    if (!known || NO_SOURCE.test(text.slice(end, end + 30))) continue;
    mentions.push({ start: match.index, end, ...known });
  }
  return mentions;
}

/** The canonical name when `words`, an article before it aside, are an agency's name and nothing else; else `null`. */
export function agencyNamed(words: string): string | null {
  const bare = words.trim().replace(/\s+/g, ' ');
  const known = BY_ALIAS.get(bare) ?? BY_ALIAS.get(bare.replace(/^the\s+/i, ''));
  if (known) return known.name;
  const upper = BY_ALIAS.get(bare.toUpperCase());
  return bare === bare.toLowerCase() && upper ? upper.name : null;
}
