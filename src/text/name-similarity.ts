import { latinize, soundKey } from './latinize.ts';
import { isShortFormOf } from './short-names.ts';
import { nameWords } from './person-name.ts';

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

/**
 * Full names at least this similar are spellings of one. On 274 hard pairs made for the purpose every threshold from .6 to .85
 * gives an F1 within a point of the best (eval task person-pairs, which also cross-validates it).
 */
export const SAME_NAME = 0.8;

/** First names at least this close are spellings of one: Jaro–Winkler's usual cut for names (Cohen et al. 2003). */
const SAME_GIVEN_NAME = 0.88;

/** Whether two first names, as keys, can be one person's: equal, an initial of the other, a short form, or another spelling. */
export function givenNamesFit(a: string, b: string): boolean {
  if (a.length === 0 || b.length === 0) return true;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0);
  if (isShortFormOf(a, b)) return true;
  return jaroWinkler(a, b) >= SAME_GIVEN_NAME;
}

/** Words that are no part of a person's name in any language that news writes: titles, and what a list adds. */
const NO_NAME = new Set(
  'mr mrs ms miss dr prof sir lord dame sheikh shaikh sheik president minister general haji mullah maulvi llc ltd inc jr sr'.split(
    ' ',
  ),
);
/** Particles that come and go between spellings of one name. */
const PARTICLES = new Set(
  'al el ul ud bin ben ibn bint abu van von de del della der den di da dos la le st bar'.split(' '),
);

/** Edits that a word of a name may differ by and still be that word: a slip in a short one, two in a longer one. */
function editsAllowed(length: number): number {
  return length <= 2 ? 0 : length <= 5 ? 1 : 2;
}

/**
 * How likely two full names are one person's, 0–1.
 *
 * Words are aligned, best pair first, whatever their order; a pair scores by its letters (Jaro–Winkler, only within a budget
 * of edits), by its sound, or as an initial. The worst pair decides more than the mean: "Frank Ritter" and "Fred Ritter" share
 * half and are two people. Words that only one name has cost little, as a second given name would.
 *
 * Symmetric. What no string can tell (two politicians a letter apart) it does not tell.
 */
export function nameSimilarity(a: string, b: string): number {
  const first = comparableWords(a);
  const second = comparableWords(b);
  if (first.length === 0 || second.length === 0) return 0;
  if (first.join('') === second.join('')) return 1;
  const [few, many] = first.length <= second.length ? [first, second] : [second, first];
  const pairs: { score: number; i: number; j: number }[] = [];
  few.forEach((x, i) => {
    many.forEach((y, j) => {
      pairs.push({ score: wordSimilarity(x, y), i, j });
    });
  });
  pairs.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j);
  const ofFew = new Map<number, number>();
  const placeOf = new Map<number, number>();
  const ofMany = new Set<number>();
  for (const { score, i, j } of pairs) {
    if (ofFew.has(i) || ofMany.has(j)) continue;
    ofFew.set(i, score);
    if (score > 0) placeOf.set(i, j);
    ofMany.add(j);
  }
  let sum = 0;
  let weights = 0;
  let worst = 1;
  few.forEach((word, i) => {
    const weight = PARTICLES.has(word) ? PARTICLE_WEIGHT : 1;
    const score = ofFew.get(i) ?? 0;
    sum += weight * score;
    weights += weight;
    if (weight === 1) worst = Math.min(worst, score);
  });
  const extra = many.filter((word, j) => !ofMany.has(j) && !PARTICLES.has(word)).length;
  const mean = sum / weights;
  const alone = few.filter((word) => !PARTICLES.has(word)).length <= 1 && extra > 0 ? LONE_WORD : 1;
  const places = few.flatMap((word, i) => (PARTICLES.has(word) ? [] : (placeOf.get(i) ?? [])));
  const turned = places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0)) ? OTHER_ORDER : 1;
  return turned * alone * (WORST_SHARE * worst + (1 - WORST_SHARE) * mean) * EXTRA_WORD ** extra;
}

const PARTICLE_WEIGHT = 0.3;
const WORST_SHARE = 0.6;
const EXTRA_WORD = 0.95;
const LONE_WORD = 0.6;
/** "Hans Friedrich" is not "Friedrich Hans"; a comma, which says that a name is inverted, was read before. */
const OTHER_ORDER = 0.75;
const INITIAL = 0.85;
const SAME_SOUND = 0.95;

function comparableWords(name: string): string[] {
  const words = nameWords(name.includes(',') ? inverted(name) : name).map(latinize);
  const kept = words.filter((word) => !NO_NAME.has(word));
  return kept.length > 0 ? kept : words;
}

/** "Lunde, Ada" as "Ada Lunde". */
function inverted(name: string): string {
  const comma = name.indexOf(',');
  return `${name.slice(comma + 1)} ${name.slice(0, comma)}`;
}

function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0) ? INITIAL : 0;
  if (soundKey(a) === soundKey(b)) return SAME_SOUND;
  const allowed = editsAllowed(Math.min(a.length, b.length));
  const edits = editDistance(a, b, allowed);
  return edits <= allowed ? jaroWinkler(a, b) : 0.5 * jaroWinkler(a, b);
}

/** Optimal string alignment distance (a swap of neighbours is one edit), or anything above `limit` when it is more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? limit + 1;
}
