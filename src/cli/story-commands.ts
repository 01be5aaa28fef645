import { once } from 'node:events';
import { relative, resolve } from 'node:path';
import { keepHeapClose } from './heap-growth.ts';
import { countsLine, summarise } from './summary.ts';
import { placeFiles, storyTitle, writeOutput } from './output-file.ts';
import type { StoryFlags } from './options.ts';
import { readStory } from './read-story.ts';
import { printable, type Surroundings, type Terminal } from './terminal.ts';
import type { Dossier } from '../model/dossier.ts';
import {
  analyseStory,
  arrangeDocuments,
  assembleDossier,
  type StoryOptions,
} from '../pipeline/analyse-story.ts';
import { StringPool } from '../pipeline/string-pool.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Document } from '../model/document.ts';
import { performInOrder } from './worker-pool.ts';
import type { Task } from './worker-task.ts';

/** `stemma report`: the dossier in the formats asked for, then a short summary on standard output. */
export async function reportCommand(
  paths: readonly string[],
  flags: StoryFlags,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<void> {
  const dossier = await makeDossier(paths, flags, surroundings, terminal);
  const { FORMATS } = await import('../report/formats.ts');
  const wanted = FORMATS.filter((format) => flags.format?.includes(format.name) ?? true);
  const rendered = wanted.flatMap((format) =>
    format.render(dossier).map((file) => ({ ...file, format: format.name })),
  );
  const files = placeFiles(surroundings.cwd, paths, flags.out, rendered);
  writeOutput(files, flags.force ?? false);
  const listed = files.flatMap(({ path }, at) => {
    const { format = '', inner = false } = rendered[at] ?? {};
    return inner ? [] : [{ format, path }];
  });
  if (flags.json) {
    const summary = { ...summarise(dossier), files: listed, warnings: dossier.warnings };
    surroundings.stdout.write(`${JSON.stringify(summary)}\n`);
    return;
  }
  const shown = listed.map(({ format, path }) => ({
    format,
    path: printable(nearest(surroundings.cwd, path)),
  }));
  if (flags.quiet) {
    surroundings.stdout.write(shown.map(({ path }) => `${path}\n`).join(''));
    return;
  }
  const width = Math.max(...shown.map(({ format }) => label(format).length));
  surroundings.stdout.write(
    `${printable(dossier.title)}\n  ${countsLine(dossier)}\n` +
      shown.map(({ format, path }) => `  ${label(format).padEnd(width)}  ${path}\n`).join(''),
  );
}

function label(format: string): string {
  return format === 'html' ? 'dossier' : format === 'json' ? 'as data' : `as ${format}`;
}

/** A path as the user would type it: relative where that is inside the current folder. */
function nearest(cwd: string, path: string): string {
  const nearer = relative(cwd, path);
  return nearer.startsWith('..') ? path : nearer;
}

/** `stemma analyse`: the dossier as JSON on standard output, or in the file that `--out` names. */
export async function analyseCommand(
  paths: readonly string[],
  flags: StoryFlags,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<void> {
  const dossier = await makeDossier(paths, flags, surroundings, terminal);
  const { dossierPieces } = await import('../report/formats.ts');
  const text = dossierPieces(dossier);
  if (flags.out !== undefined && flags.out !== '-')
    writeOutput([{ path: resolve(surroundings.cwd, flags.out), text }], flags.force ?? false);
  else
    for (const piece of text) if (!surroundings.stdout.write(piece)) await once(surroundings.stdout, 'drain');
}

async function makeDossier(
  paths: readonly string[],
  flags: StoryFlags,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<Dossier> {
  const { documents, warnings } = await readStory(paths, flags, surroundings, terminal);
  keepHeapClose(documents);
  const title = flags.title ?? storyTitle(surroundings.cwd, paths);
  const options: StoryOptions = {
    warnings,
    ...(title === undefined ? {} : { title }),
    ...(flags.minConfidence === undefined ? {} : { minConfidence: flags.minConfidence }),
    onDocument: (done, total) => terminal.progress(`Reading ${done} of ${total}`),
  };
  const jobs = Math.min(flags.jobs ?? 1, documents.length);
  const dossier =
    jobs > 1 ? await analyseInParallel(documents, jobs, options) : analyseStory(documents, options);
  terminal.endProgress();
  for (const warning of dossier.warnings.slice(warnings.length)) terminal.warn(warning);
  return dossier;
}

/** Documents go to the workers in batches of this many: few enough to share the work evenly. */
const BATCH_DOCUMENTS = 8;

/** The same dossier as `analyseStory`; what needs one document only is done on `jobs` threads. */
async function analyseInParallel(
  documents: readonly Document[],
  jobs: number,
  { onDocument, ...options }: StoryOptions,
): Promise<Dossier> {
  const arranged = arrangeDocuments(documents);
  const tasks: Task[] = [];
  const annotating = options.minConfidence === undefined ? {} : { minConfidence: options.minConfidence };
  for (let first = 0; first < arranged.length; first += BATCH_DOCUMENTS) {
    tasks.push({
      task: 'annotate',
      documents: arranged.slice(first, first + BATCH_DOCUMENTS),
      options: annotating,
    });
  }
  const annotated: AnnotatedDocument[] = [];
  const words = new StringPool();
  for await (const each of performInOrder<AnnotatedDocument>(tasks, jobs)) {
    annotated.push(words.share(each));
    onDocument?.(annotated.length, arranged.length);
  }
  return assembleDossier(annotated, options);
}
