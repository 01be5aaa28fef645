import type { TermIndex } from '../learn/term.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import type { Entity } from '../model/entity.ts';
import { evidenceAt, type Evidence } from '../model/evidence.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Span } from '../model/span.ts';
import { discrepancyId } from './discrepancy-id.ts';
import { attributionsByDocument } from './holders.ts';
import { namedLast, Turns } from './turns.ts';
import { Voices } from './voices.ts';

/**
 * A narrator says that two disagree: "contradicts him", "disputes that", "remembers it differently", "tell a different story".
 * What is contradicted stands before, what is set against it behind. Phrases of plain English, from how accounts are set
 * against each other; all take up what was said before.
 */
const DISAGREES =
  /(?<!\p{L})(?:disagree[ds](?=\s*[.,;:–—])|(?:disput|contradict)(?:es|ed|s)\s+(?:that|this|it|him|her|them|(?:this|that|his|her|their|its|the)\s+(?:account|version|claim|figure|statement|assertion|story)s?)(?=\s*[.,;:–—]|\s+and\s)|(?:sees?|saw|remembers?|remembered|recalls?|recalled|tells?|told|describe[sd]?|puts?|views?|viewed)\s+(?:it|this|that|things|events|the\s+\p{L}+)\s+(?:very\s+|quite\s+|rather\s+)?(?:differently|otherwise)|(?:tells?|told|gives?|gave|offer(?:s|ed)?|has|had|have|paint(?:s|ed)?)\s+a(?:n\s+entirely|\s+(?:very|quite|rather|completely|totally|markedly|starkly))?\s+different\s+(?:story|account|version|tale|picture|recollection))/iu;
