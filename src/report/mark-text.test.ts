import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { marked } from '../../test/marked.ts';
import { markText, type Mark } from './mark-text.ts';

const mark = (start: number, end: number, name: string): Mark => ({
  start,
  end,
  first: `<span class="${name}" id="${name}">`,
  again: `<span class="${name}">`,
});

function sorted(marks: Mark[]): Mark[] {
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Draws `notation`'s stretches as `<C1>…</C1>` would be, for reading. */
function draw(notation: string): string {
  const { text, spans } = marked(notation);
  const marks = Object.entries(spans).flatMap(([name, pieces]) =>
    pieces.map(([start, end], piece) => ({
      start,
      end,
      first: `<span class="${name}"${piece === 0 ? ' id' : ''}>`,
      again: `<span class="${name}">`,
    })),
  );
  return markText(text, 0, text.length, sorted(marks), []);
}

describe('markText', () => {
  it('nests what stands inside', () => {
    expect(draw('[C1:that [S2:she] knew]')).toBe(
      '<span class="C1" id>that <span class="S2" id>she</span> knew</span>',
    );
  });

  it('closes and opens again what crosses', () => {
    const text = 'abcdef';
    expect(markText(text, 0, 6, [mark(0, 4, 'a'), mark(2, 6, 'b')], [])).toBe(
      '<span class="a" id="a">ab<span class="b" id="b">cd</span></span><span class="b">ef</span>',
    );
  });

  it('continues in the next paragraph without repeating the id', () => {
    expect(markText('abcdef', 3, 6, [mark(0, 5, 'a')], [])).toBe('<span class="a">de</span>f');
  });

  it('puts a number after the end of what it numbers', () => {
    expect(markText('abc d', 0, 5, [mark(0, 3, 'a')], [{ at: 3, html: '<i>1</i>' }])).toBe(
      '<span class="a" id="a">abc</span><i>1</i> d',
    );
  });

  it('does not cut a surrogate pair', () => {
    expect(markText('a😀b', 0, 4, [mark(2, 4, 'a')], [])).toBe('a<span class="a" id="a">😀b</span>');
  });

  it('escapes what would be markup, and shows what would be unseen', () => {
    const html = markText('a</span><script>\u202eb\0', 0, 18, [mark(0, 3, 'a')], []);
    expect(html).not.toContain('<script>');
    expect(html).toContain('data-u="202E"');
    expect(html).not.toContain('\0');
  });

  it('keeps the text and stays well nested whatever the marks', () => {
    const anyMark = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
          .filter((text) => !/[\0-\x1f\x7f-\x9f\ufeff\r]/.test(text)),
        fc.array(anyMark, { maxLength: 30 }),
        (text, spans) => {
          const marks = sorted(
            spans
              .filter(([start, end]) => end <= text.length && start < end)
              .map(([start, end], i) => mark(start, end, `m${i}`)),
          );
          const html = markText(text, 0, text.length, marks, []);
          const opened = html.match(/<span/g)?.length ?? 0;
          expect(html.match(/<\/span>/g)?.length ?? 0).toBe(opened);
          const { document } = parseHTML(`<!doctype html><html><body><p>${html}</p></body></html>`);
          expect(document.querySelector('p')?.textContent).toBe(text);
          for (const each of marks)
            expect(document.getElementById(each.first.slice(13).split('"')[0] ?? '')).not.toBeNull();
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
