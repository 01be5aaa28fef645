import { describe, expect, it } from 'vitest';
import { parseDossier } from '../model/dossier-schema.ts';
import { analyseStory } from './analyse-story.ts';

const flood = (households: string, paper: string): string =>
  `${paper}: flood at Velm\n\nThe Orsa burst its banks at Velm on Sunday and flooded ${households} households, Mayor Petra Lind said. “We were not warned,” Lind said.`;
const fire = (households: string, paper: string): string =>
  `${paper}: refinery fire in Karsk\n\nA fire at the Karsk refinery left ${households} households without heating on Sunday, Governor Ivo Hask said. “The valve was never tested,” Hask said.`;

const FLOOD = [flood('1,200', 'Courier'), flood('1,700', 'Gazette')];
const FIRE = [fire('3,100', 'Herald'), fire('3,400', 'Tribune')];
const inputs = [...FLOOD, ...FIRE].map((text, at) => ({ text, file: `${at}.txt` }));

describe('a folder with two stories', () => {
  const dossier = analyseStory(inputs);
  const fileOf = new Map(dossier.documents.map(({ id, file }) => [id, file ?? '']));

  it('is said to hold two, each with its documents', () => {
    expect(
      dossier.stories?.map(({ documents }) => documents.map((id) => fileOf.get(id)).sort()).sort(),
    ).toEqual([
      ['0.txt', '1.txt'],
      ['2.txt', '3.txt'],
    ]);
    expect(dossier.warnings.map(({ code }) => code)).toEqual(['several-stories']);
    expect(dossier.warnings[0]?.message).toContain('These 4 documents tell 2 stories');
    expect(parseDossier(JSON.parse(JSON.stringify(dossier)))).toEqual(dossier);
  });

  it('sets numbers against each other within a story and never across two', () => {
    const files = dossier.discrepancies
      .filter(({ kind }) => kind === 'quantity')
      .map(({ readings }) => readings.map(({ evidence }) => fileOf.get(evidence.document)).sort());
    expect(files.sort()).toEqual([
      ['0.txt', '1.txt'],
      ['2.txt', '3.txt'],
    ]);
  });

  it('groups claims within a story', () => {
    const story = new Map(
      dossier.stories?.flatMap(({ id, documents }) => documents.map((each) => [each, id])),
    );
    const documentOf = new Map(dossier.attributions.map(({ id, document }) => [id, document]));
    expect(dossier.claims.length).toBeGreaterThan(1);
    for (const { positions } of dossier.claims) {
      const ids = positions.flatMap(({ attributions }) => attributions);
      expect(new Set(ids.map((id) => story.get(documentOf.get(id) ?? ''))).size).toBe(1);
    }
    expect(new Set(dossier.claims.map(({ id }) => id)).size).toBe(dossier.claims.length);
  });
});

describe('a folder with one story', () => {
  it('has no list of stories and no warning, also where a document in another language lies with it', () => {
    const german = { text: 'Der Fluss trat am Sonntag über die Ufer.', language: 'de', file: 'de.txt' };
    const dossier = analyseStory([...inputs.slice(0, 2), german]);
    expect(dossier.stories).toBeUndefined();
    expect(dossier.warnings).toEqual([]);
  });
});
