import { alignTerms, kinship, type TermAlignment } from '../learn/align-terms.ts';
import { firstTokenAt, type Term } from '../learn/term.ts';
import { wordNet } from '../learn/word-net.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Quantity } from '../model/quantity.ts';
import { relateQuantities } from '../text/relate-quantities.ts';
import type { Piece } from './content-pieces.ts';
import { brokenSilence, lostDoubt } from './lost-doubt.ts';
import { lostCondition, lostHedge, lostRestriction } from './lost-qualifier.ts';
import { coversWithoutSubject } from './subject-cover.ts';
import { CONTRAST, quote, sideOf, tokensIn, type Side } from './wording-side.ts';

/** Of both wordings this much must be shared before a change of meaning is spoken of: else they say different things. */
const LEAST_COVER = 0.4;
/** For numbers and days, which are compared only of one thing, less is enough. */
const LEAST_COVER_OF_VALUES = 0.25;
/** … and of one of them so much. */
const MOST_COVER = 0.55;
/** A sentence that stands in the other wording to this share may be a small part of it, and still have lost its "not". */
const NEARLY_WHOLE = 0.8;
/** A wording that lacks a condition or a hedge must be in the other one to this share. */
const PLAIN_COVER = 0.7;
/** Two words must be this near before a "not" beside one of them counts. */
const SAME_MATTER = 0.8;

/**
 * The change of meaning between two wordings of one sentence, told in their own words; `undefined` when there is none that can
 * be named: a number or a day that differs, a word turned into its opposite, a negation or a condition that one of them has
 * and the other has not.
 *
 * A change is named only where nothing in the other wording could stand for what it lacks: "poses no threat" and "does not
 * pose a threat" say the same.
 */
export function findAlteration(
  a: Piece,
  b: Piece,
  documents: readonly AnnotatedDocument[],
): string | undefined {
  const alignment = alignTerms(a.terms, b.terms);
  const { pairs } = alignment;
  const [coverA, coverB] = coversWithoutSubject(a, b, alignment);
  const [less, more] = coverA < coverB ? [coverA, coverB] : [coverB, coverA];
  if (less < LEAST_COVER_OF_VALUES || more < MOST_COVER) return undefined;
  const [annotatedA, annotatedB] = [documents[a.documentIndex], documents[b.documentIndex]];
  if (!annotatedA || !annotatedB) return undefined;
  const one = sideOf(a, annotatedA, new Set(pairs.map((pair) => pair.a)));
  const other = sideOf(b, annotatedB, new Set(pairs.map((pair) => pair.b)));
  const whole =
    changedValue(one, other) ??
    (less < LEAST_COVER && more < NEARLY_WHOLE ? undefined : lostNegation(one, other, alignment)) ??
    (less < LEAST_COVER ? undefined : opposite(one, other, alignment));
  if (whole !== undefined) return whole;
  // What qualifies a statement is lost where the other wording is little but the statement.
  const [ofA, ofB] = [coverOfEach(alignment, a, b), coverOfEach(alignment, a, b, true)];
  return (
    brokenSilence(one, other) ??
    (coverB < PLAIN_COVER ? undefined : lostQualifier(one, other, ofA)) ??
    (coverA < PLAIN_COVER ? undefined : lostQualifier(other, one, ofB))
  );
}

/** What the first wording qualifies its statement by, and the other one, which makes the statement, lacks. */
function lostQualifier(a: Side, b: Side, covered: readonly number[]): string | undefined {
  return (
    lostDoubt(a, b) ??
    lostHedge(a, b, covered) ??
    lostCondition(a, b, covered) ??
    lostRestriction(a, b, covered)
  );
}

// Numbers and days.

function changedValue(a: Side, b: Side): string | undefined {
  const differ = (one: Term, other: Term): boolean =>
    (one.quantity !== undefined && other.quantity !== undefined && numbersClash(one, other, a, b)) ||
    (one.time !== undefined &&
      other.time !== undefined &&
      daysClash(one.time.value, other.time.value) &&
      weekdayIn(a, one) !== weekdayIn(b, other));
  for (const one of a.open) {
    const candidates = b.open.filter((other) => differ(one, other));
    const [other] = candidates;
    // Where several differ nobody can tell which of them is meant.
    if (!other || candidates.length > 1 || a.open.filter((term) => differ(term, other)).length > 1) continue;
    return `${quote(a, one)} in one reading, ${quote(b, other)} in the other`;
  }
  return undefined;
}

