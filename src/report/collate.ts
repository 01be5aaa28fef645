/** A stretch of one wording within a row. */
export interface Piece {
  /** Cut from the wording, in its own spelling; empty where most others have words and this one has none. */
  readonly text: string;
  /** Whether it stands apart: from a majority, or from every other where there is none. */
  readonly variant: boolean;
}

/** A stretch in which all wordings agree, or one in which at least two part. */
export interface CollationRow {
  readonly agree: boolean;
  /** The pieces of each wording there; no pieces where it has no words. */
  readonly cells: readonly (readonly Piece[])[];
}

interface Token {
  /** With the blank after it, so that the tokens joined give the wording back. */
  readonly text: string;
  /** Lower case without punctuation: what is compared. */
  readonly key: string;
}

/**
 * Above so many cells a wording is not aligned (600 × 400 words, 10 ms); quotations are a few dozen words long, so only
 * hostile or damaged input comes here.
 */
const MOST_CELLS = 240_000;
const LONGEST = 12_000;

/**
 * Costs of an alignment. Two words in one place cost less than a cut and an addition, and less still when they begin alike
 * (`supply`, `supplied`), so that variants of a word stand side by side. Chosen by hand on invented readings.
 */
const GAP = 0.7;
const OTHER_WORD = 1.1;
const KINDRED_WORD = 0.6;
const KINDRED_LETTERS = 4;

/** One place of the collation: what each wording has there. */
interface Slot {
  readonly cells: string[];
  readonly keys: string[];
}

/**
 * Aligns wordings word by word and groups the result into rows, as the collation of an edition does ("parallel
 * segmentation" in the TEI guidelines). Case and punctuation are shown but not compared.
 *
 * Progressive, as CollateX does it: each wording is aligned (Needleman–Wunsch) with the table of those before it, and a word
 * that any of them has in a place counts as the same. Aligning each with the longest alone put words of two short readings
 * that agree into different places.
 *
 * @returns rows whose cells, joined down a column, give each wording back; `null` where they are too long to align.
 */
export function collate(wordings: readonly string[]): CollationRow[] | null {
  if (wordings.some((wording) => wording.length > LONGEST)) return null;
  let slots: Slot[] = [];
  for (const [column, wording] of wordings.entries()) {
    const tokens = tokensOf(wording);
    if ((slots.length + 1) * (tokens.length + 1) > MOST_CELLS) return null;
    slots = addWitness(slots, tokens, column, wordings.length);
  }
  return group(slots);
}

/** Which places of a wording stand apart in a collation, as spans of it. */
export function variantSpans(rows: readonly CollationRow[], column: number): [start: number, end: number][] {
  const spans: [number, number][] = [];
  let at = 0;
  for (const row of rows) {
    for (const { text, variant } of row.cells[column] ?? []) {
      if (variant && text !== '') spans.push([at, at + text.trimEnd().length]);
      at += text.length;
    }
  }
  return spans;
}

interface Run {
  readonly agree: boolean;
  readonly cells: string[];
  readonly keys: string[];
  readonly pattern: string;
}

/** A single word this short that agrees between two stretches that do not is chance, and joins them ("and", "to"). */
const WEAK_ANCHOR = 3;

function group(slots: readonly Slot[]): CollationRow[] {
  const runs = runsOf(slots);
  const rows: { agree: boolean; cells: Piece[][] }[] = [];
  runs.forEach((run, i) => {
    const weak =
      run.agree &&
      (run.keys[0]?.length ?? 0) <= WEAK_ANCHOR &&
      runs[i - 1]?.agree === false &&
      runs[i + 1]?.agree === false;
    const agree = run.agree && !weak;
    const pieces = piecesOf(run);
    const last = rows.at(-1);
    if (last?.agree === false && !agree)
      pieces.forEach((piece, column) => last.cells[column]?.push(...piece));
    else rows.push({ agree, cells: pieces });
  });
  return rows;
}

