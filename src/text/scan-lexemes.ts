/** A lexeme of letters. */
export const WORD = 0;
/** A lexeme of digits. */
export const NUMBER = 1;
/** Any other single character. */
export const MARK = 2;

/**
 * A stretch of text cut into runs of letters, runs of digits and single other characters, as parallel arrays.
 *
 * Finer than tokens and blind to any tokenizer's conventions: `third-quarter` is three lexemes, `1990s` two, `$1.2bn` five.
 * Grammars over dates and numbers need that, since a tagger's tokens cut such words in different ways.
 */
export interface Lexemes {
  readonly count: number;
  /** UTF-16 offsets into the whole text. */
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** {@link WORD}, {@link NUMBER} or {@link MARK}. */
  readonly kind: readonly number[];
  /** Lower-case letters, the digits, or the character; all dashes are `-` and all apostrophes `'`. */
  readonly form: readonly string[];
  /** 1 where nothing stands between this lexeme and the one before. */
  readonly glued: readonly number[];
}

const LETTER = /[\p{L}\p{M}]/u;

/** Cuts `text.slice(from, to)` into lexemes; one pass, no regular expression over ASCII. */
export function scanLexemes(text: string, from = 0, to: number = text.length): Lexemes {
  const start: number[] = [];
  const end: number[] = [];
  const kind: number[] = [];
  const form: string[] = [];
  const glued: number[] = [];
  let previousEnd = -1;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    const first = at;
    let sort = MARK;
    if (isDigit(code)) {
      sort = NUMBER;
      at++;
      while (at < to && isDigit(text.charCodeAt(at))) at++;
    } else if (isLetter(text, at, code)) {
      sort = WORD;
      at++;
      while (at < to && isLetter(text, at, text.charCodeAt(at))) at++;
    } else {
      at++;
    }
    start.push(first);
    end.push(at);
    kind.push(sort);
    const slice = text.slice(first, at);
    form.push(sort === WORD ? slice.toLowerCase() : sort === MARK ? plainMark(code, slice) : slice);
    glued.push(first === previousEnd ? 1 : 0);
    previousEnd = at;
  }
  return { count: start.length, start, end, kind, form, glued };
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(text: string, at: number, code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return LETTER.test(text.charAt(at));
}

function plainMark(code: number, slice: string): string {
  if (code === 0x2019 || code === 0x2018 || code === 0x2bc) return "'";
  if (code >= 0x2010 && code <= 0x2015) return '-';
  return slice;
}
