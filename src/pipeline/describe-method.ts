import { VERSION } from '../model/version.ts';
import type { Method } from '../model/dossier.ts';

/** Steps of the way of the data that this version does not take; their lists in a dossier are empty for that reason. */
const NOT_ANALYSED: readonly string[] = [];

export function describeMethod(): Method {
  return { stemma: VERSION, models: {}, notAnalysed: NOT_ANALYSED, errorRates: [] };
}
