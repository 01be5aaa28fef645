import type { Term } from '../learn/term.ts';
import { firstTokenAt } from '../learn/term.ts';
import { readWording, type Wording } from '../learn/wording.ts';
import { evidenceAt } from '../model/evidence.ts';
import type { Span } from '../model/span.ts';
import type { Content, Contents } from './content.ts';
import type { Speakers } from './same-occasion.ts';

/** A sentence of a content, or one of its statements: what can be the same in two accounts where one of them quotes more than the other. */
export interface Piece extends Content {
  /** The content that it is a part of. */
  readonly whole: Content;
  /** Its place in the content, from 0. */
  readonly place: number;
  readonly wording: Wording;
  /** The same for wordings that have the same words. */
  readonly key: string;
}

/** A sentence with less to say ("That is so.") goes with its neighbour. */
const LEAST_WEIGHT = 0.9;
/** As a pronoun. */
const SELF_WEIGHT = 0.15;

/**
 * Divides contents into their sentences. What one account quotes in one go stands in another in parts: only its pieces
 * can be told to be the same. Where speakers name themselves or whom they speak for they weigh no more than the "we" and "it"
 * that stand there in other accounts.
 */
export function splitContents(
  list: readonly Content[],
  contents: Contents,
  speakers: Pick<Speakers, 'isSelf'>,
): Piece[] {
  const pieces: Piece[] = [];
  for (const content of list) {
    const index = contents.indexes[content.documentIndex];
    if (!index) continue;
    const { document } = index.annotated;
    const { speaker } = content.attribution;
    sentencesOf(content, contents).forEach(({ spans, terms: all }, place) => {
      const terms = all.map((term) =>
        term.kind === 'entity' && speakers.isSelf(speaker, term.key)
          ? { ...term, weight: Math.min(term.weight, SELF_WEIGHT) }
          : term,
      );
      const wording = readWording(index, spans, terms);
      const attribution = { ...content.attribution, content: evidenceAt(document, spans) };
      pieces.push({
        ...content,
        index: pieces.length,
        whole: content,
        place,
        attribution,
        terms,
        weight: weigh(terms),
        wording,
        key: wording.words.join(' '),
      });
    });
  }
  return pieces;
}

interface Sentence {
  readonly spans: Span[];
  readonly terms: Term[];
}

function sentencesOf(content: Content, contents: Contents): Sentence[] {
  const annotated = contents.indexes[content.documentIndex]?.annotated;
  if (!annotated) return [];
  const { tokens } = annotated.language;
  const sentences: (Sentence & { number: number })[] = [];
  let term = 0;
  for (const [start, end] of content.attribution.content.spans) {
    let t = firstTokenAt(annotated, start);
    while (t < tokens.count && (tokens.start[t] as number) < end) {
      const number = tokens.sentence[t] as number;
      const from = Math.max(start, tokens.start[t] as number);
      const opens = opensStatement(tokens.word, t);
      t++;
      while (
        t < tokens.count &&
        (tokens.start[t] as number) < end &&
        tokens.sentence[t] === number &&
        !opensStatement(tokens.word, t)
      )
        t++;
      const span: Span = [from, Math.min(end, tokens.end[t - 1] as number)];
      const last = sentences.at(-1);
      const sentence = last?.number === number && !opens ? last : { number, spans: [], terms: [] };
      if (sentence !== last) sentences.push(sentence);
      sentence.spans.push(span);
      while (term < content.terms.length && (content.terms[term] as Term).token < t)
        sentence.terms.push(content.terms[term++] as Term);
    }
  }
  return joinSlight(sentences);
}

/** "… and that work would go on": what is reported goes on with another statement. */
function opensStatement(word: readonly string[], at: number): boolean {
  return word[at + 1] === 'that' && /^(?:and|but)$/.test(word[at] ?? '');
}

/** Joins sentences that say next to nothing with the one before, or behind where there is none before. */
function joinSlight(sentences: readonly Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  let carried: Sentence | undefined;
  for (const sentence of sentences) {
    const whole = carried ? join(carried, sentence) : sentence;
    carried = undefined;
    if (weigh(whole.terms) >= LEAST_WEIGHT) joined.push(whole);
    else if (joined.length > 0) joined.push(join(joined.pop() as Sentence, whole));
    else carried = whole;
  }
  return carried ? [carried] : joined;
}

function join(a: Sentence, b: Sentence): Sentence {
  return { spans: [...a.spans, ...b.spans], terms: [...a.terms, ...b.terms] };
}

function weigh(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}
