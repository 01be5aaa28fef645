import { logistic, type LogisticRegression } from '../learn/logistic-regression.ts';
import { averageLink, type LikePair } from './average-link.ts';
import { compare } from './entity-node.ts';
import { likenessPairs, NEAREST, type StoryPairs } from './story-likeness.ts';
import { readStoryTerms, type StoryDocument } from './story-terms.ts';
import { STORY_WEIGHTS } from './story-weights.ts';

/**
 * Mean probability of being one story from which two groups are joined. Chosen by cross-validation on the training parts of
 * NeuS, FNC-1 and ECB+; see docs/models/stories.md.
 */
const LEAST_MEAN = 0.235;
/**
 * In collections of thousands the share of pairs of one story is estimated too high, so more is asked: half more for ten times
 * the documents, by NeuS train as pools of 920, 2,450 and 7,360 texts.
 */
const LARGE = 900;
const RISE = 0.5;
const MOST_MEAN = 0.7;
/** Pairs less likely than this count as having nothing in common; most pairs are. */
const LEAST_PROBABILITY = 0.02;
/** A beginning of fewer terms than this says nothing of the matter. */
const FEWEST_TERMS = 4;
/** Rounds in which the share of pairs of one story settles. */
const ROUNDS = 30;

/** Documents that tell one story, by index. */
export interface StoryGroup {
  /** By the ids of the documents. */
  readonly members: readonly number[];
  /** The one that has most in common with the others. */
  readonly central: number;
}

/**
 * Divides documents into the stories that they tell.
 *
 * Pairs of documents that share telling words are judged by a logistic regression. How many pairs are of one story differs
 * from folder to folder, from all of them to one in fifty; that share is estimated from the folder itself by expectation
 * maximisation (Saerens, Latinne & Decaestecker 2002) and corrects every probability, so that accounts of one story with few
 * words in common stay together where nothing else is told, and stories of one kind stay apart in an archive. Groups are then
 * made by average linkage. A document of a few words gives nothing to judge by and goes with the largest story.
 *
 * Time grows with the number of documents and of terms in common, never with all pairs.
 *
 * @returns the largest story first, then by the ids of their documents; the same groups whatever the order of the documents.
 */
export function groupStories(documents: readonly StoryDocument[], weights = STORY_WEIGHTS): StoryGroup[] {
  const order = pagesOf(documents);
  const terms = readStoryTerms(order.map((page) => page.flatMap((index) => documents[index] ?? [])));
  const pairs = likenessPairs(terms);
  const probabilities = storyProbabilities(pairs, weights);
  const likeness: LikePair[] = [];
  probabilities.forEach((each, at) => {
    if (each >= LEAST_PROBABILITY)
      likeness.push({ a: pairs.a[at] as number, b: pairs.b[at] as number, likeness: each });
  });
  const roots = averageLink(order.length, likeness, leastMean(order.length), NEAREST);
  const inCommon = new Float64Array(order.length);
  for (const { a, b, likeness: each } of likeness) {
    if (roots[a] !== roots[b]) continue;
    inCommon[a] = (inCommon[a] as number) + each;
    inCommon[b] = (inCommon[b] as number) + each;
  }
  const groups = new Map<number, number[]>();
  order.forEach((_, place) => {
    const root = roots[place] as number;
    const group = groups.get(root);
    if (group) group.push(place);
    else groups.set(root, [place]);
  });
  const isShort = ([first = 0, second]: readonly number[]): boolean =>
    second === undefined && (terms[first]?.lead.terms.length ?? 0) < FEWEST_TERMS;
  const told = [...groups.values()].filter((places) => !isShort(places));
  const short = [...groups.values()].filter(isShort).flat();
  told.sort((x, y) => y.length - x.length || (x[0] ?? 0) - (y[0] ?? 0));
  const [largest = [], ...others] = told;
  const sorted = [[...largest, ...short].sort((x, y) => x - y), ...others].filter(
    (places) => places.length > 0,
  );
  return sorted.map((places) => {
    const most = Math.max(...places.map((place) => inCommon[place] as number));
    const central = places.find((place) => inCommon[place] === most) ?? 0;
    const members = places.flatMap((place) => order[place] ?? []);
    return { members: members.sort(byIdOf(documents)), central: order[central]?.[0] ?? 0 };
  });
}

function byIdOf(documents: readonly StoryDocument[]): (a: number, b: number) => number {
  return (a, b) => compare(documents[a]?.document.id ?? '', documents[b]?.document.id ?? '');
}

/** The documents of each page, by their ids: the entries of a live blog stand together, though each says little by itself. */
function pagesOf(documents: readonly StoryDocument[]): number[][] {
  const pages = new Map<string, number[]>();
  for (const index of documents.keys()) {
    const blog = documents[index]?.document.liveBlog?.id;
    const key = blog === undefined ? `document/${index}` : `blog/${blog}`;
    const page = pages.get(key);
    if (page) page.push(index);
    else pages.set(key, [index]);
  }
  const byId = byIdOf(documents);
  return [...pages.values()].map((page) => page.sort(byId)).sort(([a = 0], [b = 0]) => byId(a, b));
}

function leastMean(documents: number): number {
  return Math.min(MOST_MEAN, LEAST_MEAN + RISE * Math.max(0, Math.log10(documents / LARGE)));
}

/**
 * For each pair the probability that it is of one story, with the share of such pairs estimated from all of them.
 *
 * @param model - learned where half of the pairs are of one story.
 */
export function storyProbabilities(
  { count, features }: StoryPairs,
  { weights, intercept }: LogisticRegression,
): Float64Array {
  const odds = new Float64Array(count).fill(intercept);
  for (let pair = 0, at = 0; pair < count; pair++)
    for (const weight of weights) odds[pair] = (odds[pair] as number) + (features[at++] as number) * weight;
  let share = 0.5;
  for (let round = 0; round < ROUNDS; round++) {
    const prior = Math.log(share / (1 - share));
    const expected = odds.reduce((sum, each) => sum + logistic(each + prior), 0);
    // One imagined pair of each kind keeps the share off 0 and 1.
    share = (expected + 1) / (odds.length + 2);
  }
  const prior = Math.log(share / (1 - share));
  return odds.map((each) => logistic(each + prior));
}
