import { UPOS } from '../model/language-layer.ts';
import type { Candidate } from './candidate.ts';
import { sharedSubject } from './find-complements.ts';
import { NAMING, POSSESSIVES } from './phrase.ts';
import { CAPITAL, COMMA, NOMINAL, SENTENCE_START, VERBAL, type TokenFacts } from './token-facts.ts';
import type { TokenRange } from './token-range.ts';

const ADJ = UPOS.indexOf('ADJ');
const ADP = UPOS.indexOf('ADP');
const CCONJ = UPOS.indexOf('CCONJ');
const DET = UPOS.indexOf('DET');
/** A subject is followed back over so many tokens. */
const MAX_SUBJECT = 40;

/**
 * The words of a source as readers mark them: without a paragraph's number or a mere adjective, and with the whole of a
 * long subject, of which the model often sees the end alone.
 */
export function settleSource(
  facts: TokenFacts,
  { source, cue, content }: Pick<Candidate, 'source' | 'cue' | 'content'>,
): Candidate['source'] {
  if (isAlleged(facts, cue) || isAccused(facts, cue)) return [];
  const settled = source
    .map((run) => withoutNumber(facts, run))
    .filter((run) => !(run[1] === cue[0] && isMereAdjective(facts, run, cue)))
    .filter((run) => !isQuantifier(facts, run, cue));
  if (source.length === 0) return sharedSource(facts, cue);
  const last = settled.at(-1);
  if (last === undefined || settled.length > 1) return settled;
  const whole = wholeSubject(facts, last, cue);
  return content.some(([first, end]) => first < last[0] && end > whole[0]) ? settled : [whole];
}

/** "The minister admitted the theft, and | announced | …": the subject of the verb before. */
function sharedSource(facts: TokenFacts, cue: TokenRange): Candidate['source'] {
  if (facts.upos[cue[0] - 1] !== CCONJ) return [];
  const verb = cue[0];
  const { firstToken } = facts.layer.sentences[facts.sentence[verb]!]!;
  if (!(facts.flags[verb]! & VERBAL) || facts.quoted[verb]! > 0) return [];
  const subject = sharedSubject(facts, verb, verb, firstToken);
  return subject === null ? [] : [subject];
}

/** "5. The minister": the number of a paragraph is no part of who speaks in it. */
function withoutNumber(facts: TokenFacts, [first, end]: TokenRange): TokenRange {
  const { word } = facts.layer.tokens;
  if (!(facts.flags[first]! & SENTENCE_START)) return [first, end];
  if (end - first > 1 && /^\d{1,3}[.)]$/.test(word[first]!)) return [first + 1, end];
  const marked = end - first > 2 && /^\d{1,3}$/.test(word[first]!) && /^[.)]$/.test(word[first + 1]!);
  return [marked ? first + 2 : first, end];
}

/** "recent | allegations that …": the noun is the cue, and nobody is named. */
function isMereAdjective({ upos, flags }: TokenFacts, [first, end]: TokenRange, cue: TokenRange): boolean {
  for (let i = cue[0]; i < cue[1]; i++) if (flags[i]! & VERBAL) return false;
  for (let i = first; i < end; i++) if (upos[i] !== ADJ || flags[i]! & CAPITAL) return false;
  return true;
}

/**
 * "The council and | the owners of the yard | said", "The aide who left the | White House |, denied": from where the subject
 * begins.
 */
function wholeSubject(facts: TokenFacts, run: TokenRange, cue: TokenRange): TokenRange {
  const [first, end] = run;
  const closed = end < cue[0] && cue[0] - end === 1 && (facts.flags[end]! & COMMA) !== 0;
  if (end !== cue[0] && !closed) return run;
  const { penn, word } = facts.layer.tokens;
  const limit = Math.max(0, first - MAX_SUBJECT);
  let at = first;
  let relative = false;
  while (at > limit && !(facts.flags[at]! & SENTENCE_START)) {
    at--;
    const tag = facts.upos[at]!;
    const plain =
      NAMING.has(tag) ||
      tag === DET ||
      tag === ADP ||
      tag === CCONJ ||
      penn[at] === 'PRP$' ||
      POSSESSIVES.has(word[at]!);
    if (plain) continue;
    // Inside a relative clause verbs and commas may stand; its pronoun must come before them.
    if (closed && RELATIVE.has(word[at]!.toLowerCase())) {
      relative = true;
      continue;
    }
    if (closed && !relative && facts.flags[at]! & VERBAL) continue;
    // "The laboratory that tested | the sample | said"
    if (!closed && !relative && at === first - 1 && facts.flags[at]! & VERBAL && isRelative(word[at - 1])) {
      relative = true;
      at--;
      continue;
    }
    return run;
  }
  if (!(facts.flags[at]! & SENTENCE_START) || at === first) return run;
  const joined = relative || (!closed && facts.upos[first - 1] === CCONJ);
  return (joined && NAMING.has(facts.upos[at]!)) || (joined && facts.upos[at] === DET) ? [at, end] : run;
}
/** "Any | suggestion that …": of whom it might come is not said. */
function isQuantifier({ flags, layer: { tokens } }: TokenFacts, run: TokenRange, cue: TokenRange): boolean {
  const [first, end] = run;
  if (end - first > 1 || end !== cue[0] || flags[cue[0]]! & VERBAL) return false;
  return /^(?:any|no|some|every|each)$/i.test(tokens.word[first]!);
}

/** "A man | accused of | theft": with nobody between verb and charge he is who is accused, and by whom is not said. */
function isAccused({ layer: { tokens } }: TokenFacts, cue: TokenRange): boolean {
  for (let i = cue[0]; i < cue[1]; i++)
    if (ACCUSED.test(tokens.lemma[i]!)) return tokens.word[i + 1] === 'of' && tokens.penn[i] !== 'VBG';
  return false;
}
const ACCUSED = /^(?:accuse|suspect|convict)$/i;

/** "Quell's alleged flights", "allegedly": who alleges them is not said, and who flew is no source. */
function isAlleged(facts: TokenFacts, [first, end]: TokenRange): boolean {
  if (end - first > 1) return false;
  const own = facts.layer.tokens.word[first]!.toLowerCase();
  if (own === 'allegedly') return true;
  return (
    own === 'alleged' && (!(facts.flags[first]! & VERBAL) || !(facts.flags[first - 1]! & (NOMINAL | COMMA)))
  );
}
const RELATIVE = new Set(['who', 'whose']);

function isRelative(word: string | undefined): boolean {
  return word !== undefined && /^(?:who|that|which)$/.test(word);
}
