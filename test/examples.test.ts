import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readDocuments } from '../src/ingest/read-documents.ts';
import { goldFaults, type Gold } from './examples-gold.ts';

const EXAMPLES = join(import.meta.dirname, '..', 'examples');
const STORIES = ['ferry-collision', 'water-filter-recall'];

function readStory(story: string): { gold: Gold; texts: Map<string, string> } {
  const folder = join(EXAMPLES, story);
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return {
    gold: JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Gold,
    texts: new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  };
}

describe.each(STORIES)('the story %s', (story) => {
  const { gold, texts } = readStory(story);

  it('has a gold without a fault', () => {
    expect(goldFaults(gold, texts)).toEqual([]);
  });

  it('has a gold for every account', () => {
    expect(gold.documents.map((document) => document.file).sort()).toEqual([...texts.keys()].sort());
    for (const { id } of gold.documents)
      expect(gold.attributions.filter(({ document }) => document === id).length).toBeGreaterThan(10);
  });

  it('is written in clean text files of an article’s length', () => {
    for (const file of texts.keys()) {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        readFileSync(join(EXAMPLES, story, file)),
      );
      // no carriage returns, control characters or byte-order mark, no space before the end of a line
      expect(text.match(/[^\P{Cc}\n]|\p{Cf}| +$/gmu), file).toBeNull();
      expect(text, file).toMatch(/\S\n$/);
      const words = text.split(/\s+/).length;
      expect(words, file).toBeGreaterThan(150);
      expect(words, file).toBeLessThan(700);
    }
  });

  it('is read unshifted, so that the spans of the gold are spans of the documents', async () => {
    const { documents } = await readDocuments([...texts.keys()].map((file) => join(EXAMPLES, story, file)));
    expect(documents).toHaveLength(texts.size);
    for (const document of documents) expect(document.text).toBe(texts.get(document.file ?? ''));
  });
});

