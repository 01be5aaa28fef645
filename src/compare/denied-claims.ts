import { alignTerms } from '../learn/align-terms.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Claim } from '../model/claim.ts';
import type { Discrepancy, Importance } from '../model/discrepancy.ts';
import { contentId } from '../model/id.ts';
import { overlaps } from '../model/span.ts';
import { saysFalse } from '../text/stance-cues.ts';
import { timesApart } from './day-value.ts';
import { differentWordings, type Wording, type WordingReader } from './wording.ts';

/** Cues that deny whatever their content says. */
const DENYING =
  /\b(?:den(?:y|ie|ial)\w*|reject\w*|dismiss\w*|refut\w*|disput\w*|contradict\w*|rebuff\w*|rebut\w*)\b/i;
/** What is denied where it is no proposition itself: "rejected the allegations", "denied this". */
const CLAIMED =
  /^[“"„«]?(?:(?:the|these|those|such|any|all|recent|previous|US|his|her|its|their)\s+)*(?:claims?|allegations?|accusations?|reports?|charges?|suggestions?|notions?|rumou?rs?|idea|assertions?|reproach\w*|this|that|it|them)\b/i;
const CLAIM_NOUN =
  /(?<!\p{L})(?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|rumou?rs?)(?!\p{L})/iu;
const PROPOSITION = /^[“"„«]?(?:that\b|(?:ever\s+|having\s+)?\p{L}+ing\b|\p{Lu})/u;

/** Share of the shorter and of the longer wording that "did" and "did not" must have in common to be of one thing. */
const ALIKE_SHORTER = 0.6;
const ALIKE_LONGER = 0.35;
/** Two rare words. */
const ALIKE_WEIGHT = 1.2;
const ONE_VERB = 0.8;

/** Wordings of one side that are compared with the other's. */
const MOST_WORDINGS = 40;

interface Sides {
  readonly asserting: readonly Attribution[];
  readonly denying: readonly Attribution[];
  readonly importance: Importance;
}

/**
 * Claims that one actor asserts and another denies.
 *
 * Whether a denial denies just this is looked at once more: who says "denied" must be said to deny a claim and no thing ("rejected
 * the bill"), and "did not" must share its verb and most of its words with a "did" of the same time, by somebody else.
 */
export function findDeniedClaims(
  claims: readonly Claim[],
  attributions: ReadonlyMap<string, Attribution>,
  wordings: WordingReader,
): Discrepancy[] {
  const found: DeniedClaim[] = [];
  for (const claim of claims) {
    const sides = sidesOf(claim, attributions, wordings);
    if (!sides) continue;
    const denying = claim.positions.flatMap((one) => (one.stance === 'denies' ? one.attributions : []));
    const asserting = sides.asserting.map(({ id }) => id);
    const line: Discrepancy = {
      id: contentId('x', 'polarity', claim.id),
      kind: 'polarity',
      about: claim.text,
      importance: sides.importance,
      readings: [
        ...sides.asserting.map((attribution) => readingOf(attribution, 'asserts')),
        ...sides.denying.map((attribution) => readingOf(attribution, 'denies')),
      ],
    };
    found.push({ line, denying: new Set(denying), asserting });
  }
  return mergeByDenier(mergeByDenial(mergeByContrary(found)), attributions, wordings);
}

/** A line of one claim, with the attributions that deny the claim, whether or not they stand in the line, and those that assert it in it. */
interface DeniedClaim {
  readonly line: Discrepancy;
  readonly denying: ReadonlySet<string>;
  readonly asserting: readonly string[];
}

/** "Sailed without lights", denied by "had its lights on", which is denied in turn: one matter, told from the first side. */
function mergeByContrary(found: readonly DeniedClaim[]): Discrepancy[] {
  const byDenial = new Map<string, number>();
  found.forEach(({ denying }, at) => {
    for (const id of denying) if (!byDenial.has(id)) byDenial.set(id, at);
  });
  const merged: (Discrepancy | null)[] = found.map(({ line }) => line);
  found.forEach(({ line, asserting }, at) => {
    const contrary = asserting.flatMap((id) => byDenial.get(id) ?? []).find((other) => other < at);
    const known = contrary === undefined ? null : merged[contrary];
    if (contrary === undefined || !known) return;
    const readings = line.readings.map((one) => ({ ...one, value: CONTRARY.get(one.value) ?? one.value }));
    merged[contrary] = join(known, { ...line, readings });
    merged[at] = null;
  });
  return merged.flatMap((one) => one ?? []);
}

const CONTRARY: ReadonlyMap<string, string> = new Map([
  ['asserts', 'denies'],
  ['denies', 'asserts'],
]);

function sidesOf(
  claim: Claim,
  attributions: ReadonlyMap<string, Attribution>,
  wordings: WordingReader,
): Sides | null {
  const ofStance = (stance: string): Attribution[] =>
    claim.positions
      .filter((position) => position.stance === stance && position.presupposed !== true)
      .flatMap((position) => position.attributions.flatMap((id) => attributions.get(id) ?? []));
  const asserting = ofStance('asserts');
  const denying = ofStance('denies');
  if (asserting.length === 0 || denying.length === 0) return null;
  const explicit = denying.filter(isExplicitDenial);
  const negated = denying.filter((attribution) => !explicit.includes(attribution));
  const [said, unsaid] = [asserting, negated].map((side) =>
    differentWordings(
      side.map((one) => wordings.of(one)),
      MOST_WORDINGS,
    ),
  );
  // Copies of an account stand as their first: what is true of one text is true of all that have it.
  const opposing = new Map<string, Set<string>>();
  for (const assertion of said ?? []) {
    for (const denial of unsaid ?? []) {
      if (!isOpposed(assertion, denial)) continue;
      const [text, other] = [assertion.attribution.content.text, denial.attribution.content.text];
      opposing.set(text, (opposing.get(text) ?? new Set()).add(other));
    }
  }
  const opposedTexts = new Set([...opposing.values()].flatMap((texts) => [...texts]));
  const opposed = negated.filter(({ content }) => opposedTexts.has(content.text));
  const denials = [...explicit, ...opposed];
  const deniers = new Set(denials.map(({ speaker }) => speaker));
  const sides = asserting.filter(
    (assertion) =>
      (deniers.size > 1 || !deniers.has(assertion.speaker) || deniers.has(null)) &&
      (explicit.length > 0 || opposing.has(assertion.content.text)),
  );
  if (denials.length === 0 || sides.length === 0) return null;
  const byDocument = new Map<string, Attribution[]>();
  for (const denial of denials)
    byDocument.set(denial.document, [...(byDocument.get(denial.document) ?? []), denial]);
  const relayed = (assertion: Attribution): boolean =>
    byDocument.get(assertion.document)?.some((denial) => isWithin(assertion, denial)) === true;
  const named = sides.some((assertion) => assertion.speaker !== null && !relayed(assertion));
  const documents = new Set([...sides, ...denials].map(({ document }) => document));
  const apart = documents.size > 1 && sides.some((assertion) => !relayed(assertion));
  // "Rejected reports that …": one sentence tells both sides, and nobody stands for the first.
  return { asserting: sides, denying: denials, importance: named ? 'high' : apart ? 'medium' : 'low' };
}

function isExplicitDenial({ cue, content, act }: Attribution): boolean {
  const words = cue?.text ?? '';
  // "Slammed as pure invention claims that …"
  if (act === 'deny' && saysFalse(content.text) && CLAIM_NOUN.test(content.text)) return true;
  if (!DENYING.test(words) || /(?:not|n[’']t|never)\b/i.test(words)) return false;
  // "Denied sending", "denied that"; but "rejected the bill" is a vote and no denial.
  if (CLAIMED.test(content.text)) return true;
  return /\bden/i.test(words) && PROPOSITION.test(content.text);
}

function isWithin(inner: Attribution, outer: Attribution): boolean {
  return (
    inner.document === outer.document &&
    inner.content.spans.every((span) => outer.content.spans.some((other) => overlaps(span, other)))
  );
}

/** Whether one says that something is and the other that the same is not. */
export function isOpposed(a: Wording, b: Wording): boolean {
  if (isWithin(a.attribution, b.attribution) || isWithin(b.attribution, a.attribution)) return false;
  const { speaker } = a.attribution;
  if (speaker !== null && speaker === b.attribution.speaker) return false;
  return !timesApart(timesIn(a), timesIn(b)) && turnsRound(a, b);
}

function timesIn({ terms }: Wording): string[] {
  return terms.flatMap(({ time }) => time?.value ?? []);
}

/** Whether two wordings share their verb and most of their words, and one of them alone is negated. */
export function turnsRound(a: Wording, b: Wording): boolean {
  if (a.negators % 2 === b.negators % 2 || a.open !== b.open) return false;
  const { pairs, coverA, coverB, weight } = alignTerms(a.terms, b.terms);
  if (
    Math.max(coverA, coverB) < ALIKE_SHORTER ||
    Math.min(coverA, coverB) < ALIKE_LONGER ||
    weight < ALIKE_WEIGHT
  )
    return false;
  return pairs.some((pair) => {
    const [one, other] = [a.terms[pair.a], b.terms[pair.b]];
    if (!one || !other || pair.kinship < ONE_VERB) return false;
    return one.negated !== other.negated && (one.kind === 'verb' || other.kind === 'verb');
  });
}

function readingOf(attribution: Attribution, value: string): Discrepancy['readings'][number] {
  return { value, heldBy: attribution.speaker, evidence: attribution.content };
}

/** One denial of several claims ("denies this", of two sentences) is one discrepancy. */
function mergeByDenial(found: readonly Discrepancy[]): Discrepancy[] {
  const merged: Discrepancy[] = [];
  const placeOfDenial = new Map<string, number>();
  for (const next of found) {
    const denials = next.readings.filter(({ value }) => value === 'denies').map(placeOf);
    const at = denials.map((denial) => placeOfDenial.get(denial)).find((place) => place !== undefined);
    const known = at === undefined ? undefined : merged[at];
    const place = at ?? merged.length;
    for (const denial of denials) if (!placeOfDenial.has(denial)) placeOfDenial.set(denial, place);
    if (!known) {
      merged.push(next);
      continue;
    }
    merged[place] = join(known, next);
  }
  return merged;
}

/** Denials of one actor that are compared with each other: beyond, those who deny that much deny many things. */
const MOST_DENIALS = 30;

/** Two claims that one actor denies are one matter where what is asserted is worded alike. */
function mergeByDenier(
  found: readonly Discrepancy[],
  attributions: ReadonlyMap<string, Attribution>,
  wordings: WordingReader,
): Discrepancy[] {
  const byPlace = new Map([...attributions.values()].map((one) => [placeOf({ ...readingOf(one, '') }), one]));
  const assertions = (one: Discrepancy): Wording[] =>
    one.readings.flatMap((reading) => {
      const attribution =
        reading.value === 'asserts' ? byPlace.get(placeOf({ ...reading, value: '' })) : undefined;
      return attribution ? [wordings.of(attribution)] : [];
    });
  const deniers = (one: Discrepancy): string[] =>
    one.readings.flatMap(({ value, heldBy }) => (value === 'denies' && heldBy !== null ? [heldBy] : []));
  const merged: Discrepancy[] = [];
  const ofDenier = new Map<string, number[]>();
  for (const next of found) {
    const mine = assertions(next).slice(0, MOST_DENIALS);
    const near = [
      ...new Set(deniers(next).flatMap((denier) => ofDenier.get(denier)?.slice(-MOST_DENIALS) ?? [])),
    ];
    const at = near.find((place) =>
      assertions(merged[place] as Discrepancy)
        .slice(0, MOST_DENIALS)
        .some((one) => mine.some((other) => isAlike(one, other))),
    );
    const place = at ?? merged.length;
    const known = merged[place];
    merged[place] = known ? join(known, next) : next;
    for (const denier of deniers(next)) {
      const places = ofDenier.get(denier);
      if (!places) ofDenier.set(denier, [place]);
      else if (!places.includes(place)) places.push(place);
    }
  }
  return merged;
}

function isAlike(a: Wording, b: Wording): boolean {
  const { coverA, coverB, weight } = alignTerms(a.terms, b.terms);
  return (
    Math.max(coverA, coverB) >= ALIKE_SHORTER &&
    Math.min(coverA, coverB) >= ALIKE_BOTH &&
    weight >= ALIKE_WEIGHT
  );
}

const ALIKE_BOTH = 0.5;

function join(known: Discrepancy, next: Discrepancy): Discrepancy {
  const seen = new Set(known.readings.map(placeOf));
  const readings = [...known.readings, ...next.readings.filter((reading) => !seen.has(placeOf(reading)))];
  const importance = RANK[next.importance] < RANK[known.importance] ? next.importance : known.importance;
  return { ...known, importance, readings };
}

const RANK: Readonly<Record<Importance, number>> = { high: 0, medium: 1, low: 2 };

function placeOf({ value, evidence }: Discrepancy['readings'][number]): string {
  return `${value}/${evidence.document}/${String(evidence.spans[0]?.[0])}`;
}
