import { cosine, type StoryTerms } from './story-terms.ts';

/**
 * Pairs of documents that may tell one story, with what speaks for and against it, in parallel: `a[i]` and `b[i]` are indices
 * of documents, `a` below `b`, in rising order. Ten thousand documents make half a million pairs.
 */
export interface StoryPairs {
  readonly count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Row after row, parallel to {@link STORY_FEATURES}. */
  readonly features: Float64Array;
}

/** Names of the features, for the table of weights. */
export const STORY_FEATURES: readonly string[] = [
  'lead',
  'rare terms',
  'phrases',
  'title in lead',
  'rarest shared term',
  'a common weekday',
  'other weekdays',
  'whole',
  'lead, of the nearest',
  'whole, of the nearest',
  'lead, of the nearest of either',
  'whole, of the nearest of either',
  'rare terms, of the nearest',
  'terms in common',
  'terms of the longer lead',
];

/** Terms of a lead under which it is looked up, the heaviest. */
const KEYS = 40;
/** A term in more leads than this brings nobody together: it is the subject of the whole folder. */
const MOST_IN_BLOCK = 400;
/** Cosine of two leads below which they have nothing to do with each other. */
const LEAST_LEAD = 0.04;
/** Of the documents that share heavy terms so many are measured, those that share most … */
const LOOKED_AT = 200;
/** … and so many of them, the nearest, are compared in full. */
export const NEAREST = 60;

/**
 * Pairs of documents that may tell one story, from an inverted index of the heaviest terms of their leads; never all pairs.
 * In a folder of a few hundred documents every pair with a word in common is looked at.
 */
export function likenessPairs(documents: readonly StoryTerms[]): StoryPairs {
  const { count, a, b } = nearestPairs(documents);
  const lead = new Float64Array(count);
  const rare = new Float64Array(count);
  const whole = new Float64Array(count);
  for (let pair = 0; pair < count; pair++) {
    const [one, other] = [at(documents, a[pair]), at(documents, b[pair])];
    lead[pair] = cosine(one.lead, other.lead);
    rare[pair] = cosine(one.rare, other.rare);
    whole[pair] = cosine(one.whole, other.whole);
  }
  const best = (likeness: Float64Array): Float64Array =>
    nearestOf({ count, a, b }, likeness, documents.length);
  const [bestLead, bestRare, bestWhole] = [best(lead), best(rare), best(whole)];
  const width = STORY_FEATURES.length;
  const features = new Float64Array(count * width);
  for (let pair = 0; pair < count; pair++) {
    const [i, j] = [a[pair] as number, b[pair] as number];
    const [one, other] = [at(documents, i), at(documents, j)];
    const bothDays = one.weekdays & other.weekdays;
    // how near they are beside the nearest that any of the two has, or that each of them has
    const ofNearer = (likeness: Float64Array, nearest: Float64Array): number =>
      (likeness[pair] as number) / (Math.max(nearest[i] as number, nearest[j] as number) || 1);
    const ofEither = (likeness: Float64Array, nearest: Float64Array): number =>
      (likeness[pair] as number) / (Math.min(nearest[i] as number, nearest[j] as number) || 1);
    features.set(
      [
        lead[pair] as number,
        rare[pair] as number,
        Math.sqrt(cosine(one.phrases, other.phrases)),
        (cosine(one.title, other.lead) + cosine(one.lead, other.title)) / 2,
        rarestShared(one, other),
        bothDays ? 1 : 0,
        one.weekdays && other.weekdays && !bothDays ? 1 : 0,
        whole[pair] as number,
        ofNearer(lead, bestLead),
        ofNearer(whole, bestWhole),
        ofEither(lead, bestLead),
        ofEither(whole, bestWhole),
        ofNearer(rare, bestRare),
        countShared(one.lead.terms, other.lead.terms),
        Math.max(one.lead.terms.length, other.lead.terms.length),
      ],
      pair * width,
    );
  }
  return { count, a, b, features };
}

