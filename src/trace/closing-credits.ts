import { agencyNamed, findAgencyMentions, type AgencyMention } from '../text/name-agency.ts';
import { isName, NAME } from './capitalised-name.ts';
import { LONGEST_CREDIT, spanOf, type CreditLine, type FoundCredit } from './credit-line.ts';

/** `Source: Agency`, `(Via Agency and Outlet)`: a line that says nothing else, or the end of one. */
const SOURCE_LINE =
  /(?:^|[.!?”"’)]\s+|\()(?:Sources?|Via|Credit|Courtesy of|Courtesy|Agency)\s*[:–—]\s*([^\n()]{2,70}?)[.)]*$/u;

/** The agencies and outlets that a source line names. */
export function sourceLineOf(line: CreditLine): FoundCredit[] {
  if (line.place === 'body') return [];
  const tail = Math.max(0, line.text.length - 120);
  const match = SOURCE_LINE.exec(line.text.slice(tail));
  const words = match?.[1];
  if (match === null || words === undefined) return [];
  const at = line.start + tail + match.index + match[0].lastIndexOf(words);
  const from = line.start + tail + match.index + match[0].search(/[A-Z]/);
  const names: FoundCredit[] = [];
  for (const part of words.matchAll(/(?:(?!\s+and\s)[^,/;])+/g)) {
    const bare = part[0].trim().replace(/^(?:and|with)\s+/, '');
    const name = agencyNamed(bare) ?? (isName(bare) ? bare : null);
    if (name !== null)
      names.push({ name, role: 'origin', span: [from, at + part.index + part[0].trimEnd().length] });
  }
  // Several names share the line; each is shown where it stands.
  return names.length === 1
    ? names
    : names.map((found) => ({ ...found, span: [found.span[1] - found.name.length, found.span[1]] as const }));
}

/** `… (Reuters)`, `ab/cd (AFP, dpa)` or `… — Reuters` at the end of an account. */
const SIGNED = /(?:\(([^()\n]{2,80})\)|[\s.][-–—]\s*([^-–—\n()]{2,40}))[.]?$/u;

/** The house style of Reuters for the people behind a report. */
const REUTERS_STYLE =
  /\((?:[Aa]dditional\s+)?(?:[Rr]eporting|[Ww]riting)\s+by\s[^()\n]{3,300}\b[Ee]diting\s+by\s[^()\n]{3,200}\)?\.?$/;

/** The agencies that an account is signed with. */
export function signOffOf(line: CreditLine): FoundCredit[] {
  if (line.place === 'title') return [];
  const tail = Math.max(0, line.text.length - LONGEST_CREDIT);
  const end = line.text.slice(tail);
  const style = REUTERS_STYLE.exec(end);
  if (style)
    return [{ name: 'Reuters', role: 'origin', span: spanOf(line, tail + style.index, style[0].length) }];
  if (line.place === 'body') return [];
  const match = SIGNED.exec(end);
  const words = match?.[1] ?? match?.[2];
  if (!match || words === undefined) return [];
  const at = tail + match.index + match[0].indexOf(words);
  const parts = [...words.replace(/\.$/, '').matchAll(/(?:(?!\s+and\s)[^,/])+/g)].map((part) => {
    const bare = part[0].trim().replace(/^and\s+/, '');
    const from = part.index + part[0].lastIndexOf(bare);
    return { name: agencyNamed(bare), span: spanOf(line, at + from, bare.length) };
  });
  // Several agencies in one sign-off supplied a part each.
  const role = parts.length === 1 ? 'origin' : 'contribution';
  return parts.flatMap(({ name, span }) => (name === null ? [] : [{ name, role, span }]));
}

/** `contributed to this report`, `with inputs from`. */
const CONTRIBUTION =
  /\bcontribut(?:ed|ing|ions?)\s+(?:reporting\s+)?(?:to\s+(?:this|the|our)\s+(?:report|story|article|dispatch)|to\s+reporting|from|reporting|to\s+this)\b|\b(?:with|additional)\s+(?:inputs?|reporting|reports|material|information|files?|agency\s+inputs?)\s+(?:from|by)\b/i;

/** `(with AFP)`, `Gazette staff with Reuters`: a line of its own. */
const WITH_AGENCY = /^\(?(?:[^.!?,;:]{0,40}\s)?with\s/i;
const LONGEST_WITH = 70;

/** The agencies that supplied a part of the copy. */
export function contributionsOf(line: CreditLine): FoundCredit[] {
  const credit = (from: number, { name, start, end }: AgencyMention): FoundCredit => ({
    name,
    role: 'contribution',
    span: spanOf(line, from + start, end - start),
  });
  if (
    line.place !== 'title' &&
    line.place !== 'body' &&
    line.text.length <= LONGEST_WITH &&
    WITH_AGENCY.test(line.text)
  )
    return findAgencyMentions(line.text)
      .filter(({ end }) => /^[).]*$|^\s*(?:,|and)\s/.test(line.text.slice(end)))
      .map((mention) => credit(0, mention));
  const tail = Math.max(0, line.text.length - 2 * LONGEST_CREDIT);
  return [...line.text.slice(tail).matchAll(/[^.!?]+(?:[.!?](?!\s)[^.!?]*)*/g)].flatMap((sentence) =>
    CONTRIBUTION.test(sentence[0])
      ? findAgencyMentions(sentence[0]).map((mention) => credit(tail + sentence.index, mention))
      : [],
  );
}

/** `first published by`, `translated from`, `h/t`, each with the name behind it. */
const HAT_TIP = new RegExp(
  String.raw`(?:\b(?:first|originally|previously)\s+(?:published|appeared|reported|posted|aired|broadcast)\s+(?:by|in|on|at)|\b(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced|[Ss]yndicated|[Tt]ranslated)\s+(?:with\s+permission\s+)?(?:from|by\s+permission\s+of)|\b[Hh]\/[Tt]:?|\b[Hh]at\s+tips?:?(?:\s+to)?)\s+(${NAME})`,
  'gu',
);

/** The outlets where a piece stood before, or that are thanked for it. */
export function hatTipsOf(line: CreditLine): FoundCredit[] {
  return [...line.text.matchAll(HAT_TIP)].flatMap((match) => {
    const words = match[1]?.replace(/(?:['’]s)?[.’']*$/, '') ?? '';
    if (words.length < 2 || !isName(words)) return [];
    const start = match.index + match[0].indexOf(match[1] ?? '');
    return [
      {
        name: agencyNamed(words) ?? words,
        role: 'hat-tip' as const,
        span: spanOf(line, match.index, start + words.length - match.index),
      },
    ];
  });
}