describe('a gold that was damaged is found out', () => {
  const { gold: ferry, texts } = readStory('ferry-collision');
  const first = <T>(items: readonly T[], wanted: (item: T) => boolean = () => true): T => {
    const item = items.find(wanted);
    if (item === undefined) throw new Error('the story has no such item');
    return item;
  };

  it.each<[string, (gold: Gold) => void, RegExp]>([
    [
      'a content moved by one',
      (g) => first(g.attributions).content.spans[0]![0]++,
      /cuts a word|account has/,
    ],
    ['a cue with another text', (g) => (first(g.attributions).cue!.text = 'asks'), /"asks", the account has/],
    ['a reading of other words', (g) => (first(g.discrepancies).readings[0]!.text += '!'), /account has/],
    ['a credit that is cut short', (g) => first(g.documents).credits[0]!.span[1]--, /account has/],
    [
      'a shared passage of another account',
      (g) => (first(g.lineage).shared![0]!.a.document = '06'),
      /02 to 01: .*account has/,
    ],
    ['a span outside the account', (g) => (first(g.quotations).readings[0]!.span[1] = 99_999), /outside/],
    [
      'a content turned round',
      (g) => first(g.attributions).content.spans[0]!.reverse(),
      /empty, out of order/,
    ],
    [
      'pieces out of order',
      (g) => first(g.attributions, (a) => a.content.spans.length > 1).content.spans.reverse(),
      /out of order/,
    ],
    ['an attribution without content', (g) => (first(g.attributions).content.spans = []), /no content/],
    ['a speaker who is nobody', (g) => (first(g.attributions).speaker = 'nobody'), /unknown entity nobody/],
    ['a relay that is nobody', (g) => first(g.attributions).via.push('nobody'), /unknown entity nobody/],
    [
      'an actor who is nobody',
      (g) => (first(g.claims).positions[0]!.actor = 'nobody'),
      /unknown entity nobody/,
    ],
    [
      'a holder who is nobody',
      (g) => (first(g.discrepancies).readings[0]!.held_by = 'nobody'),
      /entity nobody/,
    ],
    [
      'a lost parent',
      (g) => (first(g.attributions, (a) => a.parent !== null).parent = 'x'),
      /unknown parent x/,
    ],
    [
      'a parent elsewhere in the account',
      (g) => (first(g.attributions, (a) => a.parent === '01-a9').parent = '01-a2'),
      /01-a\d+: its content is not within that of 01-a2/,
    ],
    [
      'a parent in another account',
      (g) => (first(g.attributions, (a) => a.parent === '01-a9').parent = '02-a5'),
      /stands in another account/,
    ],
    [
      'parents in a circle',
      (g) => {
        const [outer, inner] = [first(g.attributions), first(g.attributions, (a) => a.id === '01-a2')];
        inner.content = structuredClone(outer.content);
        outer.parent = inner.id;
        inner.parent = outer.id;
      },
      /01-a1: its parents go round in a circle/,
    ],
    ['a lost attribution', (g) => g.attributions.splice(5, 1), /unknown attribution 01-a6/],
    [
      'an attribution of another account',
      (g) => (first(g.quotations).readings[0]!.attribution = '02-a5'),
      /q1: 02-a5 stands in 02, not in 01/,
    ],
    ['an id used twice', (g) => g.attributions.push(structuredClone(first(g.attributions))), /there twice/],
    ['an entity used twice', (g) => g.entities.push(structuredClone(first(g.entities))), /there twice/],
    ['an alias that nobody wrote', (g) => first(g.entities).aliases_in_text.push('Quorvenia'), /Quorvenia/],
    ['an act that is none', (g) => (first(g.attributions).act = 'shout'), /unknown act shout/],
    ['a stance that is none', (g) => (first(g.claims).positions[0]!.stance = 'shrugs'), /stance shrugs/],
    [
      'a position without a ground',
      (g) => (first(g.claims).positions[0]!.attributions = []),
      /rests on nothing/,
    ],
    [
      'a form against the marks',
      (g) => (first(g.attributions, (a) => a.form === 'indirect').form = 'direct'),
      /does not begin with a quotation mark/,
    ],
    ['a reading on its own', (g) => first(g.not_discrepancies).readings.splice(1), /fewer than two/],
    ['a day in no account', (g) => first(g.timeline).documents.push('07'), /unknown document 07/],
    ['a file that is not there', (g) => (first(g.documents).file = '00.txt'), /no file 00\.txt/],
  ])('%s', (_name, damage, fault) => {
    const damaged = structuredClone(ferry);
    damage(damaged);
    expect(goldFaults(damaged, texts).join('\n')).toMatch(fault);
  });

  it('any edge of any attribution, moved by any distance', () => {
    fc.assert(
      fc.property(
        fc.nat(ferry.attributions.length - 1),
        fc.constantFrom('source', 'cue', 'content'),
        fc.nat(1),
        fc.integer({ min: -40, max: 40 }).filter((by) => by !== 0),
        (index, role, edge, by) => {
          const damaged = structuredClone(ferry);
          const span = damaged.attributions[index]![role]?.spans[0];
          fc.pre(span !== undefined);
          span[edge]! += by;
          return goldFaults(damaged, texts).length > 0;
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('the pages on the recall', () => {
  it('are read with their metadata and without what surrounds them', async () => {
    const { documents, warnings } = await readDocuments([join(EXAMPLES, 'water-filter-pages')]);
    expect(
      documents.map(({ title, publisher, published }) => [title, publisher?.value, published?.value.value]),
    ).toEqual([
      [
        'Recall of Klar 2 filter cartridges: questions and answers',
        'Consumer Safety Authority of Haldria',
        '2025-06-03',
      ],
      ['Shops run out of jugs as filter recall widens', 'Lakeside Evening', '2025-06-05'],
    ]);
    expect(warnings.filter(({ code }) => code !== 'undated-documents')).toEqual([]);
    const [answers, evening] = documents.map(({ text }) => text);
    expect(answers).toContain('The limit for drinking water is 20.');
    expect(answers).not.toMatch(/\*\*|https:|^---/m);
    expect(evening).toContain('“Nobody had to tell us,” its chief executive, Theo Marinakos, wrote');
    expect(evening).not.toMatch(/cookies|Subscribe|All rights reserved|ferry/i);
  });
});

describe('the table of publication days', () => {
  it('names every account of the ferry story, and a day of that week', async () => {
    const { documents } = await readDocuments([join(EXAMPLES, 'ferry-collision')], {
      documentsTable: join(EXAMPLES, 'ferry-collision.csv'),
    });
    expect(documents.map(({ published }) => published?.value.value)).toEqual([
      '2025-10-16',
      '2025-10-15',
      '2025-10-16',
      '2025-10-16',
      '2025-10-17',
      '2025-10-16',
    ]);
  });
});
