import { parseHTML } from 'linkedom';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, plainWords, wordsHtml } from './escape-html.ts';

const parsed = (html: string): string =>
  parseHTML(`<!doctype html><html><body><p>${html}</p></body></html>`).document.querySelector('p')
    ?.textContent ?? '';

describe('escapeHtml', () => {
  it('lets nothing become markup', () => {
    expect(escapeHtml(`<b class="x" id='y'>&amp;`)).toBe(
      '&lt;b class=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;',
    );
  });
});

describe('wordsHtml', () => {
  it('shows a direction override and shuts it in', () => {
    expect(wordsHtml('a\u202eb')).toBe(
      'a<bdi class="hidden" title="U+202E right-to-left override" data-u="202E">\u202e</bdi>b',
    );
  });

  it('leaves joiners alone where a script or an emoji needs them', () => {
    for (const text of ['می\u200cخواهم', '👨\u200d👩\u200d👧', 'क्\u200dष'])
      expect(wordsHtml(text)).toBe(text);
    expect(wordsHtml('sa\u200dfe')).toContain('data-u="200D"');
  });

  it('leaves quotation marks as they are, since no attribute holds the words', () => {
    expect(wordsHtml(`"It's <b>"`)).toBe(`"It's &lt;b&gt;"`);
  });

  it('replaces what HTML forbids by its picture', () => {
    expect(wordsHtml('\0\u001b')).toMatch(/\u2400.*\u241b/);
  });

  it('keeps every text that HTML can hold, letter for letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/[\0-\x1f\x7f-\x9f]/.test(text)),
        (text) => {
          expect(parsed(wordsHtml(text))).toBe(text);
        },
      ),
      { seed: 13 },
    );
  });
});

describe('plainWords', () => {
  it('names hidden characters where no element can stand', () => {
    expect(plainWords('a\u202eb\u200bc')).toBe('a[U+202E]b[U+200B]c');
  });
});
