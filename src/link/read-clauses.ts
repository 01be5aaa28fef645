import { firstTokenAt, type TermIndex } from '../learn/term.ts';
import { UPOS, type TokenTable } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import { CATENATIVES, DIRECTING, ENDING, isClaimNoun, PREVENTING, REPORTING } from '../text/verb-frames.ts';
import { findVerbGroups, type VerbGroup } from './verb-group.ts';

const [ADJ, ADP, ADV, CCONJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ] = (
  ['ADJ', 'ADP', 'ADV', 'CCONJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ'] as const
).map((tag) => UPOS.indexOf(tag));

/**
 * How a clause hangs in what was said. Only `main` ones are what the speaker says; a `condition` or `question` is said of
 * by him; what is `presupposed` (relative and adverbial clauses) he takes for granted; what is `reported` is another's; an
 * `aim` may never come to be. A `governed` clause is the part of another that says what is done: "stop *sending*".
 */
export type ClauseLink = 'main' | 'condition' | 'question' | 'presupposed' | 'reported' | 'aim' | 'governed';

/** A verb with what it is said of, as places in the stretch of tokens that was read. */
export interface Clause {
  readonly group: VerbGroup;
  /** First place of the clause and one past its last, up to the next clause. */
  readonly first: number;
  readonly end: number;
  readonly link: ClauseLink;
  /** The clause that governs it: index into the list, -1 for none. */
  readonly governor: number;
  /** Places of the subject, `null` where the clause has none of its own. */
  readonly subject: readonly [number, number] | null;
}

const CONDITION = /^(?:if|unless|provided|providing|lest)$/i;
const QUESTION = /^whether$/i;
const RELATIVE = /^(?:who|which|whose|whom|where|that|when)$/i;
const ADVERBIAL =
  /^(?:because|although|though|while|whilst|whereas|as|when|after|before|since|where|once|so|for|by|through|without|despite|with|than|amid)$/i;
const ABOUT = /^(?:of|about|on|over|for|from|with|at|in|to)$/i;

/** The tokens of some stretches of a document. */
export function tokensOf(index: TermIndex, spans: readonly Span[]): number[] {
  const { tokens } = index.annotated.language;
  const stretch: number[] = [];
  for (const [start, end] of spans) {
    for (
      let t = firstTokenAt(index.annotated, start);
      t < tokens.count && (tokens.start[t] as number) < end;
      t++
    )
      stretch.push(t);
  }
  return stretch;
}

