import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noted, type NotedDocument } from '../../test/entity-notation.ts';
import { indexTerms } from '../learn/term.ts';
import { readEntityMentions, type EntityMention } from './entity-mention.ts';
import { linkEntities } from './link-entities.ts';
import { linkMentions } from './link-mentions.ts';

const MORNING = noted(
  '[PER1:Ada Lunde] was arrested in [PLA2:Osk] [D3:on Friday] after [D4:a stolen van] hit [D5:a school bus]. [P1:She] had fled in [D4:the vehicle].',
);
const EVENING = noted(
  '[D1:The driver], [PER1:Ada Lunde], was arrested [D3:on Friday]. [D4:Her van] had hit [D5:the bus] in [PLA2:Osk].',
);
const OTHER = noted('[PER6:Joris Maas] opened [D7:a bakery] in [PLA8:Veldam] [D9:in March].');

function link(documents: readonly NotedDocument[]): {
  mentions: EntityMention[];
  texts: string[];
  of: number[];
} {
  const { entityOf } = linkEntities(documents);
  const mentions: EntityMention[] = [];
  const texts: string[] = [];
  documents.forEach((annotated, at) => {
    const marks = [...annotated.chains].sort((a, b) => a.span[0] - b.span[0]);
    const spans = marks.map(({ span }) => span);
    readEntityMentions(indexTerms(annotated, entityOf[at] ?? []), at, spans).forEach((mention, index) => {
      if (!mention) return;
      mentions.push(mention);
      texts.push(`${at} ${marks[index]?.text ?? ''}`);
    });
  });
  return { mentions, texts, of: [...linkMentions(mentions, documents)] };
}

/** Texts that belong together, as sorted lists. */
function clusters({ texts, of }: ReturnType<typeof link>): string[][] {
  const found = new Map<number, string[]>();
  of.forEach((first, index) => found.set(first, [...(found.get(first) ?? []), texts[index] ?? '']));
  return [...found.values()].filter(({ length }) => length > 1).map((list) => list.sort());
}

describe('linkMentions', () => {
  const found = clusters(link([MORNING, EVENING, OTHER]));

  it('joins a person across documents, her pronoun and the description of her', () => {
    expect(found).toContainEqual(['0 Ada Lunde', '0 She', '1 Ada Lunde', '1 The driver']);
  });

  it('joins things and days that are no entities of a dossier', () => {
    expect(found).toContainEqual(expect.arrayContaining(['0 a school bus', '1 the bus']));
    expect(found).toContainEqual(['0 on Friday', '1 on Friday']);
  });

  it('leaves apart what has nothing in common', () => {
    for (const list of found)
      expect(list.some((text) => text.startsWith('2 ')) && list.length > 1).toBe(false);
  });

  it('says one first mention for all of an entity, and nothing of none', () => {
    fc.assert(
      fc.property(fc.subarray([MORNING, EVENING, OTHER]), (documents) => {
        const { of } = link(documents);
        of.forEach((first, index) => {
          expect(first).toBeLessThanOrEqual(index);
          expect(of[first]).toBe(first);
        });
      }),
      { seed: 7, numRuns: 8 },
    );
  });
});
