import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noted } from '../../test/entity-notation.ts';
import { verifyEvidence } from '../model/evidence.ts';
import { linkEntities } from './link-entities.ts';

const AGENCY = noted(
  'Norway’s foreign minister [PER1:Ada Lunde] met [PER2:Joris Maas]. [S1:[PER1:Lunde]] [Q1:said] [C1:Norway would pay].',
);
const PAPER = noted(
  '[S1:Foreign Minister [PER1:Ada Lunde] of Norway] [Q1:told] reporters [C1:the bill was high].',
);
const REWRITE = noted(
  '[S1:Norwegian Foreign Minister [PER1:Berit Lunde]] [Q1:said] [C1:her country would pay].',
);
const BRIEF = noted('[S1:[PER1:Lunde]] [Q1:declined] [C1:to comment]. [GOV1:Oslo] was silent.');
const UNNAMED = noted(
  '[S1:A senior official] [Q1:said] [C1:the bill was high]. [S2:Western officials] [Q2:agreed] [C2:it was].',
);
const ALL = [AGENCY, PAPER, REWRITE, BRIEF, UNNAMED];

describe('linkEntities', () => {
  it('joins a full name with the family name of another document, and gives all spellings with counts', () => {
    const { entities, entityOf } = linkEntities([AGENCY, BRIEF]);
    const lunde = entities.find(({ name }) => name === 'Ada Lunde');
    expect(lunde?.aliases).toEqual(['Lunde', 'Ada Lunde']);
    expect(lunde?.aliasCounts).toEqual([2, 1]);
    expect(entityOf[1]?.[0]).toBe(lunde?.id);
  });

  it('reports another first name in the same office as a name discrepancy of one person', () => {
    const { entities, discrepancies } = linkEntities([AGENCY, PAPER, REWRITE]);
    expect(entities.filter(({ aliases }) => aliases.some((alias) => alias.endsWith('Lunde')))).toHaveLength(
      1,
    );
    expect(discrepancies).toHaveLength(1);
    expect(discrepancies[0]).toMatchObject({ kind: 'name', about: 'First name of Lunde' });
    expect(discrepancies[0]?.readings.map(({ value }) => value)).toEqual([
      'Ada Lunde',
      'Ada Lunde',
      'Berit Lunde',
    ]);
  });

  it('takes two first names for one person when the documents report the same statement of both', () => {
    const words = 'weapons must stop reaching the islands because villages there burn every winter';
    const { entities, discrepancies } = linkEntities([
      noted(`[S1:[PER1:Ada Lunde]] [Q1:said] [C1:${words}].`),
      noted(`[S1:[PER1:Berit Lunde]] [Q1:wrote] [C1:${words}].`),
    ]);
    expect(entities.map(({ name }) => name)).toHaveLength(1);
    expect(discrepancies[0]?.note).toContain('same statement');
  });

  it('reports family names that sound alike, with one first name and one role, as one person', () => {
    const { entities, discrepancies } = linkEntities([
      noted('[PER1:Gwenda Rhys], director of the museum, spoke.'),
      noted('The director, [PER1:Gwenda Rice], spoke.'),
    ]);
    expect(entities.filter(({ kind }) => kind === 'person')).toHaveLength(1);
    expect(discrepancies[0]).toMatchObject({ kind: 'name', about: 'Family name of Gwenda' });
  });

  it('knows what people are called for short', () => {
    const { entities, discrepancies } = linkEntities([
      noted('[PER1:James Ottway] spoke.'),
      noted('[PER1:Jim Ottway] spoke.'),
    ]);
    expect(entities).toHaveLength(1);
    expect(discrepancies).toEqual([]);
  });

  it('joins a firm under its legal forms and its short name, and leaves what lies in a town of that name', () => {
    const { entities } = linkEntities([
      noted('[ORG1:Corvane Minerals Ltd] dug.'),
      noted('[ORG1:Corvane Minerals] dug. [ORG1:Corvane] paid.'),
      noted('[ORG1:Corvane] sold.'),
      noted('[ORG1:Osk Courier] wrote. '),
      noted('[ORG2:Osk] won.'),
    ]);
    expect(entities.map(({ name }) => name).sort()).toEqual(['Corvane Minerals Ltd', 'Osk', 'Osk Courier']);
  });

  it('joins a coast guard under both spellings, as an organisation', () => {
    const { entities } = linkEntities([
      noted('[S1:[D1:Norway’s coast guard]] [Q1:said] [C1:nothing].'),
      noted('[S1:[D1:Norway’s coastguard]] [Q1:said] [C1:nothing].'),
      noted('[S1:[D1:The coast guard]] [Q1:said] [C1:nothing].'),
    ]);
    expect(entities.filter(({ name }) => /guard/.test(name)).map(({ kind }) => kind)).toEqual([
      'organisation',
    ]);
  });

  it('keeps the coast guards of two countries apart', () => {
    const { entities } = linkEntities([
      noted('[S1:Norway’s coast guard] [Q1:said] [C1:nothing].'),
      noted('[S1:Denmark’s coastguard] [Q1:said] [C1:nothing].'),
      noted('[S1:The coast guard] [Q1:said] [C1:nothing].'),
    ]);
    expect(entities.filter(({ name }) => /guard/.test(name))).toHaveLength(3);
  });

  it('takes the registry for the only one of the story, and leaves it open where there are two', () => {
    const osk = noted('[S1:The Osk Harbour registry] [Q1:said] [C1:nothing].');
    const of = noted('[S1:The registry of Osk Harbour] [Q1:said] [C1:more].');
    const bare = noted('[S1:The registry] [Q1:said] [C1:much].');
    const other = noted('[S1:The Lirio Bay registry] [Q1:said] [C1:little].');
    expect(linkEntities([osk, of, bare]).entities).toHaveLength(1);
    expect(linkEntities([osk, of, bare, other]).entities).toHaveLength(3);
  });

  it('knows what an acronym stands for, unless two bodies share it', () => {
    const one = [noted('[ORG1:International Coast Watch] spoke.'), noted('[ORG1:ICW] spoke.')];
    expect(linkEntities(one).entities.map(({ aliases }) => [...aliases].sort())).toEqual([
      ['ICW', 'International Coast Watch'],
    ]);
    const two = [...one, noted('[ORG1:Inner Channel Wardens] spoke.')];
    expect(linkEntities(two).entities).toHaveLength(3);
  });

  it('knows in all documents the capital that one of them names', () => {
    const { entities } = linkEntities([
      noted('The Korvenian government met in the Korvenian capital, [PLA2:Vorna].'),
      noted('[S1:[PLA1:Vorna]] [Q1:denied] [C1:it].'),
    ]);
    expect(entities.find(({ kind }) => kind === 'government')?.aliases).toContain('Vorna');
  });

  it('takes the police of a story for one body, unless it has several', () => {
    const one = [noted('[S1:The police] [Q1:said] [C1:so].'), noted('[S1:Police] [Q1:said] [C1:otherwise].')];
    expect(linkEntities(one).entities).toHaveLength(1);
    const several = [
      ...one,
      noted('[S1:[ORG1:Osk Police]] [Q1:said] [C1:so].'),
      noted('[S1:[ORG1:Delden Police]] [Q1:said] [C1:so].'),
    ];
    expect(linkEntities(several).entities).toHaveLength(4);
  });

  it('takes the same countries under other names for the same parties', () => {
    const { entities } = linkEntities([
      noted('[S1:The European Union and Britain] [Q1:said] [C1:so].'),
      noted('[S1:The EU and the UK] [Q1:said] [C1:otherwise].'),
    ]);
    expect(entities.filter(({ kind }) => kind === 'group')).toHaveLength(1);
  });

  it('joins transliterations of one name without calling them a discrepancy', () => {
    const { entities, discrepancies } = linkEntities([
      noted('[PER1:Dmitri Karpenko] spoke.'),
      noted('[PER1:Dmitry Karpenko] spoke.'),
    ]);
    expect(entities).toHaveLength(1);
    expect(discrepancies).toEqual([]);
  });

  it('joins the unnamed holder of an office with who holds it elsewhere', () => {
    const unnamed = noted('[S1:Norway’s foreign minister] [Q1:said] [C1:talks were on].');
    const { entityOf, entities } = linkEntities([AGENCY, unnamed]);
    const lunde = entities.find(({ name }) => name === 'Ada Lunde');
    expect(entityOf[1]?.[unnamed.speakers[0]?.speaker ?? -1]).toBe(lunde?.id);
  });

  it('keeps people with one family name apart when nothing shows one person', () => {
    const { entities, discrepancies } = linkEntities([
      noted('The baker [PER1:Ada Lunde] sold the shop.'),
      noted('The pilot [PER1:Berit Lunde] landed.'),
    ]);
    expect(entities.map(({ name }) => name).sort()).toEqual(['Ada Lunde', 'Berit Lunde']);
    expect(discrepancies).toEqual([]);
  });

  it('joins a government under its names and its capital', () => {
    const { entities } = linkEntities([noted('[GOV1:Norway] paid.'), noted('[GOV1:Oslo] says it paid.')]);
    expect(entities).toHaveLength(1);
    expect(entities[0]).toMatchObject({ kind: 'government', name: 'Norway', aliases: ['Norway', 'Oslo'] });
  });

  it('joins two spellings of a foreign name, and a first name alone with the only one who has it', () => {
    const one = noted('[S1:[PER1:Rustam Beglan]] [Q1:said] [C1:nothing]. [PER2:Ada Lunde] came.');
    const other = noted(
      '[S1:[PER1:Rustem Beghlan]] [Q1:said] [C1:nothing]. [S2:[PER2:Ada]] [Q2:wept] [C2:at it].',
    );
    const { entities } = linkEntities([one, other]);
    const spellings = entities.map(({ aliases }) => [...aliases].sort());
    expect(spellings).toContainEqual(['Rustam Beglan', 'Rustem Beghlan']);
    expect(spellings).toContainEqual(['Ada', 'Ada Lunde']);
  });

  it('reports another first name of the only head of a body', () => {
    const one = noted('[S1:[PER1:Ingrid Solbakk], the head of the mission,] [Q1:said] [C1:nothing].');
    const other = noted('[S1:Mission chief [PER1:Berta Solbakk]] [Q1:said] [C1:nothing].');
    const brother = noted('[S1:[PER1:Berta Solbakk], a baker,] [Q1:said] [C1:nothing].');
    expect(linkEntities([one, other]).discrepancies).toHaveLength(1);
    expect(linkEntities([one, brother]).discrepancies).toEqual([]);
  });

  it('reports like first names of whom two stories are much about, and takes no relatives for one', () => {
    const much = (name: string): ReturnType<typeof noted> =>
      noted(`[PER1:${name} Orfeld] left. [PER1:Orfeld] was tired. [PER1:Orfeld] slept.`);
    expect(linkEntities([much('Casimir'), much('Casper')]).discrepancies[0]).toMatchObject({
      about: 'First name of Orfeld',
    });
    expect(linkEntities([much('Casimir'), much('Berta')]).discrepancies).toEqual([]);
    expect(linkEntities([much('Casimir'), noted('[PER1:Casper Orfeld] left.')]).discrepancies).toEqual([]);
    const sisters = noted(
      'The mayor greeted Ada and [PER1:Casper Orfeld]. [PER1:Orfeld] sat. [PER1:Orfeld] left.',
    );
    expect(linkEntities([much('Casimir'), sisters]).discrepancies).toEqual([]);
  });

  it('knows a place that one document shows to be a state in all others', () => {
    const one = noted('[PLA1:Korvenia]’s foreign minister left. [PLA1:Korvenia] pays.');
    const other = noted('[S1:[PER1:Korvenia]] [Q1:promised] [C1:to pay].');
    const { entityOf, entities } = linkEntities([one, other]);
    expect(entities.filter(({ name }) => name === 'Korvenia')).toHaveLength(1);
    expect(entityOf[1]?.[0]).toBe(entityOf[0]?.[0]);
  });

  it('never joins a place with a person in whose name it stands, nor with an outlet called after it', () => {
    const place = noted(
      '[PLA1:Sulen]’s foreign minister left. [S1:The [ORG2:Sulen Voice]] [Q1:wrote] [C1:so].',
    );
    const person = noted('[S1:[PER1:Sulen Ada Lunde]] [Q1:promised] [C1:to pay].');
    const bare = noted('[S1:[PER1:Sulen]] [Q1:paid] [C1:it].');
    const { entities } = linkEntities([place, person, bare]);
    for (const { aliases } of entities) expect(aliases).toHaveLength(1);
  });

  it('keeps a mission and the valley apart after which it is called', () => {
    const one = noted('[S1:The [ORG1:Hazel Valley Mission]] [Q1:said] [C1:nothing].');
    const other = noted('[S1:[ORG1:Hazel]] [Q1:said] [C1:nothing].');
    expect(linkEntities([one, other]).entities).toHaveLength(2);
  });

  it('keeps unnamed sources and groups with their documents', () => {
    const other = noted(
      '[S1:A senior official] [Q1:said] [C1:nothing]. [S2:Western officials] [Q2:agreed] [C2:with that].',
    );
    const { entities } = linkEntities([UNNAMED, other]);
    expect(entities.filter(({ name }) => name === 'A senior official')).toHaveLength(2);
    expect(entities.filter(({ name }) => name === 'Western officials')).toHaveLength(2);
  });

  it('lists evidence that stands in the documents', () => {
    const linked = linkEntities(ALL);
    expect(
      verifyEvidence(
        linked,
        ALL.map(({ document }) => document),
      ),
    ).toBeGreaterThan(10);
  });

  it('gives the same entities, ids and discrepancies whatever the order of the documents', () => {
    const straight = linkEntities(ALL);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          ALL.map((_, index) => index),
          { minLength: ALL.length },
        ),
        (order) => {
          const shuffled = linkEntities(order.flatMap((index) => ALL[index] ?? []));
          expect(shuffled.entities).toEqual(straight.entities);
          expect(shuffled.discrepancies).toEqual(straight.discrepancies);
          order.forEach((index, place) => expect(shuffled.entityOf[place]).toEqual(straight.entityOf[index]));
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });
});