/** Reads the clauses of a stretch by a pattern over tags, no parse; one pass, so hostile sentences cost no more than others. */
export function readClauses(tokens: TokenTable, stretch: readonly number[]): Clause[] {
  const tagAt = (at: number): number => tokens.upos[stretch[at] ?? -1] ?? -1;
  const wordAt = (at: number): string => tokens.word[stretch[at] ?? -1] ?? '';
  const lemmaAt = (at: number): string => (tokens.lemma[stretch[at] ?? -1] ?? '').toLowerCase();
  const sentenceAt = (at: number): number => tokens.sentence[stretch[at] ?? -1] ?? -1;
  const isName = (at: number): boolean =>
    tagAt(at) === NOUN || tagAt(at) === PROPN || tagAt(at) === PRON || tagAt(at) === NUM;
  const groups = settleParticiples(findVerbGroups(tokens, stretch));
  const clauses: Clause[] = [];
  groups.forEach((group, k) => {
    const before = clauses[k - 1];
    const sentence = sentenceAt(group.first);
    const same = before !== undefined && sentenceAt(before.group.first) === sentence;
    // where the material between the last verb and this one can begin
    let floor = same ? before.group.end : group.first;
    if (!same) while (floor > 0 && sentenceAt(floor - 1) === sentence) floor--;
    const gap = readGap(floor, group.first);
    // "their policy of restraint and not sending arms": what stands before the "and" is no subject
    const beside = group.form !== 'finite' && gap.conjunction === false && isBesideNoun(group.first);
    const own = group.form === 'finite' || (!same && !beside);
    if (same && group.form === 'finite' && isPlain(gap) && !hasMain(k)) {
      // "The drones used in the war were": what stood before belongs to the subject
      const begin = takeOver(k);
      clauses.push({
        group,
        first: begin,
        end: stretch.length,
        link: 'main',
        governor: -1,
        subject: subjectIn(begin, group.first),
      });
      return;
    }
    if (
      same &&
      group.form === 'finite' &&
      gap.opener < 0 &&
      !gap.comma &&
      before.group.form === 'gerund' &&
      opensSubject(before)
    ) {
      // "…, but sending weapons is not our policy"
      const partner = coordinate(k - 1);
      clauses[k - 1] = { ...before, link: 'aim', governor: k };
      clauses.push({
        group,
        first: before.first,
        end: stretch.length,
        ...partner,
        subject: [before.first, group.first],
      });
      return;
    }
    if (
      same &&
      group.form === 'infinitive' &&
      k === 1 &&
      before.group.form === 'gerund' &&
      before.subject &&
      tagAt(before.group.first - 1) !== ADP
    ) {
      // "its citizens living in Ukraine to leave": who they are, then what they shall do
      clauses[0] = { ...before, link: 'presupposed', governor: 1 };
      clauses.push({
        group,
        first: before.first,
        end: stretch.length,
        link: 'main',
        governor: -1,
        subject: before.subject,
      });
      return;
    }
    const { link, governor } = linkOf(group, same ? k - 1 : -1, gap);
    const start = own || (beside && !same) ? gap.start : group.first;
    const subject = own ? subjectIn(skipComplement(gap.start, k), group.first) : null;
    clauses.push({ group, first: start, end: stretch.length, link, governor, subject });
  });
  return clauses.map((clause, k) => {
    const next = clauses[k + 1];
    const end = Math.min(next?.first ?? stretch.length, sentenceEnd(clause.group.end));
    return { ...clause, end: Math.max(end, clause.group.end) };
  });

  function opensSubject({ group }: Clause): boolean {
    const before = group.first - 1;
    return before < 0 || tagAt(before) === CCONJ || tagAt(before) === PUNCT;
  }

  function isBesideNoun(first: number): boolean {
    let at = first - 1;
    while (at >= 0 && (tagAt(at) === PUNCT || tagAt(at) === PART)) at--;
    return at > 0 && tagAt(at) === CCONJ;
  }

  function isPlain(gap: Gap): boolean {
    return gap.opener < 0 && !gap.comma && !gap.conjunction;
  }

  /** Whether the sentence of the k-th group has a finite clause of its own already. */
  function hasMain(k: number): boolean {
    for (let at = k - 1; at >= 0; at--) {
      const clause = clauses[at];
      if (!clause || sentenceAt(clause.group.first) !== sentenceAt(groups[k]?.first ?? 0)) return false;
      if (clause.group.form === 'finite' && clause.link !== 'presupposed') return true;
    }
    return false;
  }

  /** Hangs all clauses of a sentence so far on the k-th, whose subject they belong to; where that subject begins. */
  function takeOver(k: number): number {
    let begin = groups[k]?.first ?? 0;
    for (let at = k - 1; at >= 0; at--) {
      const clause = clauses[at];
      if (!clause || sentenceAt(clause.group.first) !== sentenceAt(groups[k]?.first ?? 0)) break;
      begin = clause.first;
      const noun = lastNoun(clause.first, clause.group.first);
      const first = clause.group.first;
      const claimed = (noun >= 0 && isClaimNoun(lemmaAt(noun))) || lastClaim(clause.first, first);
      if (clause.link === 'main')
        clauses[at] = {
          ...clause,
          link: claimed ? 'reported' : clause.group.form === 'infinitive' ? 'aim' : 'presupposed',
          governor: k,
        };
    }
    return begin;
  }

  function lastClaim(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (tagAt(at) === NOUN && isClaimNoun(lemmaAt(at))) return true;
    return false;
  }

  /** "Becomes evident Russia is": the adjective belongs to the verb before. */
  function skipComplement(start: number, k: number): number {
    if (clauses[k - 1]?.group.copula && clauses[k - 1]?.group.end === start) {
      let at = start;
      while (tagAt(at) === ADV || (tagAt(at) === ADJ && tagAt(at + 1) !== NOUN)) at++;
      return at;
    }
    return start;
  }

  /** "The flow of weapons used to kill": a past form behind a noun, where the clause has its verb already or gets it later. */
  function settleParticiples(found: readonly VerbGroup[]): VerbGroup[] {
    return found.map((group, k) => {
      if (group.form !== 'finite' || group.end - group.first > 1 || group.copula) return group;
      if (
        !/(?:ed|en|t|d|n)$/.test(wordAt(group.verb)) ||
        !/^VB[DN]$/.test(tokens.penn[stretch[group.verb] ?? -1] ?? '')
      )
        return group;
      if (
        tagAt(group.first - 1) !== NOUN &&
        tagAt(group.first - 1) !== PROPN &&
        !/^[”"]$/.test(wordAt(group.first - 1))
      )
        return group;
      const next = found[k + 1];
      const behind =
        next !== undefined &&
        next.form === 'finite' &&
        sentenceAt(next.first) === sentenceAt(group.first) &&
        !hasFreeName(group.end, next.first);
      const previous = found[k - 1];
      const after =
        previous !== undefined &&
        previous.form !== 'finite' &&
        sentenceAt(previous.first) === sentenceAt(group.first) &&
        !isParted(previous.end, group.first) &&
        !REPORTING.has(lemmaAt(previous.verb));
      return behind || after ? { ...group, form: 'participle', passive: true } : group;
    });
  }

  /** Whether a mark, a conjunction or an opener stands in between. */
  function isParted(from: number, to: number): boolean {
    for (let at = from; at < to; at++)
      if (
        tagAt(at) === SCONJ ||
        tagAt(at) === CCONJ ||
        tagAt(at) === PRON ||
        (tagAt(at) === PUNCT && /^[,;:–—()]$/.test(wordAt(at)))
      )
        return true;
    return false;
  }

  /** Whether a name stands there that no preposition governs, or anything that parts clauses. */
  function hasFreeName(from: number, to: number): boolean {
    let governed = false;
    for (let at = from; at < to; at++) {
      if (tagAt(at) === ADP) governed = true;
      else if (isName(at) && !governed) return true;
    }
    return isParted(from, to);
  }

  interface Gap {
    /** Where the clause itself begins. */
    readonly start: number;
    /** Place of the word that opens it, -1 for none. */
    readonly opener: number;
    readonly comma: boolean;
    readonly conjunction: boolean;
  }

  /** Looks back from a verb to where its clause begins. */
  function readGap(floor: number, first: number): Gap {
    let comma = false;
    let conjunction = false;
    const fromVerb = floor > 0 && sentenceAt(floor - 1) === sentenceAt(first);
    for (let at = first - 1; at >= floor; at--) {
      const tag = tagAt(at);
      const word = wordAt(at);
      const opens =
        (tag === SCONJ && !/^(?:of|for|by|with|to|in|on|from)$/i.test(word)) ||
        (tag === ADP &&
          /^(?:after|before|since|as|until|because|than)$/i.test(word) &&
          hasName(at + 1, first)) ||
        (tag === PRON && /^(?:who|which|whose|whom|what)$/i.test(word)) ||
        (/^(?:that|when|where|how|why|whether|if|unless|because|while|although)$/i.test(word) &&
          at < first &&
          !/^DT$/.test(tokens.penn[stretch[at] ?? -1] ?? ''));
      if (opens) {
        // "that", "which" as the subject itself stand within the clause
        const itself = tag === PRON && /^(?:who|which|that)$/i.test(word);
        return { start: itself ? at : at + 1, opener: at, comma, conjunction };
      }
      if (tag === PUNCT && /^[,;:–—()]|--$/.test(word)) {
        // a comma parts clauses only where a name stands behind it, or a verb before it
        if (!/^,$/.test(word)) return { start: at + 1, opener: -1, comma: true, conjunction };
        if (fromVerb) {
          comma = true;
          const conj = tagAt(at + 1) === CCONJ;
          if (conj || hasName(at + 1, first))
            return { start: conj ? at + 2 : at + 1, opener: -1, comma, conjunction: conjunction || conj };
        }
      }
      if (
        tag === CCONJ &&
        fromVerb &&
        !/^(?:nothing|none|anything)$/i.test(wordAt(at - 1)) &&
        (hasName(at + 1, first) || onlyAdverbs(at + 1, first) || !hasName(floor, at))
      ) {
        return { start: at + 1, opener: -1, comma, conjunction: true };
      }
    }
    return { start: floor, opener: -1, comma, conjunction };
  }

  function onlyAdverbs(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (tagAt(at) !== ADV) return false;
    return true;
  }

  function hasName(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (isName(at)) return true;
    return false;
  }

  /** The first noun phrase that stands behind no preposition. */
  function subjectIn(from: number, to: number): readonly [number, number] | null {
    let start = -1;
    for (let at = from; at < to; at++) {
      if (tagAt(at) === ADP && start < 0) {
        // "In the war in Ukraine we are": skip to the next pronoun or past the comma
        let skip = at + 1;
        while (skip < to && tagAt(skip) !== PUNCT && !(tagAt(skip) === PRON && skip > at + 1)) skip++;
        at = tagAt(skip) === PRON ? skip - 1 : skip;
        continue;
      }
      if (start < 0 && (isName(at) || tagAt(at) === ADJ)) start = at;
    }
    return start < 0 ? null : [start, to];
  }

  function linkOf(group: VerbGroup, previous: number, gap: Gap): { link: ClauseLink; governor: number } {
    const opener = gap.opener >= 0 ? wordAt(gap.opener) : '';
    const before = clauses[previous];
    if (CONDITION.test(opener)) return { link: 'condition', governor: -1 };
    if (QUESTION.test(opener)) return { link: 'question', governor: -1 };
    if (!before) {
      const at = gap.opener - 1;
      const relative =
        at >= 0 && /^(?:who|which|whose|whom|that)$/i.test(opener) && isName(at) && !isClaimNoun(lemmaAt(at));
      return { link: relative ? 'presupposed' : 'main', governor: -1 };
    }
    const verb = lemmaAt(before.group.verb);
    const last = gap.opener >= 0 ? gap.opener - 1 : group.first - 1;
    const noun = lastNoun(before.group.end, group.form === 'finite' && gap.opener < 0 ? gap.start : last + 1);
    const claimed = noun >= 0 && isClaimNoun(lemmaAt(noun));
    const reports =
      REPORTING.has(verb) ||
      (before.group.copula &&
        /^(?:clear|evident|true|known|likely|obvious|apparent|sure|certain|confident|possible|aware|told)$/i.test(
          complementWord(before.group.end),
        ));
    if (group.form === 'finite') {
      if (gap.opener >= 0) {
        if (/^that$/i.test(opener)) {
          if (reports || claimed)
            return { link: before.link === 'condition' ? 'condition' : 'reported', governor: previous };
          if (noun >= 0 || tagAt(gap.opener - 1) === PRON) return { link: 'presupposed', governor: previous };
          return { link: 'reported', governor: previous };
        }
        if (/^(?:what|how|why)$/i.test(opener))
          return { link: reports ? 'reported' : 'presupposed', governor: previous };
        if (RELATIVE.test(opener) || ADVERBIAL.test(opener))
          return { link: 'presupposed', governor: previous };
        return { link: 'presupposed', governor: previous };
      }
      // "to kill civilians and destroy": the second infinitive has no "to"
      if (
        gap.conjunction &&
        before.group.form === 'infinitive' &&
        group.end - group.first === 1 &&
        /^VBP?$/.test(tokens.penn[stretch[group.verb] ?? -1] ?? '') &&
        onlyAdverbs(gap.start, group.first)
      )
        return { link: before.link, governor: before.governor };
      if (gap.conjunction || gap.comma) return coordinate(previous);
      if (reports)
        return { link: before.link === 'condition' ? 'condition' : 'reported', governor: previous };
      return { link: 'presupposed', governor: previous };
    }
    if (gap.conjunction && before.group.form === group.form)
      return { link: before.link, governor: before.governor };
    if (group.form === 'participle' && gap.conjunction && gap.start === group.first) {
      const finite = clauses
        .slice(0, previous + 1)
        .some(
          (other) =>
            other.group.form === 'finite' && sentenceAt(other.group.first) === sentenceAt(group.first),
        );
      if (finite) return coordinate(previous);
    }
    if (group.form === 'infinitive') {
      const word = complementLemma(before.group.end, group.first);
      const near = before.group.end >= group.first - 1;
      if (ENDING.has(verb) || PREVENTING.has(verb) || (near && CATENATIVES.has(verb)))
        return { link: 'governed', governor: previous };
      if (before.group.copula && CATENATIVES.has(word)) return { link: 'governed', governor: previous };
      if (
        /^(?:nothing|something|anything|little|reason|readiness|willingness|plan|intention|desire|attempt|effort|decision|pledge|promise|aim|goal|bid|offer|right)$/.test(
          lemmaAt(group.first - 1),
        )
      )
        return { link: 'governed', governor: previous };
      if (DIRECTING.has(verb)) return { link: 'aim', governor: previous };
      return { link: 'aim', governor: previous };
    }
    const adjacent =
      before.group.end === group.first ||
      (before.group.end === group.first - 1 && tagAt(before.group.end) === ADV);
    if (group.form === 'gerund') {
      if (adjacent && (ENDING.has(verb) || PREVENTING.has(verb) || CATENATIVES.has(verb)))
        return { link: 'governed', governor: previous };
      if (adjacent && REPORTING.has(verb)) return { link: 'reported', governor: previous };
      const preposition = wordAt(group.first - 1);
      if (/^from$/i.test(preposition) && (ENDING.has(verb) || PREVENTING.has(verb)))
        return { link: 'governed', governor: previous };
      if (ABOUT.test(preposition) && (REPORTING.has(verb) || claimed))
        return { link: 'reported', governor: previous };
      if (/^for$/i.test(preposition)) return { link: 'aim', governor: previous };
      return {
        link:
          /^(?:by|through|after|while|when|since|and)$/i.test(preposition) || tagAt(group.first - 1) === PUNCT
            ? 'presupposed'
            : 'aim',
        governor: previous,
      };
    }
    return { link: 'presupposed', governor: previous };
  }

  /** A clause beside another hangs where that one hangs. */
  function coordinate(previous: number): { link: ClauseLink; governor: number } {
    let at = previous;
    // back to the last finite clause: what stands within it is done
    while (at > 0 && clauses[at]?.group.form !== 'finite') at--;
    let partner = clauses[at];
    while (partner && partner.link === 'presupposed' && partner.governor >= 0)
      partner = clauses[partner.governor];
    if (!partner) return { link: 'main', governor: -1 };
    // behind a condition that opens the sentence stands what depends on it
    if (partner.link === 'condition') return { link: 'main', governor: -1 };
    return { link: partner.link, governor: partner.governor };
  }

  function lastNoun(from: number, to: number): number {
    for (let at = to - 1; at >= from; at--) if (tagAt(at) === NOUN) return at;
    return -1;
  }

  function complementWord(from: number): string {
    for (let at = from; at < from + 4; at++) if (tagAt(at) === ADJ || tagAt(at) === NOUN) return wordAt(at);
    return '';
  }

  function complementLemma(from: number, to: number): string {
    for (let at = to - 1; at >= from; at--) {
      if (tagAt(at) === ADJ || tagAt(at) === ADV || tagAt(at) === NOUN) return lemmaAt(at);
      if (tagAt(at) !== PART) break;
    }
    return '';
  }

  function sentenceEnd(at: number): number {
    const sentence = sentenceAt(at - 1);
    let end = at;
    while (end < stretch.length && sentenceAt(end) === sentence) end++;
    return end;
  }
}
