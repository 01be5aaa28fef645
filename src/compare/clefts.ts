import { kinship } from '../learn/align-terms.ts';
import { firstTokenAt, readTerms, type TermIndex } from '../learn/term.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import type { Entity } from '../model/entity.ts';
import { evidenceAt, type Evidence } from '../model/evidence.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Span } from '../model/span.ts';
import type { Telling, TellingReader } from '../model/telling.ts';
import type { Term } from '../model/term.ts';
import { discrepancyId } from './discrepancy-id.ts';
import { attributionsByDocument } from './holders.ts';
import { isAssertion } from './outright.ts';
import { Turns } from './turns.ts';
import { Voices } from './voices.ts';
import { keysOf, placesOf, placesOfWords } from './word-places.ts';

/**
 * "It was the police, not the protesters, who opened it": who did it is what the sentence is about, and that it was done is taken as
 * known (a cleft). With "not", it says also who did not.
 */
const CLEFT =
  /(?<!\p{L})it\s+(?:was|is|were)\s+([^,.;:!?]{2,60}?)(?:,?\s+(?:and\s+)?not\s+([^,.;:!?]{2,60}?),?|\s+(?:alone|himself|herself|itself|themselves))?\s+(?:who|that)\s+(?=(?:\p{L}+\s+){0,2}\p{L}+)/iu;
/** "It was clear that", "it was on Monday that": no agent stands there. */
const NO_AGENT = /^(?:\p{Ll}+|(?:on|in|at|for|with|because|only|not|by|from|until|after|before)\s.*)$/u;
/** Sentences back in which what a cleft takes up was said. */
const BACK = 2;
const MOST_SENTENCES = 40;
/** Two words for those who did it: "protesters", "demonstrators". */
const ONE_AGENT = 0.6;
const ONE_THING = 0.9;
const LEAST_LETTERS = 5;

interface Cleft {
  readonly documentIndex: number;
  readonly sentence: number;
  readonly holder: string | null;
  readonly words: Evidence;
  /** Words for who did it, and for who did not. */
  readonly agent: readonly Term[];
  readonly agentText: string;
  readonly others: readonly Term[];
  /** What it was done to, from the sentence before where a pronoun stands for it. */
  readonly things: readonly Term[];
}

/**
 * Finds who is said to have done what another says somebody else did, where one puts it as a cleft: what he takes up stands just before, told by
 * the very one whom he names; or somewhere it is told of those of whom he says that they did not.
 */
export function findClefts(
  story: LinkedStory,
  entities: ReadonlyMap<string, Entity>,
  indexes: readonly TermIndex[],
  read: TellingReader,
): Discrepancy[] {
  const byDocument = attributionsByDocument(story);
  const clefts = indexes.flatMap((index, at) => cleftsIn(index, at, byDocument));
  if (clefts.length === 0) return [];
  const voices = new Voices(entities);
  const places = placesOfWords(new Set(clefts.flatMap(({ things }) => things.flatMap(keysOf))), indexes);
  return clefts.flatMap((cleft) => {
    const index = indexes[cleft.documentIndex];
    if (!index) return [];
    const own = byDocument.get(index.annotated.document.id) ?? [];
    const before = takenUp(cleft, new Turns(index, own, voices), entities);
    const told = placesOf(cleft.things, places, MOST_SENTENCES).flatMap(([documentIndex, sentence]) =>
      read(documentIndex, sentence).filter((telling) => isOfOthers(cleft, telling)),
    );
    const against = [
      ...before.map(({ speaker, content }) => ({ speaker, content })),
      ...told.map(({ attribution: { speaker, content } }) => ({ speaker, content })),
    ];
    return against.length === 0 ? [] : [describe(cleft, against)];
  });
}

