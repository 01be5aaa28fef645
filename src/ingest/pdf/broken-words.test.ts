import { expect, it } from 'vitest';

import { joinBrokenWord, wordsIn } from './broken-words.ts';

it.each([
  ['the fore-', 'man said', '', 'the foreman said'],
  ['a well-', 'known weir', '', 'a well-known weir'],
  ['its self-', 'contained station', '', 'its self-contained station'],
  ['the mother-in-', 'law said', '', 'the mother-in-law said'],
  ['the river-', 'bank gave', 'along the riverbank', 'the riverbank gave'],
  ['a river-', 'side mill', 'the river-side path', 'a river-side mill'],
  ['the re-', 'elected mayor', 'she was re-elected', 'the re-elected mayor'],
  ['the Anglo-', 'Saxon wall', '', 'the Anglo-Saxon wall'],
  ['COVID-', '19 rules', '', 'COVID-19 rules'],
  ['pre-', 'and post-war mills', '', 'pre- and post-war mills'],
  ['a soft\u00ad', 'ware', '', 'a software'],
  ['he said —', 'and left', '', 'he said — and left'],
  ['he left—', 'and said', '', 'he left—and said'],
  ['its secretary-', 'general said', '', 'its secretary-general said'],
  ['the water-', 'tower stood', 'the water by the tower', 'the water-tower stood'],
  ['on Tues\u2010', 'day', '', 'on Tuesday'],
  ['the main-', 'tenance cost', 'the main road', 'the maintenance cost'],
  ['from 5 to', '9 crowns', '', 'from 5 to 9 crowns'],
])('%j and %j', (before, line, rest, joined) => {
  expect(joinBrokenWord(before, line, wordsIn([before, line, rest]))).toBe(joined);
});
