import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The package as its users import it: by its own name, through `exports`, from the built files. */
const library = (await import('stemma' as string)) as typeof import('../src/index.ts');

test('the public functions are these', () => {
  expect(Object.keys(library).sort()).toEqual(
    [
      'StemmaError',
      'VERSION',
      'analyseStory',
      'attributeDocument',
      'documentFromText',
      'fetchCaptures',
      'parseDossier',
      'readDocuments',
      'renderHtml',
      'stanceOfAccount',
      'verifyEvidence',
    ].sort(),
  );
});

test('the built library attributes, analyses and renders', () => {
  const text = '“The pilot left the channel,” harbour master Ilka Tamm said on Tuesday.';
  const [attribution] = library.attributeDocument({ text });
  expect(attribution?.source.map((span) => text.slice(...span)).join()).toContain('Ilka Tamm');
  const dossier = library.parseDossier(JSON.parse(JSON.stringify(library.analyseStory([{ text }]))));
  expect(library.renderHtml(dossier)).toContain('The pilot left the channel');
});

test('its types are there', () => {
  const types = readFileSync(join(import.meta.dirname, '..', 'dist', 'index.d.ts'), 'utf8');
  expect(types).toContain('analyseStory');
});
