import { describe, expect, it } from 'vitest';
import { severalStories } from '../../test/several-stories.ts';
import { emptyDossier, sampleDossier } from '../../test/sample-dossier.ts';
import { hostileDossier } from '../../test/hostile-dossier.ts';
import { verifyEvidence } from '../model/evidence.ts';
import type { Dossier } from '../model/dossier.ts';
import { FORMATS } from './formats.ts';

const dossier = sampleDossier();
const hostile = hostileDossier();

describe('FORMATS', () => {
  it('renders every format of every dossier, and each file under a suffix of its own', () => {
    for (const each of [dossier, hostile, emptyDossier([]), emptyDossier(['claims'])]) {
      const files = FORMATS.flatMap((format) => format.render(each));
      expect(new Set(files.map((file) => file.suffix)).size).toBe(files.length);
      for (const { text } of files) expect([...text].length).toBeGreaterThan(0);
    }
  });

  it('writes many documents of several stories as a folder of pages, of which the first leads to the others', () => {
    const html = FORMATS.find((format) => format.name === 'html');
    const several = severalStories();
    const suffixes = (of: Dossier) => html?.render(of).map(({ suffix, inner }) => [suffix, inner ?? false]);
    expect(suffixes(several)).toEqual([['.html', false]]);
    const many = Array.from({ length: 201 }, (_, at) => several.documents[at % several.documents.length]);
    expect(suffixes({ ...several, documents: many.flatMap((each) => each ?? []) })).toEqual([
      ['-stories/index.html', false],
      ['-stories/story-1.html', true],
      ['-stories/story-2.html', true],
      ['-stories/story-3.html', true],
    ]);
  });

  it('gives the dossier back from JSON, its evidence intact', () => {
    const text = [...(FORMATS.find((format) => format.name === 'json')?.render(hostile)[0]?.text ?? [])].join(
      '',
    );
    const read = JSON.parse(text) as Dossier;
    expect(verifyEvidence(read, read.documents)).toBeGreaterThan(0);
  });
});
