import { describe, expect, test } from 'vitest';
import { expectedLines, foundLines } from '../../test/attribution-notation.ts';

const finds = (notation: string): void => expect(foundLines(notation)).toEqual(expectedLines(notation));

describe('who said so, set off by commas', () => {
  test.each([
    '[C1:The arrangement is valid from Friday], [Q1:communicated] [S1:the ministry].',
    '[C1:Six people are still missing], [Q1:so] [S1:the rescue service of Quell].',
    '[C1:Twelve of the arrested were released on Monday], [S1:the office in Quell] [Q1:confirmed] to the Harbour Record.',
    'In [S1:his] [Q1:words], [C1:there were never any crates in the yard].',
    '[Q1:By order of] [S1:the Ministry of Ports], [C1:ships shall give notice before they enter the strait].',
  ])('%s', finds);

  test('a cue between commas has what was said on both sides', () =>
    finds(
      '[C1:There will be an inquiry], [S1:she] [Q1:told] the public radio on Monday, [C1:“whoever asks for it.”]',
    ));

  test('a circumstance alone was not said', () =>
    expect(foundLines('When asked about the crates, the minister said in a whisper.')).toEqual([]));
});

describe('edges that grammar settles', () => {
  test.each([
    '[S1:Quell] [Q1:asked] [C1:its citizens in Brenn to leave the country] and [Q2:advised] others to stay away.',
    '[S1:The lawyer] [Q1:said] [C1:the crate had not been opened] and accused the company of hiding it.',
  ])('a second verb of the speaker ends what the first reports: %s', (notation) =>
    expect(foundLines(notation)[0]).toEqual(expectedLines(notation)[0]),
  );

  test('what a relative clause reports ends with it', () =>
    finds(
      '[S1:Two women from the village], who asked not to be named, [Q1:said] [C1:they had seen the crates on the beach].',
    ));

  test('an apposition does not end a clause', () =>
    finds('[S1:Lunde] [Q1:said] [C1:his colleague, Joris Maas, had telephoned him on Monday].'));
});

describe('who speaks', () => {
  test.each([
    '[Q1:According to] [S1:reports], [C1:the ferry was carrying forty people].',
    '[S1:Reports] [Q1:suggest] [C1:that the ferry was carrying forty people].',
  ])('%s', finds);
});

describe('who speaks, by a label', () => {
  test.each([
    '[S1:ROCHAT] (recorded)[Q1::] [C1:We left the harbour at noon.]\n\n[S2:MAREK][Q2::] [C2:And who counted the crates?]',
    '[S1:Brunn][Q1::] [C1:No danger from the crates]\n\n[S2:Ada Brunn] [Q2:said] [C2:the crates were safe].',
  ])('%s', finds);

  test.each([
    'Weather: rain in the north and wind in the south',
    'AP: People watch the ferry leave the harbour.',
  ])('not in %j', (text) => expect(foundLines(text)).toEqual([]));
});

describe('quotations that nothing introduces', () => {
  test('hold what is reported within them', () => {
    expect(foundLines('“They say he may go when the doctors agree. Nobody says which doctors.”')).toEqual([
      {
        source: '',
        cue: '',
        content: 'They say he may go when the doctors agree. Nobody says which doctors',
      },
    ]);
  });

  test('keep the name behind a cue that was damaged', () =>
    expect(
      foundLines('“We are against the sale of these crates” it , a d Ada Lunde in a film of the harbour.'),
    ).toEqual([expect.objectContaining({ source: 'Ada Lunde' })]));
});
