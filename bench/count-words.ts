/** Counts the words between white space without making any: what is counted must not be measured as memory. */
export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const space = unit <= 0x20 || unit === 0xa0 || unit === 0x2028 || unit === 0x2029;
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}
