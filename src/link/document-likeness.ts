import { storyProbabilities } from './group-stories.ts';
import { likenessPairs } from './story-likeness.ts';
import { cosine, readStoryTerms, type StoryDocument, type StoryTerms } from './story-terms.ts';
import { STORY_WEIGHTS } from './story-weights.ts';

/** How like two documents of one folder are; each is as like itself as can be. */
export interface DocumentLikeness {
  /** Cosine of the beginnings. */
  readonly lead: number;
  /** Cosine of the whole texts. */
  readonly whole: number;
  /** Probability that both tell one story. */
  readonly story: number;
}

const SAME: DocumentLikeness = { lead: 1, whole: 1, story: 1 };

/** Likeness of any two documents, worked out when it is first asked for. */
export class DocumentLikenesses {
  readonly #terms: readonly StoryTerms[];
  readonly #story = new Map<number, number>();
  readonly #kept = new Map<number, DocumentLikeness>();

  /** @param documents - sorted by what does not depend on the order of the files, when results must not either. */
  constructor(documents: readonly StoryDocument[]) {
    this.#terms = readStoryTerms(documents.map((document) => [document]));
    const pairs = likenessPairs(this.#terms);
    const probabilities = storyProbabilities(pairs, STORY_WEIGHTS);
    probabilities.forEach((each, at) =>
      this.#story.set(this.#keyOf(pairs.a[at] as number, pairs.b[at] as number), each),
    );
  }

  of(a: number, b: number): DocumentLikeness {
    if (a === b) return SAME;
    const key = this.#keyOf(a, b);
    const known = this.#kept.get(key);
    if (known) return known;
    const [one, other] = [this.#terms[a], this.#terms[b]];
    if (!one || !other) throw new RangeError(`No documents ${a} and ${b} among ${this.#terms.length}`);
    const made = {
      lead: cosine(one.lead, other.lead),
      whole: cosine(one.whole, other.whole),
      story: this.#story.get(key) ?? 0,
    };
    this.#kept.set(key, made);
    return made;
  }

  #keyOf(a: number, b: number): number {
    return Math.min(a, b) * this.#terms.length + Math.max(a, b);
  }
}
