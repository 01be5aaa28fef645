import type { Act } from '../model/attribution.ts';
import { UPOS, type LanguageLayer } from '../model/language-layer.ts';
import { blames, isOwn, judged, type Parties } from './blame.ts';
import {
  corrects,
  deniesByWord,
  deniesExistence,
  deniesOwn,
  deniesWithoutVerb,
  NEGATIONS,
  perceives,
} from './denial.ts';
import { actOfOthersFuture, actOfOwnFuture } from './future-act.ts';
import { NOUN_ACTS, VERB_ACTS } from './lexicon/cue-acts.ts';
import { namedAct } from './named-act.ts';

const ADV = UPOS.indexOf('ADV');
const AUX = UPOS.indexOf('AUX');
const NOUN = UPOS.indexOf('NOUN');
const PROPN = UPOS.indexOf('PROPN');
const PUNCT = UPOS.indexOf('PUNCT');
const VERB = UPOS.indexOf('VERB');

/** A subject longer than this is followed no further. */
const MAX_SUBJECT = 16;
/** A clause with "if" before the main one is passed over within so many words. */
const MAX_CLAUSE = 30;
const CONJUNCTIONS = new Set(['but', 'and', 'so', 'that', 'well', 'yes', 'look', 'now', 'then']);
const SUBORDINATE = new Set([
  'if',
  'when',
  'unless',
  'because',
  'while',
  'although',
  'though',
  'once',
  'until',
  'since',
]);
const FIRST_PERSON = new Set(['i', 'we']);
const THIRD_PERSON = new Set(['he', 'she', 'they', 'it']);
const OUR = new Set(['our', 'my']);
const THEIR = new Set(['its', 'their', 'his', 'her']);
const FUTURE = new Set(['will', 'would', "'ll", '’ll', 'shall', "'d", '’d']);
const OBLIGING = new Set(['need', 'have']);
const WISHING = new Set(['expect', 'want', 'need', 'ask']);
const EXPECTING = new Set(['expect']);
const READY = new Set(['ready', 'willing', 'prepared', 'determined', 'committed']);
const SUCH = new Set(['such', 'this', 'these', 'those', 'the', 'all', 'any']);
/** "those claims", "such allegations", "the accusations": determiner and noun among the first words. */
const ALLEGATION_WITHIN = 3;
/** A verb right after "I" or "we"; taggers take some for nouns ("I demand"). */
const PRESENT = new Set(['VBP', 'VB', 'NN']);

/**
 * What plain words of saying do, by what is said: "We will …" promises, "We have not …" denies, "… must …" demands, "We
 * reject …" does what its verb says; "They fired without warning" alleges.
 *
 * @param content - token indices.
 * @param source - token indices: who says it, to know "the union will …" of a union's speaker for a promise.
 * @param parties - whom the document sets against one another.
 */
export function actOfContent(
  layer: LanguageLayer,
  content: readonly number[],
  source: readonly number[],
  parties: Parties,
): Act {
  const act = actOfOpening(layer, content, source, parties);
  if (act !== 'state') return act;
  if (blames(layer, content, source)) return 'allege';
  // "That is no answer. We expect the company to pay.": a demand is what was said for.
  const demands = laterSentences(layer, content).some(
    (from) => actOfOpening(layer, content.slice(from), source, parties) === 'demand',
  );
  return demands ? 'demand' : 'state';
}

/** Of what was said at length so many sentences are looked at. */
const MAX_SENTENCES = 3;

/** Where the second and third sentence of a content begin. */
function laterSentences({ tokens: { word } }: LanguageLayer, content: readonly number[]): number[] {
  const starts: number[] = [];
  for (let at = 1; at < content.length - 1 && starts.length < MAX_SENTENCES - 1; at++)
    if (/^[.!?]$/.test(word[content[at - 1]!]!)) starts.push(at);
  return starts;
}

