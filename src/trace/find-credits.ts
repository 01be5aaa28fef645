import type { Credit, CreditRole, Document } from '../model/document.ts';
import { evidenceAt } from '../model/evidence.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { compareSpans, overlaps, type Span } from '../model/span.ts';
import { citedName } from './cited-name.ts';
import { isFurniture } from './furniture.ts';
import { OUTLET_WORDS } from './lexicon/outlet-words.ts';
import { agencyNamed, findAgencyMentions, type AgencyMention } from '../text/name-agency.ts';

interface Found {
  readonly name: string;
  /** Absent for an outlet's name at the end of a headline: it says who publishes, not where the copy came from. */
  readonly role?: CreditRole;
  readonly span: Span;
}

/** A line with what its place in the document allows. */
interface Line {
  readonly start: number;
  readonly text: string;
  readonly place: 'title' | 'head' | 'body' | 'tail';
}

/**
 * Finds the words that name where copy came from: datelines and bylines of news agencies, source lines, "contributed to this
 * report", "first published by", and agencies that a sentence cites for what it says.
 *
 * Agencies of the lexicon get their canonical name; a name that the lexicon lacks is kept as it stands, where its place or the
 * words around it say that it is an agency or an outlet. Nothing inside an appeal, a copyright line, navigation or related
 * links is a credit, and neither are picture credits and names of polls.
 *
 * @returns in the order of the text; where credits overlap, the one that says most about the whole copy.
 */
export function findCredits(document: Document, layer: LanguageLayer): Credit[] {
  const closed = document.omitted
    .filter(({ why }) => why !== 'byline' && why !== 'other')
    .flatMap(({ evidence }) => evidence.spans);
  const found: Found[] = [];
  for (const line of linesOf(document.text)) {
    const span: Span = [line.start, line.start + line.text.length];
    if (closed.some((other) => overlaps(span, other))) continue;
    // A dateline opens the account's own first sentence, which may well tell of donations and subscriptions.
    found.push(...datelineOf(line, line.text.slice(0, LONGEST_CREDIT)));
    found.push(...creditsOfLine(line).filter((credit) => !isFurniture(sentenceAround(line, credit.span))));
  }
  for (const { span, kind } of layer.sentences) {
    if (kind === 'sentence') found.push(...citedIn(document.text, span));
  }
  return distinct(found).map(({ span, ...credit }) => ({
    ...credit,
    evidence: evidenceAt(document, [span]),
  }));
}

/** Lines counted as the head (title, byline, dateline) and the tail (sign-off, source line) of an account. */
const HEAD_LINES = 6;
const TAIL_LINES = 4;
/** No credit of a line stands further from its beginning or its end than this. */
const LONGEST_CREDIT = 400;

function linesOf(text: string): Line[] {
  const lines = [...text.matchAll(/[^\n]+/g)]
    .map((match) => ({
      start: match.index + (match[0].length - match[0].trimStart().length),
      text: match[0].trim(),
    }))
    .filter((line) => line.text !== '');
  return lines.map((line, i) => ({
    ...line,
    place:
      i === 0 && lines.length > 1
        ? 'title'
        : i < HEAD_LINES
          ? 'head'
          : i >= lines.length - TAIL_LINES
            ? 'tail'
            : 'body',
  }));
}

/** The words between the sentence ends on either side of a credit, within its line. */
function sentenceAround({ text, start }: Line, span: Span): string {
  const before = text.slice(Math.max(0, span[0] - start - LONGEST_CREDIT), span[0] - start);
  const after = text.slice(span[1] - start, span[1] - start + LONGEST_CREDIT);
  const from = Math.max(...['. ', '! ', '? '].map((mark) => before.lastIndexOf(mark)));
  const to = after.search(/[.!?](?:\s|$)/);
  return (
    before.slice(from + 1) +
    text.slice(span[0] - start, span[1] - start) +
    (to < 0 ? after : after.slice(0, to))
  );
}

