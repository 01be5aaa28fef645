import { UPOS } from '../model/language-layer.ts';
import { findSetOffCues, isCircumstance, isStatement } from './find-set-off-cues.ts';
import type { FoundAttribution } from './found-attribution.ts';
import { COMMA, FULL_STOP, OPENING_QUOTE, REPORTING_VERB, VERBAL, type TokenFacts } from './token-facts.ts';

const CCONJ = UPOS.indexOf('CCONJ');
const FINITE_OR_MODAL = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

/**
 * Sets right what the models found where commas set off who says so: adds what they passed over, moves a content that is only
 * the one who was told to what was said, and gives a cue in the middle of a sentence what stands on its other side.
 */
export function joinSetOffCues(facts: TokenFacts, found: readonly FoundAttribution[]): FoundAttribution[] {
  const ownerOf = new Map<number, FoundAttribution>();
  for (const one of found)
    if (one.cue !== undefined) for (let i = one.cue[0]; i < one.cue[1]; i++) ownerOf.set(i, one);
  const replaced = new Map<FoundAttribution, FoundAttribution>();
  const added: FoundAttribution[] = [];
  for (const setOff of findSetOffCues(facts)) {
    const known = ownerOf.get(setOff.cue![0]);
    if (known === undefined)
      added.push({ ...setOff, confidence: undefined, base: 0, parent: undefined, depth: 0 });
    else if (isOnlyToldTo(known, setOff) || isOnlyCircumstance(facts, known, setOff))
      replaced.set(known, { ...known, ...setOff });
    else if (isSpeakerBehind(known, setOff))
      replaced.set(known, { ...known, source: setOff.source, content: known.content.slice(0, -1) });
  }
  const claimed = new Uint8Array(facts.count);
  for (const { cue, content } of found) {
    if (cue !== undefined) claimed.fill(1, ...cue);
    for (const piece of content) claimed.fill(1, ...piece);
  }
  const settled = found.map((one) => replaced.get(one) ?? withOtherSide(facts, one, claimed));
  return [...settled, ...added].sort((a, b) => (a.cue?.[0] ?? 0) - (b.cue?.[0] ?? 0));
}

type SetOff = ReturnType<typeof findSetOffCues>[number];

/** "…, the office confirmed to | the Herald": what was taken for the content stands behind the cue. */
function isOnlyToldTo({ content }: FoundAttribution, { cue, content: [clause] }: SetOff): boolean {
  return content.every(([first]) => first >= cue![1] && first >= clause![1]);
}

/** "“…,” said | his daughter, Ada": what was taken for more of the content is who says so. */
function isSpeakerBehind({ source, content }: FoundAttribution, setOff: SetOff): boolean {
  const last = content.at(-1);
  return source.length === 0 && content.length > 1 && last?.[0] === setOff.source[0]?.[0];
}

/** "She found out when | a reporter rang her|, she said": what was taken is a clause of what was said. */
function isOnlyCircumstance(
  { layer: { tokens } }: TokenFacts,
  { content }: FoundAttribution,
  { content: [clause] }: SetOff,
): boolean {
  const [first, end] = content[0]!;
  if (content.length > 1 || end !== clause![1] || first <= clause![0]) return false;
  return tokens.penn[first - 1] === 'WRB' || tokens.word[first - 1] === 'because';
}

/** "The union would, she said, | stay": a cue between commas has what was said on both sides. */
function withOtherSide(facts: TokenFacts, one: FoundAttribution, claimed: Uint8Array): FoundAttribution {
  const { cue, source, content } = one;
  const named = source[0];
  if (cue === undefined || content.length !== 1 || source.length !== 1 || named === undefined) return one;
  const left = Math.min(cue[0], named[0]) - 1;
  const after = Math.max(cue[1], named[1]);
  const [first, end] = content[0]!;
  if (left < 0 || !(facts.flags[left]! & COMMA) || facts.quoted[left]! > 0) return one;
  const { sentence, penn } = facts.layer.tokens;
  if (sentence[first] !== sentence[cue[0]]) return one;
  const { firstToken, endToken } = facts.layer.sentences[sentence[cue[0]]!]!;
  if (first > after) {
    // "There will be talks, she told the radio on Monday, | “whoever asks”"
    const opens = facts.flags[first]! & OPENING_QUOTE && facts.flags[first - 1]! & COMMA;
    if (!opens || !isCircumstance(facts, after, first - 1)) return one;
    if (claimed.subarray(firstToken, left).includes(1) || !isStatement(facts, firstToken, left)) return one;
    return {
      ...one,
      content: [
        [firstToken, left],
        [first, end],
      ],
    };
  }
  // "It had measured less, he added, | and had learned of it only later"
  const comma = after;
  if (end > left || end < left - 1 || !(facts.flags[comma]! & COMMA) || facts.quoted[first]! > 0) return one;
  const verb = comma + 2;
  if (facts.upos[comma + 1] !== CCONJ || !FINITE_OR_MODAL.has(penn[verb] ?? '')) return one;
  let stop = endToken;
  while (stop > verb && facts.flags[stop - 1]! & FULL_STOP) stop--;
  if (stop - verb < 2 || claimed.subarray(comma, stop).includes(1)) return one;
  for (let i = verb; i < stop; i++)
    if (facts.flags[i]! & REPORTING_VERB && facts.flags[i]! & VERBAL && i < verb + 2) return one;
  return {
    ...one,
    content: [
      [first, end],
      [comma + 1, stop],
    ],
  };
}
