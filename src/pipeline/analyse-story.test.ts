import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentFromText } from '../ingest/document-from-text.ts';
import { parseDossier } from '../model/dossier-schema.ts';
import { verifyEvidence } from '../model/evidence.ts';
import { analyseStory } from './analyse-story.ts';
import { attributeDocument } from './attribute-document.ts';

const folder = join(import.meta.dirname, '..', '..', 'examples', 'ferry-collision');
const accounts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

/** Pieces of news and pieces of malice, in any order. */
const piece = fc.constantFrom(
  'The minister said on Friday that up to 300 crates had been lost.',
  '“We saw nothing,” she added',
  'Lirio denies this',
  '"',
  '”',
  '“',
  "Dal'emi",
  '\n\n',
  '\n',
  ' … ',
  'TALLMERE, May 6 (Transnord) —',
  'according to ',
  'Source: Transnord',
  '<script>alert(1)</script>',
  '\u202e',
  '\u0000',
  '\ud800',
  'e\u0301',
  '👩‍👩‍👧',
  'שלום',
  '50,000-60,000',
  '$1.2bn',
  '(((((',
);
const hostileText = fc
  .array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(' '));

test('the example story becomes a dossier of the published shape', () => {
  const dossier = analyseStory(accounts, { title: 'The Aino Marel' });
  expect(dossier.title).toBe('The Aino Marel');
  expect(dossier.documents).toHaveLength(6);
  expect(parseDossier(JSON.parse(JSON.stringify(dossier)))).toEqual(dossier);
});

test('the order of the documents makes no difference to a single byte', () => {
  const forwards = JSON.stringify(analyseStory(accounts));
  fc.assert(
    fc.property(fc.shuffledSubarray(accounts, { minLength: accounts.length }), (shuffled) => {
      expect(JSON.stringify(analyseStory(shuffled))).toBe(forwards);
    }),
    { seed: 1, numRuns: 5 },
  );
});

test('every id that an item names belongs to an item of the dossier', () => {
  const dossier = analyseStory(accounts);
  const documents = new Set(dossier.documents.map((d) => d.id));
  const entities = new Set(dossier.entities.map((e) => e.id));
  const attributions = new Set(dossier.attributions.map((a) => a.id));
  expect(documents.size).toBe(dossier.documents.length);
  expect(entities.size).toBe(dossier.entities.length);
  expect(attributions.size).toBe(dossier.attributions.length);
  for (const attribution of dossier.attributions) {
    expect(documents).toContain(attribution.document);
    for (const id of [attribution.speaker, attribution.addressee, ...attribution.chain]) {
      if (id !== null && id !== undefined) expect(entities).toContain(id);
    }
    if (attribution.parent !== undefined) expect(attributions).toContain(attribution.parent);
  }
  for (const entity of dossier.entities)
    if (entity.speaksFor !== undefined) expect(entities).toContain(entity.speaksFor);
  for (const { from, to } of dossier.lineage.edges) {
    expect(documents.has(from) || entities.has(from)).toBe(true);
    expect(documents).toContain(to);
  }
  expect(dossier.lineage.origins.flatMap((origin) => origin.documents).sort()).toEqual([...documents].sort());
});

test('no text brings it down, and all evidence stands in its document', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 3 }), (texts) => {
      const documents = texts.map((text) =>
        documentFromText({ text, language: 'en', published: '2031-05-06' }),
      );
      const dossier = analyseStory(documents);
      verifyEvidence(dossier, documents);
      expect(JSON.stringify(analyseStory(documents.toReversed()))).toBe(JSON.stringify(dossier));
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('a document in another language is listed and not analysed', () => {
  const text =
    'Der Minister sagte am Freitag, die Fähre sei in der Nacht gesunken. Niemand habe die Lichter gesehen, fügte er hinzu.';
  const dossier = analyseStory([{ text, language: 'de' }]);
  expect(dossier.documents[0]).toMatchObject({ language: 'de', analysed: false });
  expect(dossier.attributions).toEqual([]);
});

test('attributeDocument gives the same spans as the dossier', () => {
  const [first] = accounts;
  if (!first) throw new Error('no example');
  const dossier = analyseStory([first]);
  expect(attributeDocument(first).map((attribution) => [attribution.id, attribution.content])).toEqual(
    dossier.attributions.map((attribution) => [attribution.id, attribution.content.spans]),
  );
});

test('the same document handed in twice counts once', () => {
  const [first] = accounts;
  if (!first) throw new Error('no example');
  expect(analyseStory([first, first]).documents).toHaveLength(1);
});
