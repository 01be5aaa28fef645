import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../test/plain-document.ts';
import type { CreditRole, Document } from '../model/document.ts';
import type { EdgeKind, LineageEdge } from '../model/lineage.ts';
import { countOrigins, groupOrigins } from './group-origins.ts';

const document = (id: string, credits: readonly (readonly [string, CreditRole])[] = []): Document =>
  plainDocument(id, 'Text.', {
    credits: credits.map(([name, role]) => ({
      name,
      role,
      evidence: { document: id, spans: [[0, 4]], text: 'Text' },
    })),
  }).document;
const edge = (from: string, to: string, kind: EdgeKind = 'copy'): LineageEdge => ({
  from,
  to,
  kind,
  passages: [],
  directed: false,
});

describe('groupOrigins', () => {
  const documents = ['a', 'b', 'c', 'd'].map((id) => document(id));

  it('takes the entries of one live blog for one beginning', () => {
    const entry = (id: string, blog: string): Document => ({
      ...document(id),
      liveBlog: { id: blog, part: 'entry', entries: 2 },
    });
    const all = [entry('a', 'b-1'), entry('b', 'b-2'), entry('c', 'b-1'), document('d')];
    expect(groupOrigins(all, []).map((part) => part.documents)).toEqual([['a', 'c'], ['b'], ['d']]);
    expect(groupOrigins(all, [edge('c', 'd')]).map((part) => part.documents)).toEqual([
      ['a', 'c', 'd'],
      ['b'],
    ]);
  });

  it('joins what is joined through a third', () => {
    expect(groupOrigins(documents, [edge('b', 'c'), edge('c', 'd', 'translation')])).toEqual([
      { documents: ['a'], origin: null },
      { documents: ['b', 'c', 'd'], origin: null },
    ]);
  });

  it('joins nobody for citing one agency', () => {
    expect(
      groupOrigins(documents, [edge('Nordwire', 'a', 'cites'), edge('Nordwire', 'b', 'cites')]),
    ).toHaveLength(4);
  });

  it('names a beginning after the one agency that is credited for the whole', () => {
    const credited = [document('a', [['Nordwire', 'origin']]), document('b', [['Südwire', 'cited']])];
    expect(groupOrigins(credited, [edge('a', 'b')])).toEqual([{ documents: ['a', 'b'], origin: 'Nordwire' }]);
    const two = [document('a', [['Nordwire', 'origin']]), document('b', [['Südwire', 'origin']])];
    expect(groupOrigins(two, [edge('a', 'b')])[0]?.origin).toBeNull();
  });
});

describe('countOrigins', () => {
  const origins = [
    { documents: ['a', 'b'], origin: null },
    { documents: ['c'], origin: null },
  ];

  it('counts beginnings and not documents', () => {
    expect(countOrigins(['a', 'b'], { origins })).toBe(1);
    expect(countOrigins(['a', 'b', 'c', 'c'], { origins })).toBe(2);
    expect(countOrigins([], { origins })).toBe(0);
  });

  it('counts a document that it does not know as a beginning of its own', () => {
    expect(countOrigins(['a', 'elsewhere'], { origins })).toBe(2);
  });
});
