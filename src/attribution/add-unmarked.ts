import { UPOS } from '../model/language-layer.ts';
import { findComplements } from './find-complements.ts';
import { findFloatingQuotations } from './find-floating-quotations.ts';
import { findHeadline, findLabel } from './find-headline.ts';
import { findNounCues } from './find-noun-cues.ts';
import { countDepths, type FoundAttribution } from './found-attribution.ts';
import { NOUN_ACTS } from './lexicon/cue-acts.ts';
import { settleEdges } from './settle-edges.ts';
import { PARAGRAPH_START, SENTENCE_START, type TokenFacts } from './token-facts.ts';
import type { TokenRange } from './token-range.ts';

const CCONJ = UPOS.indexOf('CCONJ');
const NOUN = UPOS.indexOf('NOUN');

/** Adds what the training data does not show: headlines that address somebody, and quotations without a cue. */
export function addUnmarked(facts: TokenFacts, taken: Uint8Array, found: FoundAttribution[]): void {
  const claimed = taken.slice();
  for (const { content } of found) for (const piece of content) claimed.fill(1, ...piece);
  const speakers = wordsOfSources(facts, found);
  const alone = { confidence: undefined, base: 0, parent: undefined, depth: 0 };
  for (const { kind, firstToken, endToken } of facts.layer.sentences) {
    for (const complement of findComplements(facts, firstToken, endToken)) {
      const settled = { ...complement, ...settleEdges(facts, complement) };
      const one = { ...settled, content: [upToNext(facts, claimed, settled.content[0]!)] };
      if (claimed.subarray(...one.cue).includes(1) || claimed.subarray(...one.content[0]!).includes(1))
        continue;
      found.push({ ...alone, ...one });
      claimed.fill(1, ...one.cue).fill(1, ...one.content[0]!);
    }
    if (facts.flags[firstToken]! & PARAGRAPH_START) {
      const end = kind === 'sentence' ? paragraphEnd(facts, firstToken) : endToken;
      const label = findLabel(facts, firstToken, end, speakers);
      if (label !== null && !claimed.subarray(...label.content).includes(1)) {
        found.push({ ...alone, cue: label.cue, source: [label.source], content: [label.content] });
        claimed.fill(1, label.source[0], label.content[1]);
      }
    }
    if (kind === 'sentence') {
      for (const one of findNounCues(facts, firstToken, endToken)) {
        if (!alleges(facts, one.cue[0]) || claimed[one.cue[0]] === 1 || claimed[one.content[0]![0]] === 1)
          continue;
        found.push({ ...alone, ...one });
      }
      continue;
    }
    const headline = findHeadline(facts, firstToken, endToken);
    if (headline === null || claimed[headline.content[0]] === 1) continue;
    found.push({ ...alone, cue: headline.cue, source: [headline.source], content: [headline.content] });
    claimed.fill(1, ...headline.content);
  }
  const outer = found
    .filter(({ parent }) => parent === undefined)
    .sort((a, b) => lastToken(a) - lastToken(b));
  let before = 0;
  const quoting = found.filter((one) => isWithinQuotation(facts, one));
  for (const { content, signature } of findFloatingQuotations(facts, withoutInner(claimed, quoting))) {
    while (before < outer.length && lastToken(outer[before]!) < content[0]) before++;
    const previous = outer[before - 1];
    const goesOn = previous !== undefined && continues(facts, previous, content[0]);
    const source = signature !== undefined ? [signature.source] : goesOn ? previous.source : [];
    const floating: FoundAttribution = { ...alone, cue: signature?.cue, source, content: [content] };
    found.push(floating);
    for (const one of quoting)
      if (content[0] <= one.cue![0] && one.cue![0] < content[1]) one.parent = floating;
  }
  countDepths(found);
}

/** "called for an inquiry | and urged …": what was found behind a conjunction is another act of the same subject. */
function upToNext(facts: TokenFacts, claimed: Uint8Array, [first, end]: TokenRange): TokenRange {
  let next = first;
  while (next < end && claimed[next] === 0) next++;
  return next > first + 1 && next < end && facts.upos[next - 1] === CCONJ ? [first, next - 1] : [first, end];
}

/** Whether somebody reports it within a quotation: "They say he may go" in quotation marks is what the quoted one reports. */
function isWithinQuotation(facts: TokenFacts, { cue, content, parent }: FoundAttribution): boolean {
  const quotation = cue === undefined ? -1 : facts.quotation[cue[0]]!;
  return (
    parent === undefined &&
    quotation >= 0 &&
    content.every(
      ([first, end]) => facts.quotation[first] === quotation && facts.quotation[end - 1] === quotation,
    )
  );
}

/** What is claimed by others than those. */
function withoutInner(claimed: Uint8Array, inner: readonly FoundAttribution[]): Uint8Array {
  const others = claimed.slice();
  for (const { cue, content } of inner) {
    others.fill(0, ...cue!);
    for (const piece of content) others.fill(0, ...piece);
  }
  return others;
}

/** The words that end the names of sources, in lower case. */
function wordsOfSources({ layer }: TokenFacts, found: readonly FoundAttribution[]): Set<string> {
  const words = new Set<string>();
  for (const { source } of found) {
    const last = source.at(-1);
    if (last !== undefined) words.add(layer.tokens.word[last[1] - 1]!.toLowerCase());
  }
  return words;
}

/** Where the paragraph of a token ends. */
function paragraphEnd(facts: TokenFacts, token: number): number {
  let end = token + 1;
  while (
    end < facts.count &&
    !(facts.flags[end]! & SENTENCE_START && facts.paragraphOf[end] !== facts.paragraphOf[token])
  )
    end++;
  return end;
}

/** Outside contents only claims and what is alleged count: the models know the other nouns well enough. */
function alleges(facts: TokenFacts, noun: number): boolean {
  const { lemma, upos } = facts.layer.tokens;
  return upos[noun] !== NOUN || NOUN_ACTS.get(lemma[noun]!.toLowerCase()) === 'allege';
}

function lastToken({ cue, content }: FoundAttribution): number {
  return Math.max(content.at(-1)![1], cue?.[1] ?? 0) - 1;
}

/**
 * Whether a quotation that begins at `first` goes on with what an attribution before it quotes: in the same paragraph and
 * with no sentence between. After reported speech the quotation stands for itself, and its speaker is left open.
 */
function continues(facts: TokenFacts, previous: FoundAttribution, first: number): boolean {
  const last = lastToken(previous);
  if (
    facts.paragraphOf[last] !== facts.paragraphOf[first] ||
    facts.sentence[first]! - facts.sentence[last]! > 1
  )
    return false;
  return previous.content.some((piece) => {
    for (let i = piece[0]; i < piece[1]; i++) if (facts.quoted[i]! > 0) return true;
    return false;
  });
}
