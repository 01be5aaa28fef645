import { findAttributions } from '../../src/attribution/find-attributions.ts';
import { findNames } from '../../src/entity/find-names.ts';
import { resolveCoreference } from '../../src/entity/resolve-coreference.ts';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import { indexTerms } from '../../src/learn/term.ts';
import { readEntityMentions, type EntityMention } from '../../src/link/entity-mention.ts';
import { linkEntities } from '../../src/link/link-entities.ts';
import type { AnnotatedDocument } from '../../src/model/annotated-document.ts';
import type { NameMention } from '../../src/model/mention.ts';
import { overlaps, type Span } from '../../src/model/span.ts';
import { findQuantities } from '../../src/quantity/find-quantities.ts';
import { findTimes } from '../../src/time/find-times.ts';
import { readEcb, type EcbDocument } from './ecb.ts';

/** One topic of ECB+: articles on two like events, with the gold mentions of whom, what, where and when. */
export interface EntityTopic {
  readonly topic: string;
  readonly documents: readonly AnnotatedDocument[];
  readonly mentions: readonly EntityMention[];
  /** The entity of each mention. */
  readonly chains: readonly string[];
}

/** Reads the topics of ECB+ of a split, each as one story whose names are linked over its documents. */
export function readEntityTopics(data: string, isWanted: (split: string) => boolean): EntityTopic[] {
  return [...readEcb(data, isWanted)].map(([topic, rows]) => readTopic(topic, rows));
}

function readTopic(topic: string, rows: readonly EcbDocument[]): EntityTopic {
  const documents = rows.map(annotate);
  const { entityOf } = linkEntities(documents);
  const mentions: EntityMention[] = [];
  const chains: string[] = [];
  rows.forEach((row, at) => {
    const annotated = documents[at];
    if (!annotated) return;
    const gold = goldEntities(row);
    const found = readEntityMentions(
      indexTerms(annotated, entityOf[at] ?? []),
      at,
      gold.map(({ span }) => span),
    );
    found.forEach((mention, index) => {
      if (!mention) return;
      mentions.push(mention);
      chains.push(gold[index]?.chain ?? '');
    });
  });
  return { topic, documents, mentions, chains };
}

function goldEntities({ mentions }: EcbDocument): { span: Span; chain: string }[] {
  return mentions.flatMap(({ kind, chain, spans }) => {
    const [first] = spans;
    const last = spans.at(-1);
    return kind === 'entity' && first && last ? [{ span: [first[0], last[1]] as const, chain }] : [];
  });
}

/** A document with all that linking reads; mentions are given, so names among them stand as they are marked. */
function annotate(row: EcbDocument): AnnotatedDocument {
  const { document } = row;
  const language = annotateLanguage(document);
  const names = withGoldNames(
    findNames(language),
    goldEntities(row).map(({ span }) => span),
    document.text,
  );
  const attributions = findAttributions(document, language);
  const times = findTimes(document, language);
  return {
    document,
    language,
    times,
    quantities: findQuantities(language, times),
    names,
    coreference: resolveCoreference({ document, language, names, attributions }),
    attributions,
    speakers: attributions.map(() => ({ speaker: null, chain: [] })),
  };
}

/** Words that hang on a gold mention and are no part of a name: "in the Gulf of Aden , between …". */
const LEAD = /^(?:(?:in|at|on|from|to|off|near|of|the|a|an|his|her|its|their|notorious|former)\s+)+/i;
const TAIL = /\s*(?:['’]s?|[.,].*|\s(?:in|between|at|near)\s.*)$/i;
const SMALL_WORD = /^(?:of|the|and|for|de|al)$/;
const NO_NAME = /^(?:He|She|It|They|We|I|His|Her|Its|Their|Who|Which|Where|That|\d.*)$/i;

/** Gold mentions that are names go before names that were found, whose kind they take. */
function withGoldNames(
  found: readonly NameMention[],
  mentions: readonly Span[],
  text: string,
): NameMention[] {
  const gold = mentions.flatMap((span): NameMention[] => {
    const words = text.slice(...span);
    const lead = LEAD.exec(words)?.[0].length ?? 0;
    const name = words.slice(lead).replace(TAIL, '');
    const parts = name.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
    const isName = parts.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || SMALL_WORD.test(word));
    if (parts.length === 0 || !isName || NO_NAME.test(name)) return [];
    const place: Span = [span[0] + lead, span[0] + lead + name.length];
    const kind = found.find((other) => overlaps(other.span, place))?.kind;
    return kind === undefined ? [] : [{ span: place, kind }];
  });
  const rest = found.filter((name) => !gold.some((other) => overlaps(name.span, other.span)));
  return [...gold, ...rest].sort((a, b) => a.span[0] - b.span[0]);
}
