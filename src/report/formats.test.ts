import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { severalStories } from '../../test/several-stories.ts';
import { emptyDossier, sampleDossier } from '../../test/sample-dossier.ts';
import { hostileDossier } from '../../test/hostile-dossier.ts';
import { evidenceAt, verifyEvidence } from '../model/evidence.ts';
import type { Dossier } from '../model/dossier.ts';
import { FORMATS } from './formats.ts';
import { renderAnnotations } from './render-annotations.ts';
import { renderCsv } from './render-csv.ts';
import { renderJsonLd } from './render-json-ld.ts';
import { renderMarkdown } from './render-markdown.ts';

const dossier = sampleDossier();
const hostile = hostileDossier();

/** The triples of a published vocabulary: subject, predicate and object as `prefix:name` where they are of it. */
function vocabulary(name: string): string[][] {
  const folder = dirname(createRequire(import.meta.url).resolve(`@vocabulary/${name}/package.json`));
  return readFileSync(join(folder, `${name}.nq`), 'utf8')
    .split('\n')
    .map((line) => [...line.matchAll(/<([^>]*)>/g)].slice(0, 3).map((match) => match[1] ?? ''));
}

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

describe('renderCsv', () => {
  const tables = (of: Dossier): Record<string, Record<string, string>[]> =>
    Object.fromEntries(
      renderCsv(of).map(({ table, text }) => [
        table,
        parse<Record<string, string>>(text, { bom: true, columns: true }),
      ]),
    );

  it('reads back as one row for each item, with the words at their spans', () => {
    const { attributions, documents, discrepancies } = tables(dossier);
    expect(documents).toHaveLength(dossier.documents.length);
    expect(attributions).toHaveLength(dossier.attributions.length);
    expect(discrepancies).toHaveLength(dossier.discrepancies.flatMap((each) => each.readings).length);
    const texts = new Map(dossier.documents.map((document) => [document.file, document]));
    for (const row of attributions ?? []) {
      const document = texts.get(row['document']);
      const spans = (row['spans'] ?? '')
        .split(';')
        .map((span) => span.split('-').map(Number) as [number, number]);
      expect(document && evidenceAt(document, spans).text).toBe(row['content']);
    }
  });

  it('begins with a byte-order mark and ends its lines as spreadsheets do', () => {
    for (const { text } of renderCsv(dossier)) {
      expect(text.startsWith('\ufeff')).toBe(true);
      expect(text.endsWith('\r\n')).toBe(true);
    }
  });

  it('never writes a cell that a spreadsheet would run', () => {
    const cells = Object.values(tables(hostile)).flat().flatMap(Object.values);
    expect(cells.some((cell) => cell.startsWith("'="))).toBe(true);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});

describe('renderMarkdown', () => {
  interface Node {
    readonly type: string;
    readonly value?: string;
    readonly children?: readonly Node[];
  }
  const nodes = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodes)];
  const words = (node: Node): string =>
    nodes(node)
      .map((each) => each.value ?? '')
      .join('');

  it('holds every content as a block quote, read by another parser', () => {
    const quotes = nodes(fromMarkdown(renderMarkdown(dossier)) as Node)
      .filter((node) => node.type === 'blockquote')
      .map(words);
    for (const attribution of dossier.attributions) expect(quotes).toContain(attribution.content.text);
  });

  it('tells what is only told differently under a heading of its own', () => {
    const headings = nodes(fromMarkdown(renderMarkdown(dossier)) as Node)
      .filter((node) => node.type === 'heading')
      .map(words);
    const [apart, next] = [headings.indexOf('Told differently'), headings.indexOf('Who holds what')];
    const low = dossier.discrepancies.filter(({ importance }) => importance === 'low');
    expect(headings.slice(apart + 1, next)).toEqual(low.map(({ about }) => about));
  });

  it('lets no word of a document become markup', () => {
    const types = new Set(nodes(fromMarkdown(renderMarkdown(hostile)) as Node).map((node) => node.type));
    for (const type of ['html', 'link', 'image', 'code', 'inlineCode', 'definition', 'thematicBreak']) {
      expect(types).not.toContain(type);
    }
  });

  it('keeps any content as it is, whatever it looks like', () => {
    const base = sampleDossier();
    const document = base.documents[0];
    const attribution = base.attributions[0];
    if (!document || !attribution) throw new Error('the sample has no attribution');
    const piece = fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '> ',
      '`',
      '**',
      '_',
      '[a](b)',
      '<b>',
      '---',
      '===',
      '&lt;',
      '\\',
      '~~~',
      'word',
      ' ',
      '| a |',
      '![x](y)',
      ':',
      '+ ',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const text = `x${pieces.join('')}`.slice(1).trim();
        if (text === '') return;
        const small: Dossier = {
          ...emptyDossier([]),
          documents: [{ ...document, credits: [], text }],
          attributions: [
            {
              ...attribution,
              speaker: null,
              source: null,
              cue: null,
              chain: [],
              content: { document: document.id, spans: [[0, text.length]], text },
            },
          ],
        };
        const quote = nodes(fromMarkdown(renderMarkdown(small)) as Node).find(
          (node) => node.type === 'blockquote',
        );
        expect(
          quote && nodes(quote).every((node) => ['blockquote', 'paragraph', 'text'].includes(node.type)),
        ).toBe(true);
        expect(quote && words(quote).replaceAll(/\s+/g, ' ')).toBe(text.replaceAll(/\s+/g, ' '));
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});

describe('renderJsonLd', () => {
  const triples = vocabulary('schema');
  const local = (iri: string): string => iri.replace(/^https?:\/\/schema\.org\//, '');
  const parents = new Map<string, string[]>();
  const domains = new Map<string, string[]>();
  for (const [subject = '', predicate = '', object = ''] of triples) {
    const into = predicate.endsWith('subClassOf')
      ? parents
      : predicate.endsWith('domainIncludes')
        ? domains
        : null;
    into?.set(local(subject), [...(into.get(local(subject)) ?? []), local(object)]);
  }
  const kinds = (type: string): string[] => [type, ...(parents.get(type) ?? []).flatMap(kinds)];

  interface Node {
    readonly [key: string]: unknown;
  }
  const read = (of: Dossier): Node[] => {
    const root = JSON.parse(renderJsonLd(of)) as { '@context': string; '@graph': Node[] };
    expect(root['@context']).toBe('https://schema.org');
    return root['@graph'];
  };

  it('uses the types and properties of schema.org where schema.org has them', () => {
    const check = (node: Node): void => {
      const type = node['@type'];
      if (typeof type === 'string') {
        expect(parents.has(type), `${type} is a type`).toBe(true);
        for (const property of Object.keys(node).filter((key) => !key.startsWith('@'))) {
          const fits = (domains.get(property) ?? []).some((domain) => kinds(type).includes(domain));
          expect(fits, `${property} of ${type}`).toBe(true);
        }
      }
      for (const value of Object.values(node).flat()) {
        if (typeof value === 'object' && value !== null) check(value as Node);
      }
    };
    for (const node of [...read(dossier), ...read(hostile)]) check(node);
  });

  it('refers to nothing that is not there, and rates nothing', () => {
    for (const graph of [read(dossier), read(hostile)]) {
      const ids = new Set(graph.map((node) => node['@id']));
      expect(ids.size).toBe(graph.length);
      const references = (value: unknown): unknown[] =>
        typeof value !== 'object' || value === null
          ? []
          : [
              ...('@id' in value && !('@type' in value) ? [value['@id']] : []),
              ...Object.values(value).flatMap(references),
            ];
      for (const reference of references(graph)) expect(ids).toContain(reference);
      expect(JSON.stringify(graph)).not.toMatch(/Rating|ClaimReview/);
    }
  });

  it('says of which bytes an article was read, where they came from and when', () => {
    const captured = dossier.documents.filter(({ provenance }) => provenance?.captured !== undefined);
    expect(captured.length).toBeGreaterThan(0);
    const articles = new Map(read(dossier).map((node) => [node['@id'], node]));
    for (const { id, provenance } of captured)
      expect(articles.get(`urn:stemma:${id}`)).toMatchObject({
        encoding: {
          sha256: provenance?.sha256,
          contentSize: `${provenance?.bytes} B`,
          contentUrl: provenance?.address,
          dateCreated: provenance?.captured,
        },
      });
  });

  it('calls nothing a quotation that the document does not quote', () => {
    const quotations = read(dossier).filter((node) => node['@type'] === 'Quotation');
    const quoted = dossier.attributions.filter((attribution) => attribution.form !== 'indirect');
    expect(quotations.map((node) => node['text'])).toEqual(
      quoted.map((attribution) => attribution.content.text),
    );
  });
});

describe('renderAnnotations', () => {
  interface Selector {
    readonly type: string;
    readonly start?: number;
    readonly end?: number;
    readonly exact?: string;
    readonly prefix?: string;
    readonly suffix?: string;
  }
  interface Annotation {
    readonly id: string;
    readonly type: string;
    readonly motivation: string;
    readonly body: { readonly type: string; readonly value: string };
    readonly target: readonly {
      readonly source: string;
      readonly state?: { readonly type: 'TimeState'; readonly sourceDate: string };
      readonly selector: readonly Selector[];
    }[];
  }
  const read = (of: Dossier): Annotation[] => {
    const root = JSON.parse(renderAnnotations(of)) as { total: number; first: { items: Annotation[] } };
    expect(root).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
    });
    expect(root.total).toBe(root.first.items.length);
    return root.first.items;
  };

  it('names the moment of the capture that positions hold for, and only that', () => {
    const capturedOf = new Map(
      dossier.documents.map(({ id, url, provenance }) => [url ?? `urn:stemma:${id}`, provenance?.captured]),
    );
    const targets = read(dossier).flatMap(({ target }) => target);
    expect(targets.some(({ state }) => state !== undefined)).toBe(true);
    for (const { source, state } of targets) expect(state?.sourceDate).toBe(capturedOf.get(source));
  });

  it('points by code points and by quote at the same words', () => {
    for (const each of [dossier, hostile]) {
      const texts = new Map(
        each.documents.map((document) => [document.url ?? `urn:stemma:${document.id}`, [...document.text]]),
      );
      for (const annotation of read(each)) {
        for (const { source, selector } of annotation.target) {
          const points = texts.get(source);
          const position = selector.find((one) => one.type === 'TextPositionSelector');
          const quote = selector.find((one) => one.type === 'TextQuoteSelector');
          expect(points?.slice(position?.start, position?.end).join('')).toBe(quote?.exact);
          expect(points?.join('')).toContain(`${quote?.prefix}${quote?.exact}${quote?.suffix}`);
        }
      }
    }
  });

  it('uses the terms of the Web Annotation vocabulary', () => {
    const subjects = new Set(vocabulary('oa').map(([subject]) => subject));
    const oa = (term: string): string => `http://www.w3.org/ns/oa#${term}`;
    for (const annotation of read(dossier)) {
      expect(subjects).toContain(oa(annotation.type));
      expect(subjects).toContain(oa(annotation.motivation));
      expect(subjects).toContain(oa(annotation.body.type));
      for (const selector of annotation.target.flatMap((target) => target.selector)) {
        expect(subjects).toContain(oa(selector.type));
        for (const term of Object.keys(selector).filter((key) => key !== 'type')) {
          expect(subjects).toContain(oa(term));
        }
      }
    }
  });

  it('gives every annotation an id of its own', () => {
    const ids = read(dossier).map((annotation) => annotation.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
