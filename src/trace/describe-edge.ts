import type { Document } from '../model/document.ts';
import type { DescentSign, DescentSignKind, EdgeKind } from '../model/lineage.ts';
import type { Likeness } from './compare-documents.ts';
import type { Direction } from './direct-edge.ts';
import { LEAST_QUOTATIONS, type Reuse } from './judge-reuse.ts';
import { describeFingerprints, type Fingerprints } from './fingerprints.ts';
import { isTranslated } from '../text/translated.ts';

/** What is known of two documents that come from one text. */
export interface Kinship {
  readonly reuse: Reuse;
  readonly likeness: Likeness;
  readonly direction: Direction;
  readonly passages: number;
  /** Agencies that both credit for their copy. */
  readonly agencies: readonly string[];
  readonly fingerprints: Fingerprints;
}

/** Share of the shorter document in common runs from which the whole of it counts as one text with the other. */
const WHOLE_COPY = 0.5;

/**
 * What kind of edge joins two documents.
 *
 * `translation` only where a language or the marks of a machine show one; `same-origin` where both credit one agency, or where
 * they share a part and nothing but the wording shows who had it first; `copy` otherwise.
 */
export function kindOf(a: Document, b: Document, kinship: Kinship): EdgeKind {
  if (kinship.reuse === 'retold' && (a.language !== b.language || isTranslated(a) !== isTranslated(b)))
    return 'translation';
  if (kinship.agencies.length > 0 || kinship.reuse === 'retold') return 'same-origin';
  const recorded = kinship.direction.first !== null && kinship.direction.signs === undefined;
  return recorded || kinship.likeness.contained >= WHOLE_COPY ? 'copy' : 'same-origin';
}

/** Agencies that both documents credit for the whole or a part of their copy. */
export function agenciesInCommon(a: Document, b: Document): string[] {
  const credited = (document: Document): Set<string> =>
    new Set(
      document.credits
        .filter(({ role }) => role === 'origin' || role === 'contribution')
        .map(({ name }) => name),
    );
  const ofB = credited(b);
  return [...credited(a)].filter((name) => ofB.has(name)).sort();
}

/** Why the edge is there, in one plain sentence; quotation marks stand round words of the documents alone. */
export function reasonFor(
  { reuse, likeness, direction, passages, agencies, fingerprints }: Kinship,
  kind: EdgeKind,
): string {
  const parts = [
    reuse === 'copied'
      ? `${count(passages, 'passage')} in common, ${
          likeness.longestNarration > 0
            ? `up to ${likeness.longestNarration} words of narration in a row`
            : 'all of it quoted words'
        }`
      : `${count(likeness.chain, 'sentence')} ${likeness.chain === 1 ? 'tells' : 'tell'} the same in the same order`,
  ];
  if (reuse === 'retold' && likeness.quotationsInOrder >= LEAST_QUOTATIONS)
    parts.push(`the same ${likeness.quotationsInOrder} quotations in the same order, and one has no others`);
  if (kind === 'translation') parts.push('one of the two has been through a translation');
  if (agencies.length > 0) parts.push(`both credit ${agencies.join(' and ')}`);
  parts.push(...describeFingerprints(fingerprints));
  parts.push(direction.reason);
  if (direction.first === null && likeness.contained >= WHOLE_COPY)
    parts.push('the shorter may be cut from the longer, or the longer have grown from it');
  return `${parts.join('; ')}.`;
}

const SIGN_WORDS: Readonly<Record<DescentSignKind, (sign: DescentSign) => string>> = {
  'name-not-introduced': ({ evidence }) =>
    `one names “${evidence.text}” as somebody known, in words that both have, and only the other says who that is`,
  'quotation-not-opened': () => 'a quotation ends in both and begins in one alone',
  'typeset-otherwise': () =>
    'what both have has the quotation marks, apostrophes or dashes that the whole of one has, and the rest of the other has not',
};

/** What the wording betrays, and what follows from it and what does not. */
export function describeSigns(signs: readonly DescentSign[]): string {
  return `${signs.map((sign) => SIGN_WORDS[sign.kind](sign)).join('; ')}: so the one was taken from the other, or from a text that both come from`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
