import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../test/plain-document.ts';
import { outlineDocument, type Outline } from './outline.ts';
import { Vocabulary } from './vocabulary.ts';

function outlineOf(text: string, omittedWords?: string): Outline {
  const start = omittedWords === undefined ? -1 : text.indexOf(omittedWords);
  const omitted =
    omittedWords === undefined
      ? []
      : [
          {
            evidence: {
              document: 'd',
              spans: [[start, start + omittedWords.length] as const],
              text: omittedWords,
            },
            why: 'appeal' as const,
          },
        ];
  const { document, language } = plainDocument('d', text, { omitted });
  return outlineDocument(document, language, new Vocabulary());
}

const wordsOf = (outline: Outline, keep: (i: number) => boolean = () => true): string =>
  [...outline.start]
    .flatMap((start, i) => (keep(i) ? [outline.document.text.slice(start, outline.end[i])] : []))
    .join(' ');

describe('outlineDocument', () => {
  it('keeps the words of the account, by sentence', () => {
    const outline = outlineOf('The dam broke. Nobody slept.');
    expect(wordsOf(outline)).toBe('The dam broke Nobody slept');
    expect([...outline.sentenceStart]).toEqual([0, 3, 5]);
    expect([...outline.sentenceSpan]).toEqual([0, 14, 15, 28]);
  });

  it('leaves out what the document lists as omitted, within a sentence too', () => {
    expect(wordsOf(outlineOf('The dam (map on the right) broke. Nobody slept.', '(map on the right)'))).toBe(
      'The dam broke Nobody slept',
    );
  });

  it('leaves out furniture, with the short lines beside it', () => {
    const text =
      'The dam broke before dawn, and the mud came down on the town.\nSign up for our newsletter.\nInvalid address.\nEngineers had warned the council of it for eleven years.';
    expect(wordsOf(outlineOf(text))).toBe(
      'The dam broke before dawn and the mud came down on the town Engineers had warned the council of it for eleven years',
    );
  });

  it('marks quoted words, and posts that a page embeds', () => {
    const outline = outlineOf('Quist said: “We waited.” Then rain. Mud everywhere — Ida (@idaq) March 3');
    expect(wordsOf(outline, (i) => outline.quoted[i] === 1)).toBe(
      'We waited Mud everywhere Ida idaq March 3',
    );
  });
});
