import type { Act } from '../model/attribution.ts';
import { UPOS, type LanguageLayer } from '../model/language-layer.ts';
import { DISMISSAL, FORCE, LACKING, WRONG, WRONGDOING, WRONGLY } from './lexicon/charges.ts';
import { VERB_ACTS } from './lexicon/cue-acts.ts';

const ADJ = UPOS.indexOf('ADJ');
const ADV = UPOS.indexOf('ADV');
const AUX = UPOS.indexOf('AUX');
const PRON = UPOS.indexOf('PRON');
const PROPN = UPOS.indexOf('PROPN');
const VERB = UPOS.indexOf('VERB');

/** How far into the first sentence of a content its verbs tell what it does. */
const MAX_CLAUSE = 30;
/** "was a deliberate and reckless crime": how far behind the verb the name of it stands. */
const PREDICATE = 5;
/** "hit by a missile launched from the territory of …": how far behind the participle its doer stands. */
const MAX_AGENT = 14;
/** "Quell" and "Quellian" share so many letters. */
const SAME_STEM = 4;
/** Of what was said at length so many sentences are looked at. */
const MAX_SENTENCES = 3;
const FIRST_PERSON = new Set(['i', 'we']);
const OTHERS = new Set(['they', 'he', 'she']);
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'cannot']);
const DOERS = new Set(['by', 'from']);

/** Whom a document sets against one another. */
export interface Parties {
  /** Whether enough is denied and alleged in it that what one party says of another is no plain statement. */
  readonly contested: boolean;
  /** Openings of the words for peoples and states in it: "Quel" where it has "Quellian". */
  readonly peoples: ReadonlySet<string>;
}

/** Endings of the adjectives of peoples and states. */
const OF_PEOPLES = /(?:ans?|ish|ese|is?|ern|ch|sh)$/;

/** The first letters of the words for peoples in a text, by the adjectives with a capital that do not open a sentence. */
export function peoplesIn({ tokens, sentences }: LanguageLayer): Set<string> {
  const peoples = new Set<string>();
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.upos[i] !== ADJ) continue;
    const own = tokens.word[i]!;
    if (own.length <= SAME_STEM || !isCapital(own) || !OF_PEOPLES.test(own)) continue;
    if (sentences[tokens.sentence[i]!]?.firstToken !== i) peoples.add(own.slice(0, SAME_STEM));
  }
  return peoples;
}

/** Whether a word names the side of the source: "Quellian" of a minister of Quell. */
export function isOwn(
  { tokens: { word, upos } }: LanguageLayer,
  token: number,
  source: readonly number[],
): boolean {
  const own = word[token]!;
  return (
    own.length >= SAME_STEM &&
    source.some(
      (other) =>
        (upos[other] === PROPN || upos[other] === ADJ) &&
        own.slice(0, SAME_STEM) === word[other]!.slice(0, SAME_STEM),
    )
  );
}

/** Whether others are said to do wrong, or what they say to be false, in the rest of the first sentence. */
export function judged(
  layer: LanguageLayer,
  content: readonly number[],
  source: readonly number[],
  parties: Parties,
  from: number,
  verb: number,
): Act {
  const { lemma, upos, penn } = layer.tokens;
  const stop = Math.min(content.length, from + MAX_CLAUSE);
  const copula = lemma[content[verb]!] === 'be';
  for (let at = from; at < stop; at++) {
    const token = content[at]!;
    const base = lemma[token]!.toLowerCase();
    if (/^[.!?]$/.test(base)) break;
    if (WRONGLY.has(base)) return 'allege';
    const wrong = WRONGDOING.has(base) || (base === 'fail' && penn[content[at + 1] ?? -1] === 'TO');
    if (upos[token] === VERB && at >= verb && wrong && actsItself(layer, content, from, at)) return 'allege';
    if (base === 'open' && lemma[content[at + 1] ?? -1] === 'fire' && penn[token] !== 'VB') return 'allege';
    if (!copula || at < verb || at - verb > PREDICATE) continue;
    if (DISMISSAL.has(base)) return 'deny';
    if (WRONG.has(base)) return 'allege';
  }
  const others = parties.contested && isOfAnotherParty(layer, content, source, parties, from, verb);
  return others ? 'allege' : 'state';
}

