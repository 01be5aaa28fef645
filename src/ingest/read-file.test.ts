import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { verifyEvidence } from '../model/evidence.ts';
import { composeDocument } from './document-from-text.ts';
import { readFileContents } from './read-file.ts';

const STORY =
  'The ferry Halmar left the port of Oster at six, the harbour office said. “We have nothing to hide,” its owner told us.';

const SEEDS: Readonly<Record<string, string>> = {
  'a.txt': `Ferry lost\nBy Ansa Merrin\n\n${STORY}\n\nDear readers, support our journalism.\n`,
  'a.md': `---\ntitle: "Lost"\npublished: 2022-10-21\n---\n# Lost\n\n${STORY} [more](https://a.example/) **now**\n`,
  'a.html': `<!doctype html><html><head><meta charset="utf-8"><meta name="date" content="2022-10-21"><script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Ansa Merrin"}]}</script></head><body><article><h1>Lost</h1><p>${STORY}</p><ul><li><a href="#">x</a></li></ul></article></body></html>`,
  'a.json': JSON.stringify([{ text: STORY, title: 'Lost', published: '2022-10-21' }]),
  'a.ndjson': `${JSON.stringify({ text: STORY })}\n${JSON.stringify({ text: STORY, id: 'b' })}\n`,
};

/** A change of a file: at a place, so many bytes are put in the place of so many others. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.integer({ min: 0, max: 40 }),
  inserted: fc.uint8Array({ maxLength: 12 }),
  repeated: fc.integer({ min: 1, max: 30 }),
});

describe('readFileContents', () => {
  it.each(Object.keys(SEEDS))('survives mutated bytes of %s with documents or warnings', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let bytes = Buffer.from(SEEDS[name] ?? '');
        for (const { at, removed, inserted, repeated } of changes) {
          const start = Math.floor(at * bytes.length);
          const filling = Array.from({ length: repeated }, () => inserted);
          bytes = Buffer.concat([bytes.subarray(0, start), ...filling, bytes.subarray(start + removed)]);
        }
        const { parts, warnings } = await readFileContents(name, bytes);
        expect(parts.length + warnings.length).toBeGreaterThan(0);
        for (const one of parts) {
          const document = composeDocument(one);
          verifyEvidence(document, [document]);
        }
        for (const { message } of warnings) expect(message).toMatch(/^[^\n]{1,600}[.:”]$/);
      }),
      { seed: 23, numRuns: 150 },
    );
  });
});