const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;

/**
 * The weekday that a time names; its place in the text where it names none, so that no two are the same. Accounts of
 * different days may mean one Saturday and give it two dates.
 */
function weekdayIn({ annotated }: Side, { time }: Term): string {
  const [start, end] = time?.span ?? [0, 0];
  const words = annotated.document.text.slice(start, end);
  return WEEKDAY.exec(words)?.[0].toLowerCase() ?? `${annotated.document.id} ${start}`;
}

/** Two numbers of one kind of thing that cannot both hold. */
function numbersClash(one: Term, other: Term, a: Side, b: Side): boolean {
  const [x, y] = [one.quantity as Quantity, other.quantity as Quantity];
  if (relateQuantities(x, y) !== 'clash') return false;
  const [thing, otherThing] = [countedTerm(a, x), countedTerm(b, y)];
  if (thing && otherThing) return kinship(thing, otherThing) >= SAME_MATTER;
  return x.unit !== null && x.unit === y.unit && x.unit !== 'person' && !thing === !otherThing;
}

function countedTerm({ piece, annotated }: Side, { counted }: Quantity): Term | undefined {
  if (counted === null) return undefined;
  const end = counted[1];
  return piece.terms.findLast(
    ({ token, endToken, kind }) =>
      kind !== 'quantity' &&
      (annotated.language.tokens.start[token] as number) >= counted[0] &&
      (annotated.language.tokens.end[endToken - 1] as number) <= end,
  );
}

/** Two days, two days of the week or two durations that differ. */
function daysClash(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const day = /^XXXX-WXX-\d|^\d{4}-\d\d-\d\d|^P\d+[DWMY]$|^PT\d+[HM]$/;
  const [one, other] = [day.exec(a)?.[0], day.exec(b)?.[0]];
  if (one === undefined || other === undefined || one === other) return false;
  return (
    one.slice(0, 2) === other.slice(0, 2) && one.at(-1) === (one.startsWith('P') ? other.at(-1) : one.at(-1))
  );
}

// Negation.

