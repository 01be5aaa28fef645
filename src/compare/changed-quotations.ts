import { alignTerms } from '../learn/align-terms.ts';
import type { Term } from '../learn/term.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import type { Entity } from '../model/entity.ts';
import { contentId } from '../model/id.ts';
import type { Utterance } from '../model/utterance.ts';
import { turnsRound } from './denied-claims.ts';
import { shortened } from './shortened-quotation.ts';
import { differentWordings, type Wording, type WordingReader } from './wording.ts';

/** Share of both wordings from which on they are one utterance beyond doubt, so that what differs was changed. */
const ONE_UTTERANCE = 0.6;
/** From here on the words are the same; then even another speaker's name does not make them two utterances. */
const SAME_WORDS = 0.85;
/** Words that make what follows hold only under a condition. */
const CONDITION =
  /(?:^|[^\p{L}])(?:if|unless|provided\s+that|once)(?!\s+(?:ever|any|necessary|possible|not|so)(?!\p{L}))(?:[^\p{L}]|$)/iu;
/** Words that leave open what stands behind them: "we cannot exclude that …". */
const DOUBT =
  /(?<!\p{L})(?:can(?:not|\s+not|[’']t)|could(?:\s+not|n[’']t)|unable\s+to|not\s+able\s+to)\s+(?:\p{L}+\s+){0,5}?(?:exclude|rule\s+out|confirm|verify|say|be\s+(?:sure|certain))(?!\p{L})/iu;
/** Shares of the shorter and of the longer reading that the other has too. */
const ALL_BUT_CONDITION = 0.8;
const WITHOUT_CONDITION = 0.35;
const ALL_BUT_DOUBT = 0.9;
const WITHOUT_DOUBT = 0.5;

/** Wordings of one utterance that are compared with each other. */
const MOST_WORDINGS = 24;

const TRANSLATED = 'Both may be translations of the same words.';
const AT_MOST_ONE = 'Both are in quotation marks, so at most one gives the very words.';
const UNQUOTED = 'Only one account gives it as a quotation.';

/** Quotations of one utterance that cannot both be what was said, those whose meaning changed first in importance. */
export function findChangedQuotations(
  utterances: readonly Utterance[],
  attributions: ReadonlyMap<string, Attribution>,
  entities: ReadonlyMap<string, Entity>,
  wordings: WordingReader,
): Discrepancy[] {
  return utterances.flatMap((utterance): Discrepancy[] => {
    const members = utterance.readings.flatMap(({ attribution }) => {
      const found = attributions.get(attribution);
      return found ? [wordings.of(found)] : [];
    });
    const moved = otherSpeakers(utterance, members, entities);
    const { difference } = utterance;
    const changed =
      (difference === 'altered' || members.some(({ attribution }) => DOUBT.test(attribution.content.text))
        ? altered(utterance, members)
        : null) ??
      shortened(utterance, members) ??
      (difference === 'translation' || difference === 'paraphrase' ? translated(utterance, members) : null);
    return [moved, changed].filter((one) => one !== null);
  });
}

/** Readings of which one is turned round, or hangs on a condition that another lacks; those like either stand with them. */
function altered(utterance: Utterance, members: readonly Wording[]): Discrepancy | null {
  const different = differentWordings(members, MOST_WORDINGS);
  const ways = different.flatMap((a, at) =>
    different.slice(at + 1).flatMap((b) => {
      const how = howAltered(a, b, utterance.note);
      return how === null ? [] : [{ a, b, how, cover: Math.min(...coversOf(a, b)) }];
    }),
  );
  const [best] = ways.sort((x, y) => y.cover - x.cover);
  if (!best) return null;
  const { a, b, how } = best;
  const alike = members.filter(
    (one) => one === a || one === b || isOneUtterance(one, a) || isOneUtterance(one, b),
  );
  const quoted = [a, b].filter(({ attribution }) => attribution.form !== 'indirect').length;
  return {
    id: contentId('x', 'altered', utterance.id),
    kind: how === 'condition' ? 'scope' : 'wording',
    about: a.attribution.content.text.replace(/\s+/g, ' '),
    importance: (how === 'negation' || how === 'doubt') && quoted > 0 ? 'high' : 'medium',
    readings: alike.map(readingOf),
    ...noteOf(utterance.note, quoted),
  };
}

