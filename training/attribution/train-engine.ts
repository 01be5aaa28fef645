import { AttributionFinder, chooseAttributions } from '../../src/attribution/attribution-finder.ts';
import type { AttributionModels } from '../../src/attribution/attribution-models.ts';
import { CANDIDATE_FEATURES, describeCandidate, type Candidate } from '../../src/attribution/candidate.ts';
import { emptyCueTags } from '../../src/attribution/cue-tags.ts';
import { cueRates, type CueModel } from '../../src/attribution/find-cues.ts';
import { jaccard, standsIn } from '../../src/attribution/found-attribution.ts';
import { WORD } from '../../src/attribution/token-facts.ts';
import { cueWindows } from '../../src/attribution/windows.ts';
import { treesProbability, type BoostedTrees } from '../../src/learn/boosted-trees.ts';
import { tagArticles, trainArguments, type TaggedArticle } from './argument-training.ts';
import { runsOf, type Article, type GoldAttribution } from './articles.ts';
import { trainCues } from './cue-training.ts';
import type { CrfSchedule } from './train-crf.ts';
import { trainTrees, type TreeOptions } from './train-trees.ts';

export interface EngineOptions {
  readonly folds: number;
  readonly cues: CrfSchedule;
  readonly arguments: CrfSchedule;
  readonly trees: TreeOptions;
  readonly say: (line: string) => void;
}

/** A candidate with what was known of it and whether a reader marked it. */
interface Judged {
  readonly candidate: Candidate;
  readonly features: Float32Array;
  readonly right: boolean;
}

interface JudgedArticle {
  readonly candidates: readonly Judged[];
  readonly gold: number;
}

/**
 * Trains what follows the cues: the arguments, the confidence and its threshold.
 *
 * Each stage reads what the stage before makes of articles that it has not seen (jackknifing): the arguments read tags of
 * cue models trained on the other folds, and the confidence is learned from candidates whose cue and argument models both
 * left the article out. Without that the later stages trust the earlier ones too much.
 */
export function trainArgumentStages(
  articles: readonly Article[],
  options: EngineOptions,
): Omit<AttributionModels, 'cues'> {
  const { folds, say } = options;
  const foldOf = foldsByDocument(articles, folds);
  const cueModels: CueModel[] = [];
  const tagged: TaggedArticle[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = trainCues(
      articles.filter((article) => foldOf(article) !== fold),
      { ...options.cues, runs: 1 },
    );
    cueModels.push(model);
    tagged.push(
      ...tagArticles(
        articles.filter((article) => foldOf(article) === fold),
        model,
        TAG_THRESHOLD,
      ),
    );
    say(`cues without fold ${fold + 1} of ${folds}`);
  }
  const judged: JudgedArticle[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const crf = trainArguments(
      tagged.filter(({ article }) => foldOf(article) !== fold),
      { ...options.arguments, runs: 1, say: () => {} },
    );
    const models = { cues: cueModels[fold]!, arguments: crf, confidence: NO_TREES, threshold: 0 };
    const finder = new AttributionFinder(models);
    for (const article of articles)
      if (foldOf(article) === fold) judged.push(judge(finder, models.cues, article));
    say(`arguments without fold ${fold + 1} of ${folds}`);
  }
  const threshold = chooseThreshold(judged, options.trees, say);
  const confidence = learnTrees(judged, options.trees);
  const crf = trainArguments(tagged, options.arguments);
  return { arguments: crf, confidence, threshold };
}

/** The trees learn from more candidates than are followed up: the doubtful ones teach them most. */
const JUDGED_FROM = 0.25;
/** Cues for training the arguments are taken as they are when the models are used by default. */
const TAG_THRESHOLD = 0.3;
const NO_TREES: BoostedTrees = {
  depth: 0,
  base: 0,
  features: new Uint8Array(0),
  thresholds: new Float32Array(0),
  leaves: new Float32Array(0),
};

/** Two people's marks on one document fall into one fold. */
function foldsByDocument(articles: readonly Article[], folds: number): (article: Article) => number {
  const ids = [...new Set(articles.map(({ row }) => row.id))];
  const foldOf = new Map(ids.map((id, i) => [id, i % folds]));
  return ({ row }) => foldOf.get(row.id)!;
}