const NEGATOR = /^(?:not|n[’']t|never|no|no-one|cannot|nobody|none|nothing|neither)$/i;
/** "Not only", "no doubt": nothing is denied. */
const NO_DENIAL = /^(?:only|just|merely|simply|necessarily|least|doubt|matter|so|even)$/i;
/** Whatever can stand for a negation in the other wording. */
const NEGATIVE =
  / (?:not|no|no-one|never|none|nobody|nothing|neither|nor|without|cannot|hardly|barely|unable|refus\w*|den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|fail\w*|lack\w*|yet to|far from|rather than|instead of|stop\w*|halt\w*|against|oppos\w*|avoid\w*|prevent\w*|less|few|free of|absence|absent|rul(?:e|es|ed|ing) out|drop\w*|block\w*|ban\w*|false|untrue|baseless|unfounded|wrong|impossible|except|until|unless|before|whether|if) |n[’']t /;
/** Words that negate a noun. */
const OF_NOUNS = /^(?:no|none|neither|nobody|nothing)$/i;
const REACH = 6;
const VERB = UPOS.indexOf('VERB');

function lostNegation(a: Side, b: Side, { pairs }: TermAlignment): string | undefined {
  for (const pair of pairs) {
    const [one, other] = [a.piece.terms[pair.a], b.piece.terms[pair.b]];
    if (!one || !other || pair.kinship < SAME_MATTER || one.negated === other.negated) continue;
    if (one.kind === 'time' || one.kind === 'quantity' || one.kind === 'entity') continue;
    const [turned, term, plain, plainTerm] = one.negated ? [a, one, b, other] : [b, other, a, one];
    const negator = negatorBefore(turned, term);
    if (
      negator === undefined ||
      NEGATIVE.test(ownWords(sentenceOf(plain, plainTerm), turned)) ||
      deniesByCue(plain)
    )
      continue;
    // "Did not give the ferry …" denies the giving; only "no ferry" denies the ferry, unless the giving stands in both.
    if (
      term.kind === 'noun' &&
      !OF_NOUNS.test(turned.annotated.language.tokens.word[negator] ?? '') &&
      !sharesVerb(turned, negator, term, plain)
    )
      continue;
    // "The best deal, or no deal": the same word stands there without its "no", too.
    if (turned.piece.terms.some(({ key, negated }) => key === term.key && !negated)) continue;
    // "Not legal" and "illegal".
    if (
      plain.piece.terms.some(({ key }) => /^(?:un|in|im|il|ir|dis|non)/.test(key) && key.endsWith(term.key))
    )
      continue;
    return `${quote(turned, term, negator)} is negated in one reading, ${quote(plain, plainTerm)} is not in the other`;
  }
  return undefined;
}

/** "Had not been *told* of any suspicion", "had been *told* of the suspicion": what is denied is a verb that both have. */
function sharesVerb({ annotated }: Side, negator: number, { token }: Term, plain: Side): boolean {
  const { upos, word } = annotated.language.tokens;
  for (let at = negator + 1; at < token; at++)
    if (upos[at] === VERB) return plain.text.includes(` ${(word[at] ?? '').toLowerCase()} `);
  return false;
}

/** The token that negates a term, within its wording. */
function negatorBefore({ piece, annotated }: Side, { token }: Term): number | undefined {
  const { tokens } = annotated.language;
  const first = firstTokenAt(annotated, piece.attribution.content.spans[0]?.[0] ?? 0);
  for (let at = token - 1; at >= Math.max(first, token - REACH); at--) {
    if (!NEGATOR.test(tokens.word[at] ?? '')) continue;
    return NO_DENIAL.test(tokens.word[at + 1] ?? '') ? undefined : at;
  }
  return undefined;
}

/** The words of the sentence that a term stands in, as far as it belongs to the wording. */
function sentenceOf({ piece, annotated }: Side, { token }: Term): string {
  const { tokens } = annotated.language;
  const { spans } = piece.attribution.content;
  const words = tokensIn(annotated, spans)
    .filter((at) => tokens.sentence[at] === tokens.sentence[token])
    .map((at) => tokens.word[at] ?? '');
  return ` ${words.join(' ').toLowerCase()} `.replace(CONTRAST, ' ');
}

/** A sentence without the words that the other wording has too: "ordered to stop" stands for no "not ordered to stop". */
function ownWords(sentence: string, { text }: Side): string {
  const words = sentence.split(' ').filter((word) => NEGATOR.test(word) || !text.includes(` ${word} `));
  return ` ${words.join(' ')} `;
}

/** "Denied having …": the cue denies what the content words plainly. */
function deniesByCue({ piece: { attribution } }: Side): boolean {
  return NEGATIVE.test(` ${attribution.cue?.text.toLowerCase() ?? ''} `);
}

// Opposites.

/** Two words that exclude each other at one place: "will accept", "will reject". */
function opposite(a: Side, b: Side, { pairs }: TermAlignment): string | undefined {
  for (const pair of pairs) {
    const [one, other] = [a.piece.terms[pair.a], b.piece.terms[pair.b]];
    if (!one || !other || one.negated !== other.negated || one.kind !== other.kind) continue;
    if (wordNet().relate(one.entry, other.entry) !== 'antonym') continue;
    if (isNegatedBesides(a, one) || isNegatedBesides(b, other)) continue;
    // Both words in one reading: "rose after it fell".
    if (
      a.piece.terms.some(({ key }) => key === other.key) ||
      b.piece.terms.some(({ key }) => key === one.key)
    )
      continue;
    return `${quote(a, one)} in one reading, the opposite ${quote(b, other)} in the other`;
  }
  return undefined;
}

/** Whether anything but a word itself can turn its wording round. */
function isNegatedBesides(side: Side, { token, endToken }: Term): boolean {
  const { word } = side.annotated.language.tokens;
  const own = word.slice(token, endToken).join(' ').toLowerCase();
  return NEGATIVE.test(side.text.replace(` ${own} `, ' '));
}

/** For each term of the first wording (of the second, when turned) how far the other has it. */
function coverOfEach({ pairs }: TermAlignment, a: Piece, b: Piece, turned = false): number[] {
  const covered = Array.from((turned ? b : a).terms, () => 0);
  for (const pair of pairs) covered[turned ? pair.b : pair.a] = pair.kinship;
  return covered;
}
