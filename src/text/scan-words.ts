/** Words of a text as parallel arrays of UTF-16 offsets; only the first `count` of each are filled. */
export interface WordScan {
  count: number;
  start: Int32Array;
  end: Int32Array;
}

/** A scan without words, with room for `capacity` of them before its arrays grow. */
export function emptyScan(capacity = 1024): WordScan {
  return { count: 0, start: new Int32Array(capacity), end: new Int32Array(capacity) };
}

/**
 * Finds the words of `text[from, to)`: runs of letters and digits, with one apostrophe, point or comma inside a run where both
 * neighbours belong to it (`Iran's`, `2,400`, `U.S`). Hyphens part words, so that `drone-strike` meets `drone strike`.
 *
 * One pass over char codes with no regular expression, appended to `scan`; the arrays grow as needed, so that one scan can be
 * used again for every document.
 */
export function scanWords(text: string, from: number, to: number, scan: WordScan): void {
  let at = from;
  while (at < to) {
    if (!isWordCode(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at++;
    while (at < to) {
      const code = text.charCodeAt(at);
      if (isWordCode(code)) at++;
      else if (at + 1 < to && isJoiner(code, text.charCodeAt(at - 1), text.charCodeAt(at + 1))) at += 2;
      else break;
    }
    if (scan.count === scan.start.length) grow(scan);
    scan.start[scan.count] = start;
    scan.end[scan.count] = at;
    scan.count++;
  }
}

function grow(scan: WordScan): void {
  const start = new Int32Array(scan.start.length * 2);
  const end = new Int32Array(scan.end.length * 2);
  start.set(scan.start);
  end.set(scan.end);
  scan.start = start;
  scan.end = end;
}

/** Letters and digits. Beyond Latin-1 everything counts but general punctuation, arrows, symbols and CJK punctuation. */
function isWordCode(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code === 0xd7 || code === 0xf7) return false;
  return !(
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    code === 0xfeff ||
    code === 0xfffd ||
    (code >= 0xff00 && code <= 0xff0f)
  );
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** An apostrophe between letters, a point or comma between digits, a point between two letters (`U.S`). */
function isJoiner(code: number, before: number, after: number): boolean {
  if (!isWordCode(after)) return false;
  if (code === 0x27 || code === 0x2019 || code === 0x2018) return !isDigit(before) && !isDigit(after);
  if (code === 0x2e || code === 0x2c) return isDigit(before) && isDigit(after);
  return false;
}
