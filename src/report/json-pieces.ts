/** Levels of lists and objects that are written item by item; what lies deeper is small. */
const LEVELS = 3;
/** Characters to a piece, about: few enough pieces to write them one by one. */
const PIECE = 2 ** 16;
const INDENT = '  ';

/**
 * A value as `JSON.stringify(value, null, 2)` writes it, in pieces that make one text: no string can hold the dossier of ten
 * thousand documents. May be gone through more than once.
 */
export function jsonPieces(value: unknown): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      let piece = '';
      for (const part of partsOf(value, LEVELS, '\n')) {
        piece += part;
        if (piece.length < PIECE) continue;
        yield piece;
        piece = '';
      }
      if (piece !== '') yield piece;
    },
  };
}

/** @param newline - a line break with the indentation of the value. */
function* partsOf(value: unknown, levels: number, newline: string): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null) {
    yield (JSON.stringify(value, null, INDENT) ?? 'null').replaceAll('\n', newline);
    return;
  }
  const inner = `${newline}${INDENT}`;
  const isList = Array.isArray(value);
  const items: Iterable<[string, unknown]> = isList
    ? value.map((item): [string, unknown] => ['', item])
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]): [string, unknown] => [`${JSON.stringify(key)}: `, item]);
  let before = '';
  for (const [key, item] of items) {
    yield `${before === '' ? (isList ? '[' : '{') : before}${inner}${key}`;
    yield* partsOf(item, levels - 1, inner);
    before = ',';
  }
  yield before === '' ? (isList ? '[]' : '{}') : `${newline}${isList ? ']' : '}'}`;
}
