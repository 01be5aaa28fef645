import { firstTokenAt, type Term, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import { isOpen, isWord, predicateAt } from './predicate.ts';
import { CARRYING, MOVED, MOVING, outcomeOf, outcomesOfVerb, REPORTING } from './role-words.ts';

const [VERB, AUX, NOUN, PROPN, PUNCT, CCONJ, SCONJ, ADP, NUM] = (
  ['VERB', 'AUX', 'NOUN', 'PROPN', 'PUNCT', 'CCONJ', 'SCONJ', 'ADP', 'NUM'] as const
).map((tag) => UPOS.indexOf(tag));

/** What is said of the things that a number counts. */
export interface Role {
  /** What became of them, as far as a word near the number says so; several where it adds them up ("dead or missing"). */
  readonly outcomes: readonly string[];
  /** The verb that the number is subject or object of, where one is found. */
  readonly predicate: Term | null;
  /** The words say that the count has changed. */
  readonly moving: boolean;
  /** It is planned, threatened or possible, and has not happened. */
  readonly open: boolean;
}

/** Tokens that a role reaches from its number. */
const REACH = 20;
const REACH_BACK = 9;

/**
 * Reads what a number is subject or object of, without a parse: the verb right before it takes it as object ("killing 14"),
 * otherwise the next verb behind it has it as subject ("14 people were killed"); participles right behind the noun ("girls
 * abducted in 2014") restrict what is counted and yield to either.
 *
 * @param value - the number with its unit and what is counted.
 * @param part - of a whole only what restricts it is its own ("of the 276 girls abducted"), of a part only what does not.
 * @param things - the words for what is counted; where nothing else does, they say the outcome ("14 bodies").
 */
export function readRole(
  index: TermIndex,
  value: Span,
  clause: Span,
  things: readonly Term[],
  part: 'part' | 'whole' | null,
): Role {
  const isWhole = part === 'whole';
  const { tokens } = index.annotated.language;
  const first = firstTokenAt(index.annotated, value[0]);
  const from = firstTokenAt(index.annotated, clause[0]);
  const to = firstTokenAt(index.annotated, clause[1]);
  const behind = readBehind(index, firstTokenAt(index.annotated, value[1]), to);
  let before = readBefore(index, first - 1, Math.max(from, first - REACH_BACK));
  if (isWhole) before = NOTHING_BEFORE;
  const own = things.flatMap(({ token }) => outcomeOf(tokens.word[token] ?? '') ?? []);
  // "Killed 14 people who were sailing" has its object; "said 14 people were killed" has none.
  const outcomes = [
    behind.resultative,
    before.outcomes,
    isWhole || (behind.main === null && before.verb !== null) ? [] : behind.outcomes,
    part === 'part' ? [] : behind.restricting,
    own,
  ].find(({ length }) => length > 0);
  const predicate = before.verb ?? (isWhole ? null : behind.main) ?? behind.participle;
  return {
    outcomes: [...new Set(outcomes)].sort(),
    predicate: predicate === null ? null : predicateAt(index, predicate),
    moving: before.moving || behind.moving,
    open: predicate !== null && isOpen(index, predicate),
  };
}

/** Verbs that are never said of those to whom something was done: behind "17 people on board" they tell what became of all. */
const INTRANSITIVE: ReadonlySet<string> = new Set(['die', 'perish', 'survive', 'drown', 'flee']);

interface Behind {
  readonly main: number | null;
  readonly participle: number | null;
  readonly outcomes: readonly string[];
  readonly restricting: readonly string[];
  /** "Left 32 civilians dead". */
  readonly resultative: readonly string[];
  readonly moving: boolean;
}

function readBehind(index: TermIndex, start: number, clauseEnd: number): Behind {
  const { tokens } = index.annotated.language;
  const end = Math.min(tokens.count, start + REACH, Math.max(clauseEnd, start));
  let main: number | null = null;
  let participle: number | null = null;
  let auxiliary = false;
  let relative = false;
  let noun = false;
  let moving = false;
  const outcomes: string[] = [];
  const restricting: string[] = [];
  const resultative: string[] = [];
  for (let t = start; t < end; t++) {
    const word = tokens.word[t] ?? '';
    const tag = tokens.upos[t];
    const lower = word.toLowerCase();
    moving ||= MOVING.test(word);
    if (tag === PUNCT) {
      if (/^[”"»’'()]$/u.test(word)) continue;
      if (
        word !== ',' ||
        !/^(?:who|which|that|including|among|mostly|most|many|some|all)$/i.test(tokens.word[t + 1] ?? '')
      )
        break;
      // An aside: on behind its other comma.
      let close = t + 2;
      while (close < end && tokens.word[close] !== ',') close++;
      if (close >= end) break;
      t = close;
      continue;
    }
    const outcome =
      outcomeOf(word) ?? (lower === 'board' && isWord(index, t - 1, 'on') ? 'aboard' : undefined);
    if (tag === CCONJ) {
      const next = outcomeOf(tokens.word[t + 1] ?? '');
      const list = outcomes.length > 0 ? outcomes : resultative.length > 0 ? resultative : restricting;
      if (next === undefined || list.length === 0) break;
      list.push(next);
      continue;
    }
    if (tag === AUX) {
      auxiliary = true;
      continue;
    }
    if (tag === SCONJ && main === null && !/^(?:that|who|which)$/i.test(word)) break;
    if (/^(?:who|that|which|whom)$/i.test(word)) {
      relative = true;
      continue;
    }
    if (tag === VERB) {
      const lemma = (tokens.lemma[t] ?? '').toLowerCase();
      const penn = tokens.penn[t] ?? '';
      if (
        relative ||
        (!auxiliary &&
          !INTRANSITIVE.has(lemma) &&
          (penn === 'VBG' || penn === 'VBN' || (penn === 'VBD' && outcome !== undefined)))
      ) {
        if (outcome !== undefined) restricting.push(outcome);
        else if (!relative) participle ??= t;
        relative = false;
        auxiliary = false;
        continue;
      }
      if (outcome !== undefined) outcomes.push(outcome);
      if (CARRYING.has(lemma) && outcome === undefined) {
        auxiliary = true;
        continue;
      }
      main ??= t;
      if (outcome === undefined && !MOVED.has(lemma)) break;
      continue;
    }
    if (tag === NOUN || tag === PROPN) {
      const treated = outcome === 'hurt' && lower.startsWith('hospital');
      if (outcome !== undefined && (auxiliary || treated || lower === 'board'))
        (auxiliary || treated ? outcomes : restricting).push(outcome);
      noun = true;
      if (main !== null) break;
      continue;
    }
    if (tag === NUM && (index.timeAt[t] as number) < 0) break;
    if (outcome !== undefined) {
      if (auxiliary) outcomes.push(outcome);
      else if (outcome === 'aboard') restricting.push(outcome);
      else if (!noun) resultative.push(outcome);
    }
  }
  return { main, participle, outcomes, restricting, resultative, moving };
}

/** "21 of the 276 girls": what happens to the 21 does not happen to the whole. */
const NOTHING_BEFORE: Before = { verb: null, outcomes: [], moving: false };

interface Before {
  readonly verb: number | null;
  readonly outcomes: readonly string[];
  readonly moving: boolean;
}

function readBefore(index: TermIndex, start: number, least: number): Before {
  const { tokens } = index.annotated.language;
  let moving = false;
  let carried = false;
  let led = false;
  for (let t = start; t >= least; t--) {
    const word = tokens.word[t] ?? '';
    const tag = tokens.upos[t];
    moving ||= MOVING.test(word);
    const outcome = outcomeOf(word);
    if (tag === PUNCT) {
      if (/^[“"„«‘']$/u.test(word)) continue;
      break;
    }
    if (tag === CCONJ && !/^(?:than|to)$/i.test(word)) break;
    if (tag === VERB) {
      const lemma = (tokens.lemma[t] ?? '').toLowerCase();
      if (REPORTING.has(lemma)) break;
      if (outcome !== undefined) return { verb: t, outcomes: [outcome], moving };
      if (CARRYING.has(lemma)) {
        carried = true;
        continue;
      }
      return { verb: carried ? null : t, outcomes: [], moving };
    }
    if (tag === AUX) {
      carried = true;
      continue;
    }
    if (tag === ADP || /^(?:to|of|at|than)$/i.test(word)) {
      led = true;
      continue;
    }
    if (tag === NOUN || tag === PROPN || tag === NUM) {
      if (!led && !carried) break;
      if (outcome !== undefined && tag !== NUM) return { verb: null, outcomes: [outcome], moving };
      continue;
    }
    if (outcome !== undefined && (carried || led)) return { verb: null, outcomes: [outcome], moving };
  }
  return { verb: null, outcomes: [], moving };
}

/** How the roles of two numbers stand to each other; `unknown` where one of them is not said. */
export type RoleRelation = 'same' | 'unknown' | 'other';

/** Compares two roles: what became of those counted must be the same; else the verbs must be. */
export function relateRoles(a: Role, b: Role): RoleRelation {
  if (a.outcomes.length > 0 && b.outcomes.length > 0)
    return a.outcomes.join() === b.outcomes.join() ? 'same' : 'other';
  if (a.outcomes.length > 0 || b.outcomes.length > 0) {
    // "14 dead" and "14 people were taken to shore": one says what became of them, the other something else.
    const [said, silent] = a.outcomes.length > 0 ? [a, b] : [b, a];
    if (silent.predicate === null) return 'unknown';
    const possible = outcomesOfVerb(silent.predicate.key);
    return said.outcomes.every((outcome) => possible.includes(outcome)) ? 'same' : 'other';
  }
  if (a.predicate === null || b.predicate === null) return 'unknown';
  const [one, other] = [a.predicate, b.predicate];
  if (one.negated !== other.negated || a.open !== b.open) return 'other';
  return one.key === other.key || one.classes.some((each) => other.classes.includes(each)) ? 'same' : 'other';
}
