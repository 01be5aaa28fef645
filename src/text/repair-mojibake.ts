import { MISREADINGS, type Misreading } from './misreading.ts';

/** A place where UTF-8 was read in another encoding, put right. */
export interface Repair {
  /** Offsets into the repaired text. */
  readonly start: number;
  readonly end: number;
  /** What stood there. */
  readonly was: string;
}

/** A text with what a wrong encoding did to it undone. */
export interface RepairedText {
  readonly text: string;
  /** In the order of the text; neighbours are one. Empty where the text stands as it was. */
  readonly repairs: readonly Repair[];
}

/** Some texts went through the wrong hands more than once. */
const MOST_ROUNDS = 3;

/** Undoes what reading UTF-8 in another encoding did (“â€œ” for “, “Ã©” for é), as often as it was done. A sound text is given back as it is. */
export function repairMojibake(text: string): RepairedText {
  let repaired: RepairedText = { text, repairs: [] };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = findMojibake(repaired.text);
    if (found.length === 0) break;
    repaired = withPutRight(repaired, found);
  }
  return { text: repaired.text, repairs: joined(repaired.repairs) };
}

/** Repairs that touch are one. */
function joined(repairs: readonly Repair[]): Repair[] {
  const all: Repair[] = [];
  for (const repair of repairs) {
    const last = all.at(-1);
    if (last?.end === repair.start)
      all[all.length - 1] = { start: last.start, end: repair.end, was: last.was + repair.was };
    else all.push(repair);
  }
  return all;
}

/** Stands between texts that are judged as one; no text holds it. */
const BETWEEN = '\n\0\0\n';

/** Texts that went through the same hands (a headline, a byline, a text): what shows in one of them is believed of all. */
export function repairTogether(texts: readonly string[]): readonly RepairedText[] {
  if (texts.some((text) => text.includes('\0'))) return texts.map(repairMojibake);
  const { text, repairs } = repairMojibake(texts.join(BETWEEN));
  if (repairs.length === 0) return texts.map((each) => ({ text: each, repairs: [] }));
  let at = 0;
  let next = 0;
  return text.split(BETWEEN).map((each) => {
    const from = at;
    const end = from + each.length;
    const own: Repair[] = [];
    for (let repair = repairs[next]; repair !== undefined && repair.start < end; repair = repairs[++next])
      own.push({ ...repair, start: repair.start - from, end: repair.end - from });
    at = end + BETWEEN.length;
    return { text: each, repairs: own };
  });
}

/** Where a text holds UTF-8 that was read in another encoding, and what it was. */
export interface Mojibake {
  readonly start: number;
  readonly end: number;
  readonly meant: string;
}

/** One character was taken for two at least, all of them above ASCII: most sound texts in English are told by having no such pair. */
const PAIR_ABOVE_ASCII = /[^\0-\x7f]{2}/;

/**
 * Finds characters that were taken for several. A sequence that would be UTF-8 once it is turned back into bytes stands in sound texts,
 * too (“heiß“”, “fiancé…””), so each is judged by its neighbours, as in ftfy (Speer 2019), and the text by its sequences: one that no
 * sound text has is enough, of those that hardly any has it takes two.
 *
 * @returns In the order of the text; empty when the text is sound, or when nobody can say.
 */
export function findMojibake(text: string): Mojibake[] {
  if (!PAIR_ABOVE_ASCII.test(text)) return [];
  for (const misreading of MISREADINGS) {
    const sequences = sequencesIn(text, misreading);
    const sure = sequences.some(({ weight }) => weight === 'sure');
    // A list of signs may repeat one that looks so.
    const likely = new Set(sequences.flatMap(({ weight, meant }) => (weight === 'likely' ? [meant] : [])));
    if (!sure && (likely.size < 2 || misreading.encoding !== 'windows-1252')) continue;
    const whole = sequences.reduce((sum, { start, end }) => sum + end - start, 0) === countAboveAscii(text);
    return whole ? sequences : sequences.filter(({ weight }) => weight !== 'possible');
  }
  return [];
}

/**
 * How much a sequence says: `sure` is in no sound text, `likely` in hardly any; `possible` is undone only where all that is above ASCII
 * in a damaged text would become UTF-8.
 */
type Weight = 'sure' | 'likely' | 'possible';

