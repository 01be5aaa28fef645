import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../test/plain-document.ts';
import { OddPhraseFinder } from './odd-phrases.ts';
import { outlineDocument, type Outline } from './outline.ts';
import { Vocabulary } from './vocabulary.ts';

/** Stands for what reading a document finds. */
const DEBRIS = /\p{L} ,(?=\p{L})|”\p{Ll}+/gu;

function shared(a: string, b: string, others: readonly string[] = []): string[] {
  const vocabulary = new Vocabulary();
  const outlines = [a, b, ...others].map((text, i): Outline => {
    const oddities = [...text.matchAll(DEBRIS)].map(({ 0: words, index }) => ({
      kind: 'machine-translation' as const,
      evidence: { document: `d-${i}`, spans: [[index, index + words.length] as const], text: words },
    }));
    const { document, language } = plainDocument(`d-${i}`, text, { oddities });
    return outlineDocument(document, language, vocabulary);
  });
  const [first, second] = outlines;
  return first && second ? new OddPhraseFinder(outlines).find(first, second) : [];
}

describe('OddPhraseFinder', () => {
  it.each([
    ['a word doubled', 'The keeper of the the lock slept.', 'Nobody saw the the lock.', 'the the lock'],
    ['a wrong article', 'It took a engineer to see it.', 'A cook and a engineer met.', 'a engineer'],
    ['a wrong article', 'They met an baker.', 'Nobody asked an baker.', 'an baker'],
  ])('finds %s in both', (_, a, b, phrase) => {
    expect(shared(a, b)).toEqual([phrase]);
  });

  it('finds the debris of a translation machine', () => {
    const debris = 'The mayor ,a baker, spoke of “old pipes”he laughed.';
    expect(shared(`Quell, Monday. ${debris}`, `We met at noon. ${debris}`)).toEqual([
      'The mayor ,a',
      'pipes”he laughed',
    ]);
  });

  it.each([
    ['what only one has', 'It took a engineer.', 'It took an engineer.'],
    [
      'good articles',
      'A unit of an MP, a European, an hour, a one-off.',
      'A unit of an MP, a European, an hour.',
    ],
    ['words doubled on purpose', 'She had had that that day.', 'He had had that that night.'],
    ['quoted words', '“I saw the the boat,” she said.', '“I saw the the boat,” she told us.'],
    ['words on both sides of a comma or a line', 'Look at the, the boat.', 'Go to the, the boat.'],
  ])('leaves alone %s', (_, a, b) => {
    expect(shared(a, b)).toEqual([]);
  });

  it('leaves alone what many have', () => {
    const text = 'The keeper of the the lock slept.';
    expect(shared(text, text, [text, text, text])).toEqual([]);
  });
});
