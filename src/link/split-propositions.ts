import { firstTokenAt, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';

const VERB = UPOS.indexOf('VERB');
const AUX = UPOS.indexOf('AUX');
const CCONJ = UPOS.indexOf('CCONJ');
const CLOSING = /^[,;:–—]$/u;
const LINKING = /^(?:but|while|whereas|although|though|because|which|who|if|unless)$/i;
/** Opens a condition, with or without a comma before it. */
const CONDITION = /^(?:if|unless)$/i;

/**
 * Divides a content into what it says one after another: at the ends of sentences and pieces, and where a comma and a
 * conjunction part two stretches that each have a verb. A pattern over tags, no parse.
 *
 * @returns lists of spans, each one a proposition, in the order of the text.
 */
export function splitPropositions(index: TermIndex, spans: readonly Span[]): Span[][] {
  const { tokens } = index.annotated.language;
  const parts: { span: Span; verb: boolean }[] = [];
  for (const [start, end] of spans) {
    let from = firstTokenAt(index.annotated, start);
    if (from >= tokens.count) continue;
    let verb = false;
    for (let t = from; t < tokens.count && (tokens.start[t] as number) < end; t++) {
      const next = t + 1;
      const last = next >= tokens.count || (tokens.start[next] as number) >= end;
      verb ||= tokens.upos[t] === VERB || tokens.upos[t] === AUX;
      const sentenceEnds = !last && tokens.sentence[next] !== tokens.sentence[t];
      const nextWord = tokens.word[next] ?? '';
      const clauseEnds =
        !last &&
        ((CLOSING.test(tokens.word[t] ?? '') && (tokens.upos[next] === CCONJ || LINKING.test(nextWord))) ||
          (verb && CONDITION.test(nextWord)));
      if (!last && !sentenceEnds && !clauseEnds) continue;
      const span: Span = [
        Math.max(start, tokens.start[from] as number),
        Math.min(end, tokens.end[t] as number),
      ];
      // A stretch without a verb belongs to what stands before it, or behind it where nothing does.
      parts.push({ span, verb });
      from = next;
      verb = false;
    }
  }
  const groups: { spans: Span[]; verb: boolean }[] = [];
  for (const { span, verb } of parts) {
    const before = groups.at(-1);
    if (before && (!verb || !before.verb)) {
      before.spans.push(span);
      before.verb ||= verb;
    } else groups.push({ spans: [span], verb });
  }
  return groups.map((group) => group.spans);
}
