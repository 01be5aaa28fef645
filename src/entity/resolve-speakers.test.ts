import { describe, expect, it } from 'vitest';
import { noted, type NotedDocument } from '../../test/entity-notation.ts';

function nameOf({ coreference }: NotedDocument, entity: number | null | undefined): string | null {
  return entity === null || entity === undefined ? null : (coreference.entities[entity]?.name ?? null);
}

/** What is known of attribution `at`, with names for indices. */
function resolved(notation: string, at = 0) {
  const document = noted(notation);
  const speaker = document.speakers[at];
  return {
    speaker: nameOf(document, speaker?.speaker),
    addressee: nameOf(document, speaker?.addressee),
    chain: (speaker?.chain ?? []).map((entity) => nameOf(document, entity)),
    channel: speaker?.channel,
    when:
      speaker?.when === undefined
        ? undefined
        : document.document.text.slice(...(document.times[speaker.when]?.span ?? [0, 0])),
  };
}

describe('resolveSpeakers', () => {
  it('leaves the speaker open where the text names nobody', () => {
    expect(resolved('The pier is [Q1:allegedly] [C1:unsafe].').speaker).toBeNull();
  });

  it('takes a description, a name or a title for the entity that it stands for', () => {
    const text =
      'Norway’s foreign minister [PER1:Ada Lunde] arrived. [S1:The foreign minister] [Q1:said] [C1:talks were on]. [S2:Mrs [PER1:Lunde]] [Q2:added] [C2:little].';
    expect(resolved(text, 0).speaker).toBe('Ada Lunde');
    expect(resolved(text, 1).speaker).toBe('Ada Lunde');
  });

  it.each([
    [
      '[S1:A clerk of the harbour office in Delden], who asked not to be named, [Q1:said] [C1:no].',
      'A clerk of the harbour office in Delden',
    ],
    ['[S1:A list kept by the harbour master, [PER1:Ada Lunde],] [Q1:shows] [C1:ten names].', 'Ada Lunde'],
    ['[S1:Papers seen by the [ORG1:Osk Post]] [Q1:show] [C1:ten names].', 'Papers seen by the Osk Post'],
    [
      '[S1:Members of the union, including the treasurer, [PER1:Ada Lunde],] [Q1:said] [C1:no].',
      'Members of the union',
    ],
    ['“[C1:He is well],” [Q1:said] [S1:the chief surgeon of the clinic, [PER1:Ada Lunde]].', 'Ada Lunde'],
    ['[PER1:Ada Lunde] came. [Q1:According to] [S1:her words], [C1:it was late].', 'Ada Lunde'],
    ['[PLA1:Brunia]’s foreign minister came. [S1:The Brunians] [Q1:say] [C1:it was late].', 'Brunia'],
  ])('calls who speaks by the name or by all that is said of them: %s', (text, speaker) => {
    expect(resolved(text).speaker).toBe(speaker);
  });

  it.each([
    '[ORG1:The harbour office] was calm, [S1:it] [Q1:said] [C1:so twice].\n\nThe owner, [ORG2:Corvane Minerals], gave another account. [S2:It] [Q2:said] [C2:nobody was calm].',
    '[ORG1:Osk Clinic] was full, [S1:it] [Q1:said] [C1:so twice].\n\n[ORG2:Corvane Minerals] lost a case. [S2:It] [Q2:said] [C2:it would appeal].',
  ])('takes what a paragraph began with for what "it" means: %s', (text) => {
    expect(resolved(text, 1).speaker).toBe('Corvane Minerals');
  });

  it.each([
    ['[S1:The yard’s managing director, [PER1:Ada Lunde],] [Q1:said] [C1:no].', 'Ada Lunde'],
    ['[S1:A sailor I have known for years] [Q1:said] [C1:no].', 'A sailor I have known for years'],
    [
      'A ship of the plant in Osk sank. A worker at [ORG1:Osk Brewery], [S1:who] wept, [Q1:said] [C1:no].',
      'A worker at Osk Brewery',
    ],
    ['The ambassador of Peru, [PER1:Ada Lunde], came. [S1:The diplomat] [Q1:said] [C1:no].', 'Ada Lunde'],
  ])('finds the head of a source behind owners and before clauses: %s', (text, speaker) => {
    expect(resolved(text).speaker).toBe(speaker);
  });

  it('lets “we” of whoever heads a body mean that body', () => {
    const { coreference } = noted(
      '[S1:[PER1:Ada Lunde], who heads the [ORG1:Delden Rescue Service],] [Q1:said]: “[C1:We counted ten].”',
    );
    const we = coreference.mentions.find(({ form, span }) => form === 'pronoun' && span[1] - span[0] === 2);
    expect(coreference.entities[we?.entity ?? -1]?.name).toBe('Delden Rescue Service');
  });

  it('takes the ministry of a minister for hers', () => {
    expect(
      resolved(
        'Norway’s foreign minister [PER1:Ada Lunde] met the Norwegian defence ministry. Norway’s [ORG2:Foreign Ministry] was closed. [PER1:Lunde] left, but [S1:her ministry] [Q1:said] [C1:no].',
      ).speaker,
    ).toContain('Foreign Ministry');
  });

  it('never takes who is named in a quotation for the one who says it', () => {
    expect(
      resolved(
        '[PER1:Joris Maas] spoke. [PER1:Maas] left.\n\nBut [S1:[PER2:Ivo Tressel]] [Q1:warned] [C1:that it was late].\n\n“[C2:[PER1:Maas]’s way is too hard],” [S2:he] [Q2:said].',
        1,
      ).speaker,
    ).toBe('Ivo Tressel');
  });

  it('knows the subject whose age stands before the verb', () => {
    expect(
      resolved(
        '[S1:[PER1:Joris Maas]] [Q1:said] [C1:it was late].\n\nBaker [PER2:Ivo Tressel], 52, lost his shop. “[C2:It is gone],” [S2:he] [Q2:said].',
        1,
      ).speaker,
    ).toBe('Ivo Tressel');
  });

  it('does not take one of several who speak together for the speaker', () => {
    expect(resolved('[S1:[GOV1:Peru] and its allies] [Q1:said] [C1:no].').speaker).toBe(
      'Peru and its allies',
    );
  });

  it.each([
    ['[S1:[PER1:Ada Lunde]] [Q1:told] [PER2:Joris Maas] [C1:the pier was safe].', 'Joris Maas'],
    ['[S1:[PER1:Ada Lunde]] [Q1:asked] [GOV2:Peru] [C1:to open the border].', 'Peru'],
    ['“[C1:The pier is safe],” [S1:[PER1:Ada Lunde]] [Q1:said] to Mr [PER2:Maas].', 'Maas'],
    ['[S1:[PER1:Ada Lunde]] [Q1:said] [C1:[PER2:Joris Maas] was late].', null],
    ['[S1:[PER1:Ada Lunde]] [Q1:told] reporters in [PLA3:Delden] [C1:that it was late].', null],
  ])('finds whom the words are said to: %s', (text, addressee) => {
    expect(resolved(text).addressee).toBe(addressee);
  });

  it.each([
    ['[S1:[PER1:Ada Lunde]] [Q1:said] in a statement [C1:the pier was safe].', 'statement'],
    ['[S1:[PER1:Ada Lunde]] [Q1:wrote] on her Twitter account [C1:that it was safe].', 'Twitter'],
    ['[S1:[PER1:Ada Lunde]] [Q1:tweeted] “[C1:It is safe].”', 'Twitter'],
    ['“[C1:It is safe],” [S1:[PER1:Ada Lunde]] [Q1:said] at a news conference.', 'press conference'],
    ['[S1:[PER1:Ada Lunde]] [Q1:told] [PER2:Joris Maas] over the phone [C1:it was safe].', 'phone call'],
    ['[S1:[PER1:Ada Lunde]] [Q1:said] [C1:she had read it in a statement].', undefined],
    ['[S1:[PER1:Ada Lunde]] [Q1:said] [C1:it was safe].', undefined],
  ])('finds the channel outside of what is said: %s', (text, channel) => {
    expect(resolved(text).channel).toBe(channel);
  });

  it.each([
    '[S1:The [ORG1:Osk Post]] [Q1:reported] [C1:it].',
    '[S1:[PER1:Ada Lunde]] [Q1:went on] to call [C1:it a mess].',
  ])('takes no paper and no verb for a channel: %s', (text) => {
    expect(resolved(text).channel).toBeUndefined();
  });

  it('takes nobody of a question for the one who is asked', () => {
    expect(
      resolved('[S1:[PER1:Ada Lunde]] [Q1:asked] [C1:what [PER2:Joris Maas] knew].').addressee,
    ).toBeNull();
  });

  it('goes on with the speaker before where "he added", and with nobody where that one is open', () => {
    const known = noted(
      '[PER2:Joris Maas] met the mayor. [S1:[PER1:Ivo Tressel]] [Q1:said] [C1:it was safe]. [PER2:Maas] nodded. [C2:“Quite safe,”] [S2:he] [Q2:added].',
    );
    expect(known.speakers[1]?.speaker).toBe(known.speakers[0]?.speaker);
    const open = noted(
      '[PER2:Joris Maas] met the mayor. [C1:“It is safe.”] [C2:“Quite safe,”] [S2:he] [Q2:added].',
    );
    expect(open.speakers[1]?.speaker ?? null).toBeNull();
  });

  it('finds when it was said, and not when what is told happened', () => {
    expect(
      resolved('[S1:[PER1:Ada Lunde]] [Q1:said] on Monday [C1:the pier had closed on Friday].').when,
    ).toContain('Monday');
    expect(
      resolved('[S1:[PER1:Ada Lunde]] [Q1:said] [C1:the pier had closed on Friday].').when,
    ).toBeUndefined();
  });

  it('puts those whose words hold an attribution into its chain, nearest the reader first', () => {
    const text =
      '[S1:The [ORG1:Harbour Ministry]] [Q1:said] [C1:[S2:[PER2:Ada Lunde]] [Q2:told] her staff [C2:[S3:[PER3:Joris Maas]] [Q3:denied] [C3:it]]].';
    expect(resolved(text, 0).chain).toEqual([]);
    expect(resolved(text, 1).chain).toEqual(['Harbour Ministry']);
    expect(resolved(text, 2).chain).toEqual(['Harbour Ministry', 'Ada Lunde']);
  });

  it('puts whoever carried the words into the chain', () => {
    expect(
      resolved(
        '“[C1:It is safe],” [S1:[PER1:Ada Lunde]] [Q1:said] in remarks published by [ORG2:Delden Radio].',
      ).chain,
    ).toEqual(['Delden Radio']);
  });

  it('lets a quotation that names nobody go on with the speaker before it', () => {
    const document = noted(
      '[S1:[PER1:Ada Lunde]] [Q1:said] [C1:the pier was safe].\n\n[C2:“I saw it myself.”]\n\nNobody was hurt.',
    );
    const [first, second] = document.speakers;
    expect(first?.speaker).not.toBeNull();
    expect(second?.speaker).toBe(first?.speaker);
  });
});
