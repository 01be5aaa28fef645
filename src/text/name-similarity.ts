/**
 * Jaro–Winkler similarity of two words: 0–1, 1 for equal ones.
 *
 * @see Winkler 1990, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model of Record Linkage"
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return 0;
  const reach = Math.max(0, Math.floor(long.length / 2) - 1);
  const takenShort = new Uint8Array(short.length);
  const takenLong = new Uint8Array(long.length);
  let matches = 0;
  for (let at = 0; at < short.length; at++) {
    const to = Math.min(long.length - 1, at + reach);
    for (let other = Math.max(0, at - reach); other <= to; other++) {
      if (takenLong[other] || short.charCodeAt(at) !== long.charCodeAt(other)) continue;
      takenShort[at] = takenLong[other] = 1;
      matches++;
      break;
    }
  }
  if (matches === 0) return 0;
  let transposed = 0;
  let other = 0;
  for (let at = 0; at < short.length; at++) {
    if (!takenShort[at]) continue;
    while (!takenLong[other]) other++;
    if (short.charCodeAt(at) !== long.charCodeAt(other)) transposed++;
    other++;
  }
  const jaro = (matches / short.length + matches / long.length + (matches - transposed / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < short.length && short[prefix] === long[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** First names at least this close are spellings of one: Jaro–Winkler's usual cut for names (Cohen et al. 2003). */
const SAME_GIVEN_NAME = 0.88;

/** Whether two first names, as keys, can be one person's: equal, an initial of the other, or another spelling. */
export function givenNamesFit(a: string, b: string): boolean {
  if (a.length === 0 || b.length === 0) return true;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0);
  return jaroWinkler(a, b) >= SAME_GIVEN_NAME;
}
