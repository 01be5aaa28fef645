import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountStanceFeatures, type AccountStance } from '../../src/compare/account-stance.ts';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import type { LanguageLayer } from '../../src/model/language-layer.ts';
import { DisjointSets } from '../../src/link/disjoint-sets.ts';

export const FNC_PAIRS = 'cross-document/fnc1-pairs.jsonl';
export const FNC_BODIES = 'cross-document/fnc1-bodies.jsonl';
export const POLNEAR = 'polnear/train.jsonl';

/** A headline with an article that is about the same matter, and how the article stands to it. */
export interface StancePair {
  readonly split: string;
  readonly stance: AccountStance;
  /** Pairs of one matter, told by common headlines and articles, share this number. */
  readonly matter: number;
  readonly features: readonly number[];
  /** Whether the article or the headline has a word of refuting and the other has none: the baseline. */
  readonly words: readonly [headline: boolean, body: boolean];
}

const STANCES: Readonly<Record<string, AccountStance>> = {
  agree: 'agrees',
  disagree: 'disputes',
  discuss: 'discusses',
};
const REFUTING = /\b(?:fake|hoax|false|bogus|debunk\w*|rumou?rs?|satir\w+|retract\w*|not true)\b/i;

/** The related pairs of FNC-1; unrelated ones are story grouping's task. */
export function readStancePairs(data: string): StancePair[] {
  const rows = readRows<{ split: string; stance: string; headline: string; body_id: string }>(
    data,
    FNC_PAIRS,
  ).filter(({ stance }) => STANCES[stance] !== undefined);
  const texts = new Map(
    readRows<{ body_id: string; text: string }>(data, FNC_BODIES).map(({ body_id, text }) => [body_id, text]),
  );
  const layers = new Map<string, LanguageLayer>();
  const layerOf = (text: string): LanguageLayer => {
    const known = layers.get(text);
    if (known) return known;
    const made = annotateLanguage(documentFromText({ text, language: 'en' }));
    layers.set(text, made);
    return made;
  };
  const firstWith = new Map<string, number>();
  const sets = new DisjointSets(rows.length);
  rows.forEach(({ headline, body_id }, at) => {
    for (const key of [`h${headline}`, `b${body_id}`]) {
      sets.join(firstWith.get(key) ?? at, at);
      if (!firstWith.has(key)) firstWith.set(key, at);
    }
  });
  return rows.map(({ split, stance, headline, body_id }, at) => {
    const body = texts.get(body_id) ?? '';
    return {
      split,
      stance: STANCES[stance] ?? 'discusses',
      matter: sets.find(at),
      features: accountStanceFeatures(layerOf(headline), layerOf(body)),
      words: [REFUTING.test(headline), REFUTING.test(body)],
    };
  });
}

/** Features of the articles of PolNeAR train, each with its own headline. */
export function readOwnHeadlines(data: string): number[][] {
  const layerOf = (text: string): LanguageLayer =>
    annotateLanguage(documentFromText({ text, language: 'en' }));
  return readRows<{ title: string | null; text: string }>(data, POLNEAR).flatMap(({ title, text }) => {
    if (title === null || title === '') return [];
    const body = text.startsWith(title) ? text.slice(title.length) : text;
    return [accountStanceFeatures(layerOf(title), layerOf(body))];
  });
}

function readRows<Row>(data: string, file: string): Row[] {
  return readFileSync(join(data, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}