/** "Quellian forces have …" from another side's mouth: what a party to a dispute does, as somebody else has it. */
function isOfAnotherParty(
  layer: LanguageLayer,
  content: readonly number[],
  source: readonly number[],
  { peoples }: Parties,
  from: number,
  verb: number,
): boolean {
  const { lemma, word, upos } = layer.tokens;
  let main = verb;
  while (main < content.length && (upos[content[main]!] === AUX || upos[content[main]!] === ADV)) main++;
  if (upos[content[main] ?? -1] !== VERB || VERB_ACTS.has(lemma[content[main]!]!.toLowerCase())) return false;
  // "With three Quellian boats it brought in …": no other party does it.
  if (upos[content[verb - 1] ?? -1] === PRON) return false;
  return content
    .slice(from, verb)
    .some(
      (token) =>
        isCapital(word[token]!) &&
        peoples.has(word[token]!.slice(0, SAME_STEM)) &&
        !isOwn(layer, token, source),
    );
}

/**
 * Whether what is said lays a use of force, or the want of what was due, at the door of somebody else, in one of its first
 * sentences: "drones launched from Quell struck the village", "they fired without warning".
 */
export function blames(layer: LanguageLayer, content: readonly number[], source: readonly number[]): boolean {
  const { lemma, upos, word, penn } = layer.tokens;
  let from = 0;
  let negated = false;
  for (let sentence = 0, at = 0; at < content.length && sentence < MAX_SENTENCES; at++) {
    const token = content[at]!;
    const base = lemma[token]!.toLowerCase();
    // A sentence ends at a stop, and where the cue stands between two pieces.
    if (/^[.!?]$/.test(base) || (at > from && token !== content[at - 1]! + 1)) {
      sentence++;
      from = at + 1;
      negated = false;
      continue;
    }
    // "We cannot exclude that they fired" and "they did not fire" blame nobody.
    if (NEGATIONS.has(word[token]!.toLowerCase())) negated = true;
    if (negated) continue;
    if (base === 'without' && lacksWhatIsDue(layer, content, at)) return true;
    const owner = penn[content[at + 1] ?? -1];
    if (base === 'against' && owner === 'PRP$' && word[content[at + 2] ?? -1] === 'will') return true;
    if (upos[token] !== VERB || !FORCE.has(base)) continue;
    const active = actsItself(layer, content, from, at);
    const doers = active ? content.slice(from, at) : doersBehind(layer, content, at);
    if (doers.some((doer) => isOther(layer, doer, source))) return true;
    const subject = word[content[at - 1] ?? -1]?.toLowerCase() ?? '';
    if (active && OTHERS.has(subject) && layer.tokens.quoted[token]! > 0) return true;
  }
  return false;
}

/** A name or a people's adjective that is not the source's own. */
function isOther(layer: LanguageLayer, token: number, source: readonly number[]): boolean {
  const { upos, word } = layer.tokens;
  if (upos[token] !== PROPN && upos[token] !== ADJ) return false;
  return isCapital(word[token]!) && !isOwn(layer, token, source);
}

/** Whom "by" or "from" names behind a passive, or behind the participles that follow it. */
function doersBehind(layer: LanguageLayer, content: readonly number[], verb: number): readonly number[] {
  const { word, penn, upos } = layer.tokens;
  if (penn[content[verb]!] !== 'VBN') return [];
  const behind = content.slice(verb + 1, verb + MAX_AGENT);
  const end = behind.findIndex((token) => upos[token] === AUX || word[token] === ',');
  const own = end < 0 ? behind : behind.slice(0, end);
  const by = own.findIndex((token) => DOERS.has(word[token]!.toLowerCase()));
  return by < 0 ? [] : own.slice(by + 1);
}

/** "without a single light", "without warning": the noun stands within so many words. */
const LACKING_WITHIN = 4;

function lacksWhatIsDue(
  { tokens: { lemma } }: LanguageLayer,
  content: readonly number[],
  at: number,
): boolean {
  return content
    .slice(at + 1, at + 1 + LACKING_WITHIN)
    .some((token) => LACKING.has(lemma[token]!.toLowerCase()));
}

function isCapital(word: string): boolean {
  return word[0] !== word[0]!.toLowerCase();
}

/** Whether the verb at `at` is finite and active, and not what "I" or "we" did. */
function actsItself(
  { tokens: { lemma, upos, penn, word } }: LanguageLayer,
  content: readonly number[],
  from: number,
  at: number,
): boolean {
  const tag = penn[content[at]!]!;
  if (tag === 'VB' || tag === 'VBG') return false;
  let before = at - 1;
  let perfect = false;
  while (before >= from && (upos[content[before]!] === AUX || upos[content[before]!] === ADV)) {
    if (lemma[content[before]!] === 'be') return false;
    if (lemma[content[before]!] === 'have') perfect = true;
    before--;
  }
  if (tag === 'VBN' && !perfect) return false;
  return before < from || !FIRST_PERSON.has(word[content[before]!]!.toLowerCase());
}