function cleftsIn(
  index: TermIndex,
  documentIndex: number,
  byDocument: ReadonlyMap<string, readonly Attribution[]>,
): Cleft[] {
  const { document, language } = index.annotated;
  return language.sentences.flatMap(({ span, kind }, sentence): Cleft[] => {
    if (kind !== 'sentence') return [];
    const match = CLEFT.exec(document.text.slice(...span));
    const [agentText, otherText] = [match?.[1], match?.[2]];
    if (!match || agentText === undefined || NO_AGENT.test(agentText)) return [];
    const from = span[0] + match.index;
    const holder = (byDocument.get(document.id) ?? []).find(({ content }) =>
      content.spans.some(([start, end]) => start <= from && from < end),
    );
    const stretch = (words: string | undefined): Term[] => {
      const at = words === undefined ? -1 : document.text.indexOf(words, from);
      return at < 0 ? [] : readTerms(index, [[at, at + (words?.length ?? 0)]], true);
    };
    const end = holder?.content.spans.find(([start, to]) => start <= from && from < to)?.[1] ?? span[1];
    const rest: Span = [from + match[0].length, Math.min(end, span[1])];
    const things = nounsOf(readTerms(index, [rest]));
    const before = language.sentences[sentence - 1]?.span;
    return [
      {
        documentIndex,
        sentence,
        holder: holder?.speaker ?? null,
        words: evidenceAt(document, [[from, Math.max(rest[1], from + 1)]]),
        agent: stretch(agentText),
        agentText,
        others: stretch(otherText),
        things:
          things.length > 0 || !before || !endsInPronoun(index, rest)
            ? things
            : nounsOf(readTerms(index, [before])),
      },
    ];
  });
}

function nounsOf(terms: readonly Term[]): Term[] {
  return terms.filter(({ kind, key }) => kind === 'noun' && key.length > 2);
}

function endsInPronoun({ annotated }: TermIndex, [from, to]: Span): boolean {
  const { tokens } = annotated.language;
  for (let t = firstTokenAt(annotated, from); t < tokens.count && (tokens.start[t] as number) < to; t++)
    if (/^(?:it|them|this|that)$/i.test(tokens.word[t] ?? '')) return true;
  return false;
}

/** What the one whom a cleft names said just before: each says that the other did it. */
function takenUp(cleft: Cleft, turns: Turns, entities: ReadonlyMap<string, Entity>): Attribution[] {
  if (cleft.holder === null) return [];
  const [last] = turns.before(cleft.sentence, cleft.holder, BACK);
  const name = entities.get(last?.speaker ?? '')?.name;
  const isNamed =
    last !== undefined &&
    name !== undefined &&
    (cleft.agent.some(({ key }) => key === last.speaker) || haveOneStem(name, cleft.agentText));
  return isNamed ? [last] : [];
}

/** "Marnia's government" and "the Marnians": a state and its people. */
function haveOneStem(name: string, words: string): boolean {
  const stems = (name.match(/\p{Lu}\p{L}+/gu) ?? []).map((word) =>
    word.toLowerCase().slice(0, Math.max(LEAST_LETTERS, word.length - 2)),
  );
  const others = words.toLowerCase().split(/[^\p{L}]+/u);
  return stems.some((stem) => stem.length >= LEAST_LETTERS && others.some((word) => word.startsWith(stem)));
}

/** Whether somebody else says of those of whom a cleft says that they did not that they did it to the same. */
function isOfOthers({ others, things, holder, documentIndex }: Cleft, telling: Telling): boolean {
  if (others.length === 0 || !isAssertion(telling)) return false;
  const { speaker } = telling.attribution;
  if (speaker === holder && (speaker !== null || telling.documentIndex === documentIndex)) return false;
  const { terms, roles } = telling;
  const isAgent = terms.some(
    (term, at) => roles[at] === 'agent' && others.some((other) => kinship(term, other) >= ONE_AGENT),
  );
  return (
    isAgent &&
    terms.some(
      (term, at) =>
        roles[at] !== 'agent' &&
        roles[at] !== 'beside' &&
        things.some((thing) => kinship(term, thing) >= ONE_THING),
    )
  );
}

function describe(
  cleft: Cleft,
  against: readonly { readonly speaker: string | null; readonly content: Evidence }[],
): Discrepancy {
  const readings = [
    ...against.map(({ speaker, content }) => ({ value: content.text, heldBy: speaker, evidence: content })),
    { value: cleft.words.text, heldBy: cleft.holder, evidence: cleft.words },
  ];
  const documents = new Set(readings.map(({ evidence }) => evidence.document));
  return {
    id: discrepancyId('cleft', readings),
    kind: 'polarity',
    about: cleft.words.text.replace(/\s+/g, ' '),
    importance: documents.size > 1 ? 'high' : 'medium',
    readings,
  };
}
