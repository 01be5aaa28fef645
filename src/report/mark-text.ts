import { wordsHtml } from './escape-html.ts';

/** A stretch of a document that is shown marked. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** What opens it where it begins: `<span class="content" id="…">`. */
  readonly first: string;
  /** What opens it again where another mark, or a paragraph, cut it: the same without the id. */
  readonly again: string;
}

/** Markup that stands between two characters: the number after an attribution. */
export interface Insert {
  readonly at: number;
  readonly html: string;
}

/**
 * Marks nested deeper than this are not drawn, only anchored. PolNeAR nests at most four deep; the limit is for hostile
 * input, where every mark would be closed and opened again at every edge of another.
 */
const DEEPEST = 12;

const CLOSE = '</span>';

/**
 * Writes `text` from `from` to `to` with `marks` as nested elements.
 *
 * Marks may nest and cross: where one ends inside another that began later, the later is closed and opened again, so the
 * elements are always well nested. An edge inside a surrogate pair is moved in front of it.
 *
 * @param marks - sorted by start, longer first where starts are equal; all overlap `[from, to)`.
 * @param inserts - sorted by place, all within `[from, to]`.
 */
export function markText(
  text: string,
  from: number,
  to: number,
  marks: readonly Mark[],
  inserts: readonly Insert[],
): string {
  const open: { mark: Mark; end: number }[] = [];
  let html = '';
  let cursor = from;
  let nextMark = 0;
  let nextInsert = 0;
  for (;;) {
    let at = to;
    for (const each of open) if (each.end < at) at = each.end;
    const mark = marks[nextMark];
    if (mark) at = Math.min(at, Math.max(from, edge(text, mark.start)));
    const insert = inserts[nextInsert];
    if (insert) at = Math.min(at, Math.max(from, edge(text, insert.at)));
    if (at > cursor) {
      html += wordsHtml(text.slice(cursor, at));
      cursor = at;
    }
    html += closeEnded(open, at);
    while (nextInsert < inserts.length && edge(text, inserts[nextInsert]?.at ?? 0) <= at)
      html += inserts[nextInsert++]?.html ?? '';
    if (at >= to) break;
    while (nextMark < marks.length) {
      const opening = marks[nextMark];
      if (!opening || Math.max(from, edge(text, opening.start)) > at) break;
      nextMark++;
      const tag = opening.start >= from ? opening.first : opening.again;
      const end = Math.min(to, edge(text, opening.end));
      if (end <= at || open.length >= DEEPEST) html += tag + CLOSE;
      else {
        html += tag;
        open.push({ mark: opening, end });
      }
    }
  }
  return html;
}

/** Closes every mark that ends at `at`, with those that stand inside it, and opens the latter again. */
function closeEnded(open: { mark: Mark; end: number }[], at: number): string {
  const lowest = open.findIndex((each) => each.end <= at);
  if (lowest < 0) return '';
  const cut = open.splice(lowest);
  let html = CLOSE.repeat(cut.length);
  for (const each of cut) {
    if (each.end <= at) continue;
    html += each.mark.again;
    open.push(each);
  }
  return html;
}

function edge(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit < 0xe000 && before >= 0xd800 && before < 0xdc00 ? at - 1 : at;
}
