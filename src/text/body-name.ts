import { nameKey } from './person-name.ts';

/** Ends by which a company's name says in which form of law it exists; they come and go with the writer. */
const LEGAL_FORM =
  / (?:inc|incorporated|corp|corporation|ltd|limited|plc|llc|llp|gmbh|ag|sa|s a|nv|n v|bv|b v|oy|ab|asa|spa|s p a|co|and co|pte|pty|kk)$/;

/** What stands before the names of ships, or not. */
const SHIP_PREFIX = /^(?:mv|mt|fv|rv|hms|uss|usns|rms|ss) (?=.)/;

/**
 * The words by which the name of a body, place or product is compared: small letters, no accents, neither "the" nor legal form,
 * so that "Solmec", "Solmec Inc." and "the Solmec Corp" are one.
 */
export function bodyNameKey(name: string): string {
  let key = nameKey(name).replace(/^the /, '').replace(SHIP_PREFIX, '');
  for (
    let cut = key.replace(LEGAL_FORM, '');
    cut !== key && cut.length > 1;
    cut = key.replace(LEGAL_FORM, '')
  )
    key = cut;
  return key;
}

/** Last words of bodies that belong to what their first word names, or lie in it: "Osk Council", "Osk Courier". */
const PARTS =
  / (?:voice|radio|television|tv|mirror|star|echo|observer|monitor|express|record|review|bulletin|registry|mission|authority|agency|office|service|ministry|embassy|observatory|association|federation|union|committee|council|board|commission|police|court|university|college|school|hospital|airport|station|department|ministry|parliament|museum|stadium|zoo|church|times|news|post|herald|tribune|journal|courier|gazette|chronicle|telegraph|daily|county|fire|park|city|district)$/;

/**
 * What a body of several words may be called for short: by its first word, "Nordhaven" for "Nordhaven Bank", or a club of
 * a town by its last one, "Cubs" for "Osk Cubs".
 */
export function shortBodyNames(name: string): { readonly word: string; readonly town?: string }[] {
  const key = bodyNameKey(name);
  const words = key.split(' ');
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.length < 2 || words.includes('and') || /['’]s /.test(name)) return [];
  const short: { word: string; town?: string }[] = [];
  if (first.length >= MIN_SHORT_NAME && !PARTS.test(key) && !COMMON_FIRST.test(first))
    short.push({ word: first });
  if (/[^s]s$/.test(last) && name.endsWith('s') && last.length >= MIN_SHORT_NAME)
    short.push({ word: last, town: words.slice(0, -1).join(' ') });
  return short;
}

/** Words that open the names of many bodies. */
const COMMON_FIRST =
  /^(?:north|south|east|west|northern|southern|eastern|western|new|great|first|national|international|american|united|royal|house|white|central|federal|state|world|global|general|public)$/;
/** A word shorter than this stands in too many names. */
const MIN_SHORT_NAME = 4;
