import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleDossier } from '../../test/sample-dossier.ts';
import { hostileDossier } from '../../test/hostile-dossier.ts';
import type { Dossier } from '../model/dossier.ts';
import { renderAnnotations } from './render-annotations.ts';
import { renderJsonLd } from './render-json-ld.ts';

const dossier = sampleDossier();
const hostile = hostileDossier();

/** The triples of a published vocabulary: subject, predicate and object as `prefix:name` where they are of it. */
function vocabulary(name: string): string[][] {
  const folder = dirname(createRequire(import.meta.url).resolve(`@vocabulary/${name}/package.json`));
  return readFileSync(join(folder, `${name}.nq`), 'utf8')
    .split('\n')
    .map((line) => [...line.matchAll(/<([^>]*)>/g)].slice(0, 3).map((match) => match[1] ?? ''));
}

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