function judge(finder: AttributionFinder, cues: CueModel, article: Article): JudgedArticle {
  const { facts, layer, gold } = article;
  const rates = cueRates(facts, cues.rates);
  const all = { first: 0, end: facts.count, base: 0 };
  const tags = emptyCueTags(facts.count);
  const candidates = finder.candidates(facts, rates, tags, cueWindows(layer), all, JUDGED_FROM);
  const right = matched(candidates, gold, (i) => (facts.flags[i]! & WORD) !== 0);
  return {
    candidates: candidates.map((candidate, i) => {
      const features = new Float32Array(CANDIDATE_FEATURES);
      describeCandidate(facts, rates, candidates, i, 0, features);
      return { candidate, features, right: right.has(i) };
    }),
    gold: gold.length,
  };
}

/** Which candidates are some gold attribution, one to one, the closest contents first: half of the words, and the source. */
function matched(
  candidates: readonly Candidate[],
  gold: readonly GoldAttribution[],
  isWord: (token: number) => boolean,
): Set<number> {
  const pairs: { candidate: number; gold: number; shared: number }[] = [];
  for (const [g, attribution] of gold.entries()) {
    const content = runsOf(attribution.content.filter(isWord));
    const source = new Set(attribution.source);
    for (const [c, candidate] of candidates.entries()) {
      const words = candidate.content.flatMap(([first, end]) =>
        Array.from({ length: end - first }, (_, i) => first + i).filter(isWord),
      );
      const shared = jaccard(runsOf(words), content);
      if (shared < 0.5) continue;
      const sameSource =
        source.size === 0
          ? candidate.source.length === 0
          : candidate.source.some(([first, end]) => {
              for (let i = first; i < end; i++) if (isWord(i) && source.has(i)) return true;
              return false;
            });
      if (sameSource) pairs.push({ candidate: c, gold: g, shared });
    }
  }
  pairs.sort((a, b) => b.shared - a.shared || a.candidate - b.candidate);
  const usedGold = new Set<number>();
  const right = new Set<number>();
  for (const pair of pairs) {
    if (usedGold.has(pair.gold) || right.has(pair.candidate)) continue;
    usedGold.add(pair.gold);
    right.add(pair.candidate);
  }
  return right;
}

function learnTrees(judged: readonly JudgedArticle[], options: TreeOptions): BoostedTrees {
  const rows = judged.flatMap(({ candidates }) => candidates);
  return trainTrees(
    rows.map(({ features }) => features),
    Uint8Array.from(rows, ({ right }) => (right ? 1 : 0)),
    options,
  );
}

/** The threshold with the best F1 when each half of the articles is rated by trees that learned from the other. */
function chooseThreshold(
  judged: readonly JudgedArticle[],
  options: TreeOptions,
  say: (line: string) => void,
): number {
  const rated: { candidate: Candidate; confidence: number; right: boolean }[][] = [];
  let gold = 0;
  for (const half of [0, 1]) {
    const trees = learnTrees(
      judged.filter((_, i) => i % 2 !== half),
      options,
    );
    for (const article of judged.filter((_, i) => i % 2 === half)) {
      gold += article.gold;
      rated.push(
        article.candidates.map(({ candidate, features, right }) => ({
          candidate,
          confidence: treesProbability(trees, features),
          right,
        })),
      );
    }
  }
  let best = 0.5;
  let top = -1;
  for (let threshold = 0.2; threshold < 0.7; threshold += 0.02) {
    let taken = 0;
    let right = 0;
    for (const article of rated) {
      const kept = chooseAttributions(article, threshold);
      for (const one of kept) {
        if (kept.some((other) => other !== one && standsIn(one.candidate, other.candidate))) continue;
        taken++;
        if (one.right) right++;
      }
    }
    const f1 = (2 * right) / Math.max(1, taken + gold);
    if (f1 > top) {
      top = f1;
      best = threshold;
    }
  }
  say(`threshold ${best.toFixed(2)}: F1 ${top.toFixed(4)} on articles that no stage has seen`);
  const bins = calibration(rated.flat());
  say(`calibration error ${bins.toFixed(4)} on the same`);
  return best;
}

/** Expected calibration error over ten bins. */
function calibration(rated: readonly { confidence: number; right: boolean }[]): number {
  const sums = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of rated) {
    const bin = sums[Math.min(9, Math.floor(confidence * 10))]!;
    bin.confidence += confidence;
    if (right) bin.right++;
  }
  return (
    sums.reduce((error, { confidence, right }) => error + Math.abs(confidence - right), 0) /
    Math.max(1, rated.length)
  );
}