/** What takes up a person's words, and not only the last thing said. */
const TAKES_UP_ALL = /(?<!\p{L})(?:him|her|them|it|things|events|account|version|story|different)(?!\p{L})/iu;
/** "…, something the ministry denies": what is denied stands before it in the sentence. */
const DENIED_BESIDE =
  /(?<=,\s)(?:something|(?:an?|the)\s+(?:\p{L}+\s+)?(?:claim|allegation|accusation|charge|assertion|suggestion|account|version))\s+(?:that\s+|which\s+)?(?:\p{L}[\p{L}’'.-]*\s+){1,7}?(?:denies|denied|deny|rejects?|rejected|disputes?|disputed)(?=\s*[.,;])/iu;
/** Sentences back in which what is contradicted stands. */
const BACK = 4;
const PRONOUN = /^(?:he|she|it|they)$/i;

/** What two say of whom the account says that they disagree, with the words that say so. */
interface OpenDisagreement {
  readonly words: Evidence;
  readonly found: Discrepancy;
}

/** Where a narrator says that one contradicts the other: what both say, each with its holder. */
export function findOpenDisagreements(
  story: LinkedStory,
  entities: ReadonlyMap<string, Entity>,
  indexes: readonly TermIndex[],
): OpenDisagreement[] {
  const voices = new Voices(entities);
  const byDocument = attributionsByDocument(story);
  const all = indexes.flatMap((index) => {
    const { language, document } = index.annotated;
    const attributions = byDocument.get(document.id) ?? [];
    if (attributions.length === 0) return [];
    const turns = new Turns(index, attributions, voices);
    return language.sentences.flatMap(({ span, kind }, at): OpenDisagreement[] => {
      if (kind !== 'sentence') return [];
      const text = document.text.slice(...span);
      const place = (match: RegExpExecArray): Span => [
        span[0] + match.index,
        span[0] + match.index + match[0].length,
      ];
      const [disagrees, beside] = [DISAGREES.exec(text), DENIED_BESIDE.exec(text)];
      const found =
        (disagrees && contradicted(index, attributions, turns, at, span, place(disagrees))) ??
        (beside && deniedBeside(index, attributions, turns, at, span, place(beside)));
      return found ? [found] : [];
    });
  });
  return joinTwins(all);
}

/** What several accounts tell of the same two is one. */
function joinTwins(all: readonly OpenDisagreement[]): OpenDisagreement[] {
  const byHolders = new Map<string, OpenDisagreement>();
  for (const one of all) {
    const key = [...new Set(one.found.readings.map(({ heldBy }) => heldBy))].join('/');
    const known = byHolders.get(key);
    const isTwin = known && known.words.document !== one.words.document;
    if (!known) byHolders.set(key, one);
    else if (isTwin)
      byHolders.set(key, {
        ...known,
        found: { ...known.found, readings: [...known.found.readings, ...one.found.readings] },
      });
    else byHolders.set(`${key}/${one.found.id}`, one);
  }
  return [...byHolders.values()];
}

/** What stands before "X disagreed" and what X says behind it. */
function contradicted(
  index: TermIndex,
  attributions: readonly Attribution[],
  turns: Turns,
  at: number,
  sentence: Span,
  [from, to]: Span,
): OpenDisagreement | null {
  // Who says that somebody disagrees is no narrator.
  if (attributions.some(({ content }) => content.spans.some((span) => span[0] <= from && from < span[1])))
    return null;
  const contrary = turns.after(at, to);
  const [first] = contrary;
  if (!first) return null;
  const disagreeing = namedLast(index, [sentence[0], from]);
  const before = turns.before(at, disagreeing ?? first.speaker ?? '', BACK);
  // "she said", behind "Rusk disagreed": whoever disagrees
  const holder = (PRONOUN.test(first.source?.text ?? '') ? disagreeing : null) ?? first.speaker;
  if (before.length === 0 || before.some(({ speaker }) => speaker === holder)) return null;
  const words = evidenceAt(index.annotated.document, [[from, to]]);
  const against = TAKES_UP_ALL.test(words.text) ? before.toReversed() : before.slice(0, 1);
  return disagreement(words, [
    ...against.map((one) => readingOf(one.content, one.speaker)),
    ...contrary.map((one) => readingOf(one.content, holder)),
  ]);
}

/** What stands before "something X denies", and what X says behind it; the words themselves where he says nothing more. */
function deniedBeside(
  index: TermIndex,
  attributions: readonly Attribution[],
  turns: Turns,
  at: number,
  sentence: Span,
  [from, to]: Span,
): OpenDisagreement | null {
  const { document } = index.annotated;
  const around = attributions.find(({ content }) =>
    content.spans.some((span) => span[0] >= sentence[0] && span[0] < from),
  );
  const start = around?.content.spans[0]?.[0] ?? sentence[0];
  const claim = evidenceAt(document, [
    [start, document.text.slice(start, from).trimEnd().length + start - 1],
  ]);
  const words = evidenceAt(document, [[from, to]]);
  const next = turns.after(at, to);
  const isPronoun = PRONOUN.test(next[0]?.source?.text ?? '');
  const denier = namedLast(index, [from, to]);
  if ((around?.speaker ?? null) === denier) return null;
  const own = isPronoun || next[0]?.speaker === denier ? next.map(({ content }) => content) : [words];
  return disagreement(words, [
    readingOf(claim, around?.speaker ?? null),
    ...own.map((one) => readingOf(one, denier)),
  ]);
}

function disagreement(words: Evidence, readings: Discrepancy['readings']): OpenDisagreement {
  return {
    words,
    found: {
      id: discrepancyId('disagreement', readings),
      kind: 'polarity',
      about: readings[0]?.evidence.text.replace(/\s+/g, ' ') ?? '',
      importance: 'medium',
      readings,
      note: `The account says of both: “${words.text.replace(/\s+/g, ' ')}”.`,
    },
  };
}

function readingOf(evidence: Evidence, holder: string | null): Discrepancy['readings'][number] {
  return { value: evidence.text, heldBy: holder, evidence };
}
