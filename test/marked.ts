import type { Span } from '../src/model/span.ts';

/** A text with named stretches: `spans.S1` are the pieces that were marked `[S1:…]`, in the order of the text. */
export interface Marked {
  readonly text: string;
  readonly spans: Readonly<Record<string, readonly Span[]>>;
}

const LABEL = /\[([A-Z]+\d*):/y;

/**
 * Reads the bracket notation of our tests: `[S1:Kyiv] [Q1:says] [C1:Moscow lies].`
 *
 * Stretches nest (`[C1:that [S2:he] [Q2:knew]]`); the same label twice makes a role in two pieces. A bracket that does not
 * open with a label and a colon stands for itself; `\[` and `\]` stand for brackets anywhere.
 *
 * @throws {SyntaxError} When a stretch is not closed, or a closing bracket has no stretch.
 */
export function marked(notation: string): Marked {
  const spans: Record<string, Span[]> = {};
  const open: { label: string; start: number }[] = [];
  let text = '';
  for (let at = 0; at < notation.length; at++) {
    const character = notation.charAt(at);
    if (character === '\\' && (notation[at + 1] === '[' || notation[at + 1] === ']')) {
      text += notation.charAt(++at);
      continue;
    }
    LABEL.lastIndex = at;
    const label = character === '[' ? LABEL.exec(notation)?.[1] : undefined;
    if (label !== undefined) {
      open.push({ label, start: text.length });
      at += label.length + 1;
    } else if (character === ']' && open.length > 0) {
      const closed = open.pop();
      if (closed) (spans[closed.label] ??= []).push([closed.start, text.length]);
    } else if (character === ']') {
      throw new SyntaxError(`A bracket closes nothing at ${at} in ${JSON.stringify(notation)}`);
    } else {
      text += character;
    }
  }
  if (open.length > 0)
    throw new SyntaxError(
      `Not closed: ${open.map((o) => o.label).join(', ')} in ${JSON.stringify(notation)}`,
    );
  for (const pieces of Object.values(spans)) pieces.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { text, spans };
}
