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
