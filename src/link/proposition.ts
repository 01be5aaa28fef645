import { readTerms, type Term, type TermIndex } from '../learn/term.ts';
import type { Act } from '../model/attribution.ts';
import { evidenceAt } from '../model/evidence.ts';
import { UPOS, type TokenTable } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import { foldWord } from '../text/fold-word.ts';
import { isPredicateClass, predicateClasses } from '../text/predicate-class.ts';
import {
  ENDING,
  INTENDING,
  OPINIONS,
  isClaimNoun,
  LIGHT_VERBS,
  SUPPORT_VERBS,
  PREVENTING,
} from '../text/verb-frames.ts';
import { isOpposingCue, isRefusingCue } from '../text/stance-cues.ts';
import type { Content } from './content.ts';
import type { Principals } from './principals.ts';
import { readClauses, tokensOf, type Clause } from './read-clauses.ts';
import { findVerbGroups } from './verb-group.ts';

const [ADJ, ADP, AUX, CCONJ, DET, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, VERB] = (
  [
    'ADJ',
    'ADP',
    'AUX',
    'CCONJ',
    'DET',
    'NOUN',
    'NUM',
    'PART',
    'PRON',
    'PROPN',
    'PUNCT',
    'SCONJ',
    'VERB',
  ] as const
).map((tag) => UPOS.indexOf(tag));

/** What a term does in a proposition: `beside` are times, aims, relative clauses and other circumstances. */
export type Role = 'head' | 'agent' | 'object' | 'other' | 'beside';

/** How a proposition stands in its content, before anything is known of who says it and how. */
export interface Frame {
  /** Token that turns the whole of it round, `null` for none. */
  readonly negator: number | null;
  /** "Is a baseless allegation", "is not our policy": what is said of it turns it round. */
  readonly refuted: boolean;
  /** "Stopped sending", "the halt to deliveries". */
  readonly ended: boolean;
  /** "May have sent", "could be". */
  readonly possible: boolean;
  /** "Plans to send", "was preparing to": not done yet. */
  readonly intended: boolean;
  /** Stands within an if-clause. */
  readonly conditional: boolean;
  readonly question: boolean;
  /** Taken for granted by its wording: "its deliveries of", "who had fled". */
  readonly presupposed: boolean;
  readonly hasVerb: boolean;
  /** Modal verb of its clause, '' for none. */
  readonly modal: string;
  /** Hangs on another proposition, as "without warning" does. */
  readonly circumstance: boolean;
  /** "Nobody", "not a single one", "any": says something of whoever it may be. */
  readonly universal: boolean;
  /** An if-clause stands beside it: "would send experts if asked". */
  readonly dependent: boolean;
}

const PLAIN: Frame = {
  negator: null,
  refuted: false,
  ended: false,
  possible: false,
  intended: false,
  conditional: false,
  question: false,
  presupposed: false,
  hasVerb: false,
  modal: '',
  dependent: false,
  circumstance: false,
  universal: false,
};

/** Something that one content says: who does what to whom. */
export interface Proposition extends Content {
  /** States and bodies among them that only a pronoun names. */
  readonly pronouns: readonly string[];
  /** Parallel to `terms`. */
  readonly roles: readonly Role[];
  /** Index of the term that says what is done, -1 when it stands among no terms. */
  readonly head: number;
  /** Folded word that says what is done, also where it is too light for a term; and where it stands. */
  readonly headKey: string;
  readonly headToken: Span;
  /** Who does it, as states and bodies that answer for it. */
  readonly agents: readonly string[];
  /** Those whom it is done to or with. */
  readonly patients: readonly string[];
  readonly frame: Frame;
  /** Of "weapons or drones" each is said by itself: propositions of one wording share this number; -1 for all others. */
  readonly conjunct: number;
}

/** How much a term counts by its role when two propositions are compared. Set by hand on invented stories. */
const ROLE_WEIGHT: Readonly<Record<Role, number>> = {
  head: 1.3,
  agent: 1,
  object: 1,
  other: 0.6,
  beside: 0.25,
};
const POSSIBLE = /^(?:may|might|could)$/;
const POSSIBLY = /^(?:possibly|perhaps|potentially|probably|likely|unlikely|maybe)$/i;
const SUBJECT_NEGATOR = /^(?:no|no-?one|nobody|none|nothing|neither)$/i;
const UNIVERSAL = /^(?:nobody|no-?one|nothing|none|neither|single|any|anybody|anyone|anything|nowhere)$/i;
/** "No, we saw it", "nothing but gas", "no less than ten", "no doubt". */
const NO_NEGATION = /^(?:,|but|except|less|fewer|more|doubt|matter|wonder|sooner|later)$/i;
/** So far behind "no" a "than" makes it a comparison: "no one has done more than he". */
const COMPARISON = 25;
const OBJECT_NEGATOR = /^(?:no|no-?one|nobody|nothing|none|never|zero)$/i;
const FALSE =
  /^(?:baseless|false|untrue|unfounded|groundless|wrong|lie|lies|nonsense|fabricated|fabrication|fiction|fake|invented|absurd|rubbish|slander|hoax|myth|rumou?rs?|misinformation|disinformation|propaganda)$/i;