/** What changed the meaning between two readings; `null` where they may be two utterances, or say the same. */
function howAltered(
  a: Wording,
  b: Wording,
  note: string | undefined,
): 'negation' | 'condition' | 'doubt' | 'hedge' | 'value' | null {
  if (lostHedge(a, b, note)) return 'hedge';
  if (!isOneUtterance(a, b) || isOfClaims(a) || isOfClaims(b)) return null;
  const [one, other] = [a.attribution, b.attribution];
  const unknown = one.speaker === null || other.speaker === null;
  if (unknown && (one.form === 'indirect' || other.form === 'indirect')) return null;
  if (turnsRound(a, b)) return 'negation';
  if (note?.includes(' in one reading, ') === true && !note.includes('negated')) return 'value';
  if (lost(CONDITION, a, b, ALL_BUT_CONDITION, WITHOUT_CONDITION)) return 'condition';
  return lost(DOUBT, a, b, ALL_BUT_DOUBT, WITHOUT_DOUBT) ? 'doubt' : null;
}

/** Whether one of two readings of one utterance lacks the hedge that a note names. */
function lostHedge(a: Wording, b: Wording, note: string | undefined): boolean {
  const hedge = /^“([^”]+)” stands in one reading/u.exec(note ?? '')?.[1];
  if (hedge === undefined || a.attribution.document === b.attribution.document) return false;
  const [one, other] = [a, b].map(({ attribution }) => attribution.content.text.includes(hedge));
  const covers = coversOf(a, b);
  return one !== other && Math.max(...covers) >= ONE_UTTERANCE && Math.min(...covers) >= WITHOUT_CONDITION;
}

/** Whether one reading has such words and the other, all of which stands in it, lost them. */
function lost(words: RegExp, a: Wording, b: Wording, most: number, least: number): boolean {
  if (words.test(a.attribution.content.text) === words.test(b.attribution.content.text)) return false;
  const covers = coversOf(a, b);
  return Math.max(...covers) >= most && Math.min(...covers) >= least;
}

/** "Ready to talk about claims that …" says nothing of what is claimed. */
function isOfClaims({ attribution }: Wording): boolean {
  return /\b(?:claims?|allegations?|accusations?|reports?)\s+(?:that|of)\b/i.test(attribution.content.text);
}

function noteOf(note: string | undefined, quoted: number): { note?: string } {
  const text = [note, quoted === 1 ? UNQUOTED : undefined].filter((one) => one !== undefined).join('. ');
  return text === '' ? {} : { note: text };
}

/** Quotations in quotation marks whose words differ: at most one of them is what was said. */
function translated(utterance: Utterance, members: readonly Wording[]): Discrepancy | null {
  const quoted = members.filter(({ attribution }) => attribution.form === 'direct');
  const documents = new Set(quoted.map(({ attribution }) => attribution.document));
  if (documents.size < 2) return null;
  const different = differentWordings(quoted, MOST_WORDINGS);
  const differs = different.some((a, at) =>
    different.slice(at + 1).some((b) => {
      return isOneUtterance(a, b) && isReworded(a, b);
    }),
  );
  if (!differs) return null;
  return {
    id: contentId('x', 'translation', utterance.id),
    kind: 'wording',
    about: quoted[0]?.attribution.content.text.replace(/\s+/g, ' ') ?? '',
    importance: 'low',
    readings: quoted.map(readingOf),
    note: utterance.difference === 'translation' ? TRANSLATED : AT_MOST_ONE,
  };
}

