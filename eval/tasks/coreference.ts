import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAttributions } from '../../src/attribution/find-attributions.ts';
import { resolveCoreference } from '../../src/entity/resolve-coreference.ts';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import type { EntityKind } from '../../src/model/entity.ts';
import type { Mention } from '../../src/model/mention.ts';
import type { Span } from '../../src/model/span.ts';
import type { EvalTask } from '../task.ts';
import { bareDocument } from '../../test/plain-document.ts';

const FILE = 'gum/gum.jsonl';
const KINDS: Readonly<Record<string, EntityKind>> = { PER: 'person', ORG: 'organisation', LOC: 'place' };
/** Pronouns for a person; "it" and "they" are scored apart. */
const PERSONAL = /^(?:he|she|him|her|his|hers|himself|herself)$/i;

interface GumDocument {
  readonly id: string;
  readonly split: string;
  readonly genre: string;
  readonly text: string;
  readonly mentions: readonly (readonly [
    start: number,
    end: number,
    type: string,
    status: string,
    chain: string,
  ])[];
  readonly names: readonly (readonly [start: number, end: number, kind: string])[];
}

/**
 * Coreference within a document on GUM, with gold names. Pronouns: how often the name or description that ours stands for
 * nearest before it belongs to the gold chain. Names: pairs of names that share an entity.
 */
export const task: EvalTask = {
  name: 'coreference',
  title: 'Coreference within a document (GUM, gold names)',
  needs: [FILE],
  run({ data }) {
    const documents = readFileSync(join(data ?? '', FILE), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as GumDocument)
      // The weights of pronouns were chosen on the other genres of train.
      .filter(({ split, genre }) => split === 'dev' || genre === 'news');
    const pronouns = { right: 0, asked: 0, answered: 0, nearest: 0 };
    const names = { together: 0, predicted: 0, gold: 0 };
    for (const document of documents) scoreDocument(document, pronouns, names);
    const precision = names.predicted === 0 ? 0 : names.together / names.predicted;
    const recall = names.gold === 0 ? 0 : names.together / names.gold;
    return {
      figures: {
        pronounAccuracy: pronouns.right / pronouns.asked,
        pronounPrecision: pronouns.right / pronouns.answered,
        namePairsF1: (2 * precision * recall) / (precision + recall),
        namePairsPrecision: precision,
        namePairsRecall: recall,
      },
      baseline: {
        name: 'nearest person named before',
        figures: { pronounAccuracy: pronouns.nearest / pronouns.asked },
      },
      counts: { documents: documents.length, pronouns: pronouns.asked, namePairs: names.gold },
    };
  },
};

function scoreDocument(
  gold: GumDocument,
  pronouns: { right: number; asked: number; answered: number; nearest: number },
  pairs: { together: number; predicted: number; gold: number },
): void {
  const document = bareDocument(gold.text, { id: gold.id });
  const language = annotateLanguage(document);
  const names = gold.names.map(([start, end, kind]) => ({
    span: [start, end] as const,
    kind: KINDS[kind] ?? 'organisation',
  }));
  const attributions = findAttributions(document, language);
  const { mentions } = resolveCoreference({ document, language, names, attributions });
  const chainAt = chainsByPlace(gold);

  const before = new Map<number, Span>();
  let ours = 0;
  let lastPerson: Span | undefined;
  const personNames = gold.names.filter(([, , kind]) => kind === 'PER');
  let nextName = 0;
  const byStart = new Map<number, Mention>();
  for (const mention of mentions) if (mention.form === 'pronoun') byStart.set(mention.span[0], mention);
  const asked = gold.mentions
    .filter(([start, end]) => PERSONAL.test(gold.text.slice(start, end)))
    .sort((a, b) => a[0] - b[0]);
  for (const [start, end, , , chain] of asked) {
    while (ours < mentions.length && (mentions[ours]?.span[0] ?? 0) < start) {
      const mention = mentions[ours++];
      if (mention && mention.form !== 'pronoun') before.set(mention.entity, mention.span);
    }
    for (; nextName < personNames.length && (personNames[nextName]?.[0] ?? 0) < start; nextName++) {
      const name = personNames[nextName];
      if (name) lastPerson = [name[0], name[1]];
    }
    // Only what has something before it in its chain can be found at all.
    const hasAntecedent = gold.mentions.some(
      (other) =>
        other[4] === chain && other[0] < start && !PERSONAL.test(gold.text.slice(other[0], other[1])),
    );
    if (!hasAntecedent) continue;
    pronouns.asked++;
    if (lastPerson && chainAt(lastPerson) === chain) pronouns.nearest++;
    const mention = byStart.get(start);
    if (!mention || mention.span[1] !== end) continue;
    pronouns.answered++;
    const antecedent = before.get(mention.entity);
    if (antecedent && chainAt(antecedent) === chain) pronouns.right++;
  }

  const entityAt = new Map<number, number>();
  for (const mention of mentions) if (mention.form === 'name') entityAt.set(mention.span[1], mention.entity);
  const labelled = gold.names.flatMap(([start, end]) => {
    const chain = chainAt([start, end]);
    return chain === undefined ? [] : [{ chain, entity: entityAt.get(end) }];
  });
  labelled.forEach((a, at) => {
    for (const b of labelled.slice(at + 1)) {
      const same = a.entity !== undefined && a.entity === b.entity;
      if (a.chain === b.chain) pairs.gold++;
      if (same) pairs.predicted++;
      if (same && a.chain === b.chain) pairs.together++;
    }
  });
}

/** The chain of the smallest gold mention that holds a stretch and ends with it, or else starts with it. */
function chainsByPlace(gold: GumDocument): (span: Span) => string | undefined {
  const byEnd = new Map<number, GumDocument['mentions'][number][]>();
  const byStart = new Map<number, GumDocument['mentions'][number][]>();
  for (const mention of gold.mentions) {
    byEnd.set(mention[1], [...(byEnd.get(mention[1]) ?? []), mention]);
    byStart.set(mention[0], [...(byStart.get(mention[0]) ?? []), mention]);
  }
  const smallest = (found: readonly GumDocument['mentions'][number][]) =>
    [...found].sort((a, b) => a[1] - a[0] - (b[1] - b[0]))[0]?.[4];
  return ([start, end]) =>
    smallest((byEnd.get(end) ?? []).filter((mention) => mention[0] <= start)) ??
    smallest((byStart.get(start) ?? []).filter((mention) => mention[1] >= end)) ??
    smallest((byEnd.get(end) ?? []).filter((mention) => mention[0] > start));
}
