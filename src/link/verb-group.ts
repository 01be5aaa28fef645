import { isClaimNoun } from '../text/verb-frames.ts';
import type { TokenStretch } from './token-stretch.ts';

const NEGATION = /^(?:not|n[’']t|never|cannot|nor)$/i;
/** Verbs that take another without "to". */
const CAUSING = /^(?:let|lets|help(?:s|ed|ing)?|make|makes|made|making|dare|go|come)$/i;
/** Participles that have become prepositions. */
const PREPOSITION =
  /^(?:including|according|following|regarding|concerning|based|given|owing|excluding|compared|pending)$/i;
/** Verbs that say of what stands before them what stands behind them. */
const COPULAS = new Set(['become', 'remain', 'seem', 'appear', 'look', 'stay', 'sound', 'feel', 'prove']);
const QUOTE = /^[“”"„«»‘’']+$/;
/** Participles that look like the base form. */
const UNCHANGED =
  /^(?:beat|become|bet|bid|burst|cast|come|cost|cut|hit|hurt|let|overcome|put|quit|read|rid|run|set|shed|shut|slit|split|spread|thrust|upset)$/;
/** Participles that stand before a name as adjectives: "neighbouring Norland". */
const ADJECTIVAL =
  /^(?:neighbou?ring|warring|ruling|surrounding|remaining|outgoing|incoming|leading|visiting)$/i;
const MODAL = /^(?:will|would|wo|’ll|'ll|shall|should|can|ca|could|may|might|must)$/i;

/** Auxiliaries, negation and verb that belong together: "has not been supplying", "to be used", "sending", "is". */
export interface VerbGroup {
  /** Places in the stretch that was read, half-open. */
  readonly first: number;
  readonly end: number;
  /** Place of the lexical verb, or of the copula. */
  readonly verb: number;
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  readonly passive: boolean;
  readonly copula: boolean;
  /** Folded modal verb, '' for none. */
  readonly modal: string;
  /** Place of "not" or "never", -1 for none. */
  readonly negator: number;
}

/** Finds the verb groups of a stretch of tokens by their tags, from left to right; participles before a noun are adjectives. */
export function findVerbGroups(stretch: TokenStretch): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = 0; at < stretch.length;) {
    let negator = NEGATION.test(stretch.word(at)) ? at : -1;
    const marker = negator >= 0 ? at + 1 : at;
    const infinitive = opensInfinitive(stretch, marker);
    if (
      (!infinitive && negator < 0 && stretch.tag(at) !== 'AUX' && stretch.tag(at) !== 'VERB') ||
      isMonth(stretch, at)
    ) {
      at++;
      continue;
    }
    const first = at;
    let verb = -1;
    let auxiliary = '';
    // "denied having" brings "taken money"
    let perfect = at === 0 && stretch.penn(0) === 'VBN' && stretch.lemmaBefore() === 'have';
    const having = perfect;
    let copula = false;
    let modal = '';
    let end = at;
    for (let i = infinitive ? marker + 1 : at; i < stretch.length; i++) {
      const tag = stretch.tag(i);
      const word = stretch.word(i);
      if (stretch.sentence(i) !== stretch.sentence(first)) break;
      if (NEGATION.test(word)) negator = i;
      else if (tag === 'AUX' || isPerfect(stretch, i)) {
        if (MODAL.test(word)) modal = word.toLowerCase();
        if (/^(?:have|'ve|’ve)$/.test(stretch.lemma(i))) perfect = true;
        auxiliary = stretch.lemma(i);
        verb = i;
        copula = true;
        end = i + 1;
      } else if (
        tag === 'VERB' &&
        !(verb < 0 && !infinitive && !having && isNoVerb(stretch, i)) &&
        !(auxiliary !== '' && isNoParticiple(stretch, i))
      ) {
        verb = i;
        copula =
          stretch.lemma(i) === 'be' ||
          (COPULAS.has(stretch.lemma(i)) &&
            (stretch.tag(i + 1) === 'ADJ' ||
              stretch.tag(i + 1) === 'ADV' ||
              stretch.tag(i + 1) === 'DET' ||
              /^["“]$/.test(stretch.word(i + 1))));
        end = i + 1;
        break;
      } else if (
        modal !== '' &&
        copula &&
        verb === i - 1 - Number(negator === i - 1) &&
        insertEnd(stretch, i) > i
      ) {
        // "could not [at this stage] confirm"
        i = insertEnd(stretch, i) - 1;
      } else if (
        tag !== 'ADV' &&
        !(tag === 'PART' && word !== 'to') &&
        !(tag === 'PRON' && i === first + 1) &&
        !QUOTE.test(word)
      )
        break;
    }
    // An adverb or a noun stood in the way: nothing but "not" or "to".
    if (verb < 0) {
      at++;
      continue;
    }
    const penn = stretch.penn(verb);
    const bare = !copula && auxiliary === '';
    // "Not" after a copula stands outside the group: "is not a prisoner".
    const near = copula ? Math.min(stretch.length, end + 3) : end;
    for (let i = end; i < near; i++) {
      if (NEGATION.test(stretch.word(i))) negator = i;
      else if (stretch.tag(i) !== 'ADV' && !QUOTE.test(stretch.word(i))) break;
    }
    groups.push({
      first,
      end,
      verb,
      copula,
      modal,
      negator,
      // "was hit": behind "be" a form of the past is a participle, whatever its tag
      passive:
        !copula &&
        ((penn === 'VBN' && (auxiliary === 'be' || auxiliary === 'get' || (bare && !perfect))) ||
          (penn === 'VBD' && auxiliary === 'be')),
      form: infinitive
        ? 'infinitive'
        : (bare && penn === 'VBG') || having || /^(?:having|being)$/i.test(stretch.word(marker))
          ? 'gerund'
          : bare && penn === 'VBN'
            ? 'participle'
            : copula && penn === 'VBG'
              ? 'gerund'
              : 'finite',
    });
    at = Math.max(end, at + 1);
  }
  return groups;
}

/** "To", also where a mark or an adverb stands between it and its verb: 'to "immediately cease"'. */
function opensInfinitive(stretch: TokenStretch, at: number): boolean {
  if (!/^to$/i.test(stretch.word(at))) return false;
  if (stretch.tag(at) === 'PART') return true;
  let verb = at + 1;
  while (QUOTE.test(stretch.word(verb)) || stretch.tag(verb) === 'ADV') verb++;
  return verb > at + 1 && stretch.tag(verb) === 'VERB' && stretch.penn(verb) === 'VB';
}

/** "On 3 May", "in May". */
function isMonth(stretch: TokenStretch, at: number): boolean {
  if (stretch.word(at) !== 'May') return false;
  return stretch.tag(at - 1) === 'NUM' || stretch.tag(at - 1) === 'ADP' || stretch.tag(at + 1) === 'NUM';
}

/** "Had taken", where "had" is tagged as if it stood by itself. */
function isPerfect(stretch: TokenStretch, at: number): boolean {
  const next = QUOTE.test(stretch.word(at + 1)) ? at + 2 : at + 1;
  return (
    stretch.lemma(at) === 'have' &&
    stretch.tag(at) === 'VERB' &&
    stretch.tag(next) === 'VERB' &&
    stretch.penn(next) === 'VBN' &&
    !isNoParticiple(stretch, next)
  );
}

/** "Had round bruises": what is tagged as a participle has the base form of a verb whose participle has another. */
function isNoParticiple(stretch: TokenStretch, at: number): boolean {
  const lemma = stretch.lemma(at);
  return (
    stretch.penn(at) === 'VBN' &&
    stretch.tag(at + 1) === 'NOUN' &&
    stretch.word(at).toLowerCase() === lemma &&
    !UNCHANGED.test(lemma)
  );
}

/** What stands between a modal and its verb is no longer than this. */
const LONGEST_INSERT = 5;

/** One past a circumstance between a modal and its verb, `at` itself where there is none. */
function insertEnd(stretch: TokenStretch, at: number): number {
  if (stretch.tag(at) !== 'ADP') return at;
  for (let i = at + 1; i <= at + LONGEST_INSERT; i++) {
    const tag = stretch.tag(i);
    if (tag === 'VERB' && /^VBP?$/.test(stretch.penn(i))) return i;
    if (tag !== 'DET' && tag !== 'ADJ' && tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'ADV') return at;
  }
  return at;
}

/** "The alleged export", "armed drones", "over claims that": a form of a verb that stands for an adjective or a noun. */
function isNoVerb(stretch: TokenStretch, at: number): boolean {
  if (PREPOSITION.test(stretch.word(at)) || isNoParticiple(stretch, at)) return true;
  const penn = stretch.penn(at);
  const before = stretch.tag(at - 1);
  if (penn === 'VB' || penn === 'VBP' || penn === 'VBZ') {
    // "claims that the mill had leaked"
    if (
      isClaimNoun(stretch.lemma(at)) &&
      before !== 'PRON' &&
      /^(?:that|of|about)$/i.test(stretch.word(at + 1))
    )
      return !stretch.isNoun(at - 1);
    // "used tear gas": a noun that looks like a verb, between a verb and the noun that it belongs to
    const compound =
      penn !== 'VBZ' &&
      before === 'VERB' &&
      stretch.tag(at + 1) === 'NOUN' &&
      !CAUSING.test(stretch.word(at - 1));
    return (
      before === 'ADP' ||
      compound ||
      (/^but$/i.test(stretch.word(at - 1)) && /^(?:nothing|anything|none)$/i.test(stretch.word(at - 2)))
    );
  }
  if (penn !== 'VBN' && penn !== 'VBG' && penn !== 'VBD') return false;
  const next = stretch.tag(at + 1);
  const named = next === 'NOUN' || next === 'PROPN' || next === 'ADJ';
  if (!named && !(next === 'VERB' && stretch.penn(at + 1) === 'VBG')) return false;
  if (stretch.penn(at - 1) === 'PRP$' || stretch.penn(at - 1) === 'POS' || stretch.word(at - 1) === '-')
    return true;
  if (before === 'DET' || before === 'ADJ' || ADJECTIVAL.test(stretch.word(at))) return true;
  // "flight 12 carried rifles"
  if (before === 'NUM') return penn !== 'VBD';
  if (before === 'SCONJ' && penn === 'VBN') return true;
  // "that detained sailors have been": the verb comes behind the noun
  const verbNext = stretch.tag(at + 2) === 'AUX' || stretch.tag(at + 2) === 'VERB';
  if (penn === 'VBD' && next === 'NOUN' && verbNext && (before === 'SCONJ' || before === undefined))
    return true;
  const auxiliary = /^(?:have|be|get)$/.test(stretch.lemma(at - 1));
  return penn !== 'VBG' && (before === 'ADP' || before === undefined || (before === 'VERB' && !auxiliary));
}
