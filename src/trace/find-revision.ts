import type { Span } from '../model/span.ts';

/** Words by which a document says that it is a later version of itself. */
export interface Revision {
  readonly text: string;
  readonly span: Span;
  /** The number that an agency gives its version, 1 for a note without a number. */
  readonly version: number;
}

/** Notes of a revision stand at the head or at the foot of a page. */
const HEAD = 600;
const FOOT = 600;

/**
 * `UPDATE 2-`, “Correction: An earlier version of this story”, “This article was corrected”. A bare “Updated: 10 May” is none: pages
 * print it from the first minute.
 */
const REVISION =
  /^(?:UPDATE|WRAPUP|CORRECTED|REFILE)\s?(\d{1,2})?\s?[-–—:]|\b(?:an|the)\s(?:earlier|previous|original)\sversion\sof\s(?:this|the)\s(?:story|article|report|post)\b|(?:^|(?<=[.!?:]\s))this\s(?:story|article|report|post|version)\s(?:has\sbeen|was)\s(?:updated|corrected|amended|revised)\b/imu;
const NOTE_HEADING = /(?:correction|clarification|update|editor['’]s note)\s?:\s?$/i;

/** The first note of a revision, or `null`. */
export function findRevision(text: string): Revision | null {
  const foot = Math.max(HEAD, text.length - FOOT);
  for (const [from, stretch] of [
    [0, text.slice(0, HEAD)],
    [foot, text.slice(foot)],
  ] as const) {
    const match = REVISION.exec(stretch);
    if (!match) continue;
    const heading = NOTE_HEADING.exec(stretch.slice(Math.max(0, match.index - 24), match.index));
    const start = from + match.index - (heading?.[0].length ?? 0);
    const words = text.slice(start, from + match.index + match[0].length);
    const first = start + words.search(/\S/);
    return {
      text: words.trim(),
      span: [first, first + words.trim().length],
      version: Number(match[1] ?? 1),
    };
  }
  return null;
}
