import type { Discrepancy } from '../model/discrepancy.ts';
import { contentId } from '../model/id.ts';

/** The id of a discrepancy that is known by what it is and where its readings stand. */
export function discrepancyId(what: string, readings: Discrepancy['readings']): string {
  const places = readings.map(({ evidence }) => `${evidence.document}:${String(evidence.spans[0]?.[0])}`);
  return contentId('x', what, ...places);
}
