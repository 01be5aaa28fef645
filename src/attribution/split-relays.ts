import type { Sentence } from '../model/language-layer.ts';
import { subjectBefore, verbGroup } from './find-complements.ts';
import { countDepths, sizeOf, type FoundAttribution } from './found-attribution.ts';
import { clauseEnd } from './phrase.ts';
import { REPORTING_VERB, VERBAL, type TokenFacts } from './token-facts.ts';
import type { TokenRange } from './token-range.ts';

/** Verbs by which one speaker hands on the words of another, who is their object. */
const HANDING_ON = new Set(['quote', 'cite']);
/** Whoever is quoted is named in so many tokens. */
const MAX_PERSON = 16;
const MIN_CONTENT = 3;

/** "The agency quoted | the minister as saying | that …": who hands on, who speaks, and where the words begin. */
interface Relay {
  readonly verb: number;
  readonly person: TokenRange;
  readonly cue: TokenRange;
}

/**
 * Reads "X quoted Y as saying Z" as two acts: Y says Z, and X says that. The training data has it some twenty times and
 * marks it now one way, now the other; whoever asks who said something needs both.
 *
 * @returns what was found, with two in the place of each that relays.
 */
export function splitRelays(facts: TokenFacts, found: readonly FoundAttribution[]): FoundAttribution[] {
  const relays: (Relay & { readonly sentence: Sentence })[] = [];
  for (const sentence of facts.layer.sentences) {
    for (let verb = sentence.firstToken + 1; verb < sentence.endToken - 4; verb++) {
      if (!(facts.flags[verb]! & VERBAL)) continue;
      const relay = relayAt(facts, verb, sentence.endToken);
      if (relay !== null) relays.push({ ...relay, sentence });
    }
  }
  if (relays.length === 0) return [...found];
  /** The attribution whose cue holds a token. */
  const ownerOf = new Map<number, FoundAttribution>();
  const claimed = new Uint8Array(facts.count);
  for (const one of found) {
    for (const piece of one.content) claimed.fill(1, ...piece);
    if (one.cue !== undefined) for (let i = one.cue[0]; i < one.cue[1]; i++) ownerOf.set(i, one);
  }
  const innerOf = new Map<FoundAttribution, FoundAttribution>();
  const added: FoundAttribution[] = [];
  for (const relay of relays) {
    const known = ownerOf.get(relay.verb) ?? ownerOf.get(relay.cue[0]) ?? ownerOf.get(relay.cue[1] - 1);
    if (known === undefined ? claimed[relay.verb] === 1 : innerOf.has(known)) continue;
    const both = split(facts, relay, relay.sentence, known);
    if (both === null) continue;
    added.push(...both);
    if (known !== undefined) innerOf.set(known, both[1]);
  }
  const all = [...found.filter((one) => !innerOf.has(one)), ...added];
  for (const one of all) {
    const inner = one.parent === undefined ? undefined : innerOf.get(one.parent);
    if (inner !== undefined) one.parent = inner;
  }
  countDepths(all);
  return all;
}

function relayAt(facts: TokenFacts, verb: number, end: number): Relay | null {
  const { lemma, word, penn } = facts.layer.tokens;
  if (!HANDING_ON.has(lemma[verb]!.toLowerCase())) return null;
  const stop = Math.min(end - 2, verb + 1 + MAX_PERSON);
  for (let as = verb + 1; as < stop; as++) {
    if (facts.flags[as]! & VERBAL) return null;
    if (word[as] !== 'as') continue;
    const says = penn[as + 1] === 'VBG' && (facts.flags[as + 1]! & REPORTING_VERB) !== 0;
    return says && as > verb + 1 ? { verb, person: [verb + 1, as], cue: [as, as + 2] } : null;
  }
  return null;
}

/** The relay and what it hands on; `null` when too little is handed on. */
function split(
  facts: TokenFacts,
  { verb, person, cue }: Relay,
  { firstToken, endToken }: Sentence,
  known: FoundAttribution | undefined,
): [outer: FoundAttribution, inner: FoundAttribution] | null {
  const from = cue[1];
  const group = verbGroup(facts, verb, firstToken);
  const start = group ?? verb;
  const whole: readonly TokenRange[] = known?.content ?? [[from, clauseEnd(facts, from, endToken)]];
  // “…,” the agency quoted him as saying, “…”: words may stand on either side.
  const left = whole.filter(([, end]) => end <= start);
  const right = whole
    .filter(([, end]) => end > from)
    .map(([first, end]): TokenRange => [Math.max(first, from), end]);
  const said = [...left, ...right];
  if (sizeOf(said) < MIN_CONTENT) return null;
  const next = right[0];
  const handedOn: TokenRange[] =
    next?.[0] === from ? [[person[0], next[1]], ...right.slice(1)] : [person, ...right];
  const subject = group === null ? null : subjectBefore(facts, group, firstToken);
  const named = known?.source.filter((run) => run[1] <= verb) ?? [];
  const base = known?.base ?? 0;
  const outer: FoundAttribution = {
    cue: [start, verb + 1],
    source: named.length > 0 ? named : subject === null ? [] : [subject],
    content: [...left, ...handedOn],
    confidence: known?.confidence,
    base,
    parent: known?.parent,
    depth: 0,
  };
  const inner = {
    cue,
    source: [person],
    content: said,
    confidence: undefined,
    base,
    parent: outer,
    depth: 0,
  };
  return [outer, inner];
}