/** What is turned down is a claim: "that …", "the US allegations that …", "she did". */
const OPENS_CLAIM =
  /^[“"„«'‘]?(?:that\b|(?:\S+\s+){0,4}(?:claims?|allegations?|accusations?|charges?|assertions?|reports?|suggestions?|reproach(?:es)?|insinuations?|notions?|ideas?|rumou?rs?|beliefs?|theor(?:y|ies)|news|criticisms?|arguments?|speculation)\b)/iu;
/** Acts by which "to leave" is meant and not done. */
const MEANING: ReadonlySet<Act> = new Set(['pledge', 'think', 'warn']);
/** Acts by which "the alleged export" is taken up; in a plan or a demand the word is the narrator's. */
const TELLING: ReadonlySet<Act> = new Set(['state', 'allege', 'warn', 'announce', 'confirm']);
const CIRCUMSTANCE = /^(?:for|during|under|over|amid|within|since|before|after|until|despite)$/i;
/** "Called it a crime": the content is a thing and what it is called. */
const NAMING = /\b(?:call|label|brand|dub|describ|term)(?:s|e|es|ed|led|bed|ing|ling)?\b/i;
const SAYING = new Set(predicateClasses('claims'));
/** A noun phrase that is read for what is done has no more tokens than this behind its noun. */
const MOST_BEHIND = 14;
/** Longer contents are read so far: hostile documents have sentences without end. */
const MOST_TOKENS = 300;
const MOST_BEFORE = 6;
const MOST_CONJUNCTS = 4;
/** A description may begin so many characters beside its noun phrase: "the". */
const ARTICLE = 5;
const NEGATION_NEAR = 4;

/** Reads what a content says, proposition by proposition, in the order of the text; what it presupposes stands last. */
export function readPropositions(
  content: Content,
  spans: readonly Span[],
  index: TermIndex,
  principals: Principals,
): Proposition[] {
  const { tokens } = index.annotated.language;
  const cue = content.attribution.cue?.text ?? '';
  if (isOpposingCue(cue)) return [];
  // "rejected the veto of a bill": a thing is turned down, and nothing is denied
  if (isRefusingCue(cue) && !OPENS_CLAIM.test(content.attribution.content.text)) return [];
  const stretch = trimmed(tokensOf(index, spans).slice(0, MOST_TOKENS), tokens);
  const placeOf = new Map(stretch.map((token, place) => [token, place]));
  const allTerms = readTerms(index, spans);
  const clauses = readClauses(tokens, stretch);
  const tagAt = (at: number): number => tokens.upos[stretch[at] ?? -1] ?? -1;
  const wordAt = (at: number): string => tokens.word[stretch[at] ?? -1] ?? '';
  const lemmaAt = (at: number): string => (tokens.lemma[stretch[at] ?? -1] ?? '').toLowerCase();
  const { mentions } = index.annotated.coreference;
  /** Places of the verbs: what else is tagged so stands before a noun ("tear gas", "Iranian-made drones"). */
  const verbs = new Set(clauses.map(({ group }) => group.verb));
  const found: Proposition[] = [];
  const heads = new Set<number>();

  if (clauses.every(({ link }) => link !== 'main' && link !== 'condition' && link !== 'question')) {
    const predicate = NAMING.test(content.attribution.cue?.text ?? '') ? predicateStart() : 0;
    const head = nounHead(predicate, predicate > 0 ? stretch.length : (clauses[0]?.first ?? stretch.length));
    if (head >= 0) addNominal(head, 0, stretch.length, false);
  }
  clauses.forEach((clause, k) => {
    if (clause.link === 'main' || clause.link === 'condition' || clause.link === 'question')
      addClause(clause, k);
  });
  clauses.forEach((clause, k) => {
    if (clause.link === 'presupposed' && isAsserted(k) && !isAsked(clause)) addClause(clause, k);
  });
  for (let at = 0; at < stretch.length; at++) {
    if (heads.has(at) || tagAt(at) !== NOUN || !isEvent(at) || !standsAlone(at)) continue;
    const alleged = isAlleged(at);
    if (!alleged || TELLING.has(content.attribution.act)) addNominal(at, at, stretch.length, true, alleged);
  }
  return found;

  function isEvent(at: number): boolean {
    // "protesters", "suppliers" name who does it
    if (
      /(?:ers?|ors?)$/i.test(wordAt(at)) &&
      !/(?:order|fire|murder|offer|answer|power|error|transfer|surrender|encounter)s?$/i.test(wordAt(at))
    )
      return false;
    const classes = predicateClasses(wordAt(at));
    return classes.some((one) => isPredicateClass(one) && !SAYING.has(one)) && !isClaimNoun(lemmaAt(at));
  }

  /** "Called the order [a blockade by paperwork]": where what it is called begins, 0 where that is not to be seen. */
  function predicateStart(): number {
    for (let at = 1; at < stretch.length; at++) if (/^(?:an?|[“"„«]|as)$/i.test(wordAt(at))) return at;
    return 0;
  }

  /** Whether all that a presupposed clause depends on is asserted. */
  function isAsserted(k: number): boolean {
    for (let at = clauses[k]?.governor ?? -1, steps = 0; at >= 0 && steps < clauses.length; steps++) {
      const clause = clauses[at];
      if (
        !clause ||
        clause.link === 'reported' ||
        clause.link === 'aim' ||
        clause.link === 'condition' ||
        clause.link === 'question'
      )
        return false;
      at = clause.governor;
    }
    return true;
  }

  /** Whether a noun stands where what it names is taken for granted: no claim, condition or aim is around it. */
  function standsAlone(at: number): boolean {
    const k = clauses.findLastIndex((clause) => clause.first <= at);
    const clause = clauses[k];
    if (
      clause &&
      (clause.link === 'reported' ||
        clause.link === 'condition' ||
        clause.link === 'question' ||
        !isAsserted(k)) &&
      !isDefinite(at)
    )
      return false;
    for (let back = at - 1; back >= 0 && back >= at - MOST_BEFORE; back--) {
      const word = wordAt(back);
      if (
        /^(?:no|any|possible|potential|planned|future|against|over|hypothetical|without|if|for|about)$/i.test(
          word,
        )
      )
        return false;
      if (
        tagAt(back) === NOUN &&
        (isClaimNoun(lemmaAt(back)) ||
          /^(?:risk|danger|threat|end|halt|plan|possibility|lack|absence|policy)$/.test(lemmaAt(back)))
      )
        return false;
      if (tagAt(back) === VERB || tagAt(back) === AUX) break;
    }
    return true;
  }

  function isAlleged(at: number): boolean {
    return hasWord(/^(?:alleged|supposed|purported|reported)$/i, Math.max(0, at - MOST_BEFORE), at);
  }

  /** "Iran's provision", "these deliveries": taken for granted even among aims and conditions. */
  function isDefinite(at: number): boolean {
    for (let back = at - 1; back >= 0 && back >= at - MOST_BEFORE; back--) {
      if (/^(?:['’]s?|its|their|his|her|our|my|your|these|this)$/i.test(wordAt(back))) return true;
      if (!isNominal(tagAt(back))) return false;
    }
    return false;
  }

  function addClause(clause: Clause, k: number): void {
    // down to the clause that says what is done
    const chain = [k];
    let ended = false;
    let prevented = false;
    let intended = false;
    for (let at = k; ;) {
      const verb = lemmaAt(clauses[at]?.group.verb ?? -1);
      const next = clauses.findIndex(
        (other, j) =>
          j > at &&
          other.governor === at &&
          (other.link === 'governed' || (other.link === 'reported' && isOwnOpinion(clauses[at]))),
      );
      if (next < 0) break;
      if (ENDING.has(verb)) ended = true;
      else if (PREVENTING.has(verb)) prevented = !prevented;
      else if (INTENDING.has(verb)) intended = true;
      chain.push(next);
      at = next;
    }
    const inner = clauses[chain.at(-1) ?? k] ?? clause;
    const to = endOf(k);
    let head = inner.group.verb;
    let headEnd = inner.group.end;
    const verb = lemmaAt(head);
    const objectTo = Math.max(inner.end, inner.group.end);
    if (inner.group.copula) {
      const complement = complementOf(inner.group.end, objectTo);
      if (complement >= 0) head = complement;
    } else if (ENDING.has(verb) && !clause.group.passive) {
      const noun = objectHead(inner.group.end, objectTo);
      if (noun >= 0 && isEvent(noun)) {
        ended = true;
        head = noun;
      }
    } else if (LIGHT_VERBS.has(verb) || SUPPORT_VERBS.has(verb)) {
      const noun = objectHead(inner.group.end, objectTo);
      if (noun >= 0 && (LIGHT_VERBS.has(verb) || isEvent(noun))) head = noun;
    }
    heads.add(head);
    if (head !== inner.group.verb) headEnd = inner.group.end;
    const subject = subjectOf(clause, k);
    const negator = negatorOf(clause, chain, subject, objectTo);
    const refuted =
      clause.group.copula &&
      clause.group.negator < 0 &&
      hasWord(FALSE, inner.group.end, head + 1) &&
      subjectIsClaim(subject);
    if (refuted || (clause.group.copula && clause.group.negator >= 0 && subjectIsAct(subject))) {
      // "The claim of X is baseless", "sending X is not our policy": what is said is said of X
      const aim = clauses.findIndex(
        (other, j) => other.governor === k && j < k && other.group.form !== 'finite',
      );
      if (aim >= 0 && subject) {
        const about = clauses[aim] as Clause;
        heads.add(about.group.verb);
        addProposition(
          clause.first,
          to,
          about.group.verb,
          subjectTokens(about),
          [about.group.end, clause.group.first],
          false,
          { ...PLAIN, refuted: true, hasVerb: true },
        );
        return;
      }
    }
    if (
      clause.link === 'main' &&
      !(clause.group.copula && hasWord(/^without$/i, clause.group.end, clause.group.end + 2))
    )
      addCircumstances(clause, to, subject);
    const except = exceptionIn(headEnd, objectTo);
    const dependent =
      clause.link === 'main' &&
      clauses.some(
        (other, j) =>
          other.link === 'condition' && (other.governor === k || sameSentence(other, clause)) && j !== k,
      );
    const frame: Frame = {
      ...PLAIN,
      negator: negator < 0 ? null : (stretch[negator] ?? null),
      refuted: prevented,
      ended,
      intended: intended || (clause.group.form === 'infinitive' && MEANING.has(content.attribution.act)),
      possible:
        chain.some((at) => POSSIBLE.test(clauses[at]?.group.modal ?? '')) ||
        hasWord(POSSIBLY, clause.first, inner.group.end),
      conditional: clause.link === 'condition',
      question: clause.link === 'question' || isAsked(clause),
      presupposed: clause.link === 'presupposed',
      hasVerb: true,
      modal: isImperative(clause, subject) ? 'must' : clause.group.modal,
      dependent,
      universal:
        hasWord(UNIVERSAL, clause.first, clause.group.first) ||
        (negator >= 0 && UNIVERSAL.test(wordAt(negator))),
    };
    // "has sent arms, but not during the war": the whole, and what is taken out of it
    if (except >= 0 && except < to) {
      addProposition(
        clause.first,
        except,
        head,
        subject,
        [headEnd, Math.min(objectTo, except)],
        inner.group.passive,
        frame,
      );
      const turned = frame.negator === null ? (stretch[except + 1] ?? null) : null;
      addProposition(clause.first, to, head, subject, [headEnd, objectTo], inner.group.passive, {
        ...frame,
        negator: turned,
      });
    } else addProposition(clause.first, to, head, subject, [headEnd, objectTo], inner.group.passive, frame);
  }

  /** "I do not think that …": what is thought is what is said. */
  function isOwnOpinion(clause: Clause | undefined): boolean {
    if (!clause?.subject || !OPINIONS.has(lemmaAt(clause.group.verb))) return false;
    const [from, to] = clause.subject;
    return to - from <= 2 && /^(?:I|we)$/i.test(wordAt(from));
  }

  /** Whether the sentence of a clause is a question. */
  function isAsked(clause: Clause): boolean {
    const sentence = tokens.sentence[stretch[clause.group.first] ?? -1];
    for (let at = clause.end - 1; at < Math.min(stretch.length, clause.end + MOST_BEHIND); at++) {
      if (tokens.sentence[stretch[at] ?? -1] !== sentence) return false;
      if (wordAt(at) === '?') return true;
    }
    return false;
  }

  /** Place of "but" in "but not during the war", -1 for none. */
  function exceptionIn(from: number, to: number): number {
    for (let at = from; at + 2 < to; at++)
      if (/^but$/i.test(wordAt(at)) && /^not$/i.test(wordAt(at + 1)) && tagAt(at + 2) === ADP) return at;
    return -1;
  }

  /** "Do not drink", "stop sending": no subject, no tense. */
  function isImperative({ group }: Clause, subject: readonly [number, number] | null): boolean {
    if (subject !== null || group.form !== 'finite' || group.copula) return false;
    const first = stretch[group.first] ?? -1;
    return (
      tokens.penn[stretch[group.verb] ?? -1] === 'VB' &&
      (group.end - group.first === 1 || /^(?:do|never|please)$/i.test(tokens.word[first] ?? ''))
    );
  }

  /** "Opened fire without warning", "with all its lights on": a circumstance that is a claim of its own. */
  function addCircumstances(clause: Clause, to: number, subject: readonly [number, number] | null): void {
    for (let at = clause.group.end; at < to; at++) {
      const without = /^without$/i.test(wordAt(at));
      if (!without && !/^with$/i.test(wordAt(at))) continue;
      const head = objectHead(at + 1, Math.min(to, at + 1 + MOST_BEFORE));
      if (head < 0 || (!without && !/^(?:on|off|out|open|shut|closed)$/i.test(wordAt(head + 1)))) continue;
      heads.add(head);
      addProposition(
        at,
        Math.min(to, head + (without ? 1 : 2)),
        head,
        subject,
        [at + 1, head],
        false,
        { ...PLAIN, negator: without ? (stretch[at] ?? null) : null, hasVerb: true, circumstance: true },
        Math.min(subject?.[0] ?? clause.first, clause.first),
      );
    }
  }

  function sameSentence(a: Clause, b: Clause): boolean {
    return tokens.sentence[stretch[a.group.first] ?? 0] === tokens.sentence[stretch[b.group.first] ?? 0];
  }

  function hasWord(pattern: RegExp, from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (pattern.test(wordAt(at))) return true;
    return false;
  }

  /** One past the last place of a clause with all that hangs on it. */
  function endOf(k: number): number {
    let end = clauses[k]?.end ?? stretch.length;
    const inside = new Set([k]);
    for (let at = k + 1; at < clauses.length; at++) {
      const clause = clauses[at];
      if (!clause || !inside.has(clause.governor)) break;
      if (clause.link === 'main' || clause.link === 'condition') break;
      inside.add(at);
      end = clause.end;
    }
    return end;
  }

  function subjectOf(clause: Clause, k: number): readonly [number, number] | null {
    if (clause.subject) {
      // "who had fled": the noun before it
      const only = clause.subject[1] - clause.subject[0] === 1;
      if (clause.link === 'presupposed' && only && /^(?:who|which|that)$/i.test(wordAt(clause.subject[0])))
        return phraseBefore(clause.subject[0]);
      return clause.subject;
    }
    if (clause.group.form === 'participle') return phraseBefore(clause.group.first);
    if (clause.link === 'presupposed') return null;
    // "and had called": the subject of the clause beside it
    for (let at = k - 1; at >= 0; at--) {
      const other = clauses[at];
      if (!other || !sameSentence(other, clause)) break;
      if (other.link === clause.link && other.subject) return other.subject;
    }
    return null;
  }

  function subjectTokens(clause: Clause): readonly [number, number] | null {
    return clause.subject ?? phraseBefore(clause.group.first);
  }

  function phraseBefore(at: number): readonly [number, number] | null {
    let start = at;
    while (start > 0 && at - start < MOST_BEFORE && isNominal(tagAt(start - 1))) start--;
    return start < at ? [start, at] : null;
  }

  function isNominal(tag: number): boolean {
    return (
      tag === NOUN ||
      tag === PROPN ||
      tag === ADJ ||
      tag === NUM ||
      tag === DET ||
      tag === PRON ||
      tag === PART
    );
  }

  function complementOf(from: number, to: number): number {
    let last = -1;
    for (let at = from; at < to; at++) {
      const tag = tagAt(at);
      if (tag === NOUN || tag === PROPN || tag === ADJ || tag === VERB) last = at;
      else if (
        last >= 0 &&
        (tag === ADP || tag === PUNCT || tag === CCONJ || tag === PART) &&
        !/^(?:-|['’]s)$/.test(wordAt(at)) &&
        !/^["“”„‚‘]$/.test(wordAt(at))
      )
        break;
      else if (tag === CCONJ) break;
    }
    return last;
  }

  function objectHead(from: number, to: number): number {
    let last = -1;
    for (let at = from; at < to; at++) {
      const tag = tagAt(at);
      if (tag === NOUN) last = at;
      else if (tag === ADP || tag === PUNCT || tag === CCONJ || tag === VERB) break;
    }
    return last;
  }

  /** Head of the first noun phrase, or the first noun behind it that says what is done. */
  function nounHead(from: number, to: number): number {
    let first = -1;
    for (let at = from; at < to; at++) {
      const tag = tagAt(at);
      if (tag === NOUN || tag === PROPN) {
        const next = tagAt(at + 1);
        if (next === NOUN || next === PROPN) continue;
        if (isEvent(at)) return at;
        if (first < 0 && !isClaimNoun(lemmaAt(at))) first = at;
      }
    }
    return first;
  }

  function negatorOf(
    clause: Clause,
    chain: readonly number[],
    subject: readonly [number, number] | null,
    to: number,
  ): number {
    let turned = -1;
    for (const at of chain) {
      const negator = clauses[at]?.group.negator ?? -1;
      if (negator >= 0) turned = turned < 0 ? negator : -1;
    }
    if (turned >= 0) return turned;
    if (subject && subject[0] <= clause.group.first)
      for (let at = Math.max(0, subject[0] - 1); at < subject[1]; at++) if (isNegatingName(at, to)) return at;
    for (let at = clause.first; at < clause.group.first; at++) {
      if (
        at <= clause.first + 1 &&
        /^not$/i.test(wordAt(at)) &&
        /^(?:an?|one|all|every|even)$/i.test(wordAt(at + 1))
      )
        return at;
      if (
        (/^(?:not|never)$/i.test(wordAt(at)) || isNegatingName(at, to)) &&
        clause.group.first - at <= NEGATION_NEAR
      )
        return at;
    }
    // "There was no danger", "saw nobody", "had no reason to"
    for (const at of chain) {
      const end = clauses[at]?.group.end ?? 0;
      for (let place = end; place < Math.min(to, end + NEGATION_NEAR); place++) {
        // "fired nothing but gas" fired gas
        if (OBJECT_NEGATOR.test(wordAt(place)) && !NO_NEGATION.test(wordAt(place + 1))) return place;
        if (tagAt(place) === NOUN || tagAt(place) === VERB || tagAt(place) === PUNCT) break;
      }
    }
    return -1;
  }

  /** "Nobody saw", "no light was seen"; but "No, we saw it" and "no one has done more than he" deny nothing. */
  function isNegatingName(at: number, to: number): boolean {
    if (!SUBJECT_NEGATOR.test(wordAt(at)) || NO_NEGATION.test(wordAt(at + 1))) return false;
    const end = Math.max(to, Math.min(stretch.length, at + COMPARISON));
    return !hasWord(/^than$/i, at, end);
  }

  function subjectIsClaim(subject: readonly [number, number] | null): boolean {
    if (!subject) return false;
    for (let at = subject[0]; at < subject[1]; at++)
      if (isClaimNoun(lemmaAt(at)) || /^(?:it|this|that|these|those)$/i.test(wordAt(at))) return true;
    return subjectIsAct(subject);
  }

  function subjectIsAct(subject: readonly [number, number] | null): boolean {
    return subject !== null && tokens.penn[stretch[subject[0]] ?? -1] === 'VBG';
  }

  function addNominal(at: number, from: number, to: number, presupposed: boolean, alleged = false): void {
    heads.add(at);
    let first = at;
    while (
      first > 0 &&
      at - first < MOST_BEFORE &&
      (isNominal(tagAt(first - 1)) || wordAt(first - 1) === '-')
    )
      first--;
    let end = at + 1;
    while (end < to && end - at < MOST_BEHIND) {
      const tag = tagAt(end);
      if (tag === VERB && tokens.penn[stretch[end] ?? -1] !== 'VBN' && !presupposed) {
        end++;
        continue;
      }
      if (
        tag === VERB ||
        tag === AUX ||
        tag === CCONJ ||
        (tag === PUNCT && !/^["“”„‚‘’'-]$/.test(wordAt(end)))
      )
        break;
      end++;
    }
    if (!presupposed) {
      first = from;
      end = to;
    }
    const before = [first, at] as const;
    let negator = -1;
    for (let i = first; i < at; i++) if (/^(?:no|not|never|neither)$/i.test(wordAt(i))) negator = i;
    addProposition(first, end, at, before, [at + 1, end], false, {
      ...PLAIN,
      negator: negator < 0 ? null : (stretch[negator] ?? null),
      possible: alleged || hasWord(/^(?:possible|potential|likely)$/i, first, at),
      presupposed,
      hasVerb: isEvent(at),
    });
  }

  function addProposition(
    first: number,
    end: number,
    head: number,
    subject: readonly [number, number] | null,
    object: readonly [number, number],
    passive: boolean,
    frame: Frame,
    /** Where its wording begins, when that is before the words that are compared. */
    wording = first,
  ): void {
    // what is denied takes nothing for granted, and what is not is no news
    if (frame.presupposed && (frame.negator !== null || content.attribution.act === 'deny')) return;
    const nominal = tagAt(head) === NOUN && !clauses.some(({ group }) => group.verb === head);
    const roles: Role[] = [];
    const terms: Term[] = [];
    const agents = new Set<string>();
    const patients = new Set<string>();
    const named = new Set<string>();
    for (const term of allTerms) {
      const place = placeOf.get(term.token) ?? -1;
      const inSubject = subject !== null && place >= subject[0] && place < subject[1];
      if ((place < first || place >= end) && !inSubject) continue;
      const isHead = place <= head && head < place + (term.endToken - term.token);
      if (term.kind === 'time') continue;
      if (!isHead && term.classes.some((one) => SAYING.has(one))) continue;
      let role: Role = 'beside';
      if (isHead && term.kind !== 'entity') role = 'head';
      else if (inSubject) {
        const governed = isGoverned(subject[0], place);
        const compound =
          nominal && term.kind !== 'entity' && !isPossessive(place, term.endToken - term.token);
        role = governed ? 'other' : passive || compound ? 'object' : 'agent';
      } else if (place >= object[0] && place < object[1]) {
        const preposition = prepositionOf(object[0], place);
        role =
          preposition === ''
            ? nominal && place < head
              ? 'other'
              : 'object'
            : preposition === 'of' || preposition === 'with'
              ? 'object'
              : preposition === 'by' && (passive || nominal)
                ? 'agent'
                : 'other';
      }
      if (role === 'beside' && restricts(place)) role = 'other';
      roles.push(role);
      terms.push(term);
      if (term.kind === 'entity') {
        const who = principals.of(term.key);
        if (tagAt(place) !== PRON) named.add(who);
        if (role === 'agent') agents.add(who);
        else if (
          (role === 'object' || role === 'other') &&
          !isCircumstance(object[0], place) &&
          !restricts(place)
        )
          patients.add(who);
      }
    }
    if (subject && !passive) {
      for (let at = subject[0]; at < subject[1]; at++) {
        if (isGoverned(subject[0], at)) continue;
        const made =
          tagAt(at) === ADJ || tagAt(at) === PROPN ? principals.demonyms.entityOf(wordAt(at)) : undefined;
        if (made !== undefined) {
          agents.add(principals.of(made));
          named.add(principals.of(made));
        }
      }
      // "Iranian officials", "the ferry": descriptions that mean somebody
      const [from, to] = [
        tokens.start[stretch[subject[0]] ?? -1] ?? 0,
        tokens.end[stretch[subject[1] - 1] ?? -1] ?? 0,
      ];
      const mention = mentionAt(from, to);
      if (mention !== undefined) {
        agents.add(principals.of(mention));
        named.add(principals.of(mention));
      }
    }
    const own = subject !== null || frame.presupposed;
    if (!own && agents.size === 0) {
      const holder = silentAgent(content);
      if (holder !== null && !nominal) agents.add(principals.of(holder));
    }
    // what opens the next clause, or ends this one, belongs to neither
    while (end > first + 1 && isLink(end - 1)) end--;
    while (first < end - 1 && isLink(first)) first++;
    const from = stretch[first];
    const last = stretch[end - 1];
    if (from === undefined || last === undefined || terms.length === 0) return;
    if (
      frame.presupposed &&
      roles.filter((role) => role === 'agent' || role === 'object' || role === 'other').length <
        (nominal ? 1 : 2)
    )
      return;
    const conjuncts = conjunctsOf(object[0], object[1], terms, roles);
    const token = stretch[head] ?? -1;
    const number = conjuncts.length > 1 ? found.length : -1;
    for (const kept of conjuncts) {
      const left = (_: unknown, at: number): boolean =>
        kept === null || !conjuncts.some((other) => other !== kept && other?.has(at));
      const own = terms.filter(left);
      const ownRoles = roles.filter(left);
      found.push({
        ...content,
        attribution: {
          ...content.attribution,
          content: evidenceAt(index.annotated.document, spansBetween(Math.min(wording, first), end)),
        },
        terms: own.map((term, at) => ({
          ...term,
          weight: term.weight * ROLE_WEIGHT[ownRoles[at] ?? 'beside'],
        })),
        roles: ownRoles,
        head: ownRoles.indexOf('head'),
        headKey: foldWord(lemmaAt(head)),
        headToken: [tokens.start[token] ?? 0, tokens.end[token] ?? 0],
        agents: [...agents].sort(),
        patients: [...patients].sort(),
        pronouns: [...agents, ...patients].filter((one) => !named.has(one)),
        frame,
        weight: own.reduce((sum, term) => sum + term.weight, 0),
        conjunct: number,
      });
    }
  }

  function isLink(at: number): boolean {
    const tag = tagAt(at);
    return tag === CCONJ || tag === SCONJ || (tag === PUNCT && /^[,;:–—-]$/.test(wordAt(at)));
  }

  /** "Weapons or drones", "arms, including rockets": the terms of each, by their places in the list; one `null` where nothing is joined. */
  function conjunctsOf(
    from: number,
    to: number,
    terms: readonly Term[],
    roles: readonly Role[],
  ): (ReadonlySet<number> | null)[] {
    const groups: Set<number>[] = [];
    let current = new Set<number>();
    let joined = false;
    let at = from;
    for (; at < to && groups.length < MOST_CONJUNCTS; at++) {
      const tag = tagAt(at);
      const word = wordAt(at);
      if (tag === CCONJ || (tag === PUNCT && word === ',') || /^including$/i.test(word)) {
        if (current.size > 0) {
          groups.push(current);
          joined = true;
          current = new Set();
        }
        continue;
      }
      const term = terms.findIndex(
        ({ token, kind }, i) => token === stretch[at] && kind === 'noun' && roles[i] === 'object',
      );
      if (term >= 0) current.add(term);
      else if (tag === ADP && current.size > 0) break;
      else if (
        tag !== ADJ &&
        tag !== DET &&
        tag !== ADP &&
        tag !== NUM &&
        tag !== PROPN &&
        tag !== NOUN &&
        tag !== PUNCT &&
        tag !== PRON
      )
        break;
    }
    if (current.size > 0) groups.push(current);
    return joined && groups.length > 1 ? groups : [null];
  }

  /** "Weapons to be used in the war", "emails relating to the attack": says which weapons, where "to help the rebels" says what for. */
  function restricts(at: number): boolean {
    const clause = clauses.findLast(({ first }) => first <= at);
    if (!clause || at >= clause.end) return false;
    const { form, passive, first } = clause.group;
    if (form === 'infinitive') return clause.link === 'aim' && passive;
    return form !== 'finite' && (tagAt(first - 1) === NOUN || tagAt(first - 1) === PROPN);
  }

  /** The nominal mention that stands exactly in a stretch, as the story's entity. */
  function mentionAt(from: number, to: number): string | undefined {
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((mentions[middle]?.span[0] ?? 0) < from - ARTICLE) low = middle + 1;
      else high = middle;
    }
    for (; low < mentions.length; low++) {
      const mention = mentions[low];
      if (!mention || mention.span[0] > from + ARTICLE) break;
      if (mention.form === 'nominal' && mention.span[1] <= to && mention.span[1] > from)
        return index.entityOf[mention.entity];
    }
    return undefined;
  }

  function isPossessive(place: number, length: number): boolean {
    return /^(?:['’]s?)$/.test(wordAt(place + length));
  }

  function isGoverned(from: number, at: number): boolean {
    for (let back = at - 1; back >= from; back--) {
      if (tagAt(back) === ADP) return true;
      if (tagAt(back) === CCONJ || tagAt(back) === PUNCT) return false;
    }
    return false;
  }

  /** "For use in the war against the north": what stands behind such a preposition is none of those whom it is done to. */
  function isCircumstance(from: number, at: number): boolean {
    for (let back = at - 1; back >= from; back--) {
      if (tagAt(back) === ADP && CIRCUMSTANCE.test(wordAt(back))) return true;
      if (tagAt(back) === VERB) return false;
    }
    return false;
  }

  function prepositionOf(from: number, at: number): string {
    for (let back = at - 1; back >= from; back--) {
      const tag = tagAt(back);
      if (tag === ADP || (tag === PART && /^to$/i.test(wordAt(back)))) return wordAt(back).toLowerCase();
      if (verbs.has(back)) return 'beside';
    }
    return '';
  }

  function spansBetween(first: number, end: number): Span[] {
    const made: [number, number][] = [];
    for (let at = first; at < end; at++) {
      const token = stretch[at] ?? -1;
      const span: [number, number] = [tokens.start[token] ?? 0, tokens.end[token] ?? 0];
      const before = made.at(-1);
      if (before && (stretch[at - 1] ?? -1) === token - 1) before[1] = span[1];
      else made.push(span);
    }
    return made;
  }
}

/**
 * "The claims [of drone supplies to Russia have fuelled tensions]": what a noun brings ends before the verb whose subject
 * the noun is, wherever the content was cut.
 */
function trimmed(stretch: readonly number[], tokens: TokenTable): readonly number[] {
  if (!/^(?:of|about|on|over)$/i.test(tokens.word[stretch[0] ?? -1] ?? '')) return stretch;
  const verb = findVerbGroups(tokens, stretch).find(({ form }) => form === 'finite');
  if (!verb || verb.first < 2) return stretch;
  for (let at = 1; at < verb.first; at++) {
    const token = stretch[at] ?? -1;
    if (
      tokens.upos[token] === SCONJ ||
      /^(?:who|which|that|what|how|whether)$/i.test(tokens.word[token] ?? '')
    )
      return stretch;
  }
  return stretch.slice(0, verb.first);
}

/** Who does what a content without a subject speaks of: "denied *supplying*" the speaker, "told them *to leave*" whom he tells. */
function silentAgent({ attribution }: Content): string | null {
  switch (attribution.act) {
    case 'demand':
    case 'ask':
    case 'advise':
    case 'warn':
      return attribution.addressee ?? null;
    case 'allege':
      return null;
    default:
      return attribution.speaker;
  }
}
