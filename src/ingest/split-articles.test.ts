import { describe, expect, it } from 'vitest';

import { verifyEvidence } from '../model/evidence.ts';
import { composeDocument } from './document-from-text.ts';
import { splitArticles } from './split-articles.ts';

const FERRY = `The ferry Halmar left the port of Oster at six in the evening, the harbour office said on Friday. It was found on its side two hours later by a fishing boat.

The owner denied that it had been overloaded. “We have nothing to hide,” she told reporters in Oster. Divers are to search the hull on Saturday, a spokesman for the coast guard said, and the ministry has asked for the passenger list.`;
const DAM = `Two of the five gates of the Verrin dam opened in the night and sent a wave through the village of Lower Oster, the district office said. Forty-one homes stood under water by morning.

The operator said that nobody had given an order to open them. A fault in the control system was suspected, it said, and the logs had been handed over to the ministry. Residents say the siren stayed silent.`;

/** The headlines of the documents, and what is marked in them. */
function read(text: string): { titles: (string | undefined)[]; marked: string[]; message: string } {
  const { articles, warning } = splitArticles({ text, file: 'a.txt' });
  const documents = articles.map(composeDocument);
  for (const document of documents) verifyEvidence(document, [document]);
  return {
    titles: documents.map(({ title }) => title),
    marked: documents.flatMap(({ oddities }) =>
      oddities.filter(({ kind }) => kind === 'several-articles').map(({ evidence }) => evidence.text),
    ),
    message: warning?.message ?? '',
  };
}

const FIRST = `Ferry Halmar capsizes off Oster\nBy Ina Wold\n3 March 2031\n\n${FERRY}`;

describe('splitArticles', () => {
  it.each([
    ['a byline and a date', 'Gates of Verrin dam open in the night\nBy Mara Oduya\n4 March 2031\n\n'],
    [
      'an address and a date with its label',
      'Gates of Verrin dam open in the night\nhttps://ledger.example/dam\nPublished 4 March 2031\n\n',
    ],
    ['a byline and a dateline', 'Gates of Verrin dam open in the night\nBy Mara Oduya\n\nKESSEL (TPA) – '],
    [
      'a rule above it and a dateline',
      '-----\n\nGates of Verrin dam open in the night\n\nKESSEL, March 4 (Reuters) - ',
    ],
    [
      'a sign-off above it and a byline',
      '(Reporting by Ina Wold; Editing by Ivo Lenk)\n\nGates of Verrin dam open in the night\nBy Mara Oduya\n\n',
    ],
  ])('cuts where a headline has %s', (_, head) => {
    const { titles, marked, message } = read(`${FIRST}\n\n${head}${DAM}`);
    expect(titles).toEqual(['Ferry Halmar capsizes off Oster', 'Gates of Verrin dam open in the night']);
    expect(marked).toEqual(['Gates of Verrin dam open in the night']);
    expect(message).toContain('holds 2 articles');
  });

  it('takes three articles apart, each with its own byline', () => {
    const { articles } = splitArticles({
      text: `${FIRST}\n\nGates of Verrin dam open\nBy Mara Oduya\n4 March 2031\n\n${DAM}\n\nFerry was inspected in May\nBy Olga Venn and AFP\n5 March 2031\n\n${FERRY}`,
    });
    expect(
      articles
        .map(composeDocument)
        .map(({ byline, agencies, published }) => [byline, agencies, published?.value.value]),
    ).toEqual([
      [['Ina Wold'], undefined, '2031-03-03'],
      [['Mara Oduya'], undefined, '2031-03-04'],
      [['Olga Venn'], ['AFP'], '2031-03-05'],
    ]);
    expect(articles.map(({ place }) => place)).toEqual(
      [1, 2, 3].map((number) => ({ unit: 'article', number })),
    );
  });

  it('marks a place that one sign alone speaks for, and cuts nothing', () => {
    const { titles, marked, message } = read(
      `${FIRST}\n\nGates of Verrin dam open in the night\nBy Mara Oduya\n\n${DAM}`,
    );
    expect(titles).toEqual(['Ferry Halmar capsizes off Oster']);
    expect(marked).toEqual(['Gates of Verrin dam open in the night']);
    expect(message).toContain('not sure');
  });

  it.each([
    ['subheadings', `${FERRY}\n\nWhat the ministry says\n\n${DAM}`],
    ['a chronology', `${FERRY}\n\nHow the night went\n3 March 2031\n\n${DAM}`],
    [
      'teasers at the end',
      `${FERRY}\n\n${DAM}\n\nMore stories\nTram leaves its rails in Oster\nBy Olga Venn\n2 March 2031\n`,
    ],
    ['a biography', `${FERRY}\n\n${DAM}\n\nIna Wold is a reporter in Oster.\nFollow her on Twitter`],
  ])('leaves %s alone', (_, rest) => {
    expect(read(`Ferry Halmar capsizes off Oster\n\n${rest}`)).toEqual({
      titles: ['Ferry Halmar capsizes off Oster'],
      marked: [],
      message: '',
    });
  });
});
