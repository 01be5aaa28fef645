import { nameKey } from './person-name.ts';

/** Ends by which a company's name says in which form of law it exists; they come and go with the writer. */
const LEGAL_FORM =
  / (?:inc|incorporated|corp|corporation|ltd|limited|plc|llc|llp|gmbh|ag|sa|s a|nv|n v|bv|b v|oy|ab|asa|spa|s p a|co|and co|pte|pty|kk)$/;

/**
 * The words by which the name of a body, place or product is compared: small letters, no accents, neither "the" nor legal form,
 * so that "Solmec", "Solmec Inc." and "the Solmec Corp" are one.
 */
export function bodyNameKey(name: string): string {
  let key = nameKey(name).replace(/^the /, '');
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
  / (?:committee|council|board|commission|police|court|university|college|school|hospital|airport|station|department|ministry|parliament|museum|stadium|zoo|church|times|news|post|herald|tribune|journal|courier|gazette|chronicle|telegraph|daily|county|fire|park|city|district)$/;

/**
 * The words by which a body of several words is called for short: "nordhaven" for "Nordhaven Bank", "cubs" for "Osk Cubs",
 * since clubs with a plural for a name go by it.
 */
export function shortBodyNames(name: string): string[] {
  const key = bodyNameKey(name);
  const words = key.split(' ');
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.length < 2 || words.includes('and') || /['’]s /.test(name)) return [];
  const short: string[] = [];
  if (
    first.length >= MIN_SHORT_NAME &&
    !PARTS.test(key) &&
    !/^(?:north|south|east|west|new|great|first)/.test(first)
  )
    short.push(first);
  if (words.length <= 3 && last.length >= MIN_SHORT_NAME && /[^s]s$/.test(last) && name.endsWith('s'))
    short.push(last);
  return short;
}

/** A word shorter than this stands in too many names. */
const MIN_SHORT_NAME = 4;
