import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StemmaError } from '../model/errors.ts';
import { decodeModel, type LoadedModel } from './model-file.ts';

const loaded = new Map<string, LoadedModel>();

/**
 * The model `models/<name>.bin` of this package, read when it is first asked for and kept.
 *
 * The folder is looked for upwards from this module: beside `src/` and `dist/`, and beside the one-file command.
 *
 * @param modelVersion - the version that the caller's features belong to.
 * @throws {StemmaError} `model-damaged` when the file is missing, cut or changed; `model-version` when it is another's.
 */
export function loadModel(name: string, modelVersion?: number): LoadedModel {
  const key = `${name}@${modelVersion ?? ''}`;
  const known = loaded.get(key);
  if (known) return known;
  const file = findModel(name);
  let bytes: Uint8Array;
  try {
    // A copy of its own: sections are views, and must lie at multiples of their size.
    bytes = new Uint8Array(readFileSync(file));
  } catch (cause) {
    throw new StemmaError('model-damaged', `The model "${name}" cannot be read from ${file}.`, { cause });
  }
  const model = decodeModel(bytes, modelVersion === undefined ? { name } : { name, modelVersion });
  loaded.set(key, model);
  return model;
}

function findModel(name: string): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, 'models', `${name}.bin`);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) {
      throw new StemmaError(
        'model-damaged',
        `The model "${name}" is missing: no models/${name}.bin at or above ${start}. Install Stemma again.`,
      );
    }
  }
}
