import { firstTokenAt, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';

const VERB = UPOS.indexOf('VERB');
const AUX = UPOS.indexOf('AUX');
/** Marks that part clauses; a comma does so only where a verb stands on both sides. */
const STRONG = /^[;:—–()“”"„«»]$/u;
/** Words that open a clause of their own. */
const OPENING = /^(?:that|which|who|where|because|although|while|whereas|if)$/i;
/** Tokens that a clause reaches at most from its value. */
const REACH = 40;

/** The clause around a token: to the nearest marks that leave it a verb. */
export function clauseAround(index: TermIndex, token: number): Span {
  const { tokens } = index.annotated.language;
  const sentence = tokens.sentence[token];
  const isVerb = (t: number): boolean => tokens.upos[t] === VERB || tokens.upos[t] === AUX;
  const inside = (t: number): boolean => t >= 0 && t < tokens.count && tokens.sentence[t] === sentence;
  let from = token;
  let to = token;
  let verb = isVerb(token);
  while (inside(to + 1) && to - token < REACH) {
    const word = tokens.word[to + 1] ?? '';
    if (STRONG.test(word) || (word === ',' && verb)) break;
    to++;
    verb ||= isVerb(to);
  }
  while (inside(from - 1) && token - from < REACH) {
    const word = tokens.word[from - 1] ?? '';
    if (STRONG.test(word) && verb) break;
    if ((word === ',' || OPENING.test(word)) && verb) break;
    from--;
    verb ||= isVerb(from);
  }
  return within(
    [tokens.start[from] as number, tokens.end[to] as number],
    index,
    tokens.start[token] as number,
  );
}

/**
 * A clause without the words that report it: clipped to the innermost content that holds the place and has a verb to say
 * something of it ("ordered “around 300 boats”" quotes the object alone).
 */
function within([start, end]: Span, index: TermIndex, place: number): Span {
  let clip: Span = [start, end];
  const sentence = index.annotated.language.tokens.sentence[firstTokenAt(index.annotated, place)] ?? -1;
  for (const [from, to] of contentsBySentence(index).get(sentence) ?? []) {
    if (from > place || to <= place || to - from >= clip[1] - clip[0]) continue;
    const inner: Span = [Math.max(start, from), Math.min(end, to)];
    if (hasVerb(index, inner)) clip = inner;
  }
  return clip;
}

const contentsOf = new WeakMap<TermIndex, ReadonlyMap<number, readonly Span[]>>();

/** The pieces of reported contents that reach into each sentence. */
function contentsBySentence(index: TermIndex): ReadonlyMap<number, readonly Span[]> {
  const known = contentsOf.get(index);
  if (known) return known;
  const { sentence } = index.annotated.language.tokens;
  const pieces = new Map<number, Span[]>();
  for (const { content } of index.annotated.attributions) {
    for (const piece of content) {
      const last = sentence[Math.max(0, firstTokenAt(index.annotated, piece[1] - 1))] ?? -1;
      for (let at = sentence[firstTokenAt(index.annotated, piece[0])] ?? 0; at <= last; at++) {
        const list = pieces.get(at);
        if (list) list.push(piece);
        else pieces.set(at, [piece]);
      }
    }
  }
  contentsOf.set(index, pieces);
  return pieces;
}

function hasVerb(index: TermIndex, [start, end]: Span): boolean {
  const { tokens } = index.annotated.language;
  for (
    let t = firstTokenAt(index.annotated, start);
    t < tokens.count && (tokens.start[t] as number) < end;
    t++
  ) {
    if (tokens.upos[t] === VERB || tokens.upos[t] === AUX) return true;
  }
  return false;
}
