import { describe, expect, it } from 'vitest';

import { documentFromText } from './document-from-text.ts';

const STORY = `The Oster Harbour Board confirms that the ferry Halmar left at six in the evening with 41 people on board, and that nobody on shore knew of any fault.

The Board rejects any suggestion that the ferry was overloaded. “We have nothing to hide,” said its chair, Olga Venn.

The Board will make no further comment while the inquiry lasts.`;

/** What is left out of a text, in its order. */
function left(text: string): string[] {
  return documentFromText({ text }).omitted.map(({ evidence }) => evidence.text);
}

describe('what stands round a press release', () => {
  const release = `OSTER HARBOUR BOARD
FOR IMMEDIATE RELEASE
Oster, 4 March

BOARD STATEMENT ON THE LOSS OF THE FERRY HALMAR

${STORY}

ENDS

Notes to editors
1. The Board runs four ports and has 120 members of staff.
Media contact: press@board.example`;

  it('is left out, and tells who put it out', () => {
    expect(left(release).slice(1)).toEqual([
      'FOR IMMEDIATE RELEASE',
      'ENDS\n\nNotes to editors\n1. The Board runs four ports and has 120 members of staff.\nMedia contact: press@board.example',
    ]);
    expect(documentFromText({ text: release })).toMatchObject({
      title: 'BOARD STATEMENT ON THE LOSS OF THE FERRY HALMAR',
      publisher: { value: 'OSTER HARBOUR BOARD', from: 'text' },
    });
  });

  it('may be a contact alone', () => {
    expect(
      left(`Ferry Halmar lost\n\n${STORY}\n\nPress contact:\nIna Wold\n+47 555 010 203\npress@board.example`),
    ).toEqual(['Press contact:\nIna Wold\n+47 555 010 203\npress@board.example']);
  });

  it('does not begin in the middle of an account', () => {
    expect(left(`Ferry Halmar lost\n\nENDS AND MEANS\n\n${STORY}\n\n${STORY}`)).toEqual([]);
    expect(
      left(`Ferry Halmar lost\n\nFor more information the police asked the Board on Friday.\n\n${STORY}`),
    ).toEqual([]);
  });
});

describe('the last lines of a pasted text', () => {
  it.each([
    'iw-il/ov',
    'Were you on board? Call the Gazette on 0800 123 456.',
    'DO YOU know more? Email newsdesk@gazette.example. We pay for stories.',
    'Harbour Gazette is published by the Oster Media Trust.',
    'The Gazette is owned by Halden Newspapers. Did you spot a mistake? Write to us at corrections@gazette.example',
    'If you have information about this story, contact the author at ina@gazette.example',
    'Follow the Gazette on Telegram.',
    'To read more, subscribe',
    'This is a developing story.',
    'Additional reporting: Ivo Lenk',
  ])('are no part of the account: %s', (line) => {
    expect(left(`Ferry Halmar lost\n\n${STORY}\n${line}`)).toEqual([line]);
  });

  it.each([
    'Anyone with information should call police in Oster on 101.',
    '“Do you know more? Call us on 0800 123 456,” the officer told relatives.',
    'Do you remember the Halmar? Few in Oster do.',
    'The report is published by the ministry every year.',
    'The ferry is owned by a company that nobody in Oster has heard of.',
  ])('are the account’s: %s', (line) => {
    expect(left(`Ferry Halmar lost\n\n${STORY}\n${line}`)).toEqual([]);
  });
});

describe('the site behind an upright stroke', () => {
  it('is no part of the headline, whatever its name', () => {
    const document = documentFromText({ text: `Ferry Halmar lost off Oster | Hlas Osteru\n\n${STORY}` });
    expect(document.title).toBe('Ferry Halmar lost off Oster');
    expect(document.publisher).toBeUndefined();
    expect(document.omitted.map(({ evidence }) => evidence.text)).toEqual([' | Hlas Osteru']);
  });
});
