import { cueFeatures } from '../../src/attribution/cue-features.ts';
import { edgeKind } from '../../src/attribution/window.ts';
import {
  CONTENT,
  CUE,
  CUE_LABELS,
  cueStepAllowed,
  rateBucket,
  SOURCE,
  type CueLexicon,
  type CueModel,
} from '../../src/attribution/find-cues.ts';
import { cueWindows } from '../../src/attribution/windows.ts';
import { FeatureKeys } from '../../src/learn/feature-keys.ts';
import { runsOf, type Article } from './articles.ts';
import { CrfCorpus, trainCrf, type CrfSchedule } from './train-crf.ts';

/** Cue uses and all uses of each lemma. */
class LemmaCounts {
  readonly cues = new Map<number, number>();
  readonly uses = new Map<number, number>();

  add(article: Article): void {
    for (let i = 0; i < article.facts.count; i++) bump(this.uses, article.facts.lemma[i]!);
    for (const { cue } of article.gold) for (const i of cue) bump(this.cues, article.facts.lemma[i]!);
  }

  /** Buckets without the counts of one article, so that no article tells its own answers. */
  without(own: LemmaCounts): CueLexicon {
    return {
      get: (lemma) =>
        rateBucket(
          (this.cues.get(lemma) ?? 0) - (own.cues.get(lemma) ?? 0),
          (this.uses.get(lemma) ?? 0) - (own.uses.get(lemma) ?? 0),
        ),
    };
  }

  lexicon(): Map<number, number> {
    const buckets = new Map<number, number>();
    for (const lemma of [...this.cues.keys()].sort((a, b) => a - b)) {
      const bucket = rateBucket(this.cues.get(lemma)!, this.uses.get(lemma) ?? 0);
      if (bucket > 0) buckets.set(lemma, bucket);
    }
    return buckets;
  }
}

function bump(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Learns the first model from articles. */
export function trainCues(articles: readonly Article[], options: CrfSchedule): CueModel {
  const all = new LemmaCounts();
  for (const article of articles) all.add(article);
  const corpus = new CrfCorpus();
  const features = new FeatureKeys();
  for (const article of articles) {
    const own = new LemmaCounts();
    own.add(article);
    const lexicon = all.without(own);
    const { facts } = article;
    const rates = new Uint8Array(facts.count);
    for (let i = 0; i < facts.count; i++) rates[i] = lexicon.get(facts.lemma[i]!) ?? 0;
    const labels = cueLabels(article);
    for (const window of cueWindows(article.layer)) {
      cueFeatures(facts, rates, window, features);
      const edges = Uint8Array.from({ length: window.end - window.first }, (_, t) =>
        edgeKind(facts, window.first + t, window.base),
      );
      corpus.add(features, labels.subarray(window.first, window.end), edges);
    }
  }
  const crf = trainCrf(corpus, { ...options, labels: CUE_LABELS, allowed: cueStepAllowed });
  return { crf, rates: all.lexicon() };
}

/** A label for each token; where roles of two attributions meet, a cue goes before a source and a source before content. */
function cueLabels({ facts, gold }: Article): Uint8Array {
  const labels = new Uint8Array(facts.count);
  for (const [role, label] of [
    ['content', CONTENT],
    ['source', SOURCE],
    ['cue', CUE],
  ] as const)
    for (const attribution of gold)
      for (const [first, end] of runsOf(attribution[role]))
        for (let i = first; i < end; i++) labels[i] = i === first ? label : label + 1;
  // What was cut by a stronger role begins again after it.
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === 0 || label % 2 === 1) continue;
    const before = i === 0 ? 0 : labels[i - 1]!;
    if (before !== label && before !== label - 1) labels[i] = label - 1;
  }
  return labels;
}
