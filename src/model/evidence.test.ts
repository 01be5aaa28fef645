import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceAt, verifyEvidence } from './evidence.ts';
import { StemmaError } from './errors.ts';
import type { Span } from './span.ts';

/** Text as it comes from the wild: emoji, combining marks, right-to-left, NUL, lone surrogates, line breaks of all kinds. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '👩‍👩‍👧',
        'e\u0301',
        '\u202eevil\u202c',
        'שלום',
        '\u0000',
        '\ud800',
        '\udc00',
        '\r\n',
        '\u2028',
        ' … ',
        '"',
        '’',
      ),
    ),
    { minLength: 1, maxLength: 20 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.length > 0);

/** A text with some spans in it, in order and apart. */
const textWithSpans = hostileText.chain((text) =>
  fc
    .uniqueArray(fc.nat(text.length), { minLength: 2, maxLength: 8 })
    .map((cuts) => cuts.sort((a, b) => a - b))
    .map((cuts) => {
      const spans: Span[] = [];
      for (let i = 0; i + 1 < cuts.length; i += 2) spans.push([cuts[i] ?? 0, cuts[i + 1] ?? 0]);
      return { text, spans };
    }),
);

test('evidence that was cut from a document passes, at any depth, whatever the text', () => {
  fc.assert(
    fc.property(textWithSpans, ({ text, spans }) => {
      const document = { id: 'd', text };
      const dossier = {
        attributions: [{ source: null, content: evidenceAt(document, spans) }],
        deep: [[{ evidence: evidenceAt(document, spans) }]],
      };
      expect(verifyEvidence(dossier, [document])).toBe(2);
    }),
    { seed: 1 },
  );
});

test('it still passes after the dossier was written as JSON and read back', () => {
  fc.assert(
    fc.property(textWithSpans, ({ text, spans }) => {
      const document = { id: 'd', text };
      const back = JSON.parse(JSON.stringify({ document, evidence: evidenceAt(document, spans) })) as {
        document: typeof document;
      };
      expect(verifyEvidence(back, [back.document])).toBe(1);
    }),
    { seed: 2 },
  );
});

test('one changed unit anywhere in the evidence is found', () => {
  fc.assert(
    fc.property(textWithSpans, fc.nat(), ({ text, spans }, where) => {
      const document = { id: 'd', text };
      const evidence = evidenceAt(document, spans);
      const at = where % evidence.text.length;
      const changed = evidence.text.charAt(at) === 'x' ? 'y' : 'x';
      const wrong = { ...evidence, text: evidence.text.slice(0, at) + changed + evidence.text.slice(at + 1) };
      expect(() => verifyEvidence([wrong], [document])).toThrow(StemmaError);
    }),
    { seed: 3 },
  );
});

test.each([
  ['a document that is not there', { document: 'other', spans: [[0, 4]], text: 'Kyiv' }],
  ['no span', { document: 'd', spans: [], text: '' }],
  ['an empty span', { document: 'd', spans: [[0, 0]], text: '' }],
  ['a span past the end', { document: 'd', spans: [[0, 99]], text: 'Kyiv says so.' }],
  [
    'spans out of order',
    {
      document: 'd',
      spans: [
        [5, 9],
        [0, 4],
      ],
      text: 'says … Kyiv',
    },
  ],
  ['a span that is no whole number', { document: 'd', spans: [[0, 1.5]], text: 'K' }],
])('evidence with %s stops the run', (_, evidence) => {
  expect(() => verifyEvidence({ evidence }, [{ id: 'd', text: 'Kyiv says so.' }])).toThrow(/Evidence/);
});

test('the error names the document, the spans and both texts', () => {
  const evidence = { document: 'd', spans: [[0, 4]], text: 'Lviv' };
  expect(() => verifyEvidence({ evidence }, [{ id: 'd', text: 'Kyiv says so.' }])).toThrow(
    'Evidence says "Lviv" but the document has "Kyiv": document d, spans [[0,4]]',
  );
});