function creditsOfLine(line: Line): Found[] {
  return [
    ...bylineOf(line),
    ...sourceLineOf(line),
    ...signOffOf(line),
    ...contributionsOf(line),
    ...hatTipsOf(line),
    ...(line.place === 'title' ? titleSuffixOf(line) : []),
  ];
}

/** `TOWN, Oct. 3 (Agency) —`, `(Agency) -`, `TOWN, October 3. /Agency/.` */
const DATELINE = /^((?:[^()/\n“"]{0,80}[\s,.])?)[(/]([^()/\n]{2,45}(?:\/[^()/\n]{2,20})?)[)/](\s*[-–—―:.])?/u;
/** Before an agency that the lexicon lacks: a place in capitals, or a day of a month. */
const PLACE_OR_DAY =
  /^(?=.*(?:\p{Lu}{3,}|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.?\s+\d|\d\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))/u;

/** `Quell, IRNA –`, `QUELL, March 3, Xinhua —`: no parentheses, so only agencies of the lexicon. */
const BARE_DATELINE =
  /^\p{Lu}[\p{L}.' -]{1,30},\s+(?:\p{Lu}\p{Ll}+\.?\s+\d{1,2},?\s+)?(\p{Lu}[\p{L}' -]{1,30}?)\s*(?:--|[–—]|\s-)\s/u;

function datelineOf(line: Line, start: string): Found[] {
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
  const found: Found[] = [];
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
function bylineOf(line: Line): Found[] {
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

const SOURCE_LINE =
  /(?:^|[.!?”"’)]\s+|\()(?:Sources?|Via|Credit|Courtesy of|Courtesy|Agency)\s*[:–—]\s*([^\n()]{2,70}?)[.)]*$/u;

function sourceLineOf(line: Line): Found[] {
  if (line.place === 'body') return [];
  const tail = Math.max(0, line.text.length - 120);
  const match = SOURCE_LINE.exec(line.text.slice(tail));
  const words = match?.[1];
  if (match === null || words === undefined) return [];
  const at = line.start + tail + match.index + match[0].lastIndexOf(words);
  const from = line.start + tail + match.index + match[0].search(/[A-Z]/);
  const names: Found[] = [];
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

function signOffOf(line: Line): Found[] {
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

const CONTRIBUTION =
  /\bcontribut(?:ed|ing|ions?)\s+(?:reporting\s+)?(?:to\s+(?:this|the|our)\s+(?:report|story|article|dispatch)|to\s+reporting|from|reporting|to\s+this)\b|\b(?:with|additional)\s+(?:inputs?|reporting|reports|material|information|files?|agency\s+inputs?)\s+(?:from|by)\b/i;
/** `(with AFP)`, `Gazette staff with Reuters`: a line of its own. */
const WITH_AGENCY = /^\(?(?:[^.!?,;:]{0,40}\s)?with\s/i;
const LONGEST_WITH = 70;

function contributionsOf(line: Line): Found[] {
  const credit = (from: number, { name, start, end }: AgencyMention): Found => ({
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

const NAME = String.raw`(?:[Tt]he\s+)?\p{Lu}(?:[\p{L}\p{N}&'’-]|\.(?=[\p{L}\p{N}]))*(?:\s+(?:(?:of|de|du|la|and|&)\s+)?\p{Lu}(?:[\p{L}\p{N}&'’-]|\.(?=[\p{L}\p{N}]))*){0,4}`;
const HAT_TIP = new RegExp(
  String.raw`(?:\b(?:first|originally|previously)\s+(?:published|appeared|reported|posted|aired|broadcast)\s+(?:by|in|on|at)|\b(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced|[Ss]yndicated|[Tt]ranslated)\s+(?:with\s+permission\s+)?(?:from|by\s+permission\s+of)|\b[Hh]\/[Tt]:?|\b[Hh]at\s+tips?:?(?:\s+to)?)\s+(${NAME})`,
  'gu',
);

function hatTipsOf(line: Line): Found[] {
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

/** The outlet after the last dash or bar of a headline. */
function titleSuffixOf(line: Line): Found[] {
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

/** “the state news agency, Agency” and “Agency news agency” name an agency that the lexicon may lack. */
const CALLED_AGENCY = new RegExp(
  String.raw`\bnews\s+(?:agency|service),?\s+(${NAME})|(${NAME})\s+news\s+(?:agency|service)\b(?!,?\s+\p{Lu})`,
  'gu',
);
/** “A South Korean news agency” says of which country it is, and not its name. */
const OF_A_COUNTRY =
  /(?:[iae]an|ese|ish|[aio]ni|French|Dutch|Greek|Swiss|Czech|Thai|Iraqi|Israeli|Saudi|Kuwaiti|Emirati|Qatari|Bangladeshi|Somali|State)$/u;
const ANY_CUE = /\b(?:said|says|report|reports|reported|quot|cit|accord|told|announc|wrote)/;

function citedIn(text: string, [from, to]: Span): Found[] {
  const sentence = text.slice(from, Math.min(to, from + 4 * LONGEST_CREDIT));
  const found: Found[] = [];
  const known = findAgencyMentions(sentence);
  for (const mention of known) {
    const cited = citedName(sentence, [mention.start, mention.end]);
    if (cited) found.push({ name: mention.name, role: 'cited', span: [from + cited[0], from + cited[1]] });
  }
  if (ANY_CUE.test(sentence)) found.push(...unknownAgencies(sentence, known, from));
  return found;
}

function unknownAgencies(sentence: string, known: readonly AgencyMention[], from: number): Found[] {
  return [...sentence.matchAll(CALLED_AGENCY)].flatMap((match) => {
    const words = (match[1] ?? match[2] ?? '').replace(/^[Tt]he\s+/, '').replace(/(?:['’]s)?[.’'-]*$/, '');
    const start = match.index + match[0].indexOf(words);
    const end = start + words.length;
    if (words.length < 2 || OF_A_COUNTRY.test(words)) return [];
    if (known.some((mention) => mention.start < end && start < mention.end)) return [];
    return [{ name: words, role: 'cited' as const, span: [from + start, from + end] as const }];
  });
}

const NAME_ONLY = new RegExp(`^${NAME}$`, 'u');

/** Whether words look like a name: capitalised, of at most six words, and no day or picture. */
function isName(words: string): boolean {
  return (
    words.length <= 50 &&
    NAME_ONLY.test(words) &&
    !/^(?:Photo|Image|Picture|Video|File|Handout|Updated?|Getty|Live|Exclusive|Analysis|Opinion|\p{L}+day|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b/iu.test(
      words,
    )
  );
}

const spanOf = (line: Line, at: number, length: number): Span => [line.start + at, line.start + at + length];

const ROLE_ORDER: readonly (CreditRole | undefined)[] = [
  'origin',
  'contribution',
  'hat-tip',
  'cited',
  undefined,
];

/** Of credits that overlap, the one that says most about the whole copy; spans are compared within stretches that touch. */
function distinct(found: readonly Found[]): Found[] {
  const byPlace = found.toSorted((a, b) => compareSpans(a.span, b.span));
  const kept: Found[] = [];
  for (let from = 0; from < byPlace.length;) {
    let to = from;
    for (let end = 0; to < byPlace.length; to++) {
      const span = byPlace[to]?.span ?? [0, 0];
      if (to > from && span[0] >= end) break;
      end = Math.max(end, span[1]);
    }
    const stretch: Found[] = [];
    const byRole = (a: Found, b: Found): number => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role);
    for (const credit of byPlace.slice(from, to).sort(byRole)) {
      if (!stretch.some((other) => overlaps(other.span, credit.span))) stretch.push(credit);
    }
    kept.push(...stretch.sort((a, b) => compareSpans(a.span, b.span)));
    from = to;
  }
  return kept;
}
