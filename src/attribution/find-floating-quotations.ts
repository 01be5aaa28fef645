import { UPOS } from '../model/language-layer.ts';
import {
  DASH,
  FULL_STOP,
  OPENING_QUOTE,
  SENTENCE_START,
  VERBAL,
  WORD,
  type TokenFacts,
} from './token-facts.ts';
import { tokensIn, type TokenRange } from './token-range.ts';

/** Shorter ones are titles and slogans as often as speech. */
const MIN_WORDS = 6;
/** Who is named after a dash is named in so many tokens: "— Ada Lunde, 34, a fisher from Quell". */
const MAX_SIGNATURE = 24;
const PROPN = UPOS.indexOf('PROPN');

/** A quotation that no cue introduces. */
export interface FloatingQuotation {
  readonly content: TokenRange;
  /** The words after it that name who speaks, where it is signed: “…” — Ada Lunde. */
  readonly signature: { readonly cue: TokenRange; readonly source: TokenRange } | undefined;
}

/**
 * Finds quotations that stand alone as one or more whole sentences and that no attribution has claimed.
 *
 * @param claimed - 1 for tokens that belong to the cue or content of some attribution.
 */
export function findFloatingQuotations(facts: TokenFacts, claimed: Uint8Array): FloatingQuotation[] {
  const { tokens, quotations } = facts.layer;
  const found: FloatingQuotation[] = [];
  for (const { span, depth, closed } of quotations) {
    if (depth !== 1 || !closed) continue;
    const [first, end] = tokensIn(tokens, span);
    if (first === end || !(facts.flags[first]! & SENTENCE_START)) continue;
    let words = 0;
    let free = true;
    for (let i = first; i < end; i++) {
      if (facts.flags[i]! & WORD) words++;
      if (claimed[i] === 1) free = false;
    }
    if (!free || words < MIN_WORDS) continue;
    let after = end;
    while (after < facts.count && facts.flags[after]! & FULL_STOP && !(facts.flags[after]! & SENTENCE_START))
      after++;
    const signature = signatureAt(facts, after) ?? damagedCueAt(facts, after);
    if (signature === undefined && after < facts.count && !(facts.flags[after]! & SENTENCE_START)) continue;
    found.push({ content: [first, end], signature });
  }
  return found;
}

/** A dash with a name after it that ends its paragraph and says nothing else. */
function signatureAt(facts: TokenFacts, at: number): FloatingQuotation['signature'] {
  if (at >= facts.count || !(facts.flags[at]! & DASH)) return undefined;
  const paragraph = facts.paragraphOf[at];
  let end = at + 1;
  let named = false;
  while (end < facts.count && facts.paragraphOf[end] === paragraph) {
    if (end - at > MAX_SIGNATURE || facts.flags[end]! & (VERBAL | OPENING_QUOTE)) return undefined;
    if (facts.upos[end] === PROPN) named = true;
    end++;
  }
  while (end > at + 1 && !(facts.flags[end - 1]! & WORD)) end--;
  return named && end > at + 1 ? { cue: [at, at + 1], source: [at + 1, end] } : undefined;
}

/** A damaged cue is no longer, and has no verb left. */
const MAX_DAMAGE = 5;

/** “…” it , a dM. Ada Lunde in a film: what stands between a quotation and a name was its verb before the text was damaged. */
function damagedCueAt(facts: TokenFacts, at: number): FloatingQuotation['signature'] {
  let name = at;
  while (name < facts.count && name - at <= MAX_DAMAGE && facts.upos[name] !== PROPN) {
    if (facts.flags[name]! & (SENTENCE_START | VERBAL | OPENING_QUOTE)) return undefined;
    name++;
  }
  if (name === at || name - at > MAX_DAMAGE || facts.upos[name] !== PROPN) return undefined;
  let end = name;
  while (
    end < facts.count &&
    facts.upos[end] === PROPN &&
    !(end > name && facts.flags[end]! & SENTENCE_START)
  )
    end++;
  for (let i = end; i < facts.count && !(facts.flags[i]! & SENTENCE_START); i++)
    if (FINITE.has(facts.layer.tokens.penn[i]!)) return undefined;
  return { cue: [at, name], source: [name, end] };
}
const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);
