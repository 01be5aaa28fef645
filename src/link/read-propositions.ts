import { readTerms, type TermIndex } from '../learn/term.ts';
import type { Act } from '../model/attribution.ts';
import { evidenceAt } from '../model/evidence.ts';
import { PLAIN, type Frame } from '../model/frame.ts';
import type { Span } from '../model/span.ts';
import { foldWord } from '../text/fold-word.ts';
import { isNamingCue, isOpposingCue, isRefusingCue, opensClaim, saysFalse } from '../text/stance-cues.ts';
import { endOf, isAsserted, type Clause } from './clause.ts';
import { withoutLinks } from './clause-gap.ts';
import { subjectOf } from './clause-subject.ts';
import { partConjuncts } from './conjuncts.ts';
import type { Content } from './content.ts';
import { partContrasts } from './contrast.ts';
import {
  isEvent,
  MOST_BEFORE,
  nameStart,
  nounHead,
  objectHead,
  phraseAround,
  phraseBefore,
  phraseHead,
  withoutPredicate,
} from './noun-phrase.ts';
import { partInverted } from './inverted-object.ts';
import { occurrenceEnd, performedIn, readPredicate, type Predicate } from './predicate.ts';
import { hangsOnAlleged, isAlleged, isAttributiveCue, isTakenForGranted } from './presupposed-noun.ts';
import type { Principals } from './principals.ts';
import { ROLE_WEIGHT, type Proposition } from './proposition.ts';
import { readClauses } from './read-clauses.ts';
import { isAsked, readFrame } from './read-frame.ts';
import { RoleReader, type Layout } from './read-roles.ts';
import { silentAgent } from './silent-agent.ts';
import { stanceOf } from './stance.ts';
import { TokenStretch, type Range } from './token-stretch.ts';

const POSSIBLE_NOUN = /^(?:possible|potential|likely)$/i;
/** "With all its lights on". */
const STATE = /^(?:on|off|out|open|shut|closed)$/i;
/** Acts by which "the alleged export" is taken up; in a plan or a demand the word is the narrator's. */
const TELLING: ReadonlySet<Act> = new Set(['state', 'allege', 'warn', 'announce', 'confirm']);
const ASKING = /^(?:how|why|where|when|what)$/i;
/** Longer contents are read so far: hostile documents have sentences without end. */
const MOST_TOKENS = 300;

/** Reads what a content says, proposition by proposition, in the order of the text; what it presupposes stands last. */
export function readPropositions(
  content: Content,
  spans: readonly Span[],
  index: TermIndex,
  principals: Principals,
): Proposition[] {
  const cue = content.attribution.cue?.text ?? '';
  if (isOpposingCue(cue)) return [];
  // "rejected the veto of a bill": a thing is turned down, and nothing is denied
  if (isRefusingCue(cue) && !opensClaim(content.attribution.content.text)) return [];
  return new PropositionReader(content, spans, index, principals).read();
}

class PropositionReader {
  readonly #content: Content;
  readonly #index: TermIndex;
  readonly #principals: Principals;
  readonly #stretch: TokenStretch;
  readonly #clauses: readonly Clause[];
  readonly #roles: RoleReader;
  readonly #found: Proposition[] = [];
  /** Places of words that a proposition was made of. */
  readonly #heads = new Set<number>();

  constructor(content: Content, spans: readonly Span[], index: TermIndex, principals: Principals) {
    this.#content = content;
    this.#index = index;
    this.#principals = principals;
    this.#stretch = withoutPredicate(TokenStretch.of(index, spans, MOST_TOKENS));
    this.#clauses = readClauses(this.#stretch);
    this.#roles = new RoleReader(this.#stretch, this.#clauses, readTerms(index, spans), index, principals);
  }

