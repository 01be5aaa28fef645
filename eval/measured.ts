import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEASURED } from '../src/pipeline/error-rates.ts';
import { root } from './provenance.ts';
import type { StoredResult } from './tables.ts';

/** Writes the figures that dossiers tell their readers to `models/measured.json`, from the stored results. */
export function writeMeasured(results: readonly StoredResult[]): void {
  const measured: Record<string, Record<string, number>> = {};
  for (const { task, figures } of MEASURED) {
    const result = results.find((each) => each.task === task);
    for (const figure of figures) {
      const value = result?.figures[figure];
      if (value !== undefined) (measured[task] ??= {})[figure] = value;
    }
  }
  writeFileSync(join(root, 'models', 'measured.json'), `${JSON.stringify(measured, null, 2)}\n`);
}
