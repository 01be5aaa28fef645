import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../test/plain-document.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import { verifyEvidence } from '../model/evidence.ts';
import { compareTimes } from './direct-edge.ts';
import { findCredits } from './find-credits.ts';
import { countOrigins } from './group-origins.ts';
import { traceLineage } from './trace-lineage.ts';

const WIRE = `QUELL, March 3 (Nordwire) — The old dam above Quell gave way before dawn on Tuesday and sent a wall of mud through the lower town.
Engineers had warned the council for eleven years that the spillway was cracked, according to letters kept in the parish archive.
“We were told to wait for the spring budget,” said Ida Quist, who ran the pumping station until last autumn.
Rescuers in rubber boats took ninety-four people off the roofs of the tannery and the grain store by noon.
The council cancelled the harvest fair and opened the school gymnasium to families who had lost their houses.`;

const EDITED = `At least two are missing after a dam broke in the hills.
The old dam above Quell gave way before dawn Tuesday and sent a wall of mud through the lower town.
Engineers had warned the council for 11 years that the spillway was cracked, according to letters kept in the parish archive.
Rescuers in rubber boats took 94 people off the roofs of the tannery and the grain store by noon.`;

const REPORTER = `Bo Lund still has mud in his ears.
He was asleep on the ferry pier when the reservoir emptied itself into his kitchen garden, he says, and he blames nobody but the beavers.
“We were told to wait for the spring budget,” Ida Quist said on local radio.
The mayor would not be drawn on who knew what.`;

const RETOLD = `The dam above Quell, an old one, broke on Tuesday before dawn and a mud wall went through the town's lower half.
For eleven years engineers were warning the council about cracks in the spillway, letters from the archive of the parish show.
“They told us we should wait for the budget in spring,” Ida Quist, until last autumn in charge of the pumping station, said.
By noon ninety-four people were taken from roofs of grain store and tannery by rescuers with rubber boats.
The harvest fair is cancelled, and for families without houses the council has opened the gymnasium of the school.
A bridge is closed.`;

const CHOIR = `The women's choir of Ostmark sang for the last time on Sunday, to an audience of nine and a dog.
Its conductor, Petra Halm, is ninety-one and would have gone on if the altos had not moved to the coast.
She has kept every programme since the war, and means to burn them.`;

/** Sentences of which collections are made: documents draw on the same ones, so that some of them share text. */
const SENTENCES = [...WIRE.split('\n'), ...RETOLD.split('\n'), ...CHOIR.split('\n'), ...REPORTER.split('\n')];

const stories = fc
  .array(
    fc.record({
      sentences: fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 8 }),
      published: fc.option(
        fc.constantFrom('2031-03-04', '2031-03-05', '2031-03-04T09:00', '2031-03-05T01:00+14:00'),
      ),
      publisher: fc.constantFrom('Gazette', 'Herald', 'Courier'),
      credit: fc.option(fc.constantFrom('Gazette', 'Herald', 'Nordwire')),
    }),
    { maxLength: 7 },
  )
  .map((parts) =>
    parts.map(({ sentences, published, publisher, credit }, i) =>
      credited(
        plainDocument(`d-${i}`, [...sentences, ...(credit ? [`Source: ${credit}`] : [])].join('\n'), {
          publisher: { value: publisher, from: 'given' },
          ...(published
            ? { published: { value: { text: published, value: published }, from: 'given' } }
            : {}),
        }),
      ),
    ),
  );

