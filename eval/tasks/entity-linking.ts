import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAttributions } from '../../src/attribution/find-attributions.ts';
import { findNames } from '../../src/entity/find-names.ts';
import { resolveCoreference } from '../../src/entity/resolve-coreference.ts';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import { DisjointSets } from '../../src/link/disjoint-sets.ts';
import { linkEntities } from '../../src/link/link-entities.ts';
import type { AnnotatedDocument } from '../../src/model/annotated-document.ts';
import type { LanguageLayer } from '../../src/model/language-layer.ts';
import type { NameMention } from '../../src/model/mention.ts';
import { overlaps, type Span } from '../../src/model/span.ts';
import { scoreCoreference } from '../metrics/coreference.ts';
import type { EvalTask } from '../task.ts';
import { bareDocument } from '../../test/plain-document.ts';

const FILE = 'cross-document/ecbplus.jsonl';

interface EcbDocument {
  readonly doc_id: string;
  readonly topic: string;
  readonly split: string;
  readonly sentences: readonly { readonly sent: number; readonly tokens: readonly string[] }[];
  readonly mentions: readonly {
    readonly kind: string;
    readonly chain: string;
    readonly sent: number;
    readonly tokens: readonly number[];
    readonly text: string;
  }[];
}

interface GoldMention {
  readonly span: Span;
  readonly chain: string;
  readonly text: string;
}

/**
 * Entities across documents on ECB+ dev, gold mentions, each topic a story. What linking gives an entity is taken as it is;
 * a mention of something that is no entity of a dossier (a hospital, Friday, the money) is joined by its head noun with those
 * of similar documents of the topic.
 */
export const task: EvalTask = {
  name: 'entity-linking',
  title: 'Same entity across documents (ECB+ dev, gold mentions, CoNLL F1)',
  needs: [FILE],
  run({ data, say }) {
    const documents = readFileSync(join(data ?? '', FILE), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as EcbDocument)
      .filter(({ split }) => split === 'dev');
    const gold: string[] = [];
    const predicted: string[] = [];
    const sameHead: string[] = [];
    const topics = [...new Set(documents.map(({ topic }) => topic))];
    for (const topic of topics) {
      say(`topic ${topic}`);
      const story = documents.filter((document) => document.topic === topic).map(readDocument);
      const clusters = clusterStory(story);
      story.forEach(({ mentions }, index) => {
        mentions.forEach((mention, at) => {
          gold.push(`${topic}/${mention.chain}`);
          predicted.push(`${topic}/${clusters[index]?.[at] ?? ''}`);
          sameHead.push(`${topic}/${(mention.text.split(' ').at(-1) ?? '').toLowerCase()}`);
        });
      });
    }
    const scores = scoreCoreference({ gold, predicted });
    return {
      figures: { conllF1: scores.conll, mucF1: scores.muc.f1, b3F1: scores.b3.f1, ceafeF1: scores.ceafe.f1 },
      baseline: {
        name: 'same last word in a topic',
        figures: { conllF1: scoreCoreference({ gold, predicted: sameHead }).conll },
      },
      counts: { documents: documents.length, mentions: gold.length, entities: new Set(gold).size },
    };
  },
};

interface StoryDocument {
  readonly annotated: AnnotatedDocument;
  readonly mentions: readonly GoldMention[];
}

function readDocument(source: EcbDocument): StoryDocument {
  let text = '';
  const placeOf = new Map<string, Span>();
  for (const { sent, tokens } of source.sentences) {
    tokens.forEach((token, index) => {
      if (text !== '') text += ' ';
      placeOf.set(`${sent}/${index}`, [text.length, text.length + token.length]);
      text += token;
    });
  }
  const mentions = source.mentions.flatMap(({ kind, chain, sent, tokens, text: words }) => {
    const places = tokens.flatMap((token) => {
      const place = placeOf.get(`${sent}/${token}`);
      return place ? [place] : [];
    });
    const [first] = places;
    const last = places.at(-1);
    return kind === 'entity' && first && last
      ? [{ span: [first[0], last[1]] as Span, chain, text: words }]
      : [];
  });
  const document = bareDocument(text, { id: source.doc_id });
  const language = annotateLanguage(document);
  const names = withGoldNames(findNames(language), mentions, text);
  const attributions = findAttributions(document, language);
  const coreference = resolveCoreference({ document, language, names, attributions });
  const annotated: AnnotatedDocument = {
    document,
    language,
    times: [],
    quantities: [],
    names,
    coreference,
    attributions,
    speakers: attributions.map(() => ({ speaker: null, chain: [] })),
  };
  return { annotated, mentions };
}

