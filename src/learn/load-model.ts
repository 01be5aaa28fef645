import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StemmaError } from '../model/errors.ts';
import { decodeModel, DIGEST_BYTES, type LoadedModel } from './model-file.ts';

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

/**
 * What else lies beside the models: the figures that `npm run eval` measured.
 *
 * @returns `null` where there is no such file.
 */
export function readBesideModels(file: string): string | null {
  const path = findModels(dirname(fileURLToPath(import.meta.url)), file);
  return path === null ? null : readFileSync(path, 'utf8');
}

/** The digest that each model file of this package names, by the model's name in the order of the names; reads no weights. */
export function modelDigests(): Record<string, string> {
  const folder = findModels(dirname(fileURLToPath(import.meta.url)), '.');
  const digests: Record<string, string> = {};
  for (const file of folder === null ? [] : readdirSync(folder).sort()) {
    if (file.endsWith('.bin'))
      digests[file.slice(0, -'.bin'.length)] = digestInFile(join(folder ?? '', file));
  }
  return digests;
}

function digestInFile(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(DIGEST_BYTES);
    readSync(descriptor, bytes, 0, DIGEST_BYTES, Math.max(0, fstatSync(descriptor).size - DIGEST_BYTES));
    return bytes.toString('hex');
  } finally {
    closeSync(descriptor);
  }
}

/** The first `models/<file>` at or above a folder. */
function findModels(start: string, file: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, 'models', file);
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) return null;
  }
}

function findModel(name: string): string {
  const start = dirname(fileURLToPath(import.meta.url));
  const file = findModels(start, `${name}.bin`);
  if (file !== null) return file;
  throw new StemmaError(
    'model-damaged',
    `The model "${name}" is missing: no models/${name}.bin at or above ${start}. Install Stemma again.`,
  );
}
