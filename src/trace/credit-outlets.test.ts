import { describe, expect, it } from 'vitest';
import { marked } from '../../test/marked.ts';
import { plainDocument } from '../../test/plain-document.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import { creditOutlets } from './credit-outlets.ts';

/** `[N:…]` are names, `[K:…]` what a credit's evidence has to be. */
function account(publisher: string, notation: string): { annotated: AnnotatedDocument; credits: string[] } {
  const { text, spans } = marked(notation);
  const annotated = plainDocument(publisher, text, { publisher: { value: publisher, from: 'given' } });
  return {
    annotated: { ...annotated, names: (spans.N ?? []).map((span) => ({ span, kind: 'organisation' })) },
    credits: (spans.K ?? []).map((span) => text.slice(...span)),
  };
}

const gazette = account('The Quell Gazette', 'The dam held, the engineer said.');

describe('creditOutlets', () => {
  it.each([
    'The dam held all night, the [K:[N:Quell Gazette] reported].',
    'The dam held, [K:according to the [N:Quell Gazette]].',
    'An engineer [K:told the [N:Quell Gazette]] that the dam held.',
    '[K:[N:QuellGazette.com] has learned] that the dam held.',
  ])('%s', (notation) => {
    const { annotated, credits } = account('Radio Brant', notation);
    const [, after] = creditOutlets([gazette.annotated, annotated]);
    expect(after?.document.credits.map(({ evidence }) => evidence.text)).toEqual(credits);
    expect(after?.document.credits.map(({ name, role }) => [name, role])).toEqual([
      ['The Quell Gazette', 'cited'],
    ]);
  });

  it.each([
    ['a mention without a cue', 'Radio Brant', 'The dam stands behind the [N:Quell Gazette] building.'],
    ['what an outlet says of itself', 'Quell Gazette', 'The dam held, the [N:Quell Gazette] has learned.'],
    ['an outlet that has no account here', 'Radio Brant', 'The dam held, the [N:Brant Star] reported.'],
  ])('leaves alone %s', (_, publisher, notation) => {
    const { annotated } = account(publisher, notation);
    expect(creditOutlets([gazette.annotated, annotated])[1]?.document.credits).toEqual([]);
  });
});
