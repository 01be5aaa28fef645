import { UPOS } from '../model/language-layer.ts';
import type { Candidate } from './candidate.ts';
import { NOUN_ACTS } from './lexicon/cue-acts.ts';
import { NAMING, ownerBefore, phraseEnd } from './phrase.ts';
import {
  COMMA,
  FULL_STOP,
  NOMINAL,
  PARAGRAPH_START,
  REPORTING_NOUN,
  REPORTING_VERB,
  SENTENCE_START,
  VERBAL,
  type TokenFacts,
} from './token-facts.ts';

const ADP = UPOS.indexOf('ADP');
const DET = UPOS.indexOf('DET');

type Roles = Pick<Candidate, 'cue' | 'source' | 'content'>;

/** Parts what the models took for one long cue into who speaks and what says so. */
export function settleCue(facts: TokenFacts, roles: Roles): Roles {
  const named = withSubject(facts, withSourceOut(facts, onNounAlone(facts, withFirstVerb(facts, roles))));
  return onSentenceBefore(facts, named);
}

/** "to hold talks on | claims | that …": the noun reports, and whoever talks about it claims nothing. */
function onNounAlone(facts: TokenFacts, { cue, source, content }: Roles): Roles {
  const noun = cue[1] - 1;
  const alleges =
    (facts.flags[noun]! & REPORTING_NOUN) !== 0 &&
    NOUN_ACTS.get(facts.layer.tokens.lemma[noun]!.toLowerCase()) === 'allege';
  if (!alleges || noun - cue[0] < 2 || content[0]![0] < cue[1]) return { cue, source, content };
  let before = noun - 1;
  while (before > cue[0] && (NAMING.has(facts.upos[before]!) || facts.upos[before] === DET)) before--;
  if (facts.upos[before] !== ADP) return { cue, source, content };
  for (let i = cue[0]; i < before; i++) if (facts.flags[i]! & REPORTING_VERB) return { cue, source, content };
  return { cue: [noun, noun + 1], source: ownerBefore(facts, noun, before + 1), content };
}

/** "According to reports", "Reports suggest": with nobody else named, the noun is who says so. */
function withSourceOut(facts: TokenFacts, { cue, source, content }: Roles): Roles {
  if (source.length > 0) return { cue, source, content };
  const { word } = facts.layer.tokens;
  const [first, end] = cue;
  const according = word[first]!.toLowerCase() === 'according' && word[first + 1]?.toLowerCase() === 'to';
  if (according && end > first + 2) return { cue: [first, first + 2], source: [[first + 2, end]], content };
  let verb = first;
  while (verb < end && (NAMING.has(facts.upos[verb]!) || facts.upos[verb] === DET)) verb++;
  if (verb === first || verb === end || !(facts.flags[verb]! & VERBAL)) return { cue, source, content };
  return { cue: [verb, end], source: [[first, verb]], content };
}

/** "… | This is according to the ministry.": what the sentence before says. */
function onSentenceBefore(facts: TokenFacts, { cue, source, content }: Roles): Roles {
  const { word, sentence } = facts.layer.tokens;
  const [first, end] = content[0]!;
  const points = content.length === 1 && end - first === 1 && POINTERS.has(word[first]!.toLowerCase());
  if (!points || !(facts.flags[first]! & SENTENCE_START) || first === 0) return { cue, source, content };
  let according = false;
  for (let i = cue[0]; i < cue[1]; i++) if (word[i]!.toLowerCase() === 'according') according = true;
  const before = facts.layer.sentences[sentence[first - 1]!]!;
  if (!according || before.kind !== 'sentence' || facts.flags[first]! & PARAGRAPH_START)
    return { cue, source, content };
  let from = before.firstToken;
  if (word[from]!.toLowerCase() === 'according') {
    while (from < before.endToken && !(facts.flags[from]! & COMMA)) from++;
    from = from + 1 < before.endToken ? from + 1 : before.firstToken;
  }
  let to = before.endToken;
  while (to > from + 1 && facts.flags[to - 1]! & FULL_STOP) to--;
  return { cue, source, content: [[from, to]] };
}
const POINTERS = new Set(['this', 'that', 'it']);

const FINITE = new Set(['VBD', 'VBZ', 'VBP']);

/** "officials | said intelligence pointed to | a missile": the second verb has a subject of its own and is what they said. */
function withFirstVerb(facts: TokenFacts, { cue, source, content }: Roles): Roles {
  const { penn } = facts.layer.tokens;
  if (content[0]![0] < cue[1]) return { cue, source, content };
  let first = cue[0];
  while (first < cue[1] && !(facts.flags[first]! & REPORTING_VERB && FINITE.has(penn[first]!))) first++;
  const subject = first + 1;
  const verb = phraseEnd(facts, subject, cue[1]);
  const second = verb < cue[1] && verb > subject && FINITE.has(penn[verb]!);
  if (!second || content[0]![0] > cue[1] + 1) return { cue, source, content };
  return { cue: [cue[0], subject], source, content: [[subject, content[0]![1]], ...content.slice(1)] };
}

/** “…”, tweeted | Lund: with nobody named, a noun phrase right beside the verb is who speaks and no part of what is said. */
function withSubject(facts: TokenFacts, { cue, source, content }: Roles): Roles {
  const { penn } = facts.layer.tokens;
  if (source.length > 0 || content.length < 2 || isPassive(facts, cue)) return { cue, source, content };
  const beside = content.findIndex(
    ([first, end], k) =>
      (k > 0 ? first === cue[1] && FINITE.has(penn[cue[1] - 1]!) : end === cue[0]) &&
      (facts.flags[end - 1]! & NOMINAL) !== 0 &&
      phraseEnd(facts, first, end) === end,
  );
  if (beside < 0) return { cue, source, content };
  return { cue, source: [content[beside]!], content: content.filter((_, k) => k !== beside) };
}

/** Who "was told" or "is advised" is told, and does not speak; who "refused to be drawn" does. */
function isPassive({ layer: { tokens } }: TokenFacts, [first, end]: Candidate['cue']): boolean {
  for (let i = first; i < end - 1; i++) if (tokens.lemma[i] === 'be' && tokens.word[i] !== 'be') return true;
  return false;
}