function actOfOpening(
  layer: LanguageLayer,
  content: readonly number[],
  source: readonly number[],
  parties: Parties,
): Act {
  const { word, lemma, upos, penn, quoted } = layer.tokens;
  const lower = (at: number): string => word[content[at] ?? -1]?.toLowerCase() ?? '';
  const tag = (at: number): number => upos[content[at] ?? -1] ?? -1;
  let at = mainClause(layer, content);
  // "Stop sending …": an order has no subject.
  if (penn[content[at] ?? -1] === 'VB') return 'demand';
  const from = at;
  const limit = Math.min(content.length, from + MAX_SUBJECT);
  while (at < limit && tag(at) !== VERB && tag(at) !== AUX) {
    if (READY.has(lower(at)) && lower(at + 1) === 'to') return 'pledge';
    at++;
    // "A bank that loses its books must …": the verb of a relative clause is not the main one.
    if (at > from && at < limit && RELATIVE.has(penn[content[at]!]!))
      at = afterRelative(layer, content, at, limit);
  }
  if (at === limit) return deniesWithoutVerb(layer, content, from) ? 'deny' : 'state';
  const inQuotes = quoted[content[from]!]! > 0;
  let subject = content.slice(from, at);
  let never = lower(from) === 'never';
  while (subject.length > 0 && upos[subject.at(-1)!] === ADV) {
    if (word[subject.at(-1)!] === 'never') never = true;
    subject = subject.slice(0, -1);
  }
  const own = speaksOfSelf(layer, subject, source, inQuotes);
  const there = lower(from) === 'there';
  let next = at + 1;
  while (tag(next) === PUNCT || (tag(next) === ADV && !NEGATIONS.has(lower(next)))) next++;
  const isCareful = (): boolean => /^(?:careful|beware|cautious|wary)$/.test(lower(next + 1));
  if (lower(at) === 'must' || (lower(at) === 'ought' && !own)) return 'demand';
  if (lower(at) === 'should')
    return NEGATIONS.has(lower(next)) && READ_AS.has(lower(next + 2))
      ? 'deny'
      : isCareful()
        ? 'warn'
        : 'advise';
  if (
    OBLIGING.has(lemma[content[at]!]!.toLowerCase()) &&
    lower(next) === 'to' &&
    !own &&
    penn[content[at]!] !== 'VBD'
  )
    return 'demand';
  if (FUTURE.has(lower(at))) {
    if (own || there) return actOfOwnFuture(layer, content, next);
    return actOfOthersFuture(layer, content, { subject, verb: at, next }, source);
  }
  if (lemma[content[at]!] === 'take' && lower(next) === 'effect') return 'announce';
  const copula = lemma[content[at]!] === 'be';
  if (copula && READY.has(lower(next)) && lower(next + 1) === 'to') return 'pledge';
  if (there && deniesExistence(layer, content, at)) return 'deny';
  if (copula && isCleft(layer, content, from, at)) return 'allege';
  if (deniesByWord(layer, content, from, at)) return 'deny';
  if (own && deniesOwn(layer, content, at, never)) return 'deny';
  const named = namedAct(layer, content, at, own);
  if (named !== undefined) return named;
  const negated = NEGATIONS.has(lower(next));
  if (negated) {
    let verb = next + 1;
    while (tag(verb) === ADV || tag(verb) === AUX) verb++;
    // Not to know, see or want something denies nothing; nor does "cannot".
    if (own && penn[content[at]!] === 'MD' && DISCLOSING.has(lemma[content[verb] ?? -1] ?? ''))
      return 'decline';
    if (perceives(lemma[content[verb] ?? -1]) || penn[content[at]!] === 'MD') return 'state';
    if (own && (tag(verb) === VERB || DISMISSES.has(lower(verb)))) return 'deny';
    // "The union has not paid", "it is not true"; what a pronoun or a thing does not do is no denial.
    if (subject.some((token) => upos[token] === PROPN) || (copula && DISMISSES.has(lower(next + 1))))
      return 'deny';
    return 'state';
  }
  const first = own && FIRST_PERSON.has(word[subject.at(-1)!]!.toLowerCase());
  // "It wants missiles to deter …" may name a purpose.
  const wishes = first ? WISHING : EXPECTING;
  if (own && wishes.has(lemma[content[at]!]!.toLowerCase()) && asksOthers(layer, content, at + 1))
    return 'demand';
  if (first) {
    const verb = lemma[content[at]!]!.toLowerCase();
    const act = VERB_ACTS.get(verb);
    if (act !== undefined && act !== 'think' && PRESENT.has(penn[content[at]!]!))
      return act === 'allege' && beginsWithAllegation(layer, content.slice(at + 1)) ? 'deny' : act;
  }
  if (copula && corrects(layer, content, at + 1)) return 'deny';
  return own ? 'state' : judged(layer, content, source, parties, from, at);
}

