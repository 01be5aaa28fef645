import { alignTerms } from '../learn/align-terms.ts';
import { keyOfTerms, numberAlike, PairScores } from './alike.ts';
import type { Content } from './content.ts';
import type { Principals } from './principals.ts';
import { likeness, likenessFeatures } from './proposition-likeness.ts';
import type { Proposition } from './proposition.ts';
import { stanceOf } from './stance.ts';
import { TellingMarks } from './telling-marks.ts';

/** A proposition has at least a predicate and something it is said of. */
const LEAST_SHARED = 0.35;
/** Log-odds that two propositions of the very same words are one. */
const VERBATIM = 2;
/** Log-odds by which readings of one utterance are likelier to say the same. */
const SAME_UTTERANCE = 1;
/** And by which those are that have a number or a day in common that few others have. */
const SAME_MARK = 4;
/** And by which those are that one side says: in two accounts, where they may be one utterance, and in one. */
const SAME_SIDE = { elsewhere: 2, here: 1 } as const;
/** And by which those are less likely of which one is asked for and the other said to be so: the towers that are to be shut, and were. */
const ONLY_DEMANDED = -3;
/** Nothing in common. */
const NEVER = -1;

/** Decides which propositions of one story are one; answers are kept, since clustering asks again. */
export class ClaimJudge {
  readonly #propositions: readonly Proposition[];
  readonly #principals: Principals;
  readonly #words: readonly string[];
  /** The utterance that each is of, if it is of one. */
  readonly #said: readonly (string | undefined)[];
  /** Who says each, as the state or body that he answers for. */
  readonly #sides: readonly (string | null)[];
  /** Whether each is asked for; what is to end is taken to be so. */
  readonly #demanded: readonly boolean[];
  readonly #marks: TellingMarks;
  readonly #scores: PairScores;

  /**
   * @param propositions - each at the place that its `index` says.
   * @param contents - all contents of the story.
   * @param utteranceOf - utterances by their attributions.
   */
  constructor(
    propositions: readonly Proposition[],
    contents: readonly Content[],
    principals: Principals,
    utteranceOf: ReadonlyMap<string, string>,
  ) {
    this.#propositions = propositions;
    this.#principals = principals;
    this.#words = propositions.map(wordsOf);
    this.#said = propositions.map(({ attribution }) => utteranceOf.get(attribution.id));
    this.#sides = propositions.map(({ attribution }) =>
      attribution.speaker === null ? null : principals.of(attribution.speaker),
    );
    this.#demanded = propositions.map((proposition) => stanceOf(proposition) === 'demands');
    this.#marks = new TellingMarks(propositions, contents, principals);
    const alike = numberAlike(
      propositions.map((proposition, at) =>
        [
          this.#said[at],
          this.#words[at],
          this.#demanded[at],
          this.#marks.keyOf(at),
          keyOfProposition(proposition),
        ].join('|'),
      ),
    );
    this.#scores = new PairScores(alike, (low, high) => this.#judge(low, high));
  }

  /** Log-odds that two propositions are one. */
  score(one: number, other: number): number {
    const score = this.#scores.of(one, other);
    return Number.isNaN(score) ? NEVER : score + this.#sameSide(one, other);
  }

  #sameSide(one: number, other: number): number {
    const side = this.#sides[one];
    if (side === null || side !== this.#sides[other]) return 0;
    const [a, b] = [this.#propositions[one], this.#propositions[other]];
    // who says that it is and that it is not speaks of two things
    if (a?.denied !== b?.denied) return 0;
    return a?.documentIndex === b?.documentIndex ? SAME_SIDE.here : SAME_SIDE.elsewhere;
  }

  /** What their words say, whoever says them; `NaN` where they have nothing in common. */
  #judge(low: number, high: number): number {
    const [a, b] = [this.#propositions[low], this.#propositions[high]];
    if (!a || !b) return NaN;
    const alignment = alignTerms(a.terms, b.terms);
    const marked = this.#marks.share(low, high);
    if (alignment.weight < LEAST_SHARED && !marked) return NaN;
    const uttered = this.#said[low] !== undefined && this.#said[low] === this.#said[high];
    const score =
      likeness(likenessFeatures(a, b, alignment, this.#principals)) +
      (uttered ? SAME_UTTERANCE : 0) +
      (marked ? SAME_MARK : 0) +
      (this.#demanded[low] === this.#demanded[high] ? 0 : ONLY_DEMANDED);
    return this.#words[low] === this.#words[high] ? Math.max(score, VERBATIM) : score;
  }
}

/** A wording without its marks, and which of several things of it is meant. */
function wordsOf({ attribution, conjunct, headKey, terms }: Proposition): string {
  const words = attribution.content.text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const which = conjunct < 0 ? '' : terms.map(({ key }) => key).join(' ');
  return `${headKey}/${words}/${which}`;
}

/** All of a proposition that its likeness to another asks, but for its words as they stand. */
function keyOfProposition(proposition: Proposition): string {
  const { terms, roles, head, agents, patients, pronouns, denied, weight, frame } = proposition;
  const { intended, universal, presupposed, negator } = frame;
  const parties = [agents, patients, pronouns, roles].map((list) => list.join(',')).join('|');
  return `${parties}|${head}|${denied}|${weight}|${intended}|${universal}|${presupposed}|${negator !== null}|${keyOfTerms(terms)}`;
}
