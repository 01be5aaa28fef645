import { describe, expect, it } from 'vitest';
import { differingSpans, markedHtml } from './marked-words.tsx';

const LONG = 'the lock keeper closed the upper gate at dusk and went home along the towpath without a lamp';

describe('markedHtml', () => {
  it('marks words and escapes the rest', () => {
    expect(markedHtml('a <b> c', [[6, 7]])).toBe('a &lt;b&gt; <mark>c</mark>');
  });

  it('keeps every letter where no limit is given', () => {
    const text = `${LONG} ${LONG}`;
    expect(markedHtml(text, [[4, 8]]).replaceAll(/<\/?mark>/g, '')).toBe(text);
  });

  it('cuts what is far from the marks at blanks, and says so', () => {
    const at = LONG.length + 1;
    const text = `${LONG} only ${LONG}`;
    expect(markedHtml(text, [[at, at + 4]], 12)).toBe(
      ' … without a lamp <mark>only</mark> the lock keeper … ',
    );
  });

  it('cuts a long text without marks, and leaves a short one whole', () => {
    const cut = markedHtml(Array.from({ length: 9 }, () => LONG).join(' '), [], 12);
    expect(cut).toMatch(/ … $/);
    expect(cut.length).toBeLessThan(260);
    expect(markedHtml(LONG, [], 12)).toBe(LONG);
  });
});

describe('differingSpans', () => {
  it('finds the words that stand apart', () => {
    const texts = ['the gate was closed at dusk by the keeper', 'the gate was closed at dawn by the keeper'];
    expect(
      differingSpans(texts).map((spans, i) => spans.map(([a, b]) => texts[i]?.slice(a, b).trim())),
    ).toEqual([['dusk'], ['dawn']]);
  });
});