describe('traceLineage', () => {
  it('draws no line between two entries of one live blog, which repeat each other', () => {
    const entry = (id: string, blog: string) =>
      plainDocument(id, WIRE, { liveBlog: { id: blog, part: 'entry', entries: 2 } });
    expect(
      traceLineage([entry('d-1', 'b'), entry('d-2', 'b')]).edges.filter(({ kind }) => kind !== 'cites'),
    ).toEqual([]);
    expect(traceLineage([entry('d-1', 'b'), entry('d-2', 'c')]).edges).toMatchObject([{ kind: 'copy' }]);
  });

  it('infers a direction from the wording where nothing is dated, and gives what shows it', () => {
    const intro = 'The pumping station was run by Ida Quist, an engineer from the coast.';
    const named = 'Nobody answered when Quist wrote letters to the ministry in the capital that spring.';
    const wire = `${WIRE.split('\n').slice(0, 2).join('\n')}\n${intro}\n${named}`;
    const lines = wire.split('\n');
    const copy = [lines[0], lines[1], lines[3]].join('\n');
    const documents = [plainDocument('d-wire', wire), plainDocument('d-copy', copy)];
    const lineage = traceLineage(documents);
    expect(lineage.edges).toMatchObject([{ from: 'd-wire', to: 'd-copy', directed: true }]);
    const [edge] = lineage.edges;
    expect(edge?.signs).toMatchObject([
      { kind: 'name-not-introduced', evidence: { text: 'Quist' }, source: { text: intro } },
    ]);
    expect(edge?.reason).toMatch(
      /only the other says who that is: so the one was taken from the other, or from a text that both come from\.$/,
    );
    verifyEvidence(
      lineage,
      documents.map(({ document }) => document),
    );
    const dated = (day: string) => ({
      published: { value: { text: day, value: day }, from: 'given' as const },
    });
    const [recorded] = traceLineage([
      plainDocument('d-wire', wire, dated('2031-03-05')),
      plainDocument('d-copy', copy, dated('2031-03-04')),
    ]).edges;
    expect(recorded).toMatchObject({ from: 'd-copy', directed: true });
    expect(recorded?.signs).toBeUndefined();
  });

  it('joins a wire report and the copy that a desk made of it, with the passages that they share', () => {
    const documents = [plainDocument('d-wire', WIRE), plainDocument('d-copy', EDITED)];
    const lineage = traceLineage(documents);
    expect(lineage.origins).toEqual([{ documents: ['d-copy', 'd-wire'], origin: null }]);
    const [edge] = lineage.edges;
    expect(edge?.directed).toBe(false);
    expect(edge?.reason).toContain(
      'nothing shows which came first; the shorter may be cut from the longer, or the longer have grown from it',
    );
    expect(edge?.passages.map(({ a, b }) => [a.text.slice(0, 20), b.text.slice(0, 20)])).toEqual([
      ['The old dam above Qu', 'QUELL, March 3 (Nord'],
      ['Rescuers in rubber b', 'Rescuers in rubber b'],
    ]);
    expect(
      verifyEvidence(
        lineage,
        documents.map(({ document }) => document),
      ),
    ).toBe(4);
  });

  it('leaves apart accounts that share no more than a quotation', () => {
    const lineage = traceLineage([plainDocument('d-wire', WIRE), plainDocument('d-own', REPORTER)]);
    expect(lineage.edges).toEqual([]);
    expect(lineage.origins).toHaveLength(2);
    expect(countOrigins(['d-wire', 'd-own'], lineage)).toBe(2);
  });

  it('directs a copy by the days of publication', () => {
    const published = (value: string) => ({
      published: { value: { text: value, value }, from: 'given' as const },
    });
    const lineage = traceLineage([
      plainDocument('d-copy', EDITED, published('2031-03-05')),
      plainDocument('d-wire', WIRE, published('2031-03-04')),
    ]);
    expect(lineage.edges[0]).toMatchObject({ from: 'd-wire', to: 'd-copy', directed: true });
  });

  it('finds a retelling in other words, sentence by sentence', () => {
    const lineage = traceLineage([plainDocument('d-wire', WIRE), plainDocument('d-told', RETOLD)]);
    const [edge] = lineage.edges;
    expect(edge?.kind).toBe('same-origin');
    expect(edge?.reason).toContain('tell the same in the same order');
    expect(edge?.passages.length).toBeGreaterThanOrEqual(4);
  });

  it('calls it a translation where one of the two bears the marks of a machine', () => {
    const oddities = [
      {
        kind: 'machine-translation' as const,
        evidence: { document: 'd-told', spans: [[0, 3] as const], text: 'The' },
      },
    ];
    const lineage = traceLineage([
      plainDocument('d-wire', WIRE),
      plainDocument('d-told', RETOLD, { oddities }),
    ]);
    expect(lineage.edges[0]?.kind).toBe('translation');
    expect(lineage.edges[0]?.directed).toBe(false);
  });

  it('names the agency that two outlets credit for one text', () => {
    const documents = [
      credited(plainDocument('d-a', WIRE)),
      credited(plainDocument('d-b', `${EDITED}\nSource: Nordwire`)),
    ];
    const lineage = traceLineage(documents);
    expect(lineage.origins).toEqual([{ documents: ['d-a', 'd-b'], origin: 'Nordwire' }]);
    expect(lineage.edges.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toEqual([
      'Nordwire cites d-a',
      'Nordwire cites d-b',
      'd-a same-origin d-b',
    ]);
    expect(lineage.edges.at(-1)?.reason).toContain('both credit Nordwire');
  });

  it('does not take a page’s furniture for copy', () => {
    const appeal = `Sign up for our newsletter and never miss a story from the valley again.
You can unsubscribe from the newsletter whenever you like to do so.`;
    const lineage = traceLineage([
      plainDocument('d-dam', `${WIRE}\n${appeal}`),
      plainDocument('d-choir', `${CHOIR}\n${appeal}`),
    ]);
    expect(lineage.edges).toEqual([]);
  });

  it('does not take a standing paragraph of two unrelated pages for copy', () => {
    const standing =
      'The Quell Gazette was founded in 1871 by a tanner and two schoolmasters and belongs to the people of the valley.';
    const lineage = traceLineage([
      plainDocument('d-dam', `${WIRE}\n${standing}`),
      plainDocument('d-choir', `${CHOIR}\n${standing}`),
    ]);
    expect(lineage.edges).toEqual([]);
  });

  it('names a slip that two documents share', () => {
    const slip = (text: string): string =>
      text.replace('spillway', 'spilway').replace('gymnasium', 'gymnasum');
    const others = ['d-x', 'd-y', 'd-z'].map((id) =>
      plainDocument(id, 'The spillway and the gymnasium stood empty. Nobody had a key.'),
    );
    const lineage = traceLineage([
      plainDocument('d-a', slip(WIRE)),
      plainDocument('d-b', slip(EDITED)),
      ...others,
    ]);
    expect(lineage.edges[0]?.reason).toContain('both write “spilway” where others write “spillway”');
  });

  it('takes no everyday word for a slip of another', () => {
    const others = ['d-x', 'd-y', 'd-z'].map((id) => plainDocument(id, 'The experts had a key.'));
    const exporting = (text: string): string => text.replace('rubber boats', 'exports boats');
    const lineage = traceLineage([
      plainDocument('d-a', exporting(WIRE)),
      plainDocument('d-b', exporting(EDITED)),
      ...others,
    ]);
    expect(lineage.edges[0]?.reason).not.toContain('both write');
  });

  it('takes no short name for a slip of another', () => {
    const named = (text: string): string =>
      text.replace('Ida Quist', 'Ida Marden').replace('Quell gave', 'Quell, says Marden, gave');
    const others = ['d-x', 'd-y', 'd-z'].map((id) => plainDocument(id, 'Bo Marten slept. Marten had a key.'));
    const lineage = traceLineage([
      plainDocument('d-a', named(WIRE)),
      plainDocument('d-b', named(EDITED)),
      ...others,
    ]);
    expect(lineage.edges[0]?.reason).not.toContain('both write');
  });

  it('joins two pages with one short text, narration or quotation', () => {
    const notice = 'The ferry to Ostmark leaves at six from Monday on, and at seven on Sundays.';
    const statement =
      '“We were told to wait for the spring budget, and we waited, as we always do in Quell.”';
    for (const text of [notice, statement]) {
      const lineage = traceLineage([plainDocument('d-a', text), plainDocument('d-b', text)]);
      expect(lineage.edges).toMatchObject([{ kind: 'copy', directed: false }]);
      expect(lineage.edges[0]?.passages).toHaveLength(1);
    }
  });

  it('keeps one of two documents with the same id, and copes with none', () => {
    expect(traceLineage([])).toEqual({ edges: [], origins: [] });
    const twice = traceLineage([plainDocument('d-a', WIRE), plainDocument('d-a', WIRE)]);
    expect(twice).toEqual({ edges: [], origins: [{ documents: ['d-a'], origin: null }] });
  });

  it('survives hostile text', () => {
    const hostile = [
      '',
      '\u0000\ud800 \udfff',
      '“'.repeat(5000),
      'a '.repeat(20_000),
      '🙂 '.repeat(3000),
      '\u202eThe dam\u202c',
    ].map((text, i) => plainDocument(`d-${i}`, text));
    expect(traceLineage(hostile).origins).toHaveLength(hostile.length);
  });

  describe('for any collection', () => {
    it('gives the same for every order of the documents', () => {
      fc.assert(
        fc.property(stories, fc.infiniteStream(fc.nat()), (documents, keys) => {
          const shuffled = documents
            .map((document) => ({ document, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ document }) => document);
          expect(traceLineage(shuffled)).toEqual(traceLineage(documents));
        }),
        { seed: 6, numRuns: 40 },
      );
    });

    it('parts the documents, each in one part', () => {
      fc.assert(
        fc.property(stories, (documents) => {
          const { origins } = traceLineage(documents);
          expect(origins.flatMap((part) => part.documents).sort()).toEqual(
            documents.map(({ document }) => document.id).sort(),
          );
        }),
        { seed: 6, numRuns: 40 },
      );
    });

    it('cuts every passage from both documents', () => {
      fc.assert(
        fc.property(stories, (documents) => {
          const lineage = traceLineage(documents);
          const passages = lineage.edges.reduce((sum, edge) => sum + edge.passages.length, 0);
          expect(
            verifyEvidence(
              lineage,
              documents.map(({ document }) => document),
            ),
          ).toBe(2 * passages);
        }),
        { seed: 6, numRuns: 40 },
      );
    });

    it('never runs backwards in time, and never in a circle', () => {
      fc.assert(
        fc.property(stories, (documents) => {
          const dateOf = new Map(
            documents.map(({ document }) => [document.id, document.published?.value.value]),
          );
          const directed = traceLineage(documents).edges.filter(
            (edge) => edge.directed && edge.kind !== 'cites',
          );
          for (const { from, to } of directed)
            expect(compareTimes(dateOf.get(from), dateOf.get(to))).not.toBe(1);
          expect(hasCircle(directed)).toBe(false);
        }),
        { seed: 6, numRuns: 40 },
      );
    });
  });
});

function credited(annotated: AnnotatedDocument): AnnotatedDocument {
  const credits = findCredits(annotated.document, annotated.language);
  return { ...annotated, document: { ...annotated.document, credits } };
}

function hasCircle(edges: readonly { from: string; to: string }[]): boolean {
  const nodes = new Set(edges.flatMap(({ from, to }) => [from, to]));
  let left = [...edges];
  for (const _ of nodes) left = left.filter(({ from }) => left.some(({ to }) => to === from));
  return left.length > 0;
}
