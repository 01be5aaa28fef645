import { agencyNamed, findAgencyMentions } from '../text/name-agency.ts';
import { isName } from './capitalised-name.ts';
import { spanOf, type CreditLine, type FoundCredit } from './credit-line.ts';
import { OUTLET_WORDS } from './lexicon/outlet-words.ts';

/** `TOWN, Oct. 3 (Agency) —`, `TOWN/TOWN, Oct. 3 (Agency) —`, `(Agency) -`, `TOWN, October 3. /Agency/.` */
const DATELINE =
  /^((?:(?:[^()/\n“"]|(?<=\p{L})\/(?=\p{Lu})){0,80}[\s,.])?)[(/]([^()/\n]{2,45}(?:\/[^()/\n]{2,20})?)[)/](\s*[-–—―:.])?/u;

/** Before an agency that the lexicon lacks: a place in capitals, or a day of a month. */
const PLACE_OR_DAY =
  /^(?=.*(?:\p{Lu}{3,}|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.?\s+\d|\d\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))/u;

/** `Quell, IRNA –`, `QUELL, March 3, Xinhua —`: no parentheses, so only agencies of the lexicon. */
const BARE_DATELINE =
  /^\p{Lu}[\p{L}.' -]{1,30},\s+(?:\p{Lu}\p{Ll}+\.?\s+\d{1,2},?\s+)?(\p{Lu}[\p{L}' -]{1,30}?)\s*(?:--|[–—]|\s-)\s/u;

/** The agencies that a dateline names as the origin of the copy. */
export function datelineOf(line: CreditLine, start: string): FoundCredit[] {
  const bare = BARE_DATELINE.exec(start);
  const agency = bare?.[1] === undefined ? null : agencyNamed(bare[1]);
  if (bare?.[1] !== undefined && agency !== null) {
    const at = bare[0].lastIndexOf(bare[1]);
    return [{ name: agency, role: 'origin', span: spanOf(line, at, bare[1].length) }];
  }

  const match = DATELINE.exec(start);
  if (!match) return [];
  const [, before = '', inside = '', dash = ''] = match;
  const from = line.start + before.length + 1;
  const found: FoundCredit[] = [];
  let at = 0;
  for (const part of inside.split(/\/|\s+and\s+|,\s*/)) {
    const where = inside.indexOf(part, at);
    at = where + part.length;
    const name =
      agencyNamed(part) ??
      (dash !== '' && dash.trim() !== ':' && PLACE_OR_DAY.test(before) && isName(part) && part === inside
        ? part
        : null);
    if (name === null || (dash === '' && !PLACE_OR_DAY.test(before))) continue;
    found.push({ name, role: 'origin', span: [from + where, from + at] });
  }
  return found;
}

/** A person's name before the agency, joined to it. */
const SHARED_BYLINE = /^by\s+\p{Lu}[\p{L}.'’-]+\s+\p{Lu}[^\n]*(?:\band|\bwith|&|\/)\s*(?:the\s+)?$/iu;

/** `By Jane Roe, Associated Press`, `Xinhua | Updated: 10 May`, `Reuters`, `AP —`. */
export function bylineOf(line: CreditLine): FoundCredit[] {
  if (line.place === 'body') return [];
  const { text } = line;
  const whole = agencyNamed(
    text
      .replace(/\.$/, '')
      .replace(/^(?:by|from|via)\s+/i, '')
      .replace(/\s+staff$/i, ''),
  );
  if (whole !== null) return [{ name: whole, role: 'origin', span: [line.start, line.start + text.length] }];
  const mentions = text.length <= 160 ? findAgencyMentions(text) : findAgencyMentions(text.slice(0, 60));
  return mentions
    .filter(({ start, end }) => {
      const before = text.slice(0, start);
      const after = text.slice(end);
      if (start === 0 && /^(?:\s*(?:[|•·]|[–—]\s)|\s+in\s+\p{Lu}[\p{L} .'’-]{1,30}$)/u.test(after))
        return true;
      if (text.length > 160) return false;
      if (/^by\s/i.test(text) && !/[.!?]\s/.test(before)) return true;
      // “Jane Roe, Associated Press” and the like: names alone before the agency, nothing after it.
      return (
        /^(?:[\p{Lu}][\p{L}.'’-]*[\s,]+){1,6}(?:of\s+)?(?:the\s+)?$/u.test(before) &&
        /,\s*(?:the\s+)?$/i.test(before) &&
        after.length < 2
      );
    })
    .map(({ name, start, end }) => ({
      name,
      // “By Jane Roe and AFP”: some of the copy; “By Jane Roe of AFP”: all of it.
      role: SHARED_BYLINE.test(text.slice(0, start)) ? ('contribution' as const) : ('origin' as const),
      span: [line.start + start, line.start + end] as const,
    }));
}

/** The outlet after the last dash or bar of a headline. */
export function titleSuffixOf(line: CreditLine): FoundCredit[] {
  const match = /[\s\u00a0][-–—|][\s\u00a0]([^–—|]{2,40})$/u.exec(line.text);
  const words = match?.[1]?.trim();
  if (words === undefined || !isName(words)) return [];
  const name =
    agencyNamed(words) ??
    (words
      .toLowerCase()
      .split(/[\s.]+/)
      .some((word) => OUTLET_WORDS.has(word))
      ? words
      : null);
  const at = line.text.length - (match?.[1]?.trimStart().length ?? 0);
  return name === null ? [] : [{ name, span: spanOf(line, at, words.length) }];
}
