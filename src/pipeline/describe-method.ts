import { modelDigests, readBesideModels } from '../learn/load-model.ts';
import type { Method } from '../model/dossier.ts';
import { VERSION } from '../model/version.ts';
import { errorRates, type MeasuredFigures } from './error-rates.ts';

/** Steps of the way of the data that this version does not take; their lists in a dossier are empty for that reason. */
const NOT_ANALYSED: readonly string[] = [];

let method: Method | undefined;

/** How dossiers are made by this version: the same for all, read once. */
export function describeMethod(): Method {
  method ??= {
    stemma: VERSION,
    models: modelDigests(),
    notAnalysed: NOT_ANALYSED,
    errorRates: errorRates(JSON.parse(readBesideModels('measured.json') ?? '{}') as MeasuredFigures),
  };
  return method;
}
