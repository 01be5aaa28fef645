import { indexTerms, readTerms, type TermIndex } from '../learn/term.ts';
import type { Claim } from '../model/claim.ts';
import { evidenceAt, type Evidence } from '../model/evidence.ts';
import type { SharedReading } from '../model/lineage.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Utterance } from '../model/utterance.ts';
import { foldWord } from '../text/fold-word.ts';
import { collateAccounts, LEAST_ORIGINS, type Account, type Witness } from './collate-accounts.ts';

/** Weight from which a shared word tells much: beyond the 8,000 most frequent. */
const RARE = 0.86;

/**
 * Finds words that accounts of different origins share against the agreed word of other accounts, in one place of one
 * utterance or claim. Textual critics call it a common error, by which witnesses betray a common ancestor (Paul Maas, Textkritik, 1927): a
 * mistranslation in good grammar shows so. Neither side is said to be right.
 *
 * Documents that share text are of one origin and count once: what they have in common is explained.
 */
export function findSharedReadings(
  story: LinkedStory,
  utterances: readonly Utterance[],
  claims: readonly Claim[],
): SharedReading[] {
  const reader = new AccountReader(story);
  const tradition = { originsOf: story.countOrigins, uses: reader.uses.bind(reader) };
  const contents = new Map(story.attributions.map(({ id, content }) => [id, content]));
  const reports = [
    ...utterances.map(({ id, origins, readings }) => ({
      id,
      origins,
      words: () => readings.map(({ evidence }) => evidence),
    })),
    ...claims.map(({ id, origins, positions }) => ({
      id,
      origins,
      words: () =>
        positions.flatMap(({ attributions, evidence = [] }) => [
          ...attributions.flatMap((attribution) => contents.get(attribution) ?? []),
          ...evidence,
        ]),
    })),
  ];
  const found = new Map<string, SharedReading>();
  for (const { id, origins, words } of reports) {
    if (origins < 2 * LEAST_ORIGINS) continue;
    for (const { shared, others, weight } of collateAccounts(reader.read(words()), tradition)) {
      const reading: SharedReading = {
        of: id,
        importance: weight >= RARE ? 'high' : 'medium',
        shared: shared.map((witness) => reader.evidenceOf(witness)),
        others: others.map((witness) => reader.evidenceOf(witness)),
      };
      // The words of an utterance are often those of a claim as well.
      const place = JSON.stringify(reading.shared[0]);
      if (!found.has(place)) found.set(place, reading);
    }
  }
  return [...found.values()];
}

/** Reads words of a story's documents into terms, each document prepared when it is first needed. */
class AccountReader {
  readonly #story: LinkedStory;
  readonly #place: ReadonlyMap<string, number>;
  readonly #indexes = new Map<string, TermIndex>();

  readonly #words = new Map<string, ReadonlySet<string>>();

  constructor(story: LinkedStory) {
    this.#story = story;
    this.#place = new Map(story.documents.map(({ document }, place) => [document.id, place]));
  }

  read(words: readonly Evidence[]): Account[] {
    return words.flatMap(({ document, spans }) => {
      const index = this.#indexOf(document);
      return index ? [{ document, terms: readTerms(index, spans) }] : [];
    });
  }

  /** Whether a document has a word, in whatever form of it. */
  uses(id: string, key: string): boolean {
    let words = this.#words.get(id);
    if (!words) {
      words = new Set(this.#indexOf(id)?.annotated.language.tokens.lemma.map(foldWord));
      this.#words.set(id, words);
    }
    return words.has(key);
  }

  evidenceOf({ document: id, term }: Witness): Evidence {
    const index = this.#indexOf(id);
    if (!index) throw new RangeError(`No document ${id} in the story`);
    const { document, language } = index.annotated;
    return evidenceAt(document, [
      [language.tokens.start[term.token] ?? 0, language.tokens.end[term.endToken - 1] ?? 0],
    ]);
  }

  #indexOf(id: string): TermIndex | undefined {
    const known = this.#indexes.get(id);
    const place = this.#place.get(id) ?? -1;
    const annotated = this.#story.documents[place];
    if (known || !annotated) return known;
    const index = indexTerms(annotated, this.#story.entityOf[place] ?? []);
    this.#indexes.set(id, index);
    return index;
  }
}