interface Sequence extends Mojibake {
  readonly weight: Weight;
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function sequencesIn(text: string, misreading: Misreading): Sequence[] {
  const found: (Mojibake & { weight: Weight; lead: number })[] = [];
  for (const match of text.matchAll(misreading.sequence)) {
    const bytes = Uint8Array.from(match[0], (character) => misreading.bytes.get(character) ?? 0);
    const meant = decoded(bytes);
    if (meant === null) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const before = text.charAt(start - 1);
    const after = text.charAt(end);
    const weight =
      misreading.encoding === 'windows-1252'
        ? weightIn1252(bytes, match[0], before, after)
        : weightElsewhere(bytes, misreading.encoding);
    found.push({ start, end, meant, weight, lead: bytes[0] ?? 0 });
  }
  return misreading.encoding === 'windows-1252' ? withRunsBelieved(found) : found;
}

const UNASSIGNED = /\p{Cn}/u;

function decoded(bytes: Uint8Array): string | null {
  try {
    const meant = UTF_8.decode(bytes);
    return UNASSIGNED.test(meant) ? null : meant;
  } catch {
    return null;
  }
}

/** What stands in sound texts behind a letter; the other signs of the upper half hardly do. */
const PUNCTUATION = /[“”‘’„‚‹›«»…–—•\u00a0\u0080-\u009f]$/;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;

/** Blocks of UTF-8 with typographic signs, currencies, letterlike signs, arrows and operators, by their second byte below 0xE2. */
const SIGNS: ReadonlySet<number> = new Set([0x80, 0x82, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b]);

function weightIn1252(bytes: Uint8Array, signs: string, before: string, after: string): Weight {
  const [lead = 0, second = 0, third = 0] = bytes;
  // Emoji; other characters beyond the first plane count by their runs.
  if (bytes.length === 4) return lead === 0xf0 && second === 0x9f ? 'sure' : 'possible';
  if (bytes.length === 3) {
    if (lead === 0xe2) return SIGNS.has(second) ? 'sure' : 'likely';
    const mark =
      lead === 0xef && ((second === 0xbb && third === 0xbf) || (second === 0xbf && third === 0xbd));
    return mark ? 'sure' : 'possible';
  }
  const punctuation = PUNCTUATION.test(signs);
  // Signs of Latin-1: “Â£5”, “10Â°C”, and the space in “saidÂ that”.
  if (lead === 0xc2) {
    if (second >= 0xa0 && /[\p{Ll}\p{Nd}]/u.test(before)) return 'sure';
    return second >= 0xa0 && (!punctuation || LETTER_OR_DIGIT.test(after)) ? 'likely' : 'possible';
  }
  if (lead > 0xc5) return 'possible';
  // “à” as a word of its own.
  if (signs === 'Ã\u00a0' && !LETTER.test(before)) return 'likely';
  // A capital within a word that began small is no spelling.
  if (LOWER.test(before)) return 'sure';
  if (punctuation) return (LETTER.test(before) ? UPPER : LOWER).test(after) ? 'likely' : 'possible';
  return LETTER.test(before) || LETTER.test(after) ? 'likely' : 'possible';
}

/** In the other encodings only typography and emoji are beyond doubt; of pairs, those are undone that mean Latin-1 on a Mac. */
function weightElsewhere([lead = 0, second = 0]: Uint8Array, encoding: string): Weight {
  if ((lead === 0xe2 && second === 0x80) || (lead === 0xf0 && second === 0x9f)) return 'sure';
  return encoding === 'macintosh' && (lead === 0xe2 || lead <= 0xc5) ? 'likely' : 'possible';
}

/** A word in another script is a run of sequences with leads side by side; no sound text alternates so. */
const SURE_RUN = 3;
const LIKELY_RUN = 2;

function withRunsBelieved(found: (Mojibake & { weight: Weight; lead: number })[]): Sequence[] {
  for (let first = 0; first < found.length;) {
    let next = first + 1;
    while (next < found.length && found[next]?.start === found[next - 1]?.end) next++;
    const run = found.slice(first, next);
    first = next;
    if (run.length < LIKELY_RUN) continue;
    for (const sequence of run) {
      if (run.length >= SURE_RUN) sequence.weight = 'sure';
      else if (sequence.weight === 'possible') sequence.weight = 'likely';
    }
  }
  return found;
}

function countAboveAscii(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) count++;
  return count;
}

/** Puts right what was found, and keeps what stood there at first, however many rounds ago that was; one repair for each character. */
function withPutRight({ text, repairs }: RepairedText, found: readonly Mojibake[]): RepairedText {
  const pieces: string[] = [];
  const now: Repair[] = [];
  let length = 0;
  let from = 0;
  let next = 0;
  const keepUntil = (end: number): void => {
    for (let old = repairs[next]; old !== undefined && old.end <= end; old = repairs[++next])
      now.push({ start: old.start - from + length, end: old.end - from + length, was: old.was });
    pieces.push(text.slice(from, end));
    length += end - from;
    from = end;
  };
  for (const { start, end, meant } of found) {
    keepUntil(start);
    let was = '';
    let at = start;
    for (let old = repairs[next]; old !== undefined && old.start < end; old = repairs[++next]) {
      was += text.slice(at, old.start) + old.was;
      at = old.end;
    }
    was += text.slice(at, end);
    pieces.push(meant);
    now.push({ start: length, end: length + meant.length, was });
    length += meant.length;
    from = end;
  }
  keepUntil(text.length);
  return { text: pieces.join(''), repairs: now };
}
