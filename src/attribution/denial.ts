import { UPOS, type LanguageLayer } from '../model/language-layer.ts';
import { VERB_ACTS } from './lexicon/cue-acts.ts';

const AUX = UPOS.indexOf('AUX');
const DET = UPOS.indexOf('DET');
const NOUN = UPOS.indexOf('NOUN');
const VERB = UPOS.indexOf('VERB');

/** A negation stands within so many words of a clause's beginning or its verb. */
const MAX_REACH = 16;
export const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never']);

/** Whether a verb is one of knowing or seeing: who does not know or see something denies nothing. */
export function perceives(lemma = ''): boolean {
  return lemma === 'hear' || VERB_ACTS.get(lemma.toLowerCase()) === 'think';
}

const PAST = new Set(['was', 'were', 'has', 'have', 'had']);
const PAST_VERBS = new Set(['VBD', 'VBN']);
const NOBODY = new Set(['nobody', 'none']);

/** "Nobody was hurt", "Not a single shot was fired", "No shots were …", "nothing but …": clauses that deny as a whole. */
export function deniesByWord(
  { tokens: { word, upos, lemma, penn } }: LanguageLayer,
  content: readonly number[],
  from: number,
  verb: number,
): boolean {
  const lower = (at: number): string => word[content[at] ?? -1]?.toLowerCase() ?? '';
  for (let at = verb + 1; at < Math.min(content.length - 1, from + MAX_REACH); at++)
    if (lower(at) === 'nothing' && lower(at + 1) === 'but') return true;
  let main = verb;
  while (main + 1 < content.length && upos[content[main]!] === AUX) main++;
  if (perceives(lemma[content[main]!])) return false;
  if (lower(from) === 'nothing' && verb === from + 1) return true;
  if (NOBODY.has(lower(from)) || (lower(from) === 'no' && lower(from + 1) === 'one')) return true;
  if (lower(from) === 'not') return lower(from + 1) === 'a' || lower(from + 1) === 'one';
  // "No shots were …", "no such call had taken place", "no call took place"
  return lower(from) === 'no' && (PAST.has(lower(verb)) || PAST_VERBS.has(penn[content[main]!]!));
}

/** "it had paid them nothing": within so many words of the verb. */
const OBJECT_WITHIN = 4;

/** "has no comment", "no longer": who lacks these denies nothing. */
const NO_DENIAL = new Set(
  `longer more comment information knowledge idea doubt choice alternative plan plans intention time need reason way power problem
  hope chance questions option options`.split(/\s+/),
);

/** "No danger from the valves", of a headline. */
export function deniesWithoutVerb(
  { tokens: { word, upos } }: LanguageLayer,
  content: readonly number[],
  from: number,
): boolean {
  const [first, second] = [word[content[from] ?? -1], content[from + 1] ?? -1];
  return (
    first?.toLowerCase() === 'no' && upos[second] === NOUN && !NO_DENIAL.has(word[second]!.toLowerCase())
  );
}

/** Whether "no" at a place denies what follows: "gave no consent", "knew of no such meeting"; not "had no comment". */
function isNo(
  { tokens: { word } }: LanguageLayer,
  content: readonly number[],
  at: number,
  ofKnowing: boolean,
): boolean {
  if (word[content[at] ?? -1] !== 'no') return false;
  const next = word[content[at + 1] ?? -1]?.toLowerCase() ?? '';
  return next === 'such' || (!ofKnowing && !NO_DENIAL.has(next));
}

/** "he never met her", "it had paid them nothing", "it gave no consent": what the speaker did not do. */
export function deniesOwn(
  layer: LanguageLayer,
  content: readonly number[],
  verb: number,
  never: boolean,
): boolean {
  const { upos, lemma, word } = layer.tokens;
  let main = verb;
  while (main + 1 < content.length && upos[content[main]!] !== VERB) {
    if (word[content[main]!] === 'never') never = true;
    main++;
  }
  const knows = perceives(lemma[content[main]!]);
  for (let at = main + 1; at < Math.min(content.length, main + 1 + OBJECT_WITHIN); at++)
    if (isNo(layer, content, at, knows)) return true;
  if (upos[content[main]!] !== VERB || knows) return false;
  return (
    never ||
    content
      .slice(main + 1, main + 1 + OBJECT_WITHIN)
      .some((token) => word[token] === 'nothing' || word[token] === 'nobody')
  );
}

/** "there were no …", "there had been none": so near behind the verb. */
const EXISTENCE = 4;
const NONE = new Set(['no', 'none', 'nothing', 'nobody']);

/** "there were no …", "there has not been …". */
export function deniesExistence(
  { tokens: { word } }: LanguageLayer,
  content: readonly number[],
  verb: number,
): boolean {
  return content.slice(verb + 1, verb + EXISTENCE).some((token) => {
    const own = word[token]!.toLowerCase();
    return NONE.has(own) || NEGATIONS.has(own);
  });
}

/** "is a patient, not a prisoner", "a patient and no prisoner": what somebody said it was. */
export function corrects(
  { tokens: { word, upos } }: LanguageLayer,
  content: readonly number[],
  from: number,
): boolean {
  const stop = Math.min(content.length - 1, from + MAX_REACH);
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
