import { UPOS } from '../../src/model/language-layer.ts';
import type { Document } from '../../src/model/document.ts';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import { GUM_FILE, readGum, splitGum, type GumDocument } from '../../training/language/gum.ts';
import type { EvalTask } from '../task.ts';

/** Counts of what was found, what there is, and what of both is the same. */
interface Tally {
  right: number;
  found: number;
  gold: number;
}

const newTally = (): Tally => ({ right: 0, found: 0, gold: 0 });

function f1({ right, found, gold }: Tally): number {
  return found + gold === 0 ? 0 : (2 * right) / (found + gold);
}

/** A GUM text as a document of ours. */
export function gumAsDocument(document: GumDocument): Document {
  return {
    id: document.id,
    text: document.text,
    language: 'en',
    analysed: true,
    credits: [],
    omitted: [],
    oddities: [],
  };
}

/**
 * Sentences, tokens and tags on GUM's dev part, on our own tokens: a tag counts when the token's span and its tag are GUM's
 * (the measure of the CoNLL 2018 shared task). Sentences count when both ends are GUM's.
 */
export const task: EvalTask = {
  name: 'language',
  title: 'Sentences, tokens, parts of speech and lemmas (GUM dev, on our own tokens)',
  needs: [GUM_FILE],
  run({ data }) {
    const { train, judge } = splitGum(readGum(data as string), 'dev');
    const sentences = newTally();
    const tokens = newTally();
    const upos = newTally();
    const penn = newTally();
    const lemmas = newTally();
    const byGenre: Record<string, { sentences: Tally; upos: Tally }> = {};
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    const segmented = newTally();
    const frequent = newTally();
    const commonest = commonestTags(train);

    for (const document of judge) {
      const layer = annotateLanguage(gumAsDocument(document));
      const genre = (byGenre[document.genre] ??= { sentences: newTally(), upos: newTally() });
      const gold = new Map(document.tokens.map((token) => [`${token[0]}-${token[1]}`, token]));
      const counted = [tokens, upos, penn, lemmas, genre.upos, frequent];
      for (const tally of counted) {
        tally.gold += document.tokens.length;
        tally.found += layer.tokens.count;
      }
      for (let token = 0; token < layer.tokens.count; token++) {
        const same = gold.get(`${layer.tokens.start[token]}-${layer.tokens.end[token]}`);
        if (!same) continue;
        tokens.right++;
        const tag = UPOS[layer.tokens.upos[token] as number];
        if (tag === same[3]) {
          upos.right++;
          genre.upos.right++;
        }
        if (layer.tokens.penn[token] === same[4]) penn.right++;
        if (layer.tokens.lemma[token] === same[2]) lemmas.right++;
        const word = layer.tokens.word[token] as string;
        if ((commonest.get(word.toLowerCase()) ?? 'PROPN') === same[3]) frequent.right++;
      }
      const ends = new Set(document.sentences.map(([start, end]) => `${start}-${end}`));
      for (const tally of [sentences, genre.sentences, segmented]) tally.gold += ends.size;
      for (const { span } of layer.sentences) {
        const right = ends.has(`${span[0]}-${span[1]}`) ? 1 : 0;
        for (const tally of [sentences, genre.sentences]) {
          tally.found++;
          tally.right += right;
        }
      }
      for (const { span } of layer.paragraphs) {
        for (const { segment, index } of segmenter.segment(document.text.slice(...span))) {
          const from = span[0] + index + (segment.length - segment.trimStart().length);
          segmented.found++;
          if (ends.has(`${from}-${from + segment.trim().length}`)) segmented.right++;
        }
      }
    }
    return {
      figures: {
        sentences: f1(sentences),
        tokens: f1(tokens),
        upos: f1(upos),
        penn: f1(penn),
        lemmas: f1(lemmas),
      },
      baseline: {
        name: 'Intl.Segmenter in our paragraphs; the commonest tag of each word',
        figures: { sentences: f1(segmented), upos: f1(frequent) },
      },
      counts: { documents: judge.length, sentences: sentences.gold, tokens: tokens.gold },
      details: Object.fromEntries(
        Object.entries(byGenre).map(([name, genre]) => [
          name,
          { sentences: f1(genre.sentences), upos: f1(genre.upos) },
        ]),
      ),
    };
  },
};

function commonestTags(train: readonly GumDocument[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const document of train) {
    for (const [start, end, , tag] of document.tokens) {
      const word = document.text.slice(start, end).toLowerCase();
      const tags = counts.get(word) ?? new Map<string, number>();
      counts.set(word, tags.set(tag, (tags.get(tag) ?? 0) + 1));
    }
  }
  const commonest = new Map<string, string>();
  for (const [word, tags] of counts) {
    const [best] = [...tags].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (best) commonest.set(word, best[0]);
  }
  return commonest;
}
