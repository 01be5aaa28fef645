import { UPOS, type TokenTable } from '../model/language-layer.ts';
import { overlaps } from '../model/span.ts';
import { firstTokenAt } from '../learn/term.ts';
import type { Content, Contents } from './content.ts';
import type { Proposition } from './proposition.ts';
import { stanceOf } from './stance.ts';

/** Longer claims are cut at a clause's end. */
const LONGEST = 160;
/** Words that open a content without belonging to its proposition. */
const OPENING = /^(?:(?:and|but|or|so|because|whether|however|to the effect that),?\s+)+/i;
/** What begins so asks, and says nothing by itself: "how it felt". */
const ASKING = /^(?:how|what|why|where|when|who)\b/i;
/** Before a thing: "of the sale", "about the leak"; a sentence has it for itself: "for the record, …". */
const PREPOSITION = /^(?:(?:of|about|for|as)\s+)+/i;
/** "Norland of selling boats" is worded "Norland selling boats". */
const ACCUSED = /^((?:\S+\s){1,8})(?:of|for)\s+(?=(?:not\s+)?(?:having\s+)?\p{L}+ing\b)/u;
/** Words that a wording cannot end with: what they bring stands outside of it. */
const DANGLING = /(?:[\s,]+(?:and|or|but|if|which|who|because|when|while))+$/i;
/** Marks that part nothing within a heading. */
const EDGE_MARKS = /^[\s.,;:…–—)'’”]+|[\s.,;:…–—(‘“]+$|(?<=[,.!?])['’]$/gu;
/** An antecedent reaches no further back, in tokens. */
const LONGEST_NAME = 6;
/** Who only has these words does not know who or what is meant. */
const POINTING =
  /^(?:he|she|it|they|we|I|you|his|her|its|their|our|my|this|that|these|those|who|which|what|there|such)\b/i;
/** What a heading lacks, in steps of length: a whole clause, a name for its subject, an affirmative wording. */
const LACKS = { clause: 1.2, name: 1.2 } as const;

/** What a claim is called. */
export interface ClaimText {
  readonly text: string;
  /** Whether it says by itself who or what does something; else it is a piece of a sentence, and no better one was said. */
  readonly whole: boolean;
}

/**
 * Words a claim once, in the affirmative, with words that stand in one of its contents: the fullest short content that
 * asserts, else one that denies, with its "not" left out.
 *
 * @param asItStands - nobody says the contrary: a "not" belongs to the claim.
 * @param taken - what other claims are called: this one is called otherwise where any wording is left.
 */
export function claimText(
  members: readonly Proposition[],
  contents: Contents,
  asItStands: boolean,
  taken: ReadonlySet<string> = new Set(),
): ClaimText {
  const ranked = members
    .map((content) => ({ content, rank: rankOf(content, contents) }))
    .sort((a, b) => a.rank - b.rank || a.content.index - b.content.index);
  let called: ClaimText = { text: '', whole: false };
  for (const { content } of ranked) {
    const { frame, roles } = content;
    const text = wordingOf(content, contents, asItStands);
    const whole = frame.finite || (frame.hasVerb && roles.includes('agent'));
    called = { text, whole: whole && !ASKING.test(text) };
    if (!taken.has(called.text)) return called;
  }
  return called;
}