/** Whether both have words of their own where they run side by side; what only begins or ends elsewhere is a cut. */
function isReworded(a: Wording, b: Wording): boolean {
  const letters = ({ attribution }: Wording): string =>
    attribution.content.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const [one, other] = [letters(a), letters(b)];
  if (one.includes(other) || other.includes(one)) return false;
  const exact = alignTerms(a.terms, b.terms).pairs.filter(({ kinship }) => kinship === 1);
  const own = (terms: readonly Term[], paired: readonly number[]): number => {
    const [first, last] = [Math.min(...paired), Math.max(...paired)];
    return terms.filter((_, at) => at >= first - 1 && at <= last + 1 && !paired.includes(at)).length;
  };
  if (exact.length === 0) return true;
  const [ownA, ownB] = [
    own(
      a.terms,
      exact.map((pair) => pair.a),
    ),
    own(
      b.terms,
      exact.map((pair) => pair.b),
    ),
  ];
  return ownA > 0 && ownB > 0;
}

/** One quotation, word for word, given to two people who do not speak for one another. */
function otherSpeakers(
  utterance: Utterance,
  members: readonly Wording[],
  entities: ReadonlyMap<string, Entity>,
): Discrepancy | null {
  for (const [at, a] of members.entries()) {
    for (const b of members.slice(at + 1)) {
      const [one, other] = [
        entities.get(a.attribution.speaker ?? ''),
        entities.get(b.attribution.speaker ?? ''),
      ];
      if (!one || !other || one === other || one.kind !== 'person' || other.kind !== 'person') continue;
      if (a.attribution.form !== 'direct' || b.attribution.form !== 'direct') continue;
      if (!isNamed(a, one) || !isNamed(b, other)) continue;
      if (!isNamedApart(one, other) || a.terms.length < LONG_ENOUGH) continue;
      const { exactA, exactB } = alignTerms(a.terms, b.terms);
      if (Math.min(exactA, exactB) < SAME_WORDS) continue;
      return {
        id: contentId('x', 'speaker', utterance.id),
        kind: 'speaker',
        about: a.attribution.content.text.replace(/\s+/g, ' '),
        importance: 'high',
        readings: [a, b].map((wording) => ({
          ...readingOf(wording),
          value: (wording === a ? one : other).name,
        })),
      };
    }
  }
  return null;
}

/** Terms of a quotation that nobody says twice by chance. */
const LONG_ENOUGH = 5;

/** Whether the source names the speaker: whom a pronoun means is too often a guess to tell of a clash. */
function isNamed({ attribution }: Wording, { name }: Entity): boolean {
  return attribution.source?.text.includes(name.split(/\s+/).at(-1) ?? name) === true;
}

function isNamedApart(a: Entity, b: Entity): boolean {
  if (a.speaksFor === b.id || b.speaksFor === a.id) return false;
  const last = ({ name }: Entity): string => name.split(/\s+/).at(-1)?.toLowerCase() ?? '';
  return /^\p{Lu}/u.test(a.name) && /^\p{Lu}/u.test(b.name) && last(a) !== last(b);
}

function isOneUtterance(a: Wording, b: Wording): boolean {
  if (a.attribution.document === b.attribution.document) return false;
  const least = Math.min(...coversOf(a, b));
  const most = Math.max(...coversOf(a, b));
  const [one, other] = [a.attribution.speaker, b.attribution.speaker];
  if (one !== null && other !== null && one !== other) return least >= SAME_WORDS;
  return most >= ONE_UTTERANCE && least >= ONE_UTTERANCE / 2;
}

function coversOf(a: Wording, b: Wording): [number, number] {
  const { coverA, coverB } = alignTerms(a.terms, b.terms);
  return [coverA, coverB];
}

function readingOf({ attribution }: Wording): Discrepancy['readings'][number] {
  return { value: attribution.content.text, heldBy: attribution.speaker, evidence: attribution.content };
}