  read(): Proposition[] {
    const stretch = this.#stretch;
    const clauses = this.#clauses;
    const { cue, act } = this.#content.attribution;
    // "the alleged export of boats used in the strike": a thing, whatever its last word is tagged
    const isThing = isAttributiveCue(this.#content.attribution);
    const said = clauses.map(
      ({ link }) => !isThing && (link === 'main' || link === 'condition' || link === 'question'),
    );
    if (!said.includes(true)) {
      const name = isNamingCue(cue?.text ?? '') ? nameStart(stretch) : 0;
      const first = isThing ? clauses[0]?.group.first : clauses[0]?.first;
      const head = nounHead(stretch, name, name > 0 ? stretch.length : (first ?? stretch.length));
      if (head >= 0)
        this.#addNoun(head, [name, stretch.length], { hasVerb: name > 0 }, isThing ? first : undefined, 0);
    }
    clauses.forEach((clause, k) => {
      if (said[k]) this.#addClause(clause, k);
    });
    clauses.forEach((clause, k) => {
      if (isThing || clause.link !== 'presupposed' || hangsOnAlleged(stretch, clause.group.first)) return;
      if (isAsserted(clauses, k) && !isAsked(stretch, clause)) this.#addClause(clause, k);
    });
    for (let at = 0; at < stretch.length; at++) {
      if (this.#heads.has(at) || stretch.tag(at) !== 'NOUN' || !isEvent(stretch, at)) continue;
      if (!isTakenForGranted(stretch, clauses, at)) continue;
      const possible = isAlleged(stretch, at);
      if (!possible || TELLING.has(act))
        this.#addNoun(at, phraseAround(stretch, at), { presupposed: true, possible });
    }
    if (this.#found.length === 0 && !isThing) this.#addWhole();
    return this.#found;
  }

  /** What a content says that no clause was found in: the verb that it has, however it hangs there, else its noun. */
  #addWhole(): void {
    const [clause] = this.#clauses;
    if (clause) this.#addClause({ ...clause, link: 'main' }, 0);
    if (this.#found.length > 0) return;
    const { length } = this.#stretch;
    const head = nounHead(this.#stretch, 0, length);
    if (head >= 0) this.#addNoun(head, [0, length], {});
  }

  #addClause(clause: Clause, k: number): void {
    const stretch = this.#stretch;
    const predicate = readPredicate(stretch, this.#clauses, k);
    const { inner, head, objects } = predicate;
    this.#heads.add(head);
    const to = endOf(this.#clauses, k);
    // "there is nobody to whom we should apologise": who does it stands within
    const said = clause.link === 'main' && inner.link === 'presupposed' && inner !== clause ? inner : clause;
    const found = said === clause ? subjectOf(stretch, this.#clauses, k) : inner.subject;
    const { subject, object } = partInverted(stretch, found, inner);
    if (this.#addRefuted(clause, k, predicate, subject, to)) return;
    const without =
      clause.group.copula && stretch.hasWord(/^without$/i, clause.group.end, clause.group.end + 2);
    if (clause.link === 'main' && !without) this.#addCircumstances(clause, to, subject);
    const frame = readFrame(
      stretch,
      this.#clauses,
      clause,
      predicate,
      subject,
      this.#content.attribution.act,
    );
    // "no such meeting took place": what is done is the meeting
    const occurrence = occurrenceEnd(stretch, inner.group);
    const event = !subject
      ? -1
      : occurrence >= 0
        ? phraseHead(stretch, subject)
        : performedIn(stretch, inner.group, subject);
    if (event >= 0) this.#heads.add(event);
    const says = event < 0 ? head : event;
    const layout: Layout = {
      range: [clause.first, to],
      head: says,
      subject: event < 0 ? subject : [subject?.[0] ?? event, event],
      objects: object ?? [event < 0 ? objects[0] : event + 1, objects[1]],
      light:
        says === inner.group.verb || inner.group.copula
          ? null
          : [inner.group.first, Math.max(objects[0], occurrence)],
      passive: inner.group.passive || predicate.undergone,
      nominal: event >= 0,
    };
    // "how it felt": what is asked begins with its word
    const wording = ASKING.test(stretch.word(clause.first - 1)) ? clause.first - 1 : clause.first;
    for (const part of partContrasts(stretch, layout, frame, inner.group.copula))
      this.#add(part.layout, part.frame, Math.min(wording, part.layout.range[0]));
  }

  /** "The claim of X is baseless", "sending X is not our policy": what is said is said of X. */
  #addRefuted(clause: Clause, k: number, predicate: Predicate, subject: Range | null, to: number): boolean {
    const { copula, negator, end } = clause.group;
    if (!copula || !subject) return false;
    const stretch = this.#stretch;
    const act = stretch.penn(subject[0]) === 'VBG';
    const claim =
      act || stretch.hasClaim(...subject) || stretch.hasWord(/^(?:it|this|that|these|those)$/i, ...subject);
    let isFalse = false;
    for (let at = end; at <= predicate.head; at++) isFalse ||= saysFalse(stretch.word(at));
    if (!(negator < 0 && claim && isFalse) && !(negator >= 0 && act)) return false;
    const about = this.#clauses.find(
      (other, j) => other.governor === k && j < k && other.group.form !== 'finite',
    );
    if (!about) return false;
    this.#heads.add(about.group.verb);
    const layout = {
      range: [clause.first, to] as Range,
      head: about.group.verb,
      subject: about.subject ?? phraseBefore(stretch, about.group.first),
      objects: [about.group.end, clause.group.first] as Range,
      passive: false,
      nominal: false,
    };
    this.#add(layout, { ...PLAIN, refuted: true, hasVerb: true });
    return true;
  }

  /** "Opened fire without warning", "with all its lights on": a circumstance that is a claim of its own. */
  #addCircumstances(clause: Clause, to: number, subject: Range | null): void {
    const stretch = this.#stretch;
    for (let at = clause.group.end; at < to; at++) {
      const without = /^without$/i.test(stretch.word(at));
      if (!without && !/^with$/i.test(stretch.word(at))) continue;
      const head = objectHead(stretch, at + 1, Math.min(to, at + 1 + MOST_BEFORE));
      if (head < 0 || (!without && !STATE.test(stretch.word(head + 1)))) continue;
      this.#heads.add(head);
      const range: Range = [at, Math.min(to, head + (without ? 1 : 2))];
      const negator = without ? stretch.token(at) : null;
      const wording = Math.min(subject?.[0] ?? clause.first, clause.first);
      const layout = {
        range,
        head,
        subject,
        objects: [at + 1, head] as Range,
        passive: false,
        nominal: false,
      };
      this.#add(layout, { ...PLAIN, negator, hasVerb: true }, wording);
    }
  }

  /**
   * @param objectsEnd - one past the last place of what it is done to, when what follows only says which.
   * @param subjectStart - where that begins which it is said of, when its wording begins behind it.
   */
  #addNoun(
    head: number,
    range: Range,
    frame: Partial<Frame>,
    objectsEnd = range[1],
    subjectStart = range[0],
  ): void {
    const stretch = this.#stretch;
    this.#heads.add(head);
    let negator: number | null = null;
    for (let at = range[0]; at < head; at++)
      if (/^(?:no|not|never|neither)$/i.test(stretch.word(at))) negator = stretch.token(at);
    const objects: Range = [head + 1, objectsEnd];
    this.#add(
      { range, head, subject: [subjectStart, head], objects, passive: false, nominal: true },
      {
        ...PLAIN,
        ...frame,
        negator,
        possible: frame.possible === true || stretch.hasWord(POSSIBLE_NOUN, range[0], head),
        // "a wreck", as somebody calls it, and "no lamp" are said of something
        hasVerb:
          frame.hasVerb === true ||
          isEvent(stretch, head) ||
          (negator !== null && frame.presupposed !== true),
      },
    );
  }

  /** @param wording - where its wording begins, when that is before the words that are compared. */
  #add(layout: Layout, frame: Frame, wording = layout.range[0]): void {
    const stretch = this.#stretch;
    const { attribution } = this.#content;
    // what is denied takes nothing for granted, and what is not is no news
    if (frame.presupposed && (frame.negator !== null || attribution.act === 'deny')) return;
    const { head, nominal } = layout;
    const { terms, roles, agents, patients, named } = this.#roles.read(layout);
    const [first, end] = withoutLinks(stretch, layout.range);
    const core = roles.filter((role) => role === 'agent' || role === 'object' || role === 'other').length;
    if (terms.length === 0 || (frame.presupposed && core < (nominal ? 1 : 2))) return;
    const doers = new Set(agents);
    const silent = layout.subject === null && !frame.presupposed && !nominal && doers.size === 0;
    const holder = silent ? silentAgent(this.#content) : null;
    if (holder !== null) doers.add(this.#principals.of(holder));
    const conjuncts = partConjuncts(stretch, layout.objects, terms, roles);
    const conjunct = conjuncts.length > 1 ? this.#found.length : -1;
    // "[The boat] turned and [hit the pier]": words that stand there, with the subject that they share
    const from = Math.min(wording, first);
    const shared =
      layout.subject !== null && layout.subject[1] < from ? stretch.spans(...layout.subject) : [];
    const [gap, behind] = layout.without ?? [end, end];
    const spans = [
      ...shared,
      ...stretch.spans(from, Math.min(gap, end)),
      ...stretch.spans(Math.max(from, behind), end),
    ];
    for (const kept of conjuncts) {
      const isKept = (_: unknown, at: number): boolean =>
        kept === null || !conjuncts.some((other) => other !== kept && other?.has(at));
      const own = terms.filter(isKept);
      const ownRoles = roles.filter(isKept);
      const made = {
        ...this.#content,
        attribution: { ...attribution, content: evidenceAt(this.#index.annotated.document, spans) },
        terms: own.map((term, at) => ({
          ...term,
          weight: term.weight * ROLE_WEIGHT[ownRoles[at] ?? 'beside'],
        })),
        roles: ownRoles,
        head: ownRoles.indexOf('head'),
        headKey: foldWord(stretch.lemma(head)),
        headSpan: stretch.span(head),
        agents: [...doers].sort(),
        patients: [...patients].sort(),
        pronouns: [...doers, ...patients].filter((one) => !named.has(one)),
        frame,
        weight: own.reduce((sum, { weight }) => sum + weight, 0),
        conjunct,
      };
      this.#found.push({ ...made, denied: stanceOf(made) === 'denies' });
    }
  }
}
