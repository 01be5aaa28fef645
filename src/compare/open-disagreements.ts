import { firstTokenAt, type TermIndex } from '../learn/term.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import type { Entity } from '../model/entity.ts';
import { evidenceAt, type Evidence } from '../model/evidence.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { overlaps, type Span } from '../model/span.ts';
import { discrepancyId } from './discrepancy-id.ts';
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
/** Sentences back in which what is contradicted stands, and sentences on in which what is set against it. */
const BACK = 4;
const ON = 1;
/** Statements of one side that are shown. */
const MOST_STATEMENTS = 3;
/** Who demands, asks or promises says nothing that can be contradicted. */
const NO_STATEMENT: ReadonlySet<string> = new Set(['demand', 'advise', 'pledge', 'ask', 'decline', 'think']);

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
  const byDocument = new Map<string, Attribution[]>();
  for (const attribution of story.attributions) {
    const list = byDocument.get(attribution.document);
    if (list) list.push(attribution);
    else byDocument.set(attribution.document, [attribution]);
  }
  return indexes.flatMap((index) => {
    const own = byDocument.get(index.annotated.document.id) ?? [];
    return own.length < 2 ? [] : disagreementsIn(index, own, voices);
  });
}

function disagreementsIn(
  index: TermIndex,
  attributions: readonly Attribution[],
  voices: Voices,
): OpenDisagreement[] {
  const { language, document } = index.annotated;
  const statements = statementsBySentence(index, attributions);
  return language.sentences.flatMap(({ span, kind }, at): OpenDisagreement[] => {
    const match = kind === 'sentence' ? DISAGREES.exec(document.text.slice(...span)) : null;
    if (!match) return [];
    const place = span[0] + match.index;
    // Who says that somebody disagrees is no narrator.
    if (attributions.some(({ content }) => content.spans.some(([from, to]) => from <= place && place < to)))
      return [];
    const contrary = saidAfter(statements, at, place + match[0].length);
    const [first] = contrary;
    if (!first) return [];
    const disagreeing = subjectOf(index, span[0], place);
    const before = saidBefore(statements, at, disagreeing ?? first.speaker ?? '', voices);
    // "she said", behind "Rusk disagreed": whoever disagrees
    const holder = (PRONOUN.test(first.source?.text ?? '') ? disagreeing : null) ?? first.speaker;
    if (before.length === 0 || before.some(({ speaker }) => speaker === holder)) return [];
    const contradicted = TAKES_UP_ALL.test(match[0]) ? before.toReversed() : before.slice(0, 1);
    const readings = [
      ...contradicted.map((one) => readingOf(one, one.speaker)),
      ...contrary.map((one) => readingOf(one, holder)),
    ];
    const words = evidenceAt(document, [[place, place + match[0].length]]);
    const found: Discrepancy = {
      id: discrepancyId('disagreement', readings),
      kind: 'polarity',
      about: (contradicted[0] ?? first).content.text.replace(/\s+/g, ' '),
      importance: 'medium',
      readings,
      note: `The account says of both: “${words.text.replace(/\s+/g, ' ')}”.`,
    };
    return [{ words, found }];
  });
}

const PRONOUN = /^(?:he|she|it|they)$/i;

function readingOf({ content }: Attribution, holder: string | null): Discrepancy['readings'][number] {
  return { value: content.text, heldBy: holder, evidence: content };
}

/** What one voice says behind the words that say that it disagrees. */
function saidAfter(
  statements: ReadonlyMap<number, readonly Attribution[]>,
  at: number,
  from: number,
): Attribution[] {
  for (let on = at; on <= at + ON; on++) {
    const all = (statements.get(on) ?? []).filter(({ content }) => (content.spans[0]?.[0] ?? 0) >= from);
    const [first] = all;
    if (first) return all.filter(({ speaker }) => speaker === first.speaker).slice(0, MOST_STATEMENTS);
  }
  return [];
}

/** Whom a sentence names last before the words that say that he disagrees. */
function subjectOf({ annotated, mentionAt, entityOf }: TermIndex, from: number, to: number): string | null {
  const { tokens } = annotated.language;
  for (let t = firstTokenAt(annotated, to) - 1; t >= 0 && (tokens.start[t] as number) >= from; t--) {
    const mention = annotated.coreference.mentions[mentionAt[t] as number];
    if (mention) return entityOf[mention.entity] ?? null;
  }
  return null;
}

/** What the last other voice before a sentence says, nearest first. */
function saidBefore(
  statements: ReadonlyMap<number, readonly Attribution[]>,
  at: number,
  disagreeing: string,
  voices: Voices,
): Attribution[] {
  const found: Attribution[] = [];
  for (let back = at - 1; back >= Math.max(0, at - BACK); back--) {
    for (const one of (statements.get(back) ?? []).toReversed()) {
      if (voices.areOne(one.speaker ?? '', disagreeing)) continue;
      if (found[0] && found[0].speaker !== one.speaker) return found;
      if (found.length < MOST_STATEMENTS) found.push(one);
    }
  }
  return found;
}

/** Outermost statements by the sentence that they begin in, in the order of the text. */
function statementsBySentence(
  index: TermIndex,
  attributions: readonly Attribution[],
): Map<number, Attribution[]> {
  const { tokens } = index.annotated.language;
  const statements = new Map<number, Attribution[]>();
  const spanOf = ({ content }: Attribution): Span => content.spans[0] ?? [0, 0];
  for (const attribution of attributions.toSorted((a, b) => spanOf(a)[0] - spanOf(b)[0])) {
    if (attribution.speaker === null || attribution.parent !== undefined) continue;
    if (NO_STATEMENT.has(attribution.act) || !isStatement(attribution.content.text)) continue;
    if (attribution.content.spans.some((span) => attribution.cue?.spans.some((cue) => overlaps(span, cue))))
      continue;
    const sentence = tokens.sentence[firstTokenAt(index.annotated, spanOf(attribution)[0])] as number;
    const list = statements.get(sentence);
    if (list) list.push(attribution);
    else statements.set(sentence, [attribution]);
  }
  return statements;
}

/** "This", "him" stand for what is said elsewhere, and "which was stolen there" is said in passing. */
function isStatement(text: string): boolean {
  return text.length >= SHORTEST && !/^(?:which|who|whom|whose)\s/i.test(text);
}

const SHORTEST = 12;
