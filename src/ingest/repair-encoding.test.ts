import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { Document } from '../model/document.ts';
import { verifyEvidence } from '../model/evidence.ts';
import { composeDocument } from './document-from-text.ts';
import { readFileContents } from './read-file.ts';

const SOUND =
  '“We have nothing to hide,” she told the Café Müller on Friday. Nobody else was there, the owner’s lawyer said – “not one”.';
const DAMAGED =
  'â€œWe have nothing to hide,â€\u009D she told the CafÃ© MÃ¼ller on Friday. Nobody else was there, the ownerâ€™s lawyer said â€“ â€œnot oneâ€\u009D.';

async function read(name: string, content: string): Promise<{ documents: Document[]; warnings: string[] }> {
  const { parts, warnings } = await readFileContents(name, Buffer.from(content));
  const documents = parts.map(composeDocument);
  verifyEvidence(documents, documents);
  return { documents, warnings: warnings.map(({ code }) => code) };
}

function repaired(document: Document | undefined): (readonly [was: string, now: string])[] {
  return (document?.oddities ?? []).flatMap(({ evidence, repairedFrom }) =>
    repairedFrom === undefined ? [] : [[repairedFrom, evidence.text] as const],
  );
}

describe('damage by a wrong encoding', () => {
  it('is put right in a text file, place by place; the digest is that of the bytes as they came', async () => {
    const { documents, warnings } = await read('a.txt', DAMAGED);
    expect(documents[0]?.text).toBe(SOUND);
    expect(warnings).toEqual(['encoding-repaired']);
    expect(repaired(documents[0])[0]).toEqual(['â€œ', '“']);
    expect(repaired(documents[0]).map(([, now]) => now)).toEqual(['“', '”', 'é', 'ü', '’', '–', '“', '”']);
    expect(documents[0]?.provenance).toMatchObject({
      sha256: createHash('sha256').update(DAMAGED).digest('hex'),
      repairedPlaces: 8,
    });
  });

  it('is told from sound words in the same text, whatever ends its lines', async () => {
    const { documents } = await read('a.txt', `Café shut in Oster\r\n\r\n${DAMAGED}\r\n\r\n${SOUND}\r\n`);
    expect(documents[0]?.text).toBe(`Café shut in Oster\n\n${SOUND}\n\n${SOUND}\n`);
    const places = documents[0]?.oddities.flatMap(({ evidence }) => evidence.spans.map(([start]) => start));
    expect(places?.length).toBe(8);
    expect(Math.max(...(places ?? []))).toBeLessThan(20 + SOUND.length);
  });

  it('is put right before articles in one file are taken apart', async () => {
    const article = (title: string, day: number): string =>
      `${title}\nBy AndrÃ© Nowak\n${day} March 2031\n\n${DAMAGED}\n\nThe port office knew of it since ${day} March, a spokesman said. It was found on its side two hours later by a fishing boat, and the ministry has asked for the passenger list. Divers are to search the hull on Saturday, and forty-one homes stood under water by morning.\n\n`;
    const { documents } = await read(
      'a.txt',
      article('Ferry Halmar capsizes off Oster', 3) + article('Gates of Verrin dam open in the night', 4),
    );
    expect(documents.map(({ byline }) => byline)).toEqual([['André Nowak'], ['André Nowak']]);
    for (const document of documents) expect(repaired(document).length).toBe(9);
  });

  it.each([
    ['a.md', `# Ferry lost\n\n${DAMAGED}`],
    [
      'a.html',
      `<html><head><title>Ferry lost</title></head><body><article><p>${DAMAGED}</p></article></body></html>`,
    ],
    ['a.json', JSON.stringify({ title: 'CafÃ© heard', text: DAMAGED })],
    ['a.json', JSON.stringify({ title: 'Heard', text: DAMAGED }).replace(/[^\0-\x7f]/g, escaped)],
    ['a.ndjson', `${JSON.stringify({ text: SOUND })}\n${JSON.stringify({ text: DAMAGED, title: 'b' })}\n`],
    ['a.csv', `title,text\n"Ferry lost","${DAMAGED}"\n`],
    [
      'a.rss',
      `<rss version="2.0"><channel><title>Post</title><item><title>Ferry lost</title><description>${DAMAGED}</description></item></channel></rss>`,
    ],
  ])('is put right in %s', async (name, content) => {
    const { documents, warnings } = await read(name, content);
    expect(documents.at(-1)?.text).toContain(SOUND);
    expect(documents.at(-1)?.provenance?.repairedPlaces).toBeGreaterThanOrEqual(8);
    expect(repaired(documents.at(-1)).length).toBeGreaterThanOrEqual(8);
    expect(warnings).toContain('encoding-repaired');
  });

  it('is put right in a page that writes it with character references', async () => {
    // The standard lets a page write every sign of these but U+009D.
    const written = DAMAGED.replaceAll('â€\u009D', '').replace(
      /[^\0-\x7f]/g,
      (sign) => `&#${sign.codePointAt(0)};`,
    );
    const page = `<html><head><title>Ferry</title></head><body><article><p>${written}</p></article></body></html>`;
    expect((await read('a.html', page)).documents[0]?.text).toContain(SOUND.replaceAll('”', ''));
  });

  it('is marked where a byte was lost and nobody can say what stood there', async () => {
    const { documents, warnings } = await read(
      'a.txt',
      'She said: â€\uFFFD and “no”. Then she left the port of Oster.',
    );
    expect(warnings).toEqual([]);
    expect(documents[0]?.oddities).toMatchObject([{ kind: 'encoding', evidence: { text: 'â€\uFFFD' } }]);
    expect(documents[0]?.oddities[0]).not.toHaveProperty('repairedFrom');
  });
});

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
