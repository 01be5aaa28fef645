import type { Claim } from '../model/claim.ts';
import type { Dossier } from '../model/dossier.ts';
import { partByImportance } from './discrepancy-words.ts';
import { dayWords, timexRange, type Precision } from './timex-range.ts';
import { count } from './words.tsx';

/** The line at the top of every format; what nothing looked for is left out, never counted as none. */
export function summaryFigures(dossier: Dossier): string[] {
  const missing = (step: string): boolean => dossier.method.notAnalysed.some((each) => each.includes(step));
  const speakers = new Set(dossier.attributions.map((each) => each.speaker).filter((each) => each !== null));
  const figures = [count(dossier.documents.length, 'document')];
  if (!missing('lineage')) figures.push(count(dossier.lineage.origins.length, 'origin'));
  if (!missing('attributions')) {
    figures.push(count(speakers.size, 'speaker'), count(dossier.attributions.length, 'attribution'));
  }
  if (!missing('claims')) figures.push(count(dossier.claims.filter(isDisputed).length, 'disputed claim'));
  if (!missing('discrepancies')) {
    const { firm, open } = partByImportance(dossier.discrepancies);
    figures.push(count(firm.length, 'discrepancy', 'discrepancies'));
    if (open.length > 0) figures.push(`${count(open.length, 'matter')} told differently`);
  }
  return figures;
}

/** Whether one holds what another denies, or one demands what another wants ended. */
export function isDisputed(claim: Claim): boolean {
  const stances = new Set(claim.positions.map((position) => position.stance));
  return (
    (stances.has('denies') &&
      (stances.has('asserts') || stances.has('hedges') || stances.has('conditional'))) ||
    (stances.has('demands') && stances.has('demands-end'))
  );
}

/** Precisions that name a day: a longer stretch would give the period days that nobody named. */
const DAY_PRECISE: ReadonlySet<Precision> = new Set(['minute', 'hour', 'part of a day', 'day']);

/**
 * First and last day on which a document was published or something was said; `null` where no such day is known. What the
 * accounts tell of is left out: the background of a story reaches years back.
 */
export function periodCovered(dossier: Dossier): string | null {
  let from = Infinity;
  let to = -Infinity;
  const values = [
    ...dossier.documents.map((document) => document.published?.value.value),
    ...dossier.timeline.filter(({ kind }) => kind !== 'event').map((moment) => moment.when.value),
    ...dossier.attributions.map((attribution) => attribution.when?.value),
  ];
  for (const value of values) {
    const range = timexRange(value);
    if (!range || !DAY_PRECISE.has(range.precision)) continue;
    from = Math.min(from, range.from);
    to = Math.max(to, range.to - 1);
  }
  if (from > to) return null;
  const first = dayWords(from);
  const last = dayWords(to);
  return first === last ? first : `${first} to ${last}`;
}

/** The period with what must be known about it: that the documents, or some of them, bear no date. */
export function periodWords(dossier: Dossier): string {
  const { documents } = dossier;
  const period = periodCovered(dossier);
  const undated = documents.filter((document) => timexRange(document.published?.value.value) === null).length;
  if (documents.length === 0) return 'No documents';
  if (undated === 0 && period !== null) return period;
  const lack =
    undated < documents.length
      ? `${undated} of ${documents.length} documents ${undated === 1 ? 'is' : 'are'} undated`
      : documents.length === 1
        ? 'the document is undated'
        : 'the documents are undated';
  return period === null ? `${lack.charAt(0).toUpperCase()}${lack.slice(1)}` : `${period}; ${lack}`;
}
