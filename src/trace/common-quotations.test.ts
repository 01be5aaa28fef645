import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../test/plain-document.ts';
import { quotationsInOrder } from './common-quotations.ts';
import { outlineDocument } from './outline.ts';
import { Vocabulary } from './vocabulary.ts';

function inOrder(first: string, second: string): number {
  const vocabulary = new Vocabulary();
  const outline = (id: string, text: string) => {
    const { document, language } = plainDocument(id, text);
    return outlineDocument(document, language, vocabulary);
  };
  return quotationsInOrder(outline('d-a', first), outline('d-b', second));
}

const LONG =
  'Quist said: “We did not open the gates.” Lund saw “a wall of mud”. The baker called it “pure invention”, and wept.';

describe('quotationsInOrder', () => {
  it('counts the quotations of the one that quotes less, altered ones among them', () => {
    const altered = 'She boasted: “We did open the gates.” It is “pure invention”, says a baker.';
    expect(inOrder(LONG, altered)).toBe(2);
    expect(inOrder(altered, LONG)).toBe(2);
  });

  it.each([
    ['the order differs', 'It is “pure invention”. “We did not open the gates.”'],
    ['it quotes somebody else as well', '“We did not open the gates.” “Nobody asked me.” “Pure invention.”'],
    ['it quotes nobody', 'The gates were open.'],
  ])('is 0 where %s', (_, text) => {
    expect(inOrder(LONG, text)).toBe(0);
  });
});