const RELATIVE = new Set(['WP', 'WDT']);
/** "should not be read as blaming": somebody says what was not meant. */
const READ_AS = new Set([
  'read',
  'taken',
  'seen',
  'understood',
  'interpreted',
  'mistaken',
  'regarded',
  'treated',
]);
/** "could not confirm": what one cannot say one declines to. */
const DISCLOSING = new Set(['confirm', 'comment', 'verify', 'disclose', 'discuss', 'elaborate', 'answer']);

/** Where the subject goes on behind a relative clause: after its verb. */
function afterRelative(
  { tokens: { upos } }: LanguageLayer,
  content: readonly number[],
  relative: number,
  limit: number,
): number {
  const verbal = (at: number): boolean => upos[content[at]!] === VERB || upos[content[at]!] === AUX;
  let at = relative + 1;
  while (at < limit && !verbal(at)) at++;
  while (at < limit && (verbal(at) || upos[content[at]!] === ADV)) at++;
  return at;
}

/** "it was the guards who fired": whom such a clause names is blamed. */
function isCleft(
  { tokens: { word, upos, penn } }: LanguageLayer,
  content: readonly number[],
  from: number,
  verb: number,
): boolean {
  if (word[content[from]!]!.toLowerCase() !== 'it' || verb !== from + 1) return false;
  for (let at = verb + 1; at < Math.min(content.length, verb + MAX_SUBJECT); at++) {
    if (penn[content[at]!] === 'WP') return at > verb + 1;
    if (upos[content[at]!] === VERB || upos[content[at]!] === AUX) return false;
  }
  return false;
}

const DISMISSES = new Set(['true', 'correct', 'accurate', 'so', 'responsible', 'involved', 'behind']);

/** Where the first main clause begins: after marks, conjunctions, and a clause with "if" or "when" before a comma. */
function mainClause(layer: LanguageLayer, content: readonly number[]): number {
  const { word, upos } = layer.tokens;
  const lower = (at: number): string => word[content[at] ?? -1]?.toLowerCase() ?? '';
  let at = 0;
  const skip = (): void => {
    while (at < content.length && (upos[content[at]!] === PUNCT || CONJUNCTIONS.has(lower(at)))) at++;
  };
  skip();
  if (!SUBORDINATE.has(lower(at))) return at;
  const stop = Math.min(content.length, at + MAX_CLAUSE);
  for (let comma = at; comma < stop; comma++) {
    if (lower(comma) !== ',') continue;
    at = comma;
    skip();
    return at;
  }
  return content.length;
}

/** Whether the subject of the clause is the speaker: "I" in quotation marks, "he" without, a name of the source's. */
function speaksOfSelf(
  layer: LanguageLayer,
  subject: readonly number[],
  source: readonly number[],
  inQuotes: boolean,
): boolean {
  const { word, upos } = layer.tokens;
  const last = word[subject.at(-1) ?? -1]?.toLowerCase() ?? '';
  if (FIRST_PERSON.has(last)) return true;
  if (THIRD_PERSON.has(last)) return !inQuotes && subject.length === 1;
  // "our guards", "its guards": one's own side
  const opening = word[subject[0] ?? -1]?.toLowerCase() ?? '';
  if (subject.length > 1 && (inQuotes ? OUR : THEIR).has(opening)) return true;
  return subject.some((token) => upos[token] === PROPN && isOwn(layer, token, source));
}

/** "We expect the company to publish …": somebody else is to do it. */
function asksOthers(
  { tokens: { penn, upos, lemma } }: LanguageLayer,
  content: readonly number[],
  from: number,
): boolean {
  const stop = Math.min(content.length, from + MAX_SUBJECT);
  for (let at = from; at < stop; at++) {
    const token = content[at]!;
    if (penn[token] === 'TO') return at > from;
    if (upos[token] === VERB || upos[token] === AUX || lemma[token] === ',') return false;
  }
  return false;
}

/** "such allegations", "the claims": whose dismissal denies them. */
export function beginsWithAllegation(
  { tokens: { lemma, upos, penn } }: LanguageLayer,
  content: readonly number[],
): boolean {
  if (penn[content[0] ?? -1] !== 'DT' && !SUCH.has(lemma[content[0] ?? -1]?.toLowerCase() ?? ''))
    return false;
  return content
    .slice(1, ALLEGATION_WITHIN)
    .some((token) => upos[token] === NOUN && NOUN_ACTS.get(lemma[token]!.toLowerCase()) === 'allege');
}
