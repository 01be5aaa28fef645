import { describe, expect, test } from 'vitest';
import { marked } from '../../test/marked.ts';
import { quotedRegions, scoreAttributions, type ScoredAttribution } from './attribution-score.ts';
import { precisionRecall } from './precision-recall.ts';

/** The attributions that a notation marks, by number. */
function attributions(notation: string): { text: string; gold: ScoredAttribution[] } {
  const { text, spans } = marked(notation);
  const numbers = [...new Set(Object.keys(spans).map((label) => label.slice(1)))];
  return {
    text,
    gold: numbers.map((number) => ({
      source: spans[`S${number}`] ?? [],
      cue: spans[`Q${number}`] ?? [],
      content: spans[`C${number}`] ?? [],
    })),
  };
}

function f1(gold: string, predicted: string, level: string): number {
  const expected = attributions(gold);
  const own = attributions(predicted);
  expect(own.text).toBe(expected.text);
  return precisionRecall(scoreAttributions(expected.text, expected.gold, own.gold).tallies[level]!).f1;
}

const GOLD = '[S1:Ada Lunde] [Q1:said] [C1:that the red ferry left the harbour at noon].';

describe('attr50', () => {
  test.each([
    ['the gold itself', GOLD, 1],
    ['half of the content', '[S1:Ada Lunde] [Q1:said] that the red ferry [C1:left the harbour at noon].', 1],
    ['less than half', '[S1:Ada Lunde] [Q1:said] that the red ferry left the harbour [C1:at noon].', 0],
    [
      'one word of the source',
      'Ada [S1:Lunde] [Q1:said] [C1:that the red ferry left the harbour at noon].',
      1,
    ],
    ['no source', 'Ada Lunde [Q1:said] [C1:that the red ferry left the harbour at noon].', 0],
    ['another cue', '[S1:Ada Lunde] said [Q1:that] [C1:the red ferry left the harbour at noon].', 1],
  ])('%s', (_, predicted, expected) => expect(f1(GOLD, predicted, 'attr50')).toBe(expected));

  test('a gold attribution is matched once', () => {
    const { text, gold } = attributions(GOLD);
    const { tallies } = scoreAttributions(text, gold, [gold[0]!, gold[0]!]);
    expect(precisionRecall(tallies['attr50']!)).toEqual({ precision: 0.5, recall: 1, f1: 2 / 3 });
  });

  test('a nested attribution and one in a discarded region count neither way', () => {
    const { text, gold } = attributions(GOLD);
    const nested = { ...gold[0]!, parent: 'a-1' };
    expect(scoreAttributions(text, gold, [gold[0]!, nested]).tallies['attr50']!.predicted).toBe(1);
    expect(scoreAttributions(text, [], gold, [[0, text.length]]).tallies['attr50']!.predicted).toBe(0);
  });
});

test('a stricter level is never met without the one below', () => {
  const loose = '[S1:Ada Lunde] [Q1:said that] the [C1:red ferry left the harbour at noon].';
  expect([f1(GOLD, loose, 'content50'), f1(GOLD, loose, 'attr80'), f1(GOLD, loose, 'all3')]).toEqual([
    1, 0, 0,
  ]);
});

test('a comma or a quotation mark at an edge does not matter for exact pieces', () => {
  expect(
    f1('[C1:“We left,”] [S1:she] [Q1:said].', '“[C1:We left],” [S1:she] [Q1:said].', 'content.pieceExact'),
  ).toBe(1);
});

test.each([
  ['“a” b', [[0, 3]]],
  [
    '"a" b "c',
    [
      [0, 3],
      [6, 8],
    ],
  ],
  ['she ‘went’ and it’s late', [[4, 10]]],
  ['“open\nnext', [[0, 5]]],
])('quotation marks in %j', (text, expected) => expect(quotedRegions(text)).toEqual(expected));
