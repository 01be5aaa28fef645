import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/model/errors.ts';
import { dossierJsonSchema } from '../../src/model/dossier-schema.ts';
import { VERSION } from '../../src/model/version.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const headings = (markdown: string): string[] =>
  [...markdown.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '');
const markdownFiles = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'examples/README.md',
].concat(
  readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
);

test('every error code has a section in docs/errors.md, and every section a code', () => {
  expect(headings(read('docs/errors.md')).sort()).toEqual(Object.keys(ERROR_CODES).sort());
});

test('docs/errors.md says of each code what it does to the run', () => {
  const text = read('docs/errors.md');
  for (const [code, kind] of Object.entries(ERROR_CODES)) {
    const section = text.split(`## ${code}\n`)[1]?.split('\n## ')[0] ?? '';
    expect(section.toLowerCase(), code).toContain(`_${kind}._`);
  }
});

test('every folder of src/ has a section in ARCHITECTURE.md with words in it, in both directions', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const text = read('ARCHITECTURE.md');
  const sections = headings(text).filter((heading) => heading.includes('/ — '));
  expect(sections.map((heading) => heading.split('/ — ')[0]).sort()).toEqual(
    folders.map((folder) => folder.name).sort(),
  );
  for (const section of sections) {
    const body = text.split(`## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
    expect(body.trim().length, section).toBeGreaterThan(80);
  }
});

test('links between our documents lead somewhere', () => {
  for (const file of markdownFiles) {
    for (const [, target = ''] of read(file).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      expect(existsSync(join(root, dirname(file), target)), `${file} links to ${target}`).toBe(true);
    }
  }
});

test('files that our documents name are there', () => {
  for (const file of markdownFiles) {
    for (const [, path = ''] of read(file).matchAll(
      /(?<![\w/.-])((?:docs|src|eval|examples|models|scripts|test|training|bench)\/[\w./-]*\w\.(?:md|ts|tsx|json|mjs|png|bin))\b/g,
    )) {
      if (path.startsWith('eval/results/') || path.startsWith('bench/results/')) continue;
      expect(existsSync(join(root, path)), `${file} names ${path}`).toBe(true);
    }
  }
});

test('docs/dossier.schema.json is the schema that the code checks', () => {
  expect(JSON.parse(read('docs/dossier.schema.json'))).toEqual(
    JSON.parse(JSON.stringify(dossierJsonSchema())),
  );
});

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** Every field of a schema as docs/dossier.md writes it: `a?`, `a.b`, `a[].b`. */
function fieldsOf(schema: JsonSchema, before = ''): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    `${before}${name}${schema.required?.includes(name) ? '' : '?'}`,
    ...fieldsOf(field, `${before}${name}.`),
  ]);
  const items = schema.items ? fieldsOf(schema.items, before.replace(/\.$/, '[].')) : [];
  return [...own, ...items, ...(schema.anyOf ?? []).flatMap((each) => fieldsOf(each, before))];
}

test('docs/dossier.md describes every field of the schema, and no others', () => {
  const schema = JSON.parse(read('docs/dossier.schema.json')) as JsonSchema;
  const shapes = { Dossier: schema, ...schema.$defs };
  expect(headings(read('docs/dossier.md')).sort()).toEqual(Object.keys(shapes).sort());
  const sections = read('docs/dossier.md').split(/^## /m);
  for (const [name, shape] of Object.entries(shapes)) {
    const section = sections.find((text) => text.startsWith(`${name}\n`)) ?? '';
    const rows = [...section.matchAll(/^\| `([^`]+)` +\| \S/gm)].map((match) => match[1]);
    expect(rows.sort(), name).toEqual(fieldsOf(shape).sort());
  }
});

test('the version is the package’s', () => {
  expect((JSON.parse(read('package.json')) as { version: string }).version).toBe(VERSION);
});

test('every dependency has its reason', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const reasons = read('docs/decisions/0001-dependencies.md');
  for (const name of Object.keys({ ...dependencies, ...devDependencies }))
    expect(reasons, name).toContain(name);
});

test('versions of dependencies are pinned', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect(version, name).toMatch(/^\d/);
});

test('docs/cli.md lists the options of each command under its heading, and no others', async () => {
  const { commandLine } = await import('../../src/cli/options.ts');
  const nothing = (): Promise<void> => Promise.resolve();
  const sections = read('docs/cli.md').split(/^## /m);
  for (const command of commandLine({
    report: nothing,
    analyse: nothing,
    stories: nothing,
    attribute: nothing,
  }).commands) {
    const section = sections.find((text) => text.startsWith(`stemma ${command.name()}\n`)) ?? '';
    const listed = [...section.matchAll(/^\| `(-[^`]+)`/gm)].map((match) => match[1]);
    expect(listed.sort(), command.name()).toEqual(command.options.map((option) => option.flags).sort());
  }
});

test('every model in the package has a card that names its data and terms', () => {
  for (const file of existsSync(join(root, 'models')) ? readdirSync(join(root, 'models')) : []) {
    if (!file.endsWith('.bin')) continue;
    const cards = readdirSync(join(root, 'docs', 'models')).map((name) => read(`docs/models/${name}`));
    const card = cards.find((text) => text.includes(file));
    expect(card, `no card in docs/models names ${file}`).toBeDefined();
    expect(card).toMatch(/licen[cs]e|terms/i);
  }
});
