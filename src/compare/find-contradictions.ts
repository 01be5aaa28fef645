import { alignTerms } from '../learn/align-terms.ts';
import type { TermIndex } from '../learn/term.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import { deniedEvent } from './denied-event.ts';
import { discrepancyId } from './discrepancy-id.ts';
import { denialScore, LEAST_SCORE, type Denial } from './judge-denial.ts';
import { isAssertion, isDenial, isNegated } from './outright.ts';
import { keysOf, placesOf, placesOfWords } from './word-places.ts';
import type { Telling, TellingReader } from '../model/telling.ts';

const NEGATING =
  /^(?:no|not|n[’']t|never|nobody|none|nothing|without|neither|no-one|cannot|fail(?:s|ed)?|refus(?:es|ed|al)|den(?:y|ies|ied|ying|ial)|reject(?:s|ed)?|dismiss(?:es|ed)?)$/i;
/** Denials of a story that are looked at, and sentences that may say what each denies. */
const MOST_DENIALS = 400;
const MOST_SENTENCES = 60;

interface Opposition {
  readonly denial: Denial;
  readonly assertion: Telling;
  readonly score: number;
}

/**
 * Finds what one account says was not, and another says was, in whatever words: "no search took place" and "searched the offices".
 * Both must be said outright, by two voices, of the same people and things as far as they name any.
 */
export function findContradictions(
  indexes: readonly TermIndex[],
  read: TellingReader,
  readActs: TellingReader,
): Discrepancy[] {
  const denials = findDenials(indexes, read);
  const found = denials.length === 0 ? [] : oppose(denials, indexes, read, readActs);
  return describe(found);
}

/** What is said outright not to be so. */
function findDenials(indexes: readonly TermIndex[], read: TellingReader): Denial[] {
  const denials: Denial[] = [];
  for (const [at, { annotated }] of indexes.entries()) {
    const { tokens, sentences } = annotated.language;
    let last = -1;
    for (let t = 0; t < tokens.count && denials.length < MOST_DENIALS; t++) {
      const sentence = tokens.sentence[t] as number;
      if (sentence === last || sentences[sentence]?.kind !== 'sentence') continue;
      if (!NEGATING.test(tokens.word[t] ?? '')) continue;
      last = sentence;
      for (const telling of read(at, sentence)) {
        if (!isDenial(telling)) continue;
        const event = deniedEvent(telling);
        // "Denied that it received a warning", but "denied the attack" says too little of which.
        const isTold = event?.kind === 'verb' || isNegated(telling) || telling.frame.finite;
        if (event && isTold) denials.push({ telling, event, sentence });
      }
    }
  }
  return denials;
}

function oppose(
  denials: readonly Denial[],
  indexes: readonly TermIndex[],
  read: TellingReader,
  readActs: TellingReader,
): Opposition[] {
  const sentencesOf = placesOfWords(new Set(denials.flatMap(({ event }) => keysOf(event))), indexes);
  const found: Opposition[] = [];
  for (const denial of denials) {
    const own: Opposition[] = [];
    for (const [documentIndex, sentence] of placesOf([denial.event], sentencesOf, MOST_SENTENCES)) {
      const asserted = read(documentIndex, sentence).filter(isAssertion);
      for (const assertion of [...asserted, ...readActs(documentIndex, sentence)]) {
        const back = documentIndex === denial.telling.documentIndex ? denial.sentence - sentence : Infinity;
        const score = denialScore(denial, assertion, back, indexes);
        if (score !== null) own.push({ denial, assertion, score });
      }
    }
    found.push(...own.filter(({ score, assertion }) => score >= LEAST_SCORE || saysTheSame(assertion, own)));
  }
  return found;
}

/** Whether it tells what one that is surely denied tells: "met for an hour", after "no such meeting". */
function saysTheSame(assertion: Telling, all: readonly Opposition[]): boolean {
  return all.some(({ assertion: other, score }) => {
    if (score < LEAST_SCORE || other.documentIndex === assertion.documentIndex) return false;
    const { coverA, coverB, weight } = alignTerms(assertion.terms, other.terms);
    return Math.max(coverA, coverB) >= 0.5 && Math.min(coverA, coverB) >= 0.3 && weight >= 0.9;
  });
}

/** Tellings by where they stand: what is reported twice is one. */
type Tellings = Map<string, Telling>;

function placeOf({ documentIndex, headSpan }: Telling): string {
  return `${documentIndex}/${headSpan[0]}`;
}

/** One discrepancy for all that is said of one event: denials and assertions that hang together. */
function describe(found: readonly Opposition[]): Discrepancy[] {
  const groups: { denials: Tellings; assertions: Tellings; best: Opposition }[] = [];
  for (const opposition of found.toSorted((a, b) => b.score - a.score)) {
    const { denial, assertion } = opposition;
    const [denied, asserted] = [placeOf(denial.telling), placeOf(assertion)];
    let group = groups.find(({ denials, assertions }) => denials.has(denied) || assertions.has(asserted));
    if (!group) {
      group = { denials: new Map(), assertions: new Map(), best: opposition };
      groups.push(group);
    }
    if (!group.denials.has(denied)) group.denials.set(denied, denial.telling);
    if (!group.assertions.has(asserted)) group.assertions.set(asserted, assertion);
  }
  return groups.map(({ denials, assertions, best }) => {
    const outright = [...assertions.values()].filter(({ frame }) => !frame.presupposed);
    const asserting = (outright.length > 0 ? outright : [...assertions.values()]).slice(0, MOST_READINGS);
    const readings = [
      ...readingsOf(asserting, 'asserts'),
      ...readingsOf([...denials.values()].slice(0, MOST_READINGS), 'denies'),
    ];
    const documents = new Set(readings.map(({ evidence }) => evidence.document));
    return {
      id: discrepancyId('contradiction', readings),
      kind: 'polarity',
      about: best.assertion.attribution.content.text.replace(/\s+/g, ' '),
      importance: documents.size > 1 ? 'high' : 'medium',
      readings,
    };
  });
}

/** A reader is shown so many of one side at most, the surest. */
const MOST_READINGS = 8;

function readingsOf(tellings: readonly Telling[], value: string): Discrepancy['readings'][number][] {
  return tellings
    .toSorted((a, b) => a.documentIndex - b.documentIndex || a.headSpan[0] - b.headSpan[0])
    .map(({ attribution }) => ({ value, heldBy: attribution.speaker, evidence: attribution.content }));
}
