import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Span } from '../model/span.ts';
import type { TimeMention } from '../model/time-mention.ts';

/** One event that an undated document tells as of its own week and another as of the week before its own. */
export interface WeekInference {
  /** Index of the document that tells it as "on Friday", "today". */
  readonly earlier: number;
  /** Index of the document that tells it as "last week". */
  readonly later: number;
  readonly near: { readonly time: TimeMention; readonly sentence: Span; readonly utterance: boolean };
  readonly far: { readonly time: TimeMention; readonly sentence: Span };
}

/** A sentence with a time that places it in the document's own week or in the week before. */
interface Placed {
  readonly document: number;
  readonly week: 'own' | 'last';
  readonly time: TimeMention;
  readonly sentence: Span;
  readonly words: ReadonlySet<string>;
  /** Who is said to have spoken at that time. */
  readonly speakers: ReadonlySet<string>;
}

/** A word that stands in more sentences than this tells no two of them together. */
const COMMON_WORD = 40;
/**
 * Share of the lighter sentence's word weight that both must have: two accounts of one event, not one subject. An answer to
 * an accusation shares most of its words, so where both sentences tell of an utterance it must be the same speaker's, and
 * less will do then.
 */
const SAME_EVENT = 0.5;
const SAME_UTTERANCE = 0.3;
/** Fewest content words in common. */
const SHARED_WORDS = 4;

/**
 * Finds what orders undated documents: the same event told as "on Friday" here and as "last week" there.
 *
 * The second document was then written in the week after the event, and the first within seven days of it. That makes the
 * first the earlier one as a rule and not with certainty; the timeline says so.
 *
 * Words are compared through an index of rare words, so the cost grows with the sentences that share one.
 *
 * @param attributions - by the id of their document.
 * @returns at most one inference for two documents, the one with the most in common.
 */
export function inferOrder(
  documents: readonly AnnotatedDocument[],
  attributions: ReadonlyMap<string, readonly Attribution[]>,
): WeekInference[] {
  const placed = documents.flatMap((document, index) =>
    document.document.published === undefined
      ? placedSentences(document, index, attributions.get(document.document.id) ?? [])
      : [],
  );
  const holders = new Map<string, number[]>();
  placed.forEach((sentence, index) => {
    for (const word of sentence.words) {
      const list = holders.get(word);
      if (list) list.push(index);
      else holders.set(word, [index]);
    }
  });
  const weight = (word: string): number => Math.log(1 + placed.length / (holders.get(word)?.length ?? 1));
  const best = new Map<string, { inference: WeekInference; score: number }>();
  placed.forEach((far, index) => {
    if (far.week !== 'last') return;
    const shared = new Map<number, { count: number; weight: number }>();
    for (const word of far.words) {
      const list = holders.get(word) ?? [];
      if (list.length > COMMON_WORD) continue;
      for (const other of list) {
        if (other === index || placed[other]?.week !== 'own' || placed[other].document === far.document)
          continue;
        const sum = shared.get(other) ?? { count: 0, weight: 0 };
        shared.set(other, { count: sum.count + 1, weight: sum.weight + weight(word) });
      }
    }
    for (const [other, sum] of [...shared].sort((a, b) => a[0] - b[0])) {
      const near = placed[other];
      if (!near || sum.count < SHARED_WORDS) continue;
      const lighter = Math.min(total(far.words), total(near.words));
      const score = sum.weight / lighter;
      if (score < threshold(near, far)) continue;
      const pair = `${near.document} ${far.document}`;
      if (score <= (best.get(pair)?.score ?? 0)) continue;
      const { time, sentence, speakers } = near;
      const told = { time, sentence, utterance: speakers.size > 0 };
      best.set(pair, { inference: { earlier: near.document, later: far.document, near: told, far }, score });
    }
  });
  return [...best.values()].map(({ inference }) => inference);

  function total(words: ReadonlySet<string>): number {
    let sum = 0;
    for (const word of words) sum += weight(word);
    return sum;
  }
}

/** How much two sentences must share to tell of one event. */
function threshold(near: Placed, far: Placed): number {
  if (near.speakers.size === 0 || far.speakers.size === 0) return SAME_EVENT;
  for (const speaker of near.speakers) if (far.speakers.has(speaker)) return SAME_UTTERANCE;
  return Infinity;
}

/**
 * How far along the inferred order each document stands: 0 for those that nothing places later, one more for each step.
 * Documents on a circle contradict one another and stay at 0.
 */
export function rankDocuments(count: number, inferences: readonly WeekInference[]): number[] {
  const following = new Map<number, Set<number>>();
  const waiting = new Int32Array(count);
  for (const { earlier, later } of inferences) {
    const targets = following.get(earlier) ?? new Set<number>();
    following.set(earlier, targets);
    if (targets.has(later)) continue;
    targets.add(later);
    waiting[later] = (waiting[later] ?? 0) + 1;
  }
  const rank = new Int32Array(count);
  const ready: number[] = [];
  for (let document = 0; document < count; document++) if (waiting[document] === 0) ready.push(document);
  for (let at = 0; at < ready.length; at++) {
    const document = ready[at] ?? 0;
    for (const next of following.get(document) ?? []) {
      rank[next] = Math.max(rank[next] ?? 0, (rank[document] ?? 0) + 1);
      waiting[next] = (waiting[next] ?? 0) - 1;
      if (waiting[next] === 0) ready.push(next);
    }
  }
  return Array.from(rank, (value, document) => ((waiting[document] ?? 0) > 0 ? 0 : value));
}

const OWN_WEEK =
  /^(?:late |early )?(?:on )?(?:today|yesterday|tonight|this (?:morning|afternoon|evening|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
const LAST_WEEK = /^(?:(?:late|early|earlier) )?last week\b/i;

function placedSentences(
  annotated: AnnotatedDocument,
  document: number,
  attributions: readonly Attribution[],
): Placed[] {
  const speakersAt = new Map<number, Set<string>>();
  for (const { parent, speaker, when } of attributions) {
    const at = when?.evidence?.spans[0]?.[0];
    if (at === undefined || speaker === null || parent !== undefined) continue;
    speakersAt.set(at, (speakersAt.get(at) ?? new Set()).add(speaker));
  }
  const { language, times } = annotated;
  const { sentences, tokens, text } = language;
  const found: Placed[] = [];
  let at = 0;
  for (const time of times) {
    if (time.type !== 'DATE' && time.type !== 'TIME') continue;
    const words = text.slice(time.span[0], time.span[1]);
    const week = LAST_WEEK.test(words) ? 'last' : OWN_WEEK.test(words) ? 'own' : null;
    if (week === null) continue;
    while (at < sentences.length && (sentences[at]?.span[1] ?? 0) <= time.span[0]) at++;
    const sentence = sentences[at];
    if (!sentence || sentence.span[0] > time.span[0]) continue;
    const content = new Set<string>();
    for (let token = sentence.firstToken; token < sentence.endToken; token++) {
      const start = tokens.start[token] ?? 0;
      if (start >= time.span[0] && start < time.span[1]) continue;
      if (/^(?:NN|VB|JJ|CD)/.test(tokens.penn[token] ?? ''))
        content.add((tokens.lemma[token] ?? tokens.word[token] ?? '').toLowerCase());
    }
    const speakers = speakersAt.get(time.span[0]) ?? new Set();
    found.push({ document, week, time, sentence: sentence.span, words: content, speakers });
  }
  return found;
}
