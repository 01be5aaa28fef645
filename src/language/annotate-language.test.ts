import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../model/document.ts';
import { annotateLanguage } from './annotate-language.ts';
import { MAX_SENTENCE_TOKENS } from './split-sentences.ts';

function documentOf(text: string, more: Partial<Document> = {}): Document {
  return {
    id: 'd-1',
    text,
    language: 'en',
    analysed: true,
    credits: [],
    omitted: [],
    oddities: [],
    ...more,
  };
}

function sentencesOf(text: string, more: Partial<Document> = {}): string[] {
  return annotateLanguage(documentOf(text, more)).sentences.map(
    ({ span, kind }) => `${kind === 'sentence' ? '' : `${kind}: `}${text.slice(...span)}`,
  );
}

function quotationsOf(text: string): string[] {
  return annotateLanguage(documentOf(text)).quotations.map(
    ({ span, depth, closed }) => `${depth}${closed ? '' : '?'} ${text.slice(...span)}`,
  );
}

describe('sentences', () => {
  it('do not end at titles, months and initials', () => {
    expect(
      sentencesOf(
        'Mr. Aldo met M. Brin-Tarsi on Sept. 16 in the U.S. Senate. The U.S. The rest. Dr. J. Orla left.',
      ),
    ).toEqual([
      'Mr. Aldo met M. Brin-Tarsi on Sept. 16 in the U.S. Senate.',
      'The U.S.',
      'The rest.',
      'Dr. J. Orla left.',
    ]);
  });

  it('take the closing marks with them and go on after a quotation', () => {
    expect(
      sentencesOf('“We wait.” She left. “Why?” he asked. “Go!” Minister Aldo said. "No." The rest.'),
    ).toEqual([
      '“We wait.”',
      'She left.',
      '“Why?” he asked.',
      '“Go!” Minister Aldo said.',
      '"No."',
      'The rest.',
    ]);
  });

  it('go on over dots within a quotation', () => {
    expect(sentencesOf('He said: "We ... Tarsia ... will wait." All left...')).toEqual([
      'He said: "We ... Tarsia ... will wait."',
      'All left...',
    ]);
  });

  it('know the day of a month with a stop, as much of Europe writes it', () => {
    expect(sentencesOf('They met on 2. May in Osk. It was May 3. June came.')).toEqual([
      'They met on 2. May in Osk.',
      'It was May 3.',
      'June came.',
    ]);
  });

  it('know titles and sub-headings', () => {
    expect(
      sentencesOf(
        'Ferry sinks off Tarn\n\nTwo boats met.\n\nA long night\nMore boats came.\nAll were empty.',
      ),
    ).toEqual([
      'title: Ferry sinks off Tarn',
      'Two boats met.',
      'heading: A long night',
      'More boats came.',
      'All were empty.',
    ]);
  });

  it('join the lines of hard-wrapped text, and no others', () => {
    const wrapped =
      'The harbour of Tarn was closed on Monday after two of the\nferries that serve the islands had met in thick fog. The\nminister called it a mishap.\n\nNobody was hurt, said the owner of the larger boat, which\nlost a rail.';
    expect(sentencesOf(wrapped)).toEqual([
      'The harbour of Tarn was closed on Monday after two of the\nferries that serve the islands had met in thick fog.',
      'The\nminister called it a mishap.',
      'Nobody was hurt, said the owner of the larger boat, which\nlost a rail.',
    ]);
  });

  it('stay within a bound', () => {
    const { sentences } = annotateLanguage(documentOf('word '.repeat(5000)));
    expect(Math.max(...sentences.map((s) => s.endToken - s.firstToken))).toBe(MAX_SENTENCE_TOKENS);
  });
});

describe('omitted stretches', () => {
  it('have no tokens', () => {
    const text = 'A ferry sank. Give us money now. It was late.';
    const spans = [[14, 32]] as const;
    const layer = annotateLanguage(
      documentOf(text, {
        omitted: [{ why: 'appeal', evidence: { document: 'd-1', spans, text: text.slice(14, 32) } }],
      }),
    );
    expect(layer.tokens.word.join(' ')).toBe('A ferry sank . It was late .');
  });
});

