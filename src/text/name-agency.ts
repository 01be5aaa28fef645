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

/** The first two letters of each alias, as one number: all that most words of a text cost. */
const BEGINNINGS = new Set([...BY_ALIAS.keys()].map((alias) => beginningAt(alias, 0)));
/** Whether an alias begins with a letter of this code. */
const FIRST_LETTERS = new Uint8Array(0x10000);
for (const alias of BY_ALIAS.keys()) FIRST_LETTERS[alias.charCodeAt(0)] = 1;

function beginningAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

const WITHIN_WORD = /[\p{L}\p{N}/@#_-]/u;

/** Longest first, so that `Associated Press of Pakistan` is not read as `Associated Press`. */
const MENTION = new RegExp(
  `(?:${[...BY_ALIAS.keys()]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escape)
    .join('|')})(?![\\p{L}\\p{N}/_]|-\\p{L})`,
  'uy',
);
/** After an agency's name: it is a picture's credit or a poll's name and no source of the text. */
const NO_SOURCE =
  /^(?:['’]s)?\s+(?:(?:File\s+)?(?:photo|image|picture|video|poll|survey|stylebook)s?\b|via\s+Getty)/i;

/** Finds the agencies of the lexicon in `text`, in the order of the text; names within picture credits and polls are left out. */
export function findAgencyMentions(text: string): AgencyMention[] {
  const mentions: AgencyMention[] = [];
  for (let start = 0; start < text.length; start++) {
    if (FIRST_LETTERS[text.charCodeAt(start)] === 0 || !BEGINNINGS.has(beginningAt(text, start))) continue;
    if (start > 0 && WITHIN_WORD.test(characterBefore(text, start))) continue;
    MENTION.lastIndex = start;
    const words = MENTION.exec(text)?.[0];
    if (words === undefined) continue;
    const known = BY_ALIAS.get(words.replace(/\s+/g, ' '));
    const end = start + words.length;
    if (known && !NO_SOURCE.test(text.slice(end, end + 30))) mentions.push({ start, end, ...known });
    start = end - 1;
  }
  return mentions;
}

function characterBefore(text: string, at: number): string {
  const code = text.charCodeAt(at - 1);
  return code >= 0xdc00 && code <= 0xdfff ? text.slice(Math.max(0, at - 2), at) : text.charAt(at - 1);
}

/** The canonical name when `words`, an article before it aside, are an agency's name and nothing else; else `null`. */
export function agencyNamed(words: string): string | null {
  const bare = words.trim().replace(/\s+/g, ' ');
  const known = BY_ALIAS.get(bare) ?? BY_ALIAS.get(bare.replace(/^the\s+/i, ''));
  if (known) return known.name;
  const upper = BY_ALIAS.get(bare.toUpperCase());
  return bare === bare.toLowerCase() && upper ? upper.name : null;
}
