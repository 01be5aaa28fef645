import type { Act } from '../model/attribution.ts';
import { UPOS, type LanguageLayer } from '../model/language-layer.ts';
import { DISMISSAL, WRONG, WRONGDOING, WRONGLY } from './lexicon/charges.ts';
import { NOUN_ACTS, VERB_ACTS } from './lexicon/cue-acts.ts';

const ADJ = UPOS.indexOf('ADJ');
const ADV = UPOS.indexOf('ADV');
const AUX = UPOS.indexOf('AUX');
const DET = UPOS.indexOf('DET');
const NOUN = UPOS.indexOf('NOUN');
const PROPN = UPOS.indexOf('PROPN');
const PUNCT = UPOS.indexOf('PUNCT');
const VERB = UPOS.indexOf('VERB');

/** A subject longer than this is followed no further. */
const MAX_SUBJECT = 16;
/** How far into the first sentence of a content its verbs tell what it does. */
const MAX_CLAUSE = 30;
/** "Quell" and "Quellian" share so many letters. */
const SAME_STEM = 4;

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
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never']);
const OBLIGING = new Set(['need', 'have']);
const WISHING = new Set(['expect', 'want', 'need', 'ask']);
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
 */
export function actOfContent(
  layer: LanguageLayer,
  content: readonly number[],
  source: readonly number[],
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
  }
  if (at === limit) return 'state';
  const inQuotes = quoted[content[from]!]! > 0;
  let subject = content.slice(from, at);
  while (subject.length > 0 && upos[subject.at(-1)!] === ADV) subject = subject.slice(0, -1);
  const own = speaksOfSelf(layer, subject, source, inQuotes);
  const there = lower(from) === 'there';
  let next = at + 1;
  while (tag(next) === PUNCT || (tag(next) === ADV && !NEGATIONS.has(lower(next)))) next++;
  if (lower(at) === 'must' || (lower(at) === 'ought' && !own)) return 'demand';
  if (lower(at) === 'should') return 'advise';
  if (
    OBLIGING.has(lemma[content[at]!]!.toLowerCase()) &&
    lower(next) === 'to' &&
    !own &&
    penn[content[at]!] !== 'VBD'
  )
    return 'demand';
  if (FUTURE.has(lower(at))) {
    if (own || there) return lower(next) === 'like' ? 'state' : 'pledge';
    return TAKES_EFFECT.has(lemma[content[next] ?? -1]?.toLowerCase() ?? '') ? 'announce' : 'state';
  }
  if (lemma[content[at]!] === 'take' && lower(next) === 'effect') return 'announce';
  const copula = lemma[content[at]!] === 'be';
  if (copula) {
    if (READY.has(lower(next)) && lower(next + 1) === 'to') return 'pledge';
    if (there && (lower(next) === 'no' || NEGATIONS.has(lower(next)))) return 'deny';
  }
  if (deniesByWord(layer, content, from, at)) return 'deny';
  const negated = NEGATIONS.has(lower(next));
  if (negated) {
    let verb = next + 1;
    while (tag(verb) === ADV || tag(verb) === AUX) verb++;
    // Not to know, see or want something denies nothing; nor does "cannot".
    if (perceives(lemma[content[verb] ?? -1]) || penn[content[at]!] === 'MD') return 'state';
    if (own && (tag(verb) === VERB || DISMISSES.has(lower(verb)))) return 'deny';
    // "The union has not paid", "it is not true"; what a pronoun or a thing does not do is no denial.
    if (subject.some((token) => upos[token] === PROPN) || (copula && DISMISSES.has(lower(next + 1))))
      return 'deny';
    return 'state';
  }
  if (own && FIRST_PERSON.has(word[subject.at(-1)!]!.toLowerCase())) {
    const verb = lemma[content[at]!]!.toLowerCase();
    if (WISHING.has(verb) && asksOthers(layer, content, at + 1)) return 'demand';
    const act = VERB_ACTS.get(verb);
    if (act !== undefined && act !== 'think' && PRESENT.has(penn[content[at]!]!))
      return act === 'allege' && beginsWithAllegation(layer, content.slice(at + 1)) ? 'deny' : act;
  }
  if (copula && corrects(layer, content, at + 1)) return 'deny';
  return own ? 'state' : judged(layer, content, from, at);
}
/** What a firm says that something will do, it announces. */
const TAKES_EFFECT = new Set(
  `start begin resume reopen open close end continue take come launch publish release`.split(/\s+/),
);