/** For each document the most that any pair has which it is one of. */
function nearestOf(
  { count, a, b }: Omit<StoryPairs, 'features'>,
  likeness: Float64Array,
  documents: number,
): Float64Array {
  const most = new Float64Array(documents);
  for (let pair = 0; pair < count; pair++)
    for (const index of [a[pair] as number, b[pair] as number])
      most[index] = Math.max(most[index] as number, likeness[pair] as number);
  return most;
}

function at(documents: readonly StoryTerms[], index: number | undefined): StoryTerms {
  const found = documents[index ?? -1];
  if (!found) throw new RangeError(`There is no document ${index} among ${documents.length}`);
  return found;
}

function nearestPairs(documents: readonly StoryTerms[]): Omit<StoryPairs, 'features'> {
  const keysOf = documents.map(({ lead }) =>
    [...lead.terms.keys()]
      .sort((x, y) => (lead.weights[y] as number) - (lead.weights[x] as number) || x - y)
      .slice(0, KEYS),
  );
  const postings = new Map<number, number[]>();
  documents.forEach(({ lead }, index) => {
    for (const key of keysOf[index] ?? []) {
      const term = lead.terms[key] as number;
      const posting = postings.get(term);
      if (posting) posting.push(index);
      else postings.set(term, [index]);
    }
  });
  const partial = new Float64Array(documents.length);
  // Both documents of a pair may name the other as one of their nearest.
  const named = new Float64Array(documents.length * NEAREST);
  let count = 0;
  documents.forEach((document, index) => {
    const touched: number[] = [];
    for (const key of keysOf[index] ?? []) {
      const posting = postings.get(document.lead.terms[key] as number) ?? [];
      if (posting.length > MOST_IN_BLOCK) continue;
      const weight = document.lead.weights[key] as number;
      for (const other of posting) {
        if (other === index) continue;
        if (partial[other] === 0) touched.push(other);
        partial[other] = (partial[other] as number) + weight * weight;
      }
    }
    const near = mostOf(touched, partial)
      .map((other): [number, number] => [other, cosine(document.lead, at(documents, other).lead)])
      .filter(([, likeness]) => likeness >= LEAST_LEAD)
      .sort((x, y) => y[1] - x[1] || x[0] - y[0]);
    for (const other of touched) partial[other] = 0;
    for (const [other] of near.slice(0, NEAREST))
      named[count++] = Math.min(index, other) * documents.length + Math.max(index, other);
  });
  const sorted = named.subarray(0, count).sort();
  const pairs = sorted.filter((pair, place) => place === 0 || pair !== sorted[place - 1]);
  return {
    count: pairs.length,
    a: Int32Array.from(pairs, (pair) => Math.floor(pair / documents.length)),
    b: Int32Array.from(pairs, (pair) => pair % documents.length),
  };
}

/** The {@link LOOKED_AT} items with the highest scores, highest first, then by their numbers. */
function mostOf(items: readonly number[], scores: Float64Array): number[] {
  const ranked = Float64Array.from(items, (item) => scores[item] as number).sort();
  const least = ranked[Math.max(0, ranked.length - LOOKED_AT)] ?? 0;
  return items
    .filter((item) => (scores[item] as number) >= least)
    .sort((x, y) => (scores[y] as number) - (scores[x] as number) || x - y)
    .slice(0, LOOKED_AT);
}

function rarestShared(a: StoryTerms, b: StoryTerms): number {
  let most = 0;
  for (let i = 0, j = 0; i < a.lead.terms.length && j < b.lead.terms.length;) {
    const difference = (a.lead.terms[i] as number) - (b.lead.terms[j] as number);
    if (difference === 0) {
      most = Math.max(most, a.rarity[i++] as number);
      j++;
    } else if (difference < 0) i++;
    else j++;
  }
  return most;
}

function countShared(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}
