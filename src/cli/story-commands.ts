import { relative, resolve } from 'node:path';
import { countsLine, summarise } from './summary.ts';
import { reportFiles, writeOutput } from './output-file.ts';
import type { StoryFlags } from './options.ts';
import { printable, type Surroundings, type Terminal } from './terminal.ts';
import { readDocuments } from '../ingest/read-documents.ts';
import { StemmaError, type Warning } from '../model/errors.ts';
import type { Dossier } from '../model/dossier.ts';
import { analyseStory } from '../pipeline/analyse-story.ts';

/** `stemma report`: the page and its JSON twin, then a short summary on standard output. */
export async function reportCommand(
  paths: readonly string[],
  flags: StoryFlags,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<void> {
  const dossier = await makeDossier(paths, flags, surroundings, terminal);
  const { renderHtml } = await import('../report/render-html.tsx');
  const files = reportFiles(surroundings.cwd, paths, flags.out, {
    page: renderHtml(dossier),
    twin: serialise(dossier),
  });
  writeOutput([files.page, files.twin], flags.force ?? false);
  const path = files.page.path;
  const twin = files.twin.path;
  const from = (file: string): string => {
    const nearer = relative(surroundings.cwd, file);
    return nearer.startsWith('..') ? file : nearer;
  };
  if (flags.json) {
    const summary = { ...summarise(dossier), dossier: path, data: twin, warnings: dossier.warnings };
    surroundings.stdout.write(`${JSON.stringify(summary)}\n`);
  } else if (flags.quiet) {
    surroundings.stdout.write(`${from(path)}\n`);
  } else {
    surroundings.stdout.write(
      `${printable(dossier.title)}\n  ${countsLine(dossier)}\n  dossier  ${printable(from(path))}\n  as data  ${printable(from(twin))}\n`,
    );
  }
}

/** `stemma analyse`: the dossier as JSON on standard output, or in the file that `--out` names. */
export async function analyseCommand(
  paths: readonly string[],
  flags: StoryFlags,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<void> {
  const dossier = await makeDossier(paths, flags, surroundings, terminal);
  const json = serialise(dossier);
  if (flags.out === undefined || flags.out === '-') surroundings.stdout.write(json);
  else writeOutput([{ path: resolve(surroundings.cwd, flags.out), content: json }], flags.force ?? false);
}

async function makeDossier(
  paths: readonly string[],
  flags: StoryFlags,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<Dossier> {
  const { documents, warnings } = await readDocuments(
    paths.map((path) => resolve(surroundings.cwd, path)),
    {
      ...(flags.date === undefined ? {} : { date: flags.date }),
      ...(flags.documents === undefined
        ? {}
        : { documentsTable: resolve(surroundings.cwd, flags.documents) }),
      ...(flags.maxSize === undefined ? {} : { maxBytes: flags.maxSize }),
    },
  );
  for (const warning of warnings) terminal.warn(warning);
  if (!documents.some((document) => document.analysed))
    throw nothingReadable(paths, documents.length, warnings);
  const dossier = analyseStory(documents, {
    warnings,
    ...(flags.title === undefined ? {} : { title: flags.title }),
    ...(flags.minConfidence === undefined ? {} : { minConfidence: flags.minConfidence }),
    onDocument: (done, total) => terminal.progress(`Reading ${done} of ${total}`),
  });
  terminal.endProgress();
  return dossier;
}

/** How many reasons an error repeats when nothing could be read; the warnings have them all. */
const REASONS_SHOWN = 3;

function nothingReadable(paths: readonly string[], read: number, warnings: readonly Warning[]): StemmaError {
  const where = paths.join(', ');
  const why =
    read > 0
      ? 'no document in English is among them'
      : warnings.length > 0
        ? warnings
            .map((warning) => warning.message)
            .slice(0, REASONS_SHOWN)
            .join(' ')
        : 'there are no .txt, .md, .html, .json or .ndjson files';
  return new StemmaError('nothing-readable', `Nothing in ${where} could be analysed: ${why}.`);
}

function serialise(dossier: Dossier): string {
  return `${JSON.stringify(dossier, null, 2)}\n`;
}
