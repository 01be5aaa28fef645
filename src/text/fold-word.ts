/**
 * Folds a word to the key under which copies of it are looked up: case, accents, apostrophes, possessives, British and
 * American spelling, numbers in words and the commonest endings no longer count.
 *
 * It is made for comparison only. The key is often no word (`organis`, `defens`), and two different words may share one
 * (`policy`, `polici`): alignment asks for several in order, so a rare clash costs nothing, while a missed spelling variant
 * breaks a run.
 *
 * @param word - letters and digits, with apostrophes, points and commas only between them.
 * @returns the key; empty when nothing but marks was given.
 */
export function foldWord(word: string): string {
  if (word.length > LONGEST_KNOWN) return fold(word);
  let key = known.get(word);
  if (key === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, (key = fold(word)));
  }
  return key;
}

/** Words that are remembered, since texts have the same ones over and over; texts without end must not fill the memory. */
const MOST_KNOWN = 50_000;
/** Longer words may be cut from a document's text without a copy, and would keep all of it in memory. */
const LONGEST_KNOWN = 12;
const known = new Map<string, string>();

function fold(word: string): string {
  let key = word.toLowerCase();
  if (BEYOND_ASCII.test(key)) key = key.normalize('NFKD').replace(MARKS, '');
  const first = key.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return key.replace(GROUPING, '').replace(ORDINAL, '');
  key = key.replace(POSSESSIVE, '').replace(APOSTROPHES, '');
  const digits = NUMBER_WORDS.get(key);
  if (digits !== undefined) return digits;
  if (key.length < SHORTEST_STEMMED) return key;
  return stem(spell(key));
}

const BEYOND_ASCII = /[^\0-\x7f]/;
const MARKS = /[\u0300-\u036f]/g;
const GROUPING = /,(?=\d)/g;
const ORDINAL = /(?<=\d)(?:st|nd|rd|th)$/;
const POSSESSIVE = /['’‘ʼ]s?$/;
const APOSTROPHES = /['’‘ʼ.,-]/g;
/** Shorter words hardly vary, and cutting their endings makes them clash. */
const SHORTEST_STEMMED = 5;

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);

/** British to American, by the endings and letter groups in which the two differ. */
function spell(word: string): string {
  return word
    .replace(/ogramme(?=s?$)/, 'ogram')
    .replace(/our(?=s?$|ed$|ing$|ite|able|ful|less|ist)/, 'or')
    .replace(/([^aeiou])re(?=s?$)/, '$1er')
    .replace(/ence(?=s?$)/, 'ense')
    .replace(/ae|oe/g, 'e')
    .replace(/ll(?=ed$|ing$|er$|ers$)/, 'l')
    .replace(/ogue(?=s?$)/, 'og')
    .replace(/z/g, 's')
    .replace(/eys(?=e|i)/, 'alys');
}

/** Cuts plural, tense and a last `e`; a much lighter hand than Porter's, which would join words that only look related. */
function stem(word: string): string {
  let end = word.length;
  if (word.endsWith('ies') && end > 5) return `${word.slice(0, end - 3)}i`;
  if (word.endsWith('sses')) end -= 2;
  else if (word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith('is')) end--;
  if (end > 6 && word.endsWith('ing', end)) end -= 3;
  else if (end > 5 && word.endsWith('ed', end)) end -= 2;
  const cut = word.slice(0, end);
  if (cut.length > 4 && cut.endsWith('e')) return cut.slice(0, -1);
  if (cut.endsWith('y')) return `${cut.slice(0, -1)}i`;
  return cut;
}
