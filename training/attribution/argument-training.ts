import { argumentFeatures } from '../../src/attribution/argument-features.ts';
import { edgeKind } from '../../src/attribution/window.ts';
import { emptyCueTags, type CueTags } from '../../src/attribution/cue-tags.ts';
import {
  ARGUMENT_LABELS,
  argumentStepAllowed,
  CONTENT_BEGINS,
  CONTENT_ENDS,
  CONTENT_INSIDE,
  SOURCE_ALONE,
  SOURCE_BEGINS,
  SOURCE_ENDS,
  SOURCE_INSIDE,
} from '../../src/attribution/find-arguments.ts';
import { CueFinder, cueRates, type CueCandidate, type CueModel } from '../../src/attribution/find-cues.ts';
import type { TokenRange } from '../../src/attribution/token-range.ts';
import { argumentWindow, cueWindows } from '../../src/attribution/windows.ts';
import type { Crf } from '../../src/learn/crf.ts';
import { FeatureKeys } from '../../src/learn/feature-keys.ts';
import { runsOf, type Article, type GoldAttribution } from './articles.ts';
import { CrfCorpus, trainCrf, type CrfSchedule } from './train-crf.ts';

/** What a first model that did not see an article thinks of it. */
export interface TaggedArticle {
  readonly article: Article;
  readonly tags: CueTags;
  readonly candidates: readonly CueCandidate[];
}

/** Candidates are kept for training from this probability on, as they are when the models are used. */
export function tagArticles(
  articles: readonly Article[],
  model: CueModel,
  threshold: number,
): TaggedArticle[] {
  const finder = new CueFinder(model);
  return articles.map((article) => {
    const tags = emptyCueTags(article.facts.count);
    const candidates: CueCandidate[] = [];
    const rates = cueRates(article.facts, model.rates);
    for (const window of cueWindows(article.layer))
      finder.find(article.facts, rates, window, threshold, tags, candidates);
    return { article, tags, candidates };
  });
}

/**
 * Learns the second model. Each gold attribution is shown with the cue that the first model found for it, and with its
 * own cue where the two differ much, so that the model knows both.
 */
export function trainArguments(tagged: readonly TaggedArticle[], options: CrfSchedule): Crf {
  const corpus = new CrfCorpus();
  const features = new FeatureKeys();
  for (const { article, tags, candidates } of tagged) {
    const { facts, layer } = article;
    for (const attribution of article.gold) {
      for (const cue of cuesFor(attribution, candidates)) {
        const window = argumentWindow(layer, cue, { first: 0, end: facts.count, base: 0 });
        argumentFeatures(facts, tags, cue, window, features);
        const labels = argumentLabels(attribution, window.first, window.end, cue);
        const edges = Uint8Array.from({ length: window.end - window.first }, (_, t) =>
          edgeKind(facts, window.first + t, 0),
        );
        corpus.add(features, labels, edges);
      }
    }
  }
  options.say?.(`    ${corpus.sequences.length} windows, ${corpus.tokens} tokens`);
  return trainCrf(corpus, { ...options, labels: ARGUMENT_LABELS, allowed: argumentStepAllowed });
}

/** The candidate that shares most with the gold cue; the gold cue itself when there is none. */
function cuesFor({ cue }: GoldAttribution, candidates: readonly CueCandidate[]): TokenRange[] {
  const runs = runsOf(cue).sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
  const gold = runs[0];
  if (gold === undefined) return [];
  let best: CueCandidate | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const shared = cue.filter((i) => i >= candidate.first && i < candidate.end).length;
    if (shared > most) {
      most = shared;
      best = candidate;
    }
  }
  return [best === undefined ? gold : [best.first, best.end]];
}

export function argumentLabels(
  { source, content }: GoldAttribution,
  first: number,
  end: number,
  cue: TokenRange,
): Uint8Array {
  const labels = new Uint8Array(end - first);
  const inWindow = (tokens: readonly number[]): number[] =>
    tokens.filter((i) => i >= first && i < end && (i < cue[0] || i >= cue[1]));
  for (const [from, to] of runsOf(inWindow(content))) {
    labels.fill(CONTENT_INSIDE, from - first, to - first);
    if (to - from > 1) labels[to - first - 1] = CONTENT_ENDS;
    labels[from - first] = CONTENT_BEGINS;
  }
  for (const [from, to] of runsOf(inWindow(source).filter((i) => labels[i - first] === 0))) {
    labels.fill(SOURCE_INSIDE, from - first, to - first);
    labels[to - first - 1] = SOURCE_ENDS;
    labels[from - first] = to - from === 1 ? SOURCE_ALONE : SOURCE_BEGINS;
  }
  return labels;
}
