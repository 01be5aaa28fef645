import type { TermIndex } from '../learn/term.ts';
import type { Discrepancy, DiscrepancyKind, Importance } from '../model/discrepancy.ts';
import { evidenceAt } from '../model/evidence.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { changeScore, findChangedSlots, isRetold, type ChangedSlot } from './changed-slots.ts';
import { discrepancyId } from './discrepancy-id.ts';
import { holdersOf, type Holders } from './holders.ts';
import { retoldSentences, type SentencePlace } from './retold-sentences.ts';
import { readSentenceWords, type SentenceWord, type SlotKind } from './sentence-slots.ts';

/** Between whole stories more is asked than of two sentences that are known to be of one content. */
const SURE = 0.8;
/** A sentence in which so much differs tells something else. */
const MOST_CHANGES = 2;

const KINDS: Readonly<Partial<Record<SlotKind, DiscrepancyKind>>> = {
  number: 'quantity',
  year: 'date',
  month: 'date',
  weekday: 'date',
  place: 'place',
  pole: 'polarity',
  negation: 'polarity',
};
const IMPORTANCE: Readonly<Partial<Record<DiscrepancyKind, Importance>>> = {
  polarity: 'high',
  place: 'medium',
};

/**
 * Sentences in which one account tells the same as another, but for one word: a number that counts nothing by itself ("section
 * 41"), a place, "won" for "lost". Values that are found by what they count are found better by `find-value-clashes.ts`.
 */
export function findChangedSentences(story: LinkedStory, indexes: readonly TermIndex[]): Discrepancy[] {
  const holders = holdersOf(story);
  const read = new Map<string, readonly SentenceWord[]>();
  const wordsAt = ({ documentIndex, sentence }: SentencePlace): readonly SentenceWord[] => {
    const key = `${documentIndex}/${sentence}`;
    const known = read.get(key);
    const index = indexes[documentIndex];
    if (known || !index) return known ?? [];
    const words = readSentenceWords(index, sentence);
    read.set(key, words);
    return words;
  };
  const found: Discrepancy[] = [];
  for (const [a, b] of retoldSentences(indexes)) {
    const slots = findChangedSlots(wordsAt(a), wordsAt(b)).filter(({ features }) => isRetold(features));
    const sure = slots.filter((slot) => changeScore(slot) >= SURE);
    if (sure.length > MOST_CHANGES) continue;
    found.push(...sure.flatMap((slot) => describe(story, slot, a, b, holders)));
  }
  return found;
}

function describe(
  story: LinkedStory,
  { kind: slot, a, b }: ChangedSlot,
  at: SentencePlace,
  other: SentencePlace,
  holders: Holders,
): Discrepancy[] {
  const kind = KINDS[slot];
  if (kind === undefined) return [];
  const readings = [
    { word: a, place: at },
    { word: b, place: other },
  ].flatMap(({ word, place }) => {
    const document = story.documents[place.documentIndex]?.document;
    return document
      ? [
          {
            value: word.text,
            heldBy: holders(place.documentIndex, word.span),
            evidence: evidenceAt(document, [word.span]),
          },
        ]
      : [];
  });
  const sentence = story.documents[at.documentIndex]?.language.sentences[at.sentence];
  const document = story.documents[at.documentIndex]?.document;
  return [
    {
      id: discrepancyId(kind, readings),
      kind,
      about:
        document && sentence
          ? document.text
              .slice(...sentence.span)
              .trim()
              .replace(/\s+/g, ' ')
          : '',
      importance: IMPORTANCE[kind] ?? 'medium',
      readings,
    },
  ];
}
