import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { emptyDossier, sampleDossier } from '../../test/sample-dossier.ts';
import { hostileDossier } from '../../test/hostile-dossier.ts';
import type { Dossier } from '../model/dossier.ts';
import { renderMarkdown } from './render-markdown.ts';

const dossier = sampleDossier();
const hostile = hostileDossier();

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
