import { readTerms, type Term, type TermIndex } from '../learn/term.ts';
import type { Attribution } from '../model/attribution.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { withoutMonth } from './outright.ts';

/** What one attribution reports, read for a comparison of two. */
export interface Wording {
  readonly attribution: Attribution;
  readonly terms: readonly Term[];
  /** How often it says not, no, never, without or fails to. */
  readonly negators: number;
  /** It speaks of what will, would or may be. */
  readonly open: boolean;
}

const NEGATOR =
  /(?<![\p{L}])(?:not|no|never|neither|nor|without|none|nobody|nothing|cannot|fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|lack(?:s|ed|ing)?|unable|unlikely|yet to)(?![\p{L}])|n[’']t(?![\p{L}])/giu;
/** "Not only", "no longer than" and "no less than" deny nothing. */
const NO_NEGATOR =
  /(?<![\p{L}])(?:not only|no (?:more|less|fewer|longer|later) than|whether or not)(?![\p{L}])/giu;
const OPEN =
  /(?<![\p{L}])(?:will|would|shall|should|may|might|could|can|going to|plan(?:s|ned)? to|want(?:s|ed)? to)(?![\p{L}])|[’']ll(?![\p{L}])/iu;

/** Reads attributions into wordings, each once. */
export class WordingReader {
  readonly #indexes: ReadonlyMap<string, TermIndex>;
  readonly #read = new Map<string, Wording>();

  constructor(story: LinkedStory, indexes: readonly TermIndex[]) {
    this.#indexes = new Map(
      story.documents.flatMap(({ document }, at) => {
        const index = indexes[at];
        return index ? [[document.id, index] as const] : [];
      }),
    );
  }

  of(attribution: Attribution): Wording {
    const known = this.#read.get(attribution.id);
    if (known) return known;
    const { content, document } = attribution;
    const index = this.#indexes.get(document);
    const words = content.text.replace(NO_NEGATOR, ' ');
    const wording: Wording = {
      attribution,
      terms: index ? readTerms(index, content.spans) : [],
      negators: words.match(NEGATOR)?.length ?? 0,
      open: OPEN.test(withoutMonth(words)),
    };
    this.#read.set(attribution.id, wording);
    return wording;
  }
}

/** One wording for each text, at most so many: copies of one account say nothing more. */
export function differentWordings(wordings: readonly Wording[], most: number): Wording[] {
  return [...new Map(wordings.map((wording) => [wording.attribution.content.text, wording])).values()].slice(
    0,
    most,
  );
}
