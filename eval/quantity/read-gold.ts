import type { Approximator } from '../../src/model/quantity.ts';
import type { Span } from '../../src/model/span.ts';
import { marked } from '../../test/marked.ts';

/** A quantity as our annotators wrote it down; see eval/corpora/quantities/README.md. */
export interface GoldQuantity {
  readonly span: Span;
  /** `null` where the words name no number, and in ranges. */
  readonly value: number | null;
  /** Both ends of a range; `null` where the gold leaves them open ("dozens"). */
  readonly range: readonly [low: number, high: number] | null;
  readonly approximator: Approximator;
  readonly unit: string | null;
  readonly counted: Span | null;
}

export interface GoldSentence {
  readonly text: string;
  readonly quantities: readonly GoldQuantity[];
}

const LINE = /^(Q\d+) = (\?|\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))? ([a-z-]+)(?: (.+))?$/;

/**
 * Reads sentences in bracket notation, each followed by a line for every quantity, blocks divided by an empty line.
 *
 * @throws {SyntaxError} When a line does not fit, or a label has no line.
 */
export function readGold(source: string): GoldSentence[] {
  return source
    .trim()
    .split(/\n\n+/)
    .map((block) => {
      const [notation = '', ...lines] = block.split('\n');
      const { text, spans } = marked(notation);
      const quantities = lines.map((line) => readLine(line, spans));
      const labels = Object.keys(spans).filter((label) => label.startsWith('Q'));
      if (labels.length !== quantities.length) throw new SyntaxError(`Labels and lines differ in: ${block}`);
      return { text, quantities };
    });
}

function readLine(line: string, spans: Readonly<Record<string, readonly Span[]>>): GoldQuantity {
  const match = LINE.exec(line);
  const label = match?.[1];
  const span = label === undefined ? undefined : spans[label]?.[0];
  if (!match || label === undefined || span === undefined)
    throw new SyntaxError(`Not a line of the gold: ${line}`);
  const upper = match[3];
  const lower = match[2] ?? '';
  const range: [number, number] | null = upper === undefined ? null : [Number(lower), Number(upper)];
  return {
    span,
    value: lower === '?' || range ? null : Number(lower),
    range,
    approximator: match[4] as Approximator,
    unit: match[5] ?? null,
    counted: spans[label.replace('Q', 'C')]?.[0] ?? null,
  };
}
