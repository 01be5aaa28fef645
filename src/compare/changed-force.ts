import { kinship } from '../learn/align-terms.ts';
import { readTerms, type TermIndex } from '../learn/term.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import type { Entity } from '../model/entity.ts';
import { evidenceAt, type Evidence } from '../model/evidence.ts';
import type { Telling, TellingReader } from '../model/telling.ts';
import type { Term } from '../model/term.ts';
import { timesApart } from './day-value.ts';
import { discrepancyId } from './discrepancy-id.ts';
import { timesOf } from './judge-denial.ts';
import { isAssertion, isDenial, withoutMonth } from './outright.ts';
import { Voices } from './voices.ts';
import { keysOf, placesOf, placesOfWords } from './word-places.ts';

/** How far a speaker goes: the other way, not at all, under a condition, with a doubt. */
type Reserve = 'denied' | 'withheld' | 'condition' | 'doubt';

/** Something left open by its speaker, with the sentence that it stands in. */
interface Reserved {
  readonly telling: Telling;
  readonly reserve: Reserve;
  readonly sentence: number;
  /** What the whole sentence says: a condition may stand before what it holds for, and a missile before who fired it. */
  readonly context: readonly Term[];
}

interface Change {
  readonly reserved: Reserved;
  readonly plain: Telling;
  readonly score: number;
}