function perceives(lemma = ''): boolean {
  return lemma === 'hear' || VERB_ACTS.get(lemma.toLowerCase()) === 'think';
}

const PAST = new Set(['was', 'were', 'has', 'have', 'had']);
const NOBODY = new Set(['nobody', 'none']);

/** "Nobody was hurt", "Not a single shot was fired", "No shots were …", "nothing but …": clauses that deny as a whole. */
function deniesByWord(
  { tokens: { word, upos, lemma, penn } }: LanguageLayer,
  content: readonly number[],
  from: number,
  verb: number,
): boolean {
  const lower = (at: number): string => word[content[at] ?? -1]?.toLowerCase() ?? '';
  for (let at = verb + 1; at < Math.min(content.length - 1, from + MAX_SUBJECT); at++)
    if (lower(at) === 'nothing' && lower(at + 1) === 'but') return true;
  let main = verb;
  while (main + 1 < content.length && upos[content[main]!] === AUX) main++;
  if (perceives(lemma[content[main]!])) return false;
  if (NOBODY.has(lower(from)) || (lower(from) === 'no' && lower(from + 1) === 'one')) return true;
  if (lower(from) === 'not') return lower(from + 1) === 'a' || lower(from + 1) === 'one';
  return lower(from) === 'no' && main > verb && PAST.has(lower(verb)) && penn[content[main]!] === 'VBN';
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
  { tokens: { word, upos } }: LanguageLayer,
  subject: readonly number[],
  source: readonly number[],
  inQuotes: boolean,
): boolean {
  const last = word[subject.at(-1) ?? -1]?.toLowerCase() ?? '';
  if (FIRST_PERSON.has(last)) return true;
  if (THIRD_PERSON.has(last)) return !inQuotes && subject.length === 1;
  // "our guards", "its guards": one's own side
  const opening = word[subject[0] ?? -1]?.toLowerCase() ?? '';
  if (subject.length > 1 && (inQuotes ? OUR : THEIR).has(opening)) return true;
  return subject.some(
    (token) =>
      upos[token] === PROPN &&
      source.some(
        (other) =>
          (upos[other] === PROPN || upos[other] === ADJ) &&
          word[token]!.length >= SAME_STEM &&
          word[token]!.slice(0, SAME_STEM) === word[other]!.slice(0, SAME_STEM),
      ),
  );
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

/** "is a patient, not a prisoner", "a patient and no prisoner": what somebody said it was. */
function corrects(
  { tokens: { word, upos } }: LanguageLayer,
  content: readonly number[],
  from: number,
): boolean {
  const stop = Math.min(content.length - 1, from + MAX_SUBJECT);
  for (let at = from + 1; at < stop; at++) {
    if (upos[content[at]!] === VERB) return false;
    const own = word[content[at]!];
    if (own !== 'not' && own !== 'no') continue;
    const before = word[content[at - 1]!];
    const next = upos[content[at + 1]!];
    return (before === ',' || before === 'and') && (next === DET || next === NOUN);
  }
  return false;
}

/** Whether others are said to do wrong, or what they say to be false, in the rest of the first sentence. */
function judged(layer: LanguageLayer, content: readonly number[], from: number, verb: number): Act {
  const { lemma, upos, penn } = layer.tokens;
  const stop = Math.min(content.length, from + MAX_CLAUSE);
  const copula = lemma[content[verb]!] === 'be';
  for (let at = from; at < stop; at++) {
    const token = content[at]!;
    const base = lemma[token]!.toLowerCase();
    if (/^[.!?]$/.test(base)) break;
    if (WRONGLY.has(base)) return 'allege';
    if (upos[token] === VERB && at >= verb && WRONGDOING.has(base) && actsItself(layer, content, from, at))
      return 'allege';
    if (base === 'open' && lemma[content[at + 1] ?? -1] === 'fire' && penn[token] !== 'VB') return 'allege';
    if (!copula || at < verb || at - verb > PREDICATE) continue;
    if (DISMISSAL.has(base)) return 'deny';
    if (WRONG.has(base)) return 'allege';
  }
  return 'state';
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

/** "was a deliberate and reckless crime": how far behind the verb the name of it stands. */
const PREDICATE = 5;

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