/** Words that hang on a gold mention and are no part of a name: "in the Gulf of Aden , between …". */
const LEAD = /^(?:(?:in|at|on|from|to|off|near|of|the|a|an|his|her|its|their|notorious|former)\s+)+/i;
const TAIL = /\s*(?:['’]s?|[.,].*|\s(?:in|between|at|near)\s.*)$/i;

/** Gold mentions that are names go before names that were found, whose kind they take. */
function withGoldNames(
  found: readonly NameMention[],
  mentions: readonly GoldMention[],
  text: string,
): NameMention[] {
  const gold = mentions.flatMap(({ span }): NameMention[] => {
    const words = text.slice(...span);
    const lead = LEAD.exec(words)?.[0].length ?? 0;
    const name = words.slice(lead).replace(TAIL, '');
    const parts = name.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (
      parts.length === 0 ||
      !parts.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || /^(?:of|the|and|for|de|al)$/.test(word))
    )
      return [];
    if (/^(?:He|She|It|They|We|I|His|Her|Its|Their|Who|Which|Where|That|\d.*)$/i.test(name)) return [];
    const place: Span = [span[0] + lead, span[0] + lead + name.length];
    const kind = found.find((other) => overlaps(other.span, place))?.kind;
    return kind === undefined ? [] : [{ span: place, kind }];
  });
  const rest = found.filter((name) => !gold.some((other) => overlaps(name.span, other.span)));
  return [...gold, ...rest].sort((a, b) => a.span[0] - b.span[0]);
}

/**
 * A label for each mention of each document: mentions of one linked entity share it, and so do descriptions and names with
 * the same head noun. Pronouns have their entity's label, or that of the noun that first describes what they stand for.
 */
function clusterStory(story: readonly StoryDocument[]): string[][] {
  const { entityOf } = linkEntities(story.map(({ annotated }) => annotated));
  const labels = new Map<string, number>();
  const numberOf = (label: string): number => {
    const known = labels.get(label);
    if (known !== undefined) return known;
    labels.set(label, labels.size);
    return labels.size - 1;
  };
  const total = story.reduce(
    (sum, { annotated, mentions }) => sum + mentions.length + annotated.coreference.entities.length,
    0,
  );
  const sets = new DisjointSets(2 * total);
  const nodes = story.map(({ annotated, mentions }, index) => {
    const { language, coreference } = annotated;
    const byHead = (span: Span): number => numberOf(`head/${language.text.slice(...span).toLowerCase()}`);
    return mentions.map((mention): number => {
      const head = headSpan(language, mention.span);
      const [around] = coreference.mentions
        .filter(({ span }) => span[0] <= head[0] && head[1] <= span[1])
        .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
      const entity = around && coreference.entities[around.entity];
      if (!around || !entity) return byHead(head);
      if (entity.named) {
        const linked = numberOf(`entity/${entityOf[index]?.[around.entity] ?? ''}`);
        if (around.form === 'name' || (around.form === 'nominal' && entity.kind !== 'person'))
          sets.join(linked, byHead(head));
        return linked;
      }
      const first = coreference.mentions.find(
        (other) => other.entity === around.entity && other.form !== 'pronoun',
      );
      return byHead(around.form === 'pronoun' && first ? headSpan(language, first.span) : head);
    });
  });
  return nodes.map((row) => row.map((node) => String(sets.find(node))));
}

/** The noun that heads a mention: the last one before a preposition, a comma or a relative clause. */
function headSpan(layer: LanguageLayer, span: Span): Span {
  const { tokens } = layer;
  let head: Span = span;
  let seen = false;
  for (let token = 0; token < tokens.count; token++) {
    const [start, end] = [tokens.start[token] ?? 0, tokens.end[token] ?? 0];
    if (end <= span[0]) continue;
    if (start >= span[1]) break;
    const word = (tokens.word[token] ?? '').toLowerCase();
    if (seen && /^(?:of|in|at|on|for|from|to|with|off|near|by|,|who|which|that)$/.test(word)) break;
    if (!/[\p{L}\p{N}]/u.test(word) || /^(?:in|at|on|from|to|of|the|a|an|'s|’s)$/.test(word)) continue;
    head = [start, end];
    seen = true;
  }
  return head;
}