describe('quotations', () => {
  it('know the marks of several languages', () => {
    expect(quotationsOf('“one” "two" « three » „vier“ »fünf« ``six\'\'')).toEqual([
      '1 “one”',
      '1 "two"',
      '1 « three »',
      '1 „vier“',
      '1 »fünf«',
      "1 ``six''",
    ]);
  });

  it('tell apostrophes from single marks', () => {
    expect(quotationsOf("Dal'emi's aides' boats in the '90s didn't go.")).toEqual([]);
    expect(quotationsOf("The 'so-called ministers' claims' were false.")).toEqual([
      "1 'so-called ministers' claims'",
    ]);
    expect(quotationsOf('It’s the ‘owners’ boat’, they’ve said.')).toEqual(['1 ‘owners’ boat’']);
  });

  it('nest', () => {
    expect(quotationsOf('“He said ‘wait’ to us,” she said.')).toEqual([
      '1 “He said ‘wait’ to us,”',
      '2 ‘wait’',
    ]);
    expect(quotationsOf('"He said \'wait\' to us," she said.')).toEqual([
      '1 "He said \'wait\' to us,"',
      "2 'wait'",
    ]);
  });

  it('run over paragraphs that repeat the opening mark', () => {
    expect(quotationsOf('She said: “We wait.\n\n“We wait long.” Then “no”.')).toEqual([
      '1 “We wait.\n\n“We wait long.”',
      '1 “no”',
    ]);
    expect(quotationsOf('She said: "We wait.\n\n"We wait long." Then "no".')).toEqual([
      '1 "We wait.\n\n"We wait long."',
      '1 "no"',
    ]);
  });

  it('end with their paragraph when the closing mark is missing', () => {
    expect(quotationsOf('She said: “We wait.\n\nNobody came.\n\nThen “no”.')).toEqual([
      '1? “We wait.',
      '1 “no”',
    ]);
  });
});

describe('whatever stands in the text', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...'"\'“”‘’«»„()[].?!…,;:-–—\n \t'.split(''),
          '\n\n',
          'Mr.',
          'U.S.',
          'said',
          'He',
          "n't",
          'الخبر',
          '😀',
          '\ud800',
          '\u0000',
          '\u0301',
          'www.',
          'a@b',
          '1,000',
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 120 },
    )
    .map((parts) => parts.join(''));

  it('every span is exact, in order, and complete', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const layer = annotateLanguage(documentOf(text));
        const { tokens, sentences, paragraphs } = layer;
        let last = 0;
        let covered = '';
        for (let i = 0; i < tokens.count; i++) {
          const start = tokens.start[i] as number;
          const end = tokens.end[i] as number;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(tokens.word[i]).toBe(text.slice(start, end));
          covered += text.slice(start, end);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        const visible = (s: string): string => s.replaceAll(/[\s\p{Cc}\p{Cf}\p{Z}]/gu, '');
        expect(visible(covered)).toBe(visible(text));
        let token = 0;
        for (const [index, sentence] of sentences.entries()) {
          expect(sentence.firstToken).toBe(token);
          expect(sentence.endToken).toBeGreaterThan(token);
          for (; token < sentence.endToken; token++) expect(tokens.sentence[token]).toBe(index);
        }
        expect(token).toBe(tokens.count);
        let sentence = 0;
        for (const paragraph of paragraphs) {
          expect(paragraph.firstSentence).toBe(sentence);
          sentence = paragraph.endSentence;
        }
        expect(sentence).toBe(sentences.length);
      }),
      { seed: 20_310, numRuns: 400 },
    );
  });

  it('quotations lie within the text and nest to a bounded depth', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { quotations, tokens } = annotateLanguage(documentOf(text));
        for (const { span, depth } of quotations) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(depth).toBeLessThanOrEqual(3);
        }
        for (let i = 0; i < tokens.count; i++) {
          const inside = quotations.filter(
            ({ span }) => span[0] <= (tokens.start[i] as number) && (tokens.end[i] as number) <= span[1],
          );
          expect(tokens.quoted[i]).toBe(Math.max(0, ...inside.map((q) => q.depth)));
        }
      }),
      { seed: 20_311, numRuns: 400 },
    );
  });
});
