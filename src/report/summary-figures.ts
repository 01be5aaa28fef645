import type { Claim } from '../model/claim.ts';
import type { Dossier } from '../model/dossier.ts';
import { dayWords, timexRange } from './timex-range.ts';
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
    figures.push(count(dossier.discrepancies.length, 'discrepancy', 'discrepancies'));
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

/** First and last day that a dated line of the story touches; `null` where nothing is dated. */
export function periodCovered(dossier: Dossier): string | null {
  let from = Infinity;
  let to = -Infinity;
  const values = [
    ...dossier.documents.map((document) => document.published?.value.value),
    ...dossier.timeline.map((moment) => moment.when.value),
    ...dossier.attributions.map((attribution) => attribution.when?.value),
  ];
  for (const value of values) {
    const range = timexRange(value);
    if (!range) continue;
    from = Math.min(from, range.from);
    to = Math.max(to, range.to - 1);
  }
  if (from > to) return null;
  const first = dayWords(from);
  const last = dayWords(to);
  return first === last ? first : `${first} to ${last}`;
}
