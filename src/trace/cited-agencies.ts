import type { Span } from '../model/span.ts';
import { findAgencyMentions, type AgencyMention } from '../text/name-agency.ts';
import { NAME } from './capitalised-name.ts';
import { citedName } from './cited-name.ts';
import { LONGEST_CREDIT, type FoundCredit } from './credit-line.ts';

/** “the state news agency, Agency” and “Agency news agency” name an agency that the lexicon may lack. */
const CALLED_AGENCY = new RegExp(
  String.raw`\bnews\s+(?:agency|service),?\s+(${NAME})|(${NAME})\s+news\s+(?:agency|service)\b(?!,?\s+\p{Lu})`,
  'gu',
);

/** “A South Korean news agency” says of which country it is, and not its name. */
const OF_A_COUNTRY =
  /(?:[iae]an|ese|ish|[aio]ni|French|Dutch|Greek|Swiss|Czech|Thai|Iraqi|Israeli|Saudi|Kuwaiti|Emirati|Qatari|Bangladeshi|Somali|State)$/u;

const ANY_CUE = /\b(?:said|says|report|reports|reported|quot|cit|accord|told|announc|wrote)/;

/** The agencies that a sentence cites for what it says. */
export function citedIn(text: string, [from, to]: Span): FoundCredit[] {
  const sentence = text.slice(from, Math.min(to, from + 4 * LONGEST_CREDIT));
  const found: FoundCredit[] = [];
  const known = findAgencyMentions(sentence);
  for (const mention of known) {
    const cited = citedName(sentence, [mention.start, mention.end]);
    if (cited) found.push({ name: mention.name, role: 'cited', span: [from + cited[0], from + cited[1]] });
  }
  if (ANY_CUE.test(sentence)) found.push(...unknownAgencies(sentence, known, from));
  return found;
}

function unknownAgencies(sentence: string, known: readonly AgencyMention[], from: number): FoundCredit[] {
  return [...sentence.matchAll(CALLED_AGENCY)].flatMap((match) => {
    const words = (match[1] ?? match[2] ?? '').replace(/^[Tt]he\s+/, '').replace(/(?:['’]s)?[.’'-]*$/, '');
    const start = match.index + match[0].indexOf(words);
    const end = start + words.length;
    if (words.length < 2 || OF_A_COUNTRY.test(words)) return [];
    if (known.some((mention) => mention.start < end && start < mention.end)) return [];
    return [{ name: words, role: 'cited' as const, span: [from + start, from + end] as const }];
  });
}
