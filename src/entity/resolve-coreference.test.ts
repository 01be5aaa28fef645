import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainsExpected, chainsFound, noted } from '../../test/entity-notation.ts';

/** Marks with one number must share an entity; marks with different numbers must not. */
function expectChains(notation: string): void {
  const document = noted(notation);
  expect(chainsFound(document)).toEqual(chainsExpected(document));
}

describe('resolveCoreference', () => {
  describe('joins names of one person', () => {
    it.each([
      '[PER1:Ada Lunde] met [PER2:Joris Maas] on Monday. [PER1:Lunde] left before [PER2:Maas] did.',
      '[PER1:Tariq al-Hamdi] spoke first. [PER1:Al-Hamdi] was followed by [PER2:Ines Prado].',
      '[PER1:Reza Amir-Farhadi] spoke. Later [PER1:Amirfarhadi] wrote on his page.',
      "The plan was rejected by [PER1:Nader Kor'ani] last week. [PER1:Korani] did not say why.",
      'The town thanked Mr. [PER1:Obi Danjuma]. Mr. [PER1:Danjuma] waved.',
    ])('%s', expectChains);
  });

  describe('keeps people apart who share a family name', () => {
    it.each(['[PER1:Ada Lunde] and her brother [PER2:Nils Lunde] run the yard.'])('%s', expectChains);
  });

  describe('gives a family name the first name that was passed over before it', () => {
    it.each([
      'Tired skating supremo [PER1:Odo Vessel] QUIT yesterday. [PER1:Vessel] met [PER2:Ines Prado]; [PER1:Vessel] wept.',
    ])('%s', expectChains);
  });

  describe('takes a description to who holds the office', () => {
    it.each([
      'Norway’s foreign minister [PER1:Ada Lunde] met [PER2:Joris Maas], the mayor of Delden. [D1:The foreign minister] praised [D2:the mayor].',
      '[PER1:Ada Lunde], the foreign minister of Norway, arrived on Monday. [D1:The top Norwegian diplomat] was late.',
      'Delden mayor [PER1:Joris Maas] spoke to Dutch Prime Minister [PER2:Wim Kok-Visser]. [D2:The premier] agreed with [D1:the mayor].',
      'As Peru’s spokeswoman, [PER1:Ines Prado] has written a letter. [D1:The spokeswoman] signed it.',
    ])('%s', expectChains);
  });

  describe('gives a name what describes it', () => {
    it.each([
      '[S1:[D1:The police spokesman], Colonel [PER1:Marten Oss],] [Q1:said] [C1:nobody was hurt]. [PER2:Ilka Varn] wept.',
      '[S1:[D1:A doctor at the clinic], [PER1:Hanif Orlo],] [Q1:said] [C1:the man was dead].',
      '[S1:[PER1:Nigel Trumbull], [D1:chairman] and [D1:founder of the club],] [Q1:said] [C1:it would recover].',
      '[S1:[D1:The spokesman for the Norwegian president], [PER1:Abel Sorin],] [Q1:said] [C1:it was sound].',
      'A spokesman for President [PER1:Lena Holt] came. [S1:[PER1:Holt]] [Q1:said] [C1:nothing].',
    ])('%s', expectChains);
  });

  it('takes the name that ends a description without a comma for the name of its head', () => {
    const { coreference, document } = noted(
      '[S1:The head of the harbour administration Temur Aslani] [Q1:said] [C1:nobody was hurt].',
    );
    const aslani = coreference.entities.find(({ name }) => name === 'Temur Aslani');
    expect(aslani?.kind).toBe('person');
    expect(aslani?.roles.map((role) => document.text.slice(...role.span))).toEqual([
      'The head of the harbour administration',
    ]);
  });

  it('never takes the object of a verb for its subject', () => {
    expectChains('[PER1:Ada Lunde] wept. [PER2:Berit Oss] praised [P1:her].');
  });

  it('parts the country of a post from the name of its holder, and never joins the two', () => {
    const { coreference } = noted(
      'A ship sank in [PLA1:Korvenia]. [S1:The Minister of Foreign Affairs of [PER1:Korvenia Ada Lunde]] [Q1:said] [C1:nothing]. [S2:[PLA1:Korvenia]] [Q2:paid] [C2:it].',
    );
    const named = coreference.entities
      .filter((entity) => entity.named)
      .map(({ name, kind }) => `${kind} ${name}`);
    expect(named).toEqual(['government Korvenia', 'person Ada Lunde']);
  });

  it.each([
    'It was [PER1:Ada Lunde of Korvenia] who rang. Korvenia’s government wept.',
    'They met: [ORG1:Ada Lunde of Korvenia and Joris Maas of Brunia]. Korvenia’s government wept.',
  ])('parts a person from the country that follows “of”: %s', (notation) => {
    const { coreference } = noted(notation);
    const named = coreference.entities.filter((entity) => entity.named).map(({ name }) => name);
    expect(named).toContain('Ada Lunde');
    expect(named).toContain('Korvenia');
  });

  it('parts the country of a post from its holder also where the country stands nowhere else', () => {
    const { coreference } = noted(
      '[S1:The Minister of Foreign Affairs of [PER1:Korvenia Ada Lunde]] [Q1:said] [C1:nothing].',
    );
    const named = coreference.entities.filter((entity) => entity.named).map(({ name }) => name);
    expect(named).toContain('Ada Lunde');
    expect(named).not.toContain('Korvenia Ada Lunde');
  });

  it.each([
    'Question: [PER1:Will Korvenia] pay? The Korvenian ministry wept.',
    '“[PER1:Did Korvenia] pay?” asked the Korvenian ministry.',
    '[PER1:Has Korvenia] paid? The Korvenians wept.',
  ])('takes no verb that asks for a first name: %s', (notation) => {
    const { coreference } = noted(notation);
    expect(coreference.entities.filter(({ kind }) => kind === 'person')).toEqual([]);
    expect(coreference.entities.map(({ name }) => name)).toContain('Korvenia');
  });

  it('takes the town that a paper is named after for a place', () => {
    const { coreference } = noted(
      '[S1:[ORG1:Osk Voice]] [Q1:reported] [C1:that grain had been taken from [PER2:Osk]].',
    );
    expect(coreference.entities.map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual([
      'organisation Osk Voice',
      'place Osk',
    ]);
  });

  describe('knows a body by any spelling, though its last word alone is a person', () => {
    it.each([
      '[S1:[D1:Norway’s coast guard]] [Q1:said] [C1:nothing]. [S2:[D1:The coastguard]] [Q2:said] [C2:more].',
      '[S1:[D1:The Osk Harbour registry]] [Q1:said] [C1:nothing]. [S2:[D1:The registry]] [Q2:said] [C2:more].',
      '[S1:[D1:The registry of Osk Harbour]] [Q1:said] [C1:nothing]. [S2:[D1:The registry]] [Q2:said] [C2:more].',
    ])('%s', (notation) => {
      expectChains(notation);
      expect(noted(notation).coreference.entities.map(({ kind }) => kind)).not.toContain('person');
    });
  });

  it('keeps a single guard a person', () => {
    const { coreference } = noted('[S1:A guard at the gate] [Q1:said] [C1:nothing].');
    expect(coreference.entities.map(({ kind }) => kind)).toEqual(['person']);
  });

  describe('takes the owner for the company that the text says owns', () => {
    it.each([
      '[D1:The owner], [ORG1:Corvane Shipping], wept. [S1:[D1:The owner]] [Q1:said] [C1:nothing].',
      'Engineers of [ORG1:Corvane Shipping] came. [S1:[D2:The owner]] [Q1:said] [C1:nothing].',
      '[D1:The owner], [PER1:Ada Lunde], met [ORG2:Corvane Shipping]. [S1:[D1:The owner]] [Q1:said] [C1:nothing].',
    ])('%s', expectChains);
  });

  it('takes a title that nobody bears for nobody', () => {
    const { coreference } = noted(
      '[PER1:Margrave Ivo Tressel] fled. The title of [PER2:Margrave] was sold. [P1:He] wept.',
    );
    const names = coreference.mentions.filter(({ form }) => form === 'name');
    expect(names).toHaveLength(1);
  });

  it('makes no speaker of what somebody is ready for', () => {
    const { coreference } = noted(
      '[PER1:Ada Lunde] came. [S1:Her country’s readiness] [Q1:says] [C1:enough].',
    );
    expect(coreference.entities.map(({ name }) => name)).toEqual(['Ada Lunde']);
  });

  it('does not take the verb of a question for a first name', () => {
    const { coreference } = noted('[PLA1:Korvenia] spoke. [PER2:Will Korvenia] pay the bill?');
    expect(coreference.entities.map(({ name }) => name)).toEqual(['Korvenia']);
  });

  it('leaves the minister of a foreign country apart from one of whom no country is told', () => {
    const { coreference } = noted(
      '[PLA3:Korvenia]’s Defence Ministry spoke, and [PLA4:Zardania]’s foreign minister. [PLA4:Zardania] and [PLA3:Korvenia] are at war. Defence Minister [PER1:Ivo Tressel] came. [S2:The Zardanian defence minister] [Q2:denied] [C2:it].',
    );
    const tressel = coreference.entities.findIndex(({ name }) => name === 'Ivo Tressel');
    const minister = coreference.mentions.find(
      ({ form, entity }) => form === 'nominal' && entity === tressel,
    );
    expect(minister).toBeUndefined();
  });

  it('gives nobody the office of another country', () => {
    const { coreference } = noted(
      'Norway’s foreign minister, [PER1:Ada Lunde], spoke to Denmark’s foreign minister [PER2:Joris Maas]. Danish Foreign Minister [PER1:Lunde] is a slip.',
    );
    const lunde = coreference.entities.find(({ name }) => name === 'Ada Lunde');
    expect(lunde?.roles.map(({ text }) => text)).toEqual(['Norway’s foreign minister']);
  });

  describe('finds the country, body or firm that a description means', () => {
    it.each([
      'Norway’s foreign minister [PER1:Ada Lunde] spoke. [S1:[PLA2:Her country]] [Q1:denied] [C1:it]. [PLA2:Norway] was silent.',
      '[ORG1:Heskline Ltd] owns the ferry. [S1:[D1:The company]] [Q1:said] [C1:it would pay]. [ORG1:Heskline] fell.',
      '[PLA1:Korvenia]’s foreign minister left. [S1:[D1:The Korvenian government]] [Q1:denied] [C1:it].',
      'The Korvenian capital, [PLA1:Vorna], lies by the sea. [S1:[D1:The Korvenian authorities]] [Q1:spoke] [C1:of it]. [S2:[PLA1:Vorna]] [Q2:denied] [C2:it].',
    ])('%s', (notation) => {
      // A country that is named only by what it owns has no mark of its own.
      const document = noted(notation.replaceAll('[PLA2:Her country]', '[D2:Her country]'));
      expect(chainsFound(document)).toEqual(chainsExpected(document));
    });

    it('is nobody while nothing says whose country it is', () => {
      const { coreference } = noted('[PER1:Ada Lunde] spoke. [S1:His country] [Q1:denied] [C1:it].');
      expect(coreference.entities.map(({ name }) => name)).toEqual(['Ada Lunde']);
    });
  });

  it('takes the person named in the second sentence for the office-holder of the first', () => {
    expectChains(
      '[S1:[D1:Norway’s foreign minister]] [Q1:said] [C1:talks would go on]. [S2:[PER1:Ada Lunde]] [Q2:told] reporters [C2:they were hard].',
    );
  });

  it('does not take somebody for the office-holder who comes with a description of their own', () => {
    expectChains(
      '[S1:[D1:Norway’s foreign minister]] [Q1:said] [C1:talks would go on]. [S2:Baker [PER2:Ada Lunde]] [Q2:said] [C2:bread was dear].',
    );
  });

  describe('takes a capital for the government where it acts and for the city where things happen', () => {
    it.each([
      '[GOV1:Peru] sent a note. [GOV1:Lima] says the border is open, and people in [PLA2:Lima] were glad.',
      '[GOV1:Russia] replied. The [GOV1:Kremlin] called the note late, two days after the envoy flew to [PLA2:Moscow].',
    ])('%s', expectChains);
  });

  describe('takes a plain noun for the one person who was named', () => {
    it.each([
      '[PER1:Joris Maas] fell from the pier. [D1:The pilot] was unhurt.',
      '[PER1:Joris Maas] met [PER2:Ada Lunde] at the pier. [D3:The pilot] was unhurt.',
    ])('%s', expectChains);
  });

  it('takes a place for a place that was found as a person, where things are in it and it has a ministry', () => {
    const { coreference } = noted(
      '[PER1:Brunia] closed its border. Nobody in [PER1:Brunia] knew why. [PER1:Brunia]’s foreign minister left.',
    );
    expect(coreference.entities.find(({ name }) => name === 'Brunia')?.kind).not.toBe('person');
  });

  it('knows the adjective of a place that only the document names', () => {
    const { coreference } = noted(
      'Brunian Foreign Minister [PER1:Ada Lunde] left [PLA2:Brunia] on Monday. [S1:The top Brunian diplomat] [Q1:said] [C1:nothing].',
    );
    const lunde = coreference.entities.find(({ name }) => name === 'Ada Lunde');
    expect(lunde?.offices).toEqual(['minister/foreign/~brun']);
    expect(coreference.entities[lunde?.speaksFor ?? -1]?.name).toBe('Brunia');
  });

  it('does not let a quotation mean its own speaker by “he”', () => {
    expectChains(
      'Mr [PER1:Maas] was late. “[C1:[P1:He] missed the ferry],” [S1:Mr [PER2:Danjuma]] [Q1:said].',
    );
  });

  describe('resolves pronouns', () => {
    it.each([
      '[S1:[PER1:Ada Lunde]] [Q1:said] [C1:[P1:she] would go]. [PER2:Joris Maas] stayed.',
      '[S1:[PER1:Joris Maas]] [Q1:said] [C1:the ferry was late]. “[C2:It was full],” [S2:[P1:he]] [Q2:added].',
      '[S1:[PER1:Joris Maas]] [Q1:said]: “[C1:[P1:I] saw the ferry].”',
      'Mrs [PER1:Lunde] met Mr [PER2:Maas]. [S1:[P1:She]] [Q1:said] [C1:little]. [S2:[P2:He]] [Q2:said] [C2:less].',
    ])('%s', expectChains);
  });

  describe('joins acronyms with what they are short for', () => {
    it.each([
      'The [ORG1:Delden Harbour Authority] ([ORG1:DHA]) closed the pier. [ORG1:DHA] staff went home.',
      '[ORG1:DHA] closed the pier. The [ORG1:Delden Harbour Authority] gave no reason.',
    ])('%s', expectChains);
  });

  it('lets the issuer speak through a statement', () => {
    expectChains(
      '[S1:The [ORG1:Harbour Ministry]] [Q1:said] in a statement [C1:the pier was safe]. [S2:[D1:The statement]] [Q2:added] [C2:that divers were at work].',
    );
  });

  it('keeps an unnamed source as an entity of its own, in its words', () => {
    const { coreference, speakers } = noted(
      '[S1:A senior official] [Q1:said] [C1:the pier was safe]. [S2:[PER1:Ada Lunde]] [Q2:said] [C2:it was not].',
    );
    const entity = coreference.entities[speakers[0]?.speaker ?? -1];
    expect(entity).toMatchObject({ name: 'A senior official', named: false });
    expect(speakers[1]?.speaker).not.toBe(speakers[0]?.speaker);
  });

  it('gives roles with the words that state them', () => {
    const { coreference, document } = noted('Delden mayor [PER1:Joris Maas], a former baker, spoke.');
    const [maas] = coreference.entities.filter(({ name }) => name === 'Joris Maas');
    expect(maas?.roles.map(({ text }) => text)).toEqual(['Delden mayor', 'a former baker']);
    for (const { text, span } of maas?.roles ?? []) expect(document.text.slice(...span)).toBe(text);
  });

  it('survives any text, and every mention has an entity and stands in the text', () => {
    const piece = fc.constantFrom(
      '[PER1:Ada Lunde] ',
      '[S1:She] [Q1:said] [C1:no]. ',
      'the minister ',
      'Kyiv, ',
      '“',
      '”',
      '’s ',
      'of ',
      'statement ',
      '\n\n',
      'he ',
      '👩‍🚀 ',
      'we ',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            piece,
            fc.string().map((text) => text.replace(/[[\]\\]/g, '')),
          ),
          { maxLength: 30 },
        ),
        (pieces) => {
          const { coreference, document, attributions, speakers } = noted(pieces.join(''));
          expect(speakers).toHaveLength(attributions.length);
          for (const { span, entity } of coreference.mentions) {
            expect(coreference.entities[entity]).toBeDefined();
            expect(span[0]).toBeGreaterThanOrEqual(0);
            expect(span[1]).toBeGreaterThan(span[0]);
            expect(span[1]).toBeLessThanOrEqual(document.text.length);
          }
          for (const { speaker, chain } of speakers)
            for (const index of speaker === null ? chain : [speaker, ...chain])
              expect(coreference.entities[index]).toBeDefined();
        },
      ),
      { seed: 4, numRuns: 150 },
    );
  });
});
