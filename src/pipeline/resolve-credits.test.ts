import { expect, test } from 'vitest';
import { analyseStory } from './analyse-story.ts';

const story = [
  {
    text: 'TALLMERE, May 6 (Transnord) — The ferry sank on Monday, the Rescue Service said. Six people are missing.',
  },
  { text: 'The ferry sank, Captain Ilka Tamm said. “We saw no light,” Tamm said.\n\nSource: Transnord' },
];

test('an agency that only credits name becomes one entity of the story, with the credits as its mentions', () => {
  const dossier = analyseStory(story);
  const agencies = dossier.entities.filter((entity) => entity.aliases.includes('Transnord'));
  expect(agencies).toHaveLength(1);
  expect(dossier.documents.flatMap((document) => document.credits.map((credit) => credit.entity))).toEqual([
    agencies[0]?.id,
    agencies[0]?.id,
  ]);
});

test('edges that cite lead from that entity', () => {
  const dossier = analyseStory(story);
  const ids = new Set(dossier.entities.map((entity) => entity.id));
  const cites = dossier.lineage.edges.filter((edge) => edge.kind === 'cites');
  expect(cites.length).toBeGreaterThan(0);
  for (const edge of cites) expect(ids).toContain(edge.from);
});