/** Words of a sentence that may leave something open. */
const OPENING =
  /^(?:if|unless|whether|may|might|could|cannot|not|n[’']t|never|no|nobody|none|nothing|den(?:y|ies|ied|ying|ial)|reject(?:s|ed)?|declin(?:e|es|ed)|refus(?:e|es|ed)|provided|who|possibl[ey]|probably|likely|apparently|perhaps|seem(?:s|ed)?|appear(?:s|ed)?|suspect(?:s|ed)?)$/i;
/** Whatever can leave it open in the other account too. */
const OPEN =
  /(?<!\p{L})(?:if|unless|whether|once|until|provid(?:ed|ing)|conditions?|in case|depend\w*|pending|may|might|could|can|would|should|possib\w*|perhaps|maybe|probab\w*|likely|apparent\w*|seem\w*|appear\w*|suspect\w*|believ\w*|thinks?|thought|suggest\w*|indicat\w*|allegedly|reported(?:ly)?|presum\w*|suppos\w*|assum\w*|unclear|wants?|wanted|hope[sd]?|ready|willing|offer\w*|plan(?:s|ned)?|requests?|when|whoever|what|how|declin\w*|refus\w*|had not said|earlier|previously)(?!\p{L})|\?/iu;
/** Who declines to say so leaves it open; who does not ask for it does not. */
const SAYING =
  /(?<!\p{L})(?:say|tell|confirm|verify|disclose|reveal|specify|identify|answer|know|exclude|rul(?:e|ing) out|drawn|speculate|comment)(?!\p{L})/iu;
/** "May fire" is no doubt of what was done, as "may have fired" is. */
const TO_COME = /(?<!\p{L})(?:may|might|could)\s+(?!(?:\p{L}+\s+)?(?:have|be|has)(?!\p{L}))/iu;
/** More that is left open is looked at in no story, and for each so many sentences. */
const MOST_RESERVED = 300;
const MOST_SENTENCES = 40;
/** What the plain account says must stand in the other to this share; and what is left open in the plain one. */
const COVER_OF_PLAIN = 0.65;
const COVER_OF_RESERVED = 0.6;
/** Who denies one thing and tells another that is like it is of one mind; unless he "admits" it, all must be the same. */
const COVER_OF_DENIED = 0.85;
/** Two telling words. */
const LEAST_WEIGHT = 1.1;
const SAME = 0.8;
const ONE_EVENT = 0.9;
/** Words that say no more than that something turns out: what is left open is what stands beside them. */
const TURNS_OUT = /^(?:establish|prov|show|becom|turn|confirm|emerg|find|be|verifi|demonstr|clear|case)/;

/**
 * Finds what one speaker leaves open in one account and says outright in another: "did not say whether", "would, if", "may have"
 * against "denied that", "will", "has". The speaker must be the same, or one must speak for the other, and what is said must be the
 * same as far as words can show.
 */
export function findChangedForce(
  entities: ReadonlyMap<string, Entity>,
  indexes: readonly TermIndex[],
  read: TellingReader,
): Discrepancy[] {
  const voices = new Voices(entities);
  const all = findReserved(indexes, read);
  const words = new Set(all.flatMap(({ telling }) => eventsOf(telling).flatMap(keysOf)));
  const places = placesOfWords(words, indexes);
  const found: Change[] = [];
  for (const reserved of all) {
    for (const [documentIndex, sentence] of placesOf(eventsOf(reserved.telling), places, MOST_SENTENCES)) {
      if (documentIndex === reserved.telling.documentIndex) continue;
      for (const plain of read(documentIndex, sentence)) {
        const score = judge(reserved, plain, voices, indexes);
        if (score !== null) found.push({ reserved, plain, score });
      }
    }
  }
  return describe(found, indexes);
}

function findReserved(indexes: readonly TermIndex[], read: TellingReader): Reserved[] {
  const found: Reserved[] = [];
  for (const [at, index] of indexes.entries()) {
    const { tokens, sentences } = index.annotated.language;
    let last = -1;
    for (let t = 0; t < tokens.count && found.length < MOST_RESERVED; t++) {
      const sentence = tokens.sentence[t] as number;
      const place = sentences[sentence];
      if (sentence === last || place?.kind !== 'sentence' || !OPENING.test(tokens.word[t] ?? '')) continue;
      last = sentence;
      for (const telling of read(at, sentence)) {
        const reserve = reserveOf(telling);
        if (reserve === null || telling.attribution.speaker === null) continue;
        found.push({ telling, reserve, sentence, context: readTerms(index, [place.span]) });
      }
    }
  }
  return found;
}

/** What a speaker leaves open of what he tells; `null` where nothing. */
function reserveOf(telling: Telling): Reserve | null {
  const { frame, stance, attribution } = telling;
  if (frame.presupposed) return null;
  if (attribution.act === 'decline') return SAYING.test(attribution.cue?.text ?? '') ? 'withheld' : null;
  if (frame.conditional || frame.dependent) return 'condition';
  if (stance === 'denies') return isDenial(telling) ? 'denied' : null;
  return frame.possible && stance === 'hedges' && !TO_COME.test(attribution.content.text) ? 'doubt' : null;
}

/** Words that one account of the same cannot do without. */
function eventsOf({ terms, roles, frame }: Telling): Term[] {
  return terms.filter(
    ({ kind, key }, at) =>
      (kind === 'verb' || kind === 'noun') &&
      (roles[at] !== 'beside' || frame.conditional) &&
      !TURNS_OUT.test(key) &&
      key.length > 2,
  );
}

/** How sure it is that one speaker says outright what he leaves open elsewhere; `null` where it is not. */
function judge(
  { telling, reserve, context }: Reserved,
  plain: Telling,
  voices: Voices,
  indexes: readonly TermIndex[],
): number | null {
  const { frame, stance, attribution } = plain;
  if (stance !== 'asserts' && stance !== 'denies') return null;
  if (frame.presupposed || frame.possible || frame.conditional || frame.dependent || frame.question)
    return null;
  if (frame.intended || (frame.modal !== '' && frame.modal !== 'will')) return null;
  const speaker = telling.attribution.speaker ?? '';
  if (!isOneVoice(speaker, plain, voices)) return null;
  if (OPEN.test(withoutMonth(attribution.content.text)) || OPEN.test(attribution.cue?.text ?? ''))
    return null;
  if (reserve !== 'withheld' && stance === 'denies') return null;
  if (reserve === 'denied' && (attribution.speaker === null || !isAssertion(plain))) return null;
  if (timesApart(timesOf(telling, indexes), timesOf(plain, indexes))) return null;
  const events = eventsOf(telling);
  const head = plain.terms[plain.head];
  if (!head || !events.some((event) => kinship(event, head) >= ONE_EVENT)) return null;
  const own = coreOf(plain, speaker, voices);
  const weight = sharedWeight(own, context);
  const theirs = telling.frame.conditional ? events : coreOf(telling, speaker, voices);
  const [all, others] = [weightOf(own), weightOf(theirs)];
  const denied = reserve === 'denied' && attribution.act !== 'confirm';
  if (weight < LEAST_WEIGHT || weight < (denied ? COVER_OF_DENIED : COVER_OF_PLAIN) * all) return null;
  const back = sharedWeight(theirs, plain.terms);
  return back < (denied ? COVER_OF_DENIED : COVER_OF_RESERVED) * others ? null : weight;
}

/** Whether the speaker says it, one in whose name he speaks, or a narrator of whoever he speaks for. */
function isOneVoice(speaker: string, plain: Telling, voices: Voices): boolean {
  const other = plain.attribution.speaker;
  if (other !== null) return voices.areOne(speaker, other);
  return plain.agents.some((agent) => agent === speaker || voices.behind(speaker).includes(agent));
}

/** What a clause says without its circumstances, and without the speaker himself. */
function coreOf({ terms, roles, pronouns }: Telling, speaker: string, voices: Voices): Term[] {
  return terms.filter(
    ({ kind, key }, at) =>
      roles[at] !== 'beside' &&
      kind !== 'time' &&
      !pronouns.includes(key) &&
      !(kind === 'entity' && (key === speaker || voices.areOne(key, speaker))),
  );
}

function sharedWeight(terms: readonly Term[], others: readonly Term[]): number {
  let sum = 0;
  for (const term of terms) {
    const best = Math.max(0, ...others.map((other) => kinship(term, other)));
    if (best >= SAME) sum += term.weight * best;
  }
  return sum;
}

function weightOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** A reader is shown so many of one side at most. */
const MOST_READINGS = 8;

interface Group {
  readonly reserved: Map<string, Reserved>;
  readonly plain: Map<string, Telling>;
  readonly best: Change;
}

/** One discrepancy for all that hang together. */
function describe(found: readonly Change[], indexes: readonly TermIndex[]): Discrepancy[] {
  const groups: Group[] = [];
  for (const change of found.toSorted((a, b) => b.score - a.score)) {
    const [open, plain] = [placeOf(change.reserved.telling), placeOf(change.plain)];
    let group = groups.find((one) => one.reserved.has(open) || one.plain.has(plain));
    if (!group) groups.push((group = { reserved: new Map(), plain: new Map(), best: change }));
    group.reserved.set(open, change.reserved);
    group.plain.set(plain, change.plain);
  }
  return groups.map(({ reserved, plain, best }) => {
    const evidence = [
      ...[...reserved.values()].slice(0, MOST_READINGS).map((one) => withReserve(one, indexes)),
      ...[...plain.values()].slice(0, MOST_READINGS).map((one) => withCue(one, indexes)),
    ];
    const readings = evidence.map(([heldBy, words]) => ({ value: words.text, heldBy, evidence: words }));
    return {
      id: discrepancyId('force', readings),
      kind: best.reserved.reserve === 'condition' ? 'scope' : 'wording',
      about: best.plain.attribution.content.text.replace(/\s+/g, ' '),
      importance: best.reserved.reserve === 'doubt' ? 'medium' : 'high',
      readings,
      note: NOTES[best.reserved.reserve],
    };
  });
}

const NOTES: Readonly<Record<Reserve, string>> = {
  denied: 'One account has the speaker deny what the other has him say; he may have changed what he says.',
  withheld: 'In one account the speaker leaves open what the other has him say.',
  condition: 'One account gives a condition, the other none.',
  doubt: 'One account leaves it open, the other does not.',
};

type Held = readonly [holder: string | null, words: Evidence];

/** What is left open, with the words that leave it open: a condition may stand anywhere in its sentence. */
function withReserve({ telling, reserve, sentence }: Reserved, indexes: readonly TermIndex[]): Held {
  const annotated = indexes[telling.documentIndex]?.annotated;
  const span = annotated?.language.sentences[sentence]?.span;
  return reserve === 'condition' && annotated && span
    ? [telling.attribution.speaker, evidenceAt(annotated.document, [span])]
    : withCue(telling, indexes);
}

/** What somebody says, with the words that say how he says it: "denied that …". */
function withCue({ documentIndex, attribution }: Telling, indexes: readonly TermIndex[]): Held {
  const { speaker, cue, content } = attribution;
  const document = indexes[documentIndex]?.annotated.document;
  const [from, to] = [cue?.spans[0]?.[0], content.spans.at(-1)?.[1]];
  const first = content.spans[0]?.[0];
  const isBefore = from !== undefined && first !== undefined && from < first && first - from <= MOST_CUE;
  if (!document || !isBefore || to === undefined) return [speaker, content];
  return [speaker, evidenceAt(document, [[from, to]])];
}

/** A cue further before its content is left out. */
const MOST_CUE = 120;

function placeOf({ documentIndex, attribution }: Telling): string {
  return `${documentIndex}/${attribution.content.spans[0]?.[0] ?? 0}`;
}
