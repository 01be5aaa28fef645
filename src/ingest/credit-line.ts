import { agencyNamed } from '../text/name-agency.ts';
import { isOutlet } from './outlet-name.ts';
import { MONTH_NUMBER } from './lexicon/month-names.ts';
import type { Byline } from './sort-byline.ts';

const LONGEST = 100;
/** Leads names, and no sentence: “Text: …”, “From our correspondent …”, “Translated by …”. */
const LEAD =
  /^(?:(?:text|words|story|report|reporting|reporter|author|correspondent|photos?|translation)s?:|(?:(?:reported|written|compiled|translated(?: from \p{Lu}\p{L}+)?|story|report|words|text) )?by(?=\s)|from(?=\s+(?:our|a|the|\p{Lu})))\s*/iu;
/** What parts the names of a line from each other, from places, and from days. */
const PARTS = /\s*[|·•,;]\s*|\s+[–—/-]\s+|\s+(?:and|&|in|with|for|at|reports from)\s+/iu;

const NAME =
  /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|van|von|der|den|de|da|di|del|la|le|bin|al|el)){1,4}$/u;
/** First name and family name, an initial between them: a longer line of capitals may be a headline. */
const BARE_NAME = /^\p{Lu}[\p{L}'’-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}'’-]+$/u;
const PLACE = /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)?(?:\/\p{Lu}[\p{L}'’.-]+)?$/u;
const ROLE =
  /^(?:[\p{L}&’'-]+ ){0,4}(?:editors?|correspondents?|reporters?|writers?|columnists?|journalists?|analysts?)$/iu;
/** People of a paper who are named by what they are: “our own correspondent”, “Gazette staff”, “the news desk”. */
const DESK =
  /^(?:(?:our|a|the) )?(?:[\p{L}'’-]+ ){0,3}(?:staff(?: writers?| reporters?)?|correspondents?|reporters?|news ?desk|newsroom|news ?team|bureau|(?:web|foreign|city) ?desk)$/iu;
const AGENCIES = /^(?:news )?agencies$|^(?:news )?wires$/i;
const DAY_WORD =
  /^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?$|^(?:am|pm|gmt|utc|cet|est|updated|published|posted|on|at|last)$|^\d[\d.:/-]*(?:st|nd|rd|th|am|pm|h)?$/i;

/** What a part of a credit line is; `null` where it may be anything. */
type Part = 'name' | 'agency' | 'desk' | 'role' | 'day' | 'place' | null;

function partOf(words: string, first: boolean): Part {
  if (words.split(' ').every((word) => DAY_WORD.test(word) || MONTH_NUMBER.has(word.toLowerCase())))
    return 'day';
  if (AGENCIES.test(words) || agencyNamed(words) !== null) return 'agency';
  if (DESK.test(words)) return first || /^(?:our|a|the)\b/i.test(words) ? 'desk' : 'role';
  if (ROLE.test(words)) return 'role';
  if (NAME.test(words)) return 'name';
  return !first && PLACE.test(words) ? 'place' : null;
}

/**
 * The people and agencies in a line below a headline that says nothing but whose work the account is, without “By”: “Ina Wold in Oster and
 * agencies”, “Ina Wold, political editor | Tuesday 4 March”, “From our correspondent”.
 *
 * @returns `null` for any other line. A bare name counts as such a line and names nobody: it may be an outlet's or a place's.
 */
export function readCreditLine(line: string): Byline | null {
  if (line.length > LONGEST || /[“”"«»?!:]$|\p{Ll}{2}\.$/u.test(line)) return null;
  const whole = line.replace(/^\((.+)\)$/u, '$1').replace(/\s*[(<]?\S+@\S+[)>]?$/u, '');
  const lead = LEAD.exec(whole)?.[0] ?? '';
  const words = whole.slice(lead.length).split(PARTS).filter(Boolean);
  const parts = words.map((part, at) => partOf(part, at === 0));
  if (parts.length === 0 || parts.includes(null) || parts.every((part) => part === 'day')) return null;
  if (parts[0] === 'day' && !parts.includes('name')) return null;
  const isOutletBeside =
    parts.length > 1 && words.some((each, at) => at > 0 && parts[at] === 'name' && isOutlet(each));
  const isSure =
    lead !== '' ||
    isOutletBeside ||
    parts.some((part) => part === 'role' || part === 'desk' || part === 'agency' || part === 'day');
  if (!isSure && parts[0] === 'name' && parts[1] === 'place' && parts.length === 2)
    return { people: [], agencies: [] };
  if (!isSure)
    return parts.every((part, at) => part === 'name' && BARE_NAME.test(words[at] ?? ''))
      ? { people: [], agencies: [] }
      : null;
  const named = (wanted: (part: Part, words: string) => boolean): string[] =>
    words.filter((each, at) => wanted(parts[at] ?? null, each));
  return {
    // Who translated it has not written it.
    people: /^translat/i.test(lead) ? [] : named((part, each) => part === 'name' && !isOutlet(each)),
    agencies: named(
      (part, each) => part === 'agency' || part === 'desk' || (part === 'name' && isOutlet(each)),
    ),
  };
}