function wordingOf(best: Proposition, contents: Contents, asItStands: boolean): string {
  const annotated = contents.indexes[best.documentIndex]?.annotated;
  if (!annotated) return best.attribution.content.text;
  const { tokens } = annotated.language;
  const negator = asItStands ? null : best.frame.negator;
  const places: number[] = [];
  let open = false;
  for (const [start, end] of best.attribution.content.spans)
    for (let t = firstTokenAt(annotated, start); t < tokens.count && (tokens.start[t] as number) < end; t++) {
      const word = tokens.word[t] ?? '';
      const opens = word === '‘' || (word === "'" && opensQuotation(tokens, t));
      if (opens) open = true;
      // one that closes nothing is an apostrophe: "the workers’ mill"
      const isMark = opens || /^[“”"„«»]+$/.test(word) || (open && /^['’]$/.test(word));
      // "no such meeting"
      const isSuch = negator !== null && t === negator + 1 && /^such$/i.test(word);
      // without its "without" a clause is none
      const isNegator = t === negator && word !== 'without';
      if (!isNegator && !isSuch && !isMark && !(places.length === 0 && opensReport(tokens, t)))
        places.push(t);
    }
  let text = '';
  let previous: number | undefined;
  const head = firstTokenAt(annotated, best.headSpan[0]);
  for (const t of withAntecedent(tokens, places, head)) {
    const word = annotated.document.text.slice(tokens.start[t], tokens.end[t]);
    const glued = previous !== undefined && tokens.end[previous] === tokens.start[t];
    text += text === '' || glued ? word : ` ${word}`;
    previous = t;
  }
  text = text.replace(OPENING, '');
  if (!best.frame.finite) text = text.replace(ACCUSED, '$1').replace(PREPOSITION, '');
  text = shorten(text.replace(EDGE_MARKS, '')).replace(DANGLING, '').replace(EDGE_MARKS, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "That" before a clause, not "that is all". */
function opensReport(tokens: TokenTable, t: number): boolean {
  if ((tokens.word[t] ?? '').toLowerCase() !== 'that') return false;
  const next = tokens.upos[t + 1] as number;
  // "that nine left", "that boats were sold"; but "that boat was sold"
  if (OPENS_REPORT.includes(next) || tokens.penn[t + 1] === 'NNS') return true;
  return OPENS_SUBJECT.includes(next) || (tokens.upos[t] === SCONJ && next !== VERB && next !== AUX);
}

/** A straight mark that stands before its word and not behind one. */
function opensQuotation(tokens: TokenTable, t: number): boolean {
  return tokens.end[t] === tokens.start[t + 1] && tokens.end[t - 1] !== tokens.start[t];
}

/**
 * "The mill, which closed" for "which closed": words that begin with a relative pronoun, with what it stands for. The pronoun
 * stays where it belongs to the subject of another verb: "sailors who drink are dismissed".
 *
 * @param head - place of the word that says what is done.
 */
function withAntecedent(tokens: TokenTable, places: readonly number[], head: number): readonly number[] {
  const [first] = places;
  if (first === undefined || !isRelative(tokens, first)) return places;
  let end = first;
  if (tokens.word[end - 1] === ',') end--;
  if (!NOUNS.includes(tokens.upos[end - 1] as number)) return places;
  let start = end;
  while (start > 0 && end - start < LONGEST_NAME && IN_NAME.includes(tokens.upos[start - 1] as number))
    start--;
  const antecedent = Array.from({ length: end - start }, (_, at) => start + at);
  const verb = places.find((t) => tokens.upos[t] === VERB);
  return [...antecedent, ...places.slice(verb !== undefined && verb < head ? 0 : 1)];
}

function isRelative(tokens: TokenTable, t: number): boolean {
  const word = (tokens.word[t] ?? '').toLowerCase();
  return word === 'who' || word === 'which' || (word === 'that' && tokens.penn[t] === 'WDT');
}

const VERB = UPOS.indexOf('VERB');
const AUX = UPOS.indexOf('AUX');
const SCONJ = UPOS.indexOf('SCONJ');
const OPENS_SUBJECT: readonly number[] = (['PROPN', 'PRON', 'DET'] as const).map((tag) => UPOS.indexOf(tag));
const OPENS_REPORT: readonly number[] = (['NUM', 'ADJ'] as const).map((tag) => UPOS.indexOf(tag));
const NOUNS: readonly number[] = (['NOUN', 'PROPN'] as const).map((tag) => UPOS.indexOf(tag));
const IN_NAME: readonly number[] = (['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM'] as const).map((tag) =>
  UPOS.indexOf(tag),
);

/** Lower is better: affirmative before negated, whole clauses before fragments, neither very short nor long. */
function rankOf(content: Proposition, contents: Contents): number {
  const stance = stanceOf(content);
  const hasVerb = content.frame.hasVerb;
  const length = content.attribution.content.text.length;
  return (
    (stance === 'asserts' ? 0 : stance === 'denies' && content.frame.negator !== null ? 3 : 1) +
    (hasVerb ? 0 : 2) +
    (content.attribution.content.spans.length > 1 ? 1 : 0) +
    (isGarbled(content, contents) ? 4 : 0) +
    (content.frame.presupposed ? 3 : 0) +
    // "stop the sale" words the end of what is claimed
    (content.frame.ended ? 3 : 0) +
    (content.frame.finite ? 0 : LACKS.clause) +
    (POINTING.test(content.attribution.content.text.replace(/^[“”"„«»‘]+/u, '').replace(OPENING, ''))
      ? LACKS.name
      : 0) +
    (content.frame.refuted ? 4 : 0) +
    Math.abs(Math.log(Math.max(1, length) / 70))
  );
}

/** Words that the document itself marks as damaged give no heading where others say the same. */
function isGarbled({ attribution, documentIndex }: Content, contents: Contents): boolean {
  const oddities = contents.indexes[documentIndex]?.annotated.document.oddities ?? [];
  return oddities.some(
    ({ evidence, repairedFrom }) =>
      repairedFrom === undefined &&
      evidence.spans.some((damaged) => attribution.content.spans.some((span) => overlaps(span, damaged))),
  );
}

function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = text.slice(0, LONGEST);
  const clause = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '), head.lastIndexOf('. '));
  return head.slice(0, clause > LONGEST / 3 ? clause : head.lastIndexOf(' ')).trimEnd();
}
