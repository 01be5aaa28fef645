import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collate, variantSpans } from './collate.ts';

/** Rows as `a | b`, a variant in brackets, a cut as `-`. */
function table(...wordings: string[]): string[] {
  return (collate(wordings) ?? []).map((row) =>
    row.cells
      .map((pieces) =>
        pieces
          .map(({ text, variant }) => (text === '' ? '-' : variant ? `[${text.trim()}]` : text.trim()))
          .join(' '),
      )
      .map((cell) => (cell === '' ? '-' : cell))
      .join(' | '),
  );
}

describe('collate', () => {
  it('sets two translations side by side', () => {
    expect(table('We have not supplied any boats.', 'We have not provided boats.')).toEqual([
      'We have not | We have not',
      '[supplied any] | [provided]',
      'boats. | boats.',
    ]);
  });

  it('shows a word that one witness drops as a cut, and marks only who stands apart', () => {
    expect(table('we did not open it', 'we did not open it', 'we did open it')).toEqual([
      'we did | we did | we did',
      'not | not | -',
      'open it | open it | open it',
    ]);
  });

  it('keeps a word in its place when a third witness has it too', () => {
    expect(table('we did not go', 'we have not gone', 'we did go')).toEqual([
      'we | we | we',
      'did not go | [have] not [gone] | did - go',
    ]);
  });

  it('does not let a chance word cut a stretch that differs', () => {
    expect(table('she saw ships and smoke there', 'she heard guns and cries there')).toEqual([
      'she | she',
      '[saw ships] and [smoke] | [heard guns] and [cries]',
      'there | there',
    ]);
  });

  it('compares neither case nor punctuation, and shows both as they are', () => {
    expect(table('“Never,”', 'never')).toEqual(['“Never,” | never']);
  });

  it('aligns what one adds at the beginning', () => {
    expect(table('open the gates', 'please open the gates')).toEqual([
      '- | [please]',
      'open the gates | open the gates',
    ]);
  });

  it('refuses to align what is too long rather than take minutes', () => {
    const long = 'word '.repeat(100_000);
    expect(collate([long, `${long}x`])).toBeNull();
  });

  it('gives every wording back, cell by cell', () => {
    const wording = fc
      .array(fc.constantFrom('a', 'b', 'c', 'dd', '“e”', '—'), { maxLength: 12 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(wording, { minLength: 1, maxLength: 5 }), (wordings) => {
        const rows = collate(wordings) ?? [];
        wordings.forEach((text, column) => {
          expect(rows.flatMap((row) => row.cells[column]?.map((piece) => piece.text)).join('')).toBe(text);
          for (const [start, end] of variantSpans(rows, column)) expect(text.slice(start, end)).not.toBe('');
        });
        for (const row of rows) {
          if (row.agree) expect(row.cells.flat().some((piece) => piece.variant)).toBe(false);
        }
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
