/** A stretch in which all wordings agree, or one in which at least two part. */
export interface CollationRow {
  readonly agree: boolean;
  /** The words of each wording there, cut from it and in its own spelling; empty where it has none. */
  readonly cells: readonly string[];
  /** Which cells stand apart: all but those of a majority, or all where there is none. Never set for an empty cell. */
  readonly variant: readonly boolean[];
}

interface Token {
  /** With the blank after it, so that the tokens joined give the wording back. */
  readonly text: string;
  /** Lower case without punctuation: what is compared. */
  readonly key: string;
}

/**
 * Above so many cells two wordings are not aligned (600 × 400 words, 10 ms); quotations are a few dozen words long, so only
 * hostile or damaged input comes here.
 */
const MOST_CELLS = 240_000;

/**
 * Costs of an alignment. Two words in one place cost less than a cut and an addition, and less still when they begin alike
 * (`supply`, `supplied`), so that variants of a word stand side by side. Chosen by hand on invented readings.
 */
const GAP = 0.7;
const OTHER_WORD = 1.1;
const KINDRED_WORD = 0.6;
const KINDRED_LETTERS = 4;

/**
 * Aligns wordings word by word and groups the result into rows, as the collation of an edition does ("parallel
 * segmentation" in the TEI guidelines). Case and punctuation are shown but not compared.
 *
 * Each wording is aligned with the longest one (Needleman–Wunsch), the places of which make the rows.
 *
 * @returns rows whose cells, joined down a column, give each wording back; `null` where a pair is too long to align.
 */
export function collate(wordings: readonly string[]): CollationRow[] | null {
  const witnesses = wordings.map(tokensOf);
  let base = 0;
  witnesses.forEach((tokens, i) => {
    if (tokens.length > (witnesses[base]?.length ?? 0)) base = i;
  });
  const baseTokens = witnesses[base];
  if (!baseTokens) return [];
  // Each place of the base is two slots: words that others add before it, and the word itself; one more at the end.
  const slots = baseTokens.length * 2 + 1;
  const cells: string[][] = Array.from({ length: slots }, () => wordings.map(() => ''));
  const keys: string[][] = Array.from({ length: slots }, () => wordings.map(() => ''));
  for (const [i, tokens] of witnesses.entries()) {
    const slotOf = i === base ? tokens.map((_, at) => at * 2 + 1) : align(baseTokens, tokens);
    if (!slotOf) return null;
    tokens.forEach((token, at) => {
      const slot = slotOf[at] ?? 0;
      const row = cells[slot];
      const key = keys[slot];
      if (!row || !key) return;
      row[i] = (row[i] ?? '') + token.text;
      key[i] = `${key[i] ?? ''}${token.key} `;
    });
  }
  return group(cells, keys);
}

/** Which places of `text` stand apart in a collation, as spans of it; nothing where little is alike. */
export function variantSpans(rows: readonly CollationRow[], column: number): [start: number, end: number][] {
  const spans: [number, number][] = [];
  let at = 0;
  for (const row of rows) {
    const cell = row.cells[column] ?? '';
    if (row.variant[column]) spans.push([at, at + cell.trimEnd().length]);
    at += cell.length;
  }
  return spans;
}

function group(cells: readonly string[][], keys: readonly string[][]): CollationRow[] {
  const rows: { agree: boolean; cells: string[]; keys: string[] }[] = [];
  cells.forEach((row, slot) => {
    const own = keys[slot] ?? [];
    if (row.every((cell) => cell === '')) return;
    const agree = own.every((key) => key === own[0] && key.trim() !== '');
    const last = rows.at(-1);
    if (last?.agree === agree) {
      row.forEach((cell, i) => {
        last.cells[i] = (last.cells[i] ?? '') + cell;
        last.keys[i] = (last.keys[i] ?? '') + (own[i] ?? '');
      });
    } else rows.push({ agree, cells: [...row], keys: [...own] });
  });
  return rows.map((row) => {
    // Two slots that each differ can give the same words when they are joined.
    const agree = row.agree || row.keys.every((key) => key === row.keys[0]);
    return { agree, cells: row.cells, variant: agree ? row.cells.map(() => false) : apart(row.keys) };
  });
}

function apart(keys: readonly string[]): boolean[] {
  const votes = new Map<string, number>();
  for (const key of keys) votes.set(key, (votes.get(key) ?? 0) + 1);
  const [top, most] = [...votes].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0]);
  const majority = most * 2 > keys.length ? top : null;
  return keys.map((key) => key !== '' && key !== majority);
}

function tokensOf(wording: string): Token[] {
  const tokens: Token[] = [];
  for (const match of wording.matchAll(/\s*\S+\s*/g)) {
    const key = match[0].toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
    tokens.push({ text: match[0], key: key === '' ? match[0].trim() : key });
  }
  return tokens;
}

/** For each token of `other` the slot of `base` it belongs to; `null` when there would be too many cells. */
function align(base: readonly Token[], other: readonly Token[]): number[] | null {
  const rows = base.length + 1;
  const columns = other.length + 1;
  if (rows * columns > MOST_CELLS) return null;
  const cost = new Float32Array(rows * columns);
  for (let j = 1; j < columns; j++) cost[j] = j * GAP;
  for (let i = 1; i < rows; i++) {
    cost[i * columns] = i * GAP;
    for (let j = 1; j < columns; j++) {
      cost[i * columns + j] = Math.min(
        (cost[(i - 1) * columns + j - 1] ?? 0) + wordCost(base[i - 1], other[j - 1]),
        (cost[(i - 1) * columns + j] ?? 0) + GAP,
        (cost[i * columns + j - 1] ?? 0) + GAP,
      );
    }
  }
  const slots: number[] = Array.from({ length: other.length }, () => 0);
  let i = base.length;
  let j = other.length;
  while (j > 0) {
    const here = cost[i * columns + j] ?? 0;
    if (i > 0) {
      const across = (cost[(i - 1) * columns + j - 1] ?? 0) + wordCost(base[i - 1], other[j - 1]);
      if (Math.abs(here - across) < 1e-4) {
        slots[j - 1] = (i - 1) * 2 + 1;
        i--;
        j--;
        continue;
      }
      if (Math.abs(here - ((cost[(i - 1) * columns + j] ?? 0) + GAP)) < 1e-4) {
        i--;
        continue;
      }
    }
    slots[j - 1] = i * 2;
    j--;
  }
  return slots;
}

function wordCost(a: Token | undefined, b: Token | undefined): number {
  if (!a || !b) return OTHER_WORD;
  if (a.key === b.key) return 0;
  const kindred =
    a.key.length >= KINDRED_LETTERS && a.key.slice(0, KINDRED_LETTERS) === b.key.slice(0, KINDRED_LETTERS);
  return kindred ? KINDRED_WORD : OTHER_WORD;
}
