import type { Attribution } from '../model/attribution.ts';
import { overlaps } from '../model/span.ts';
import type { Content } from './content.ts';
import type { Principals } from './principals.ts';
import type { Proposition } from './proposition.ts';

/** Numbers up to this one are in everything that is told: three days, a dozen shots, under 18. */
const SMALL_NUMBER = 20;
/** A number or a day that more contents have does not say which matter it is of. */
const MOST_HOLDERS = 4;

/**
 * What few contents of a story have, and by which those that do are known to be of one matter whatever their words: a number
 * ("a fee of 60,000 crowns", "a contract worth 60,000 crowns"), and a day that one side gives ("informed on 24 January",
 * "learned of it on 24 January"). In nine annotated stories all 21 pairs that share such a number and all 18 that share such a
 * day were of one claim.
 */
export class TellingMarks {
  /** Marks of each proposition, rising. */
  readonly #marks: readonly (readonly string[])[];

  /**
   * @param propositions - each at the place that its `index` says.
   * @param contents - all that they were read from.
   */
  constructor(propositions: readonly Proposition[], contents: readonly Content[], principals: Principals) {
    const all = new Map(
      contents.map((content) => [content.attribution.id, readMarks(content, principals)] as const),
    );
    const holders = new Map<string, number>();
    for (const marks of all.values())
      for (const mark of new Set(marks.map(({ key }) => key)))
        holders.set(mark, (holders.get(mark) ?? 0) + 1);
    this.#marks = propositions.map(({ attribution }) =>
      (all.get(attribution.id) ?? [])
        .filter(({ key, stands }) => stands(attribution) && (holders.get(key) ?? 0) <= MOST_HOLDERS)
        .map(({ key }) => key)
        .sort(),
    );
  }

  /** The marks of the proposition at a place, as one word. */
  keyOf(at: number): string {
    return (this.#marks[at] ?? []).join(' ');
  }

  /** Whether two propositions have a mark in common. */
  share(one: number, other: number): boolean {
    const theirs = this.#marks[other] ?? [];
    return (this.#marks[one] ?? []).some((mark) => theirs.includes(mark));
  }
}

interface Mark {
  readonly key: string;
  /** Whether it is among the words of an attribution that is a part of the content. */
  readonly stands: (part: Attribution) => boolean;
}

function readMarks({ terms, attribution }: Content, principals: Principals): Mark[] {
  const side = attribution.speaker === null ? null : principals.of(attribution.speaker);
  return terms.flatMap(({ kind, quantity, time, key }): Mark[] => {
    const span = quantity?.span ?? time?.span;
    if (!span) return [];
    const stands = ({ content }: Attribution): boolean => content.spans.some((own) => overlaps(own, span));
    if (quantity) {
      const { value, unit } = quantity;
      return value !== null && value > SMALL_NUMBER ? [{ key: `${value}${unit ?? ''}`, stands }] : [];
    }
    return kind === 'time' && side !== null ? [{ key: `${side}@${key}`, stands }] : [];
  });
}
