import { agencyNamed, findAgencyMentions } from '../text/name-agency.ts';
import { cleanByline } from './clean-byline.ts';
import { isOutlet, isOutletForm } from './outlet-name.ts';

/** Whom a byline names. */
export interface Byline {
  readonly people: readonly string[];
  /** Agencies, outlets and desks, as they stand. */
  readonly agencies: readonly string[];
}

/** Words in the names of desks, teams and services, and in no person's. */
const DESK =
  /\b(?:staff|news ?(?:desk|room|service|wire|team)s?|(?:web|online|foreign|world|city|national|sports?) ?desk|desk|redaktion|redacci[oó]n|r[ée]daction|redazione|redakcja|agenc(?:y|ies)|bureau|editorial|wires?|press (?:office|service|team|release)|pressestelle|correspondents|reporters|writers|editors|team|reports|ministry|university|institute|foundation|gmbh|inc|ltd|e\.v)\b/iu;

/** “, political editor”: what somebody is. */
const ROLE =
  /\s*(?:,|[-–—|]\s)\s*(?:[\p{L}&’'-]+\s){0,4}(?:editor|correspondent|reporter|writer|columnist|journalist|producer|analyst|redakteur(?:in)?|korrespondent(?:in)?)(?:[ -]in[ -]chief)?\b(?!\s+(?:of|for)\b)/giu;
const LONGEST = 300;
const LONGEST_DESK = 40;

/**
 * Parts the names of a byline into people and others: “By Jane Roe and AFP”, “Reuters staff”, “Ann Lee, with agencies”.
 *
 * An agency is known by its name in the lexicon, a desk by what desks are called, an outlet by a name with a domain's ending; a name that could be
 * either is a person's, for outlets are named after people's words as well.
 *
 * @param organisations - names that the page states to be organisations' and not people's.
 */
export function sortByline(text: string, organisations: ReadonlySet<string> = new Set()): Byline {
  const people: string[] = [];
  const agencies: string[] = [];
  const add = (list: string[], name: string): void => {
    if (!list.includes(name)) list.push(name);
  };
  const names = cleanByline(text.slice(0, LONGEST).replace(ROLE, ''));
  names.forEach((name, at) => {
    const bare = name.replace(/\s+(?:in|at)\s+\p{Lu}.{0,40}$/u, '').replace(/^(?:with|and|for|from)\s+/i, '');
    const isOther =
      isAgency(bare) ||
      organisations.has(name) ||
      // “Jane Roe, Oster Post”: behind a person the outlet that she writes for.
      (at > 0 && at === names.length - 1 && bare.includes(' ') && isOutlet(bare));
    if (isOther) add(agencies, agencyWithin(bare) ?? bare);
    else add(people, bare);
  });
  // What stands behind the names: “Jane Roe (AFP)”, “Jane Roe, for Reuters”.
  const line = text.slice(0, LONGEST);
  for (const { start, end, doubtful } of findAgencyMentions(line)) {
    const words = line.slice(start, end);
    if (
      doubtful &&
      !/(?:[(/,|–—-]|\b(?:and|und|et|y|e|with|mit|for|of|by|the))\s*$/iu.test(line.slice(0, start))
    )
      continue;
    if (!agencies.some((name) => name.includes(words)) && !people.some((name) => name.includes(words)))
      add(agencies, words);
  }
  if (agencies.length === 0 && /\b(?:and|with)\s+(?:news\s+)?(?:agencies|wires|wire services)\b/i.test(line))
    add(agencies, 'agencies');
  // “Redaktion” alone is taken for a label before a name.
  if (people.length + agencies.length === 0 && DESK.test(text) && text.length <= LONGEST_DESK)
    add(agencies, text.trim());
  return { people, agencies };
}

function isAgency(name: string): boolean {
  return agencyNamed(name) !== null || DESK.test(name) || isOutletForm(name) || /^The \p{Lu}/u.test(name);
}

/** “Reuters Staff” is Reuters. */
function agencyWithin(name: string): string | null {
  const bare = name.replace(/\s+(?:staff|reporters?|correspondents?|news agency)$/i, '');
  return agencyNamed(bare) === null ? null : bare;
}
