import { cosine, type StoryTerms } from './story-terms.ts';

/** Two documents that may tell one story, by index, `a` below `b`, with what speaks for and against it. */
export interface StoryPair {
  readonly a: number;
  readonly b: number;
  /** Parallel to {@link STORY_FEATURES}. */
  readonly features: readonly number[];
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
export function likenessPairs(documents: readonly StoryTerms[]): StoryPair[] {
  const found = nearestPairs(documents).map(([a, b, lead]) => ({
    a,
    b,
    lead,
    whole: cosine(at(documents, a).whole, at(documents, b).whole),
  }));
  const bestLead = new Float64Array(documents.length);
  const bestWhole = new Float64Array(documents.length);
  for (const { a, b, lead, whole } of found)
    for (const one of [a, b]) {
      bestLead[one] = Math.max(bestLead[one] as number, lead);
      bestWhole[one] = Math.max(bestWhole[one] as number, whole);
    }
  return found.map(({ a, b, lead, whole }) => {
    const [one, other] = [at(documents, a), at(documents, b)];
    const bothDays = one.weekdays & other.weekdays;
    return {
      a,
      b,
      features: [
        lead,
        cosine(one.rare, other.rare),
        Math.sqrt(cosine(one.phrases, other.phrases)),
        (cosine(one.title, other.lead) + cosine(one.lead, other.title)) / 2,
        rarestShared(one, other),
        bothDays ? 1 : 0,
        one.weekdays && other.weekdays && !bothDays ? 1 : 0,
        whole,
        lead / Math.max(bestLead[a] as number, bestLead[b] as number),
        whole / (Math.max(bestWhole[a] as number, bestWhole[b] as number) || 1),
      ],
    };
  });
}

function at(documents: readonly StoryTerms[], index: number): StoryTerms {
  const found = documents[index];
  if (!found) throw new RangeError(`There is no document ${index} among ${documents.length}`);
  return found;
}

function nearestPairs(documents: readonly StoryTerms[]): [number, number, number][] {
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
  const kept = new Map<number, number>();
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
    touched.sort((x, y) => (partial[y] as number) - (partial[x] as number) || x - y);
    const near = touched
      .slice(0, LOOKED_AT)
      .map((other): [number, number] => [other, cosine(document.lead, at(documents, other).lead)])
      .filter(([, likeness]) => likeness >= LEAST_LEAD)
      .sort((x, y) => y[1] - x[1] || x[0] - y[0]);
    for (const other of touched) partial[other] = 0;
    for (const [other, likeness] of near.slice(0, NEAREST))
      kept.set(Math.min(index, other) * documents.length + Math.max(index, other), likeness);
  });
  return [...kept]
    .sort((x, y) => x[0] - y[0])
    .map(([pair, likeness]) => [Math.floor(pair / documents.length), pair % documents.length, likeness]);
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
