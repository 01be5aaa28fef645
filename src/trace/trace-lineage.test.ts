import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../test/plain-document.ts';
import { verifyEvidence } from '../model/evidence.ts';
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

describe('traceLineage', () => {
  it('joins a wire report and the copy that a desk made of it, with the passages that they share', () => {
    const documents = [plainDocument('d-wire', WIRE), plainDocument('d-copy', EDITED)];
    const lineage = traceLineage(documents);
    expect(lineage.origins).toEqual([{ documents: ['d-copy', 'd-wire'], origin: null }]);
    const [edge] = lineage.edges;
    expect(edge?.directed).toBe(false);
    expect(edge?.reason).toContain('nothing shows which came first');
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
});
