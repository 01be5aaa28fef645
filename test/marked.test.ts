import { expect, test } from 'vitest';
import { marked } from './marked.ts';

test('labels become spans of the text without brackets', () => {
  expect(marked('[S1:Kyiv] [Q1:says] [C1:Moscow lies].')).toEqual({
    text: 'Kyiv says Moscow lies.',
    spans: { S1: [[0, 4]], Q1: [[5, 9]], C1: [[10, 21]] },
  });
});

test('stretches nest and roles may stand in pieces', () => {
  const { text, spans } = marked('[C1:“We [C2:left],”] [S1:she] [Q1:said,] [C1:“early.”]');
  expect(spans['C1']?.map(([start, end]) => text.slice(start, end))).toEqual(['“We left,”', '“early.”']);
  expect(spans['C2']?.map(([start, end]) => text.slice(start, end))).toEqual(['left']);
});

test('brackets without a label are text, escaped brackets too', () => {
  expect(marked('a [sic\\] b').text).toBe('a [sic] b');
});

test('a stretch that is not closed is an error', () => {
  expect(() => marked('[S1:Kyiv')).toThrow(SyntaxError);
  expect(() => marked('Kyiv]')).toThrow(SyntaxError);
});
