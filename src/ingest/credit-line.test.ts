import { describe, expect, it } from 'vitest';

import { documentFromText } from './document-from-text.ts';

const BODY =
  'The ferry Halmar left the port of Oster at six in the evening, the harbour office said on Friday. It was found on its side two hours later by a fishing boat.\n\nThe owner denied that it had been overloaded. “We have nothing to hide,” she told reporters in Oster.';

/** People, agencies and the publisher that the line below the headline gives, and whether it was left out. */
function read(line: string): object {
  const document = documentFromText({ text: `Ferry Halmar capsizes off Oster\n${line}\n\n${BODY}` });
  const { byline = [], agencies = [], publisher, omitted } = document;
  return {
    people: byline,
    others: [...agencies, ...(publisher === undefined ? [] : [publisher.value])],
    left: omitted.some(({ why, evidence }) => why === 'byline' && evidence.text === line),
  };
}

describe('the line below a headline', () => {
  it.each([
    ['EXCLUSIVE by Ina Wold', ['Ina Wold'], []],
    ['Analysis: By Ina Wold', ['Ina Wold'], []],
    ['Ina Wold, chief reporter', ['Ina Wold'], []],
    ['Ina Wold, Harbour Gazette', ['Ina Wold'], ['Harbour Gazette']],
    ['Ina Wold | Tuesday 4 March', ['Ina Wold'], []],
    ['Tuesday 4 March | Ina Wold', ['Ina Wold'], []],
    ['From Ina Wold in Oster', ['Ina Wold'], []],
    ['Text: Ina Wold', ['Ina Wold'], []],
    ['From our own correspondent', [], ['our own correspondent']],
    ['Harbour Gazette staff', [], ['Harbour Gazette staff']],
    ['Harbour Gazette with AFP', [], ['AFP']],
    ['Agencies', [], ['Agencies']],
    ['Harbour Gazette', [], ['Harbour Gazette']],
    ['Translated from Vestish by Ivo Lenk', [], []],
    // Whose name it is, and whether it is one, stays open.
    ['Ina Wold', [], []],
    ['Ina Wold, Oster', [], []],
  ])('%s', (line, people, others) => {
    expect(read(line)).toEqual({ people, others, left: true });
  });

  it.each([
    'A MILITARY ferry was lost',
    'Divers search on',
    'Harbour Office Blames The Owner',
    'Reporters wait in Oster',
    'Ina Wold reports from Oster.',
    'Owner: “Nothing to hide”',
    'Three dead, nine missing in Oster',
  ])('is the account’s: %s', (line) => {
    expect(read(line)).toEqual({ people: [], others: [], left: false });
  });
});