/** Places in which the same wordings part from the same others, as one run. */
function runsOf(slots: readonly Slot[]): Run[] {
  const runs: Run[] = [];
  for (const { cells, keys } of slots) {
    const pattern = keys.map((key) => keys.indexOf(key)).join();
    const last = runs.at(-1);
    if (last?.pattern !== pattern) {
      runs.push({ agree: /^0(,0)*$/.test(pattern), cells: [...cells], keys: [...keys], pattern });
      continue;
    }
    cells.forEach((cell, i) => {
      last.cells[i] = (last.cells[i] ?? '') + cell;
      last.keys[i] = `${last.keys[i] ?? ''} ${keys[i] ?? ''}`.trim();
    });
  }
  return runs;
}

function piecesOf({ agree, cells, keys }: Run): Piece[][] {
  const votes = new Map<string, number>();
  for (const key of keys) votes.set(key, (votes.get(key) ?? 0) + 1);
  const [top, most] = [...votes].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0]);
  const majority = most * 2 > keys.length ? top : null;
  return cells.map((text, i) => {
    if (text === '') return majority === null || majority === '' ? [] : [{ text: '', variant: true }];
    return [{ text, variant: !agree && keys[i] !== majority }];
  });
}

function tokensOf(wording: string): Token[] {
  const tokens: Token[] = [];
  for (const match of wording.matchAll(/\s*\S+\s*/g)) {
    const key = match[0].toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
    tokens.push({ text: match[0], key: key === '' ? match[0].trim() : key });
  }
  return tokens;
}

/** Aligns one more wording with the places that are there, and adds places for what no other has. */
function addWitness(slots: readonly Slot[], tokens: readonly Token[], column: number, width: number): Slot[] {
  const columns = tokens.length + 1;
  const cost = new Float32Array((slots.length + 1) * columns);
  for (let j = 1; j < columns; j++) cost[j] = j * GAP;
  for (let i = 1; i <= slots.length; i++) {
    cost[i * columns] = i * GAP;
    for (let j = 1; j < columns; j++) {
      cost[i * columns + j] = Math.min(
        (cost[(i - 1) * columns + j - 1] ?? 0) + placeCost(slots[i - 1], tokens[j - 1]),
        (cost[(i - 1) * columns + j] ?? 0) + GAP,
        (cost[i * columns + j - 1] ?? 0) + GAP,
      );
    }
  }
  const merged: Slot[] = [];
  let i = slots.length;
  let j = tokens.length;
  while (i > 0 || j > 0) {
    const here = cost[i * columns + j] ?? 0;
    const slot = slots[i - 1];
    const token = tokens[j - 1];
    const across = placeCost(slot, token);
    const isAcross = slot && token && near(here, (cost[(i - 1) * columns + j - 1] ?? 0) + across);
    const isSkipped = slot && near(here, (cost[(i - 1) * columns + j] ?? 0) + GAP);
    // Of two ways that cost the same, the one that puts a variant beside the earlier word.
    if (isAcross && (across === 0 || !isSkipped)) {
      slot.cells[column] = token.text;
      slot.keys[column] = token.key;
      merged.push(slot);
      i--;
      j--;
    } else if (slot && (isSkipped || !token)) {
      merged.push(slot);
      i--;
    } else {
      const added: Slot = {
        cells: Array.from({ length: width }, () => ''),
        keys: Array.from({ length: width }, () => ''),
      };
      added.cells[column] = token?.text ?? '';
      added.keys[column] = token?.key ?? '';
      merged.push(added);
      j--;
    }
  }
  return merged.reverse();
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-4;
}

/** What it costs to put a word into a place: nothing where some wording has the same one there. */
function placeCost(slot: Slot | undefined, token: Token | undefined): number {
  if (!slot || !token) return OTHER_WORD;
  let kindred = false;
  for (const key of slot.keys) {
    if (key === token.key) return 0;
    kindred ||=
      key.length >= KINDRED_LETTERS && key.slice(0, KINDRED_LETTERS) === token.key.slice(0, KINDRED_LETTERS);
  }
  return kindred ? KINDRED_WORD : OTHER_WORD;
}
