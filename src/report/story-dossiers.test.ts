import { describe, expect, it } from 'vitest';
import { sampleDossier } from '../../test/sample-dossier.ts';
import { severalStories } from '../../test/several-stories.ts';
import { parseDossier } from '../model/dossier-schema.ts';
import type { Dossier } from '../model/dossier.ts';
import { contentId } from '../model/id.ts';
import { verifyEvidence } from '../model/evidence.ts';
import { divideByStory, tellsSeveral, withoutChance } from './story-dossiers.ts';

const dossier = severalStories();
const divided = divideByStory(dossier);
const parts = [...divided.stories.map((each) => each.dossier), divided.others];

/** The sample with its accounts dealt to two stories, so that edges, discrepancies and origins lie across. */
function tornApart(): Dossier {
  const sample = sampleDossier();
  const ids = sample.documents.map(({ id }) => id);
  const stories = [0, 1].map((part) => ({
    id: contentId('s', String(part)),
    title: `Story ${part + 1}`,
    documents: ids.filter((_, at) => at % 2 === part),
  }));
  return { ...sample, stories };
}

describe('a dossier divided by its stories', () => {
  it('is a dossier for each, and one of the documents in none', () => {
    expect(tellsSeveral(dossier)).toBe(true);
    expect(
      divided.stories.map((each) => each.dossier.documents.map(({ file }) => file).sort()).sort(),
    ).toEqual([['0.txt', '1.txt'], ['2.txt', '3.txt'], ['4.txt']]);
    expect(divided.others.documents.map(({ file }) => file)).toEqual(['german.txt']);
    for (const part of parts) {
      expect(parseDossier(JSON.parse(JSON.stringify(part)))).toEqual(part);
      expect(() => verifyEvidence(part, part.documents)).not.toThrow();
    }
  });

  it.each(['documents', 'attributions', 'utterances', 'claims', 'discrepancies', 'timeline'] as const)(
    'leaves none of the %s out and tells none twice',
    (list) => {
      const ids = parts.flatMap((part) => part[list].map(({ id }) => id));
      expect(ids.sort()).toEqual(dossier[list].map(({ id }) => id).sort());
    },
  );

  it('has those who are spoken of in each, and those for whom they speak', () => {
    for (const { entities, attributions } of parts) {
      const known = new Set(entities.map(({ id }) => id));
      for (const { speaker } of attributions) if (speaker !== null) expect(known).toContain(speaker);
      for (const { speaksFor } of entities) if (speaksFor !== undefined) expect(known).toContain(speaksFor);
    }
  });

  it('keeps apart what joins two stories by chance', () => {
    const torn = tornApart();
    const halves = divideByStory(torn);
    const [first, second] = halves.stories.map((each) => new Set(each.story.documents));
    expect(halves.between.length).toBeGreaterThan(0);
    for (const { from, to } of halves.between)
      expect((first?.has(from) && second?.has(to)) || (second?.has(from) && first?.has(to))).toBe(true);
    for (const { story, dossier: half } of halves.stories) {
      const own = new Set(story.documents);
      expect(half.lineage.origins.flatMap(({ documents }) => documents).sort()).toEqual([...own].sort());
      for (const { readings } of half.discrepancies)
        for (const { evidence } of readings) expect(own).toContain(evidence.document);
    }
    const whole = withoutChance(torn, halves);
    expect(whole.lineage.edges).toHaveLength(torn.lineage.edges.length - halves.between.length);
    expect(whole.discrepancies).toHaveLength(torn.discrepancies.length);
  });
});
