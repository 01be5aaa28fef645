import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { verifyEvidence } from '../model/evidence.ts';
import { documentFromText } from './document-from-text.ts';

const STORY =
  'The ferry Halmar left the port of Oster at six, the harbour office said. It was found on its side two hours later.';

function publisherOf(text: string): string | undefined {
  const { publisher } = documentFromText({ text });
  expect(publisher?.evidence?.text).toBe(publisher?.value);
  return publisher?.value;
}

describe('documentFromText', () => {
  it('takes what is given, and reads the date', () => {
    const document = documentFromText({
      text: STORY,
      title: 'Lost',
      publisher: 'The Lantern',
      published: 'Oct. 21, 2022',
      url: 'https://lantern.example/1',
      language: 'en-GB',
      id: '7',
    });
    expect(document).toMatchObject({
      id: '7',
      title: 'Lost',
      publisher: { value: 'The Lantern', from: 'given' },
      published: { value: { text: 'Oct. 21, 2022', value: '2022-10-21' }, from: 'given' },
      language: 'en-GB',
      analysed: true,
    });
    expect(document.titleEvidence).toBeUndefined();
  });

  it('leaves open what nothing says', () => {
    const document = documentFromText({ text: STORY });
    expect(document).toMatchObject({
      language: 'en',
      analysed: true,
      credits: [],
      omitted: [],
      oddities: [],
    });
    for (const field of ['title', 'publisher', 'published', 'byline', 'url', 'file', 'provenance'])
      expect(document).not.toHaveProperty(field);
  });

  it('finds the headline only where the text shows one', () => {
    const titleOf = (text: string): string | undefined => documentFromText({ text }).title;
    expect(titleOf(`Ferry lost off Oster\n\n${STORY}`)).toBe('Ferry lost off Oster');
    expect(titleOf(`\n  Who let the Halmar sail?\n${STORY}`)).toBe('Who let the Halmar sail?');
    expect(titleOf(`${STORY}\n${STORY}`)).toBeUndefined();
    expect(titleOf(`By Ansa Merrin\n${STORY}`)).toBeUndefined();
    expect(titleOf('Ferry lost off Oster')).toBeUndefined();
  });

  it('reads byline, date and address from the lines around a text', () => {
    const document = documentFromText({
      text: `Ferry lost\nBy Ansa Merrin, Jol Vetter and Ida van der Berg | Oster\nUpdated: 22 October 2022\nPublished: October 21, 2022 6:40 p.m.\n\n${STORY}\n\nhttps://lantern.example/ferry`,
    });
    expect(document).toMatchObject({
      byline: ['Ansa Merrin', 'Jol Vetter', 'Ida van der Berg'],
      published: { value: { text: 'October 21, 2022', value: '2022-10-21' }, from: 'text' },
      url: 'https://lantern.example/ferry',
    });
  });

  it('makes no date of a line without a year, and no byline of prose', () => {
    const document = documentFromText({
      text: `Ferry lost\nBy Friday evening the search had ended\nOct. 21\n\n${STORY}`,
    });
    expect(document).not.toHaveProperty('published');
    expect(document).not.toHaveProperty('byline');
  });

  it('infers the publisher from words that name one, and says which', () => {
    expect(publisherOf(`Ferry lost off Oster, forty saved – The Oster Herald\n\n${STORY}`)).toBe(
      'The Oster Herald',
    );
    expect(
      publisherOf(`Ferry lost off Oster, forty saved | coastnews.example.org\n\n${STORY}`),
    ).toBeUndefined();
    expect(publisherOf(`${STORY}\n© 2022 Coast Media Group. All rights reserved.`)).toBe('Coast Media Group');
    expect(publisherOf(`${STORY}\nA message from The Lantern:\nDear readers, support our journalism.`)).toBe(
      'The Lantern',
    );
  });

  it('takes the office over a statement, and the sender of a press release, for the publisher', () => {
    expect(
      publisherOf(
        `Statement on the ferry\n\nMinistry of Transport of the Republic of Osteria\nOster, 22 October\n\n${STORY}`,
      ),
    ).toBe('Ministry of Transport of the Republic of Osteria');
    expect(
      publisherOf(`The owner knew\n\nPress release of the Harbour Union of Oster, 22 October\n\n${STORY}`),
    ).toBe('Harbour Union of Oster');
    expect(
      publisherOf(
        `Minister speaks\n\nThe ministry of transport denied that it knew of the matter\n\n${STORY}`,
      ),
    ).toBeUndefined();
  });

  it('does not take a speaker or a kind of text behind a headline for the publisher', () => {
    for (const end of ['minister', 'Tadas', 'The Admiralty', 'Explainer', 'Le Brun', 'live updates'])
      expect(publisherOf(`The ferry was not overloaded on Friday – ${end}\n\n${STORY}`)).toBeUndefined();
  });

  it('marks what did not come through whole', () => {
    const oddities = (text: string): [string, string][] =>
      documentFromText({ text }).oddities.map(({ kind, evidence }) => [kind, evidence.text]);
    expect(oddities(`“We saw nothing”he s , aM. Vetter told us. -he added. ${STORY}`)).toEqual([
      ['machine-translation', '”he s , aM. Vetter'],
      ['machine-translation', '-he added'],
    ]);
    expect(
      oddities(`The owner runs old ships on the coast runs very old ships on the coast. ${STORY}`),
    ).toEqual([['garbled', 'runs old ships on the coast runs very old ships on the coast']]);
    expect(oddities(`The owner wanted to build it and to sell it and to leave. ${STORY}`)).toEqual([]);
    expect(oddities(`The cafÃ© was â€œclosed till autumnâ€”. ${STORY}`)).toEqual([
      ['encoding', 'Ã©'],
      ['encoding', 'â€œ'],
      ['encoding', 'â€”'],
    ]);
    expect(oddities(`${STORY} The owner [+1203 chars]`)).toEqual([['truncated', '[+1203 chars]']]);
  });

  it('cuts every piece of evidence from the text, whatever the text', () => {
    const lines = [
      'By Ansa Merrin',
      'Published 21 Oct 2022',
      'Dear readers,',
      'Support our journalism, donate now!',
      STORY,
    ];
    const signs = [
      '\r\n',
      '\n',
      '\n\n',
      ' ',
      '\0',
      '\uD83D',
      '😀',
      'e\u0301',
      'שלום',
      '“',
      '"',
      "'",
      'Ã©',
      '\x92',
      ' , a',
      '”it',
    ];
    const labels = [
      '|',
      '–',
      '- The Post',
      'Read more:',
      'Comments',
      '© 2022 Coast News',
      'https://a.example/',
      'uses a ship uses a ship',
    ];
    const pieces = fc.constantFrom(...lines, ...signs, ...labels);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const document = documentFromText({ text: parts.join('') });
        verifyEvidence(document, [document]);
        expect(documentFromText({ text: document.text }).id).toBe(document.id);
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});
