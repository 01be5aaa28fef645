/**
 * Names of people as strings: what is left of a spelling when accents, apostrophes, hyphens and case are taken away, and
 * which part of a full name a short one takes up.
 */

/** Lower case without accents; apostrophes go ("Dal'emi" is "dalemi"), every other sign becomes a space. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼʻ`´]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a name's key; hyphens part words. */
export function nameWords(name: string): string[] {
  const key = nameKey(name);
  return key === '' ? [] : key.split(' ');
}

/**
 * Whether `short` is the family name at the end of `full`: "Amirsadeghi" of "Hossein Amir-Sadeghi", "van Daal" of "Ruud van
 * Daal". The whole of `full` is not its own family name unless it is one word.
 */
export function isFamilyNameOf(short: readonly string[], full: readonly string[]): boolean {
  if (short.length === 0 || full.length <= 1) return false;
  const joined = short.join('');
  let suffix = '';
  for (let at = full.length - 1; at >= 1; at--) {
    suffix = (full[at] ?? '') + suffix;
    if (suffix.length > joined.length) return false;
    if (suffix === joined) return true;
  }
  return false;
}
