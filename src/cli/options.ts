import { Command, InvalidArgumentError, Option } from 'commander';
import { VERSION } from '../model/version.ts';

/** What all commands take that read accounts. */
export interface ReadingFlags {
  readonly date?: string;
  readonly documents?: string;
  /** Bytes of a file. */
  readonly maxSize?: number;
  readonly feedArticles?: number;
  readonly savePages?: string;
  readonly allowPrivateAddresses?: boolean;
  readonly quiet?: boolean;
  readonly force?: boolean;
}

/** What the commands take that make a dossier. */
export interface StoryFlags extends ReadingFlags {
  readonly title?: string;
  readonly out?: string;
  readonly format?: readonly string[];
  readonly minConfidence?: number;
  readonly jobs?: number;
  readonly json?: boolean;
}

export interface AttributeFlags {
  readonly out?: string;
  readonly minConfidence?: number;
  /** Bytes of a line. */
  readonly maxSize?: number;
  readonly jobs?: number;
  readonly quiet?: boolean;
  readonly force?: boolean;
}

export interface StoriesFlags extends ReadingFlags {
  readonly json?: boolean;
}

/** What a parsed command line calls. */
export interface Handlers {
  report(paths: string[], flags: StoryFlags): Promise<void>;
  analyse(paths: string[], flags: StoryFlags): Promise<void>;
  stories(paths: string[], flags: StoriesFlags): Promise<void>;
  attribute(file: string | undefined, flags: AttributeFlags): Promise<void>;
}

const MEBIBYTE = 2 ** 20;

/** Names of the formats in `src/report/formats.ts`, which is loaded only when a report is made; a test compares the two. */
export const FORMAT_NAMES: readonly string[] = ['html', 'json', 'md', 'csv', 'jsonld', 'annotations'];

const option = {
  title: () => new Option('--title <text>', 'heading of the dossier'),
  date: () =>
    new Option('--date <day>', 'publication date (YYYY-MM-DD) of documents that have none').argParser(day),
  documents: () =>
    new Option(
      '--documents <table.csv>',
      'what you know of the files: file, publisher, published, title, url, language',
    ),
  minConfidence: () =>
    new Option(
      '--min-confidence <0…1>',
      'leave out attributions below this calibrated probability',
    ).argParser(probability),
  maxSize: (what: string) =>
    new Option('--max-size <MiB>', `leave out ${what} than this; 20 when absent`).argParser(mebibytes),
  jobs: () => new Option('--jobs <n>', 'how many worker threads to use').argParser(count),
  feedArticles: () =>
    new Option('--feed-articles <n>', 'how many articles of a feed to fetch; 20 when absent').argParser(
      articles,
    ),
  savePages: () =>
    new Option('--save-pages <file.warc.gz>', 'keep the pages that were fetched, as a web archive'),
  allowPrivateAddresses: () =>
    new Option('--allow-private-addresses', 'fetch from this computer and from private networks, too'),
  format: () =>
    new Option('--format <names>', `what to write, parted by commas: ${FORMAT_NAMES.join(', ')}`)
      .default(['html', 'json'], 'html,json')
      .argParser(formats),
  quiet: () => new Option('--quiet', 'no warnings and no progress, errors only'),
  force: () => new Option('--force', 'overwrite files that are named here and lie there already'),
};

/** Takes the accounts and what is known of them: the same for each command that reads any. */
function readsAccounts(command: Command): Command {
  return [
    option.date(),
    option.documents(),
    option.maxSize('files larger'),
    option.feedArticles(),
    option.savePages(),
    option.allowPrivateAddresses(),
    option.quiet(),
    option.force(),
  ].reduce(
    (all, each) => all.addOption(each),
    command.argument('<paths...>', 'folders, files and addresses (https://…) of the accounts'),
  );
}

/** Makes a dossier of them. */
function makesDossier(command: Command): Command {
  return readsAccounts(command.addOption(option.title()))
    .addOption(option.minConfidence())
    .addOption(option.jobs());
}

/** The command line: names, options and help; parsing it calls one of the handlers. */
export function commandLine(handlers: Handlers): Command {
  const program = new Command('stemma')
    .description(
      'Reads many accounts of one contested story and shows who said what, through whom, when and in which words;\n' +
        'where the accounts agree and where they part; and which of them are independent. It never says who is right.',
    )
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  stemma articles/                          the dossier, one HTML file and its JSON twin\n' +
        '  stemma analyse articles/ > dossier.json   the dossier as JSON\n' +
        '  stemma attribute < docs.ndjson            attributions, a line for each document\n' +
        '\nExit codes: 0 done (warnings are listed), 1 nothing could be analysed or the work failed, 2 usage,\n' +
        '130 interrupted.',
    );

  makesDossier(
    program
      .command('report', { isDefault: true })
      .description(
        'write the dossier, as one HTML file with its JSON twin or in other formats (the default)',
      ),
  )
    .option('-o, --out <name>', 'where to write: a file, or a folder')
    .addOption(option.format())
    .option('--json', 'print the summary as JSON')
    .action((paths: string[], flags: StoryFlags) => handlers.report(paths, flags));

  makesDossier(program.command('analyse').description('print the dossier as JSON'))
    .option('-o, --out <file.json>', 'write to a file instead of standard output')
    .action((paths: string[], flags: StoryFlags) => handlers.analyse(paths, flags));

  readsAccounts(
    program
      .command('stories')
      .description('list which of the documents tell one story, where a folder holds several'),
  )
    .option('--json', 'print the list as JSON')
    .action((paths: string[], flags: StoriesFlags) => handlers.stories(paths, flags));

  program
    .command('attribute')
    .description('documents in, attributions out, a line of JSON each; streams')
    .argument(
      '[file.ndjson]',
      'documents {id, text, title?, published?, publisher?, language?}; standard input when absent or -',
    )
    .option('-o, --out <file.ndjson>', 'write to a file instead of standard output')
    .addOption(option.minConfidence())
    .addOption(option.maxSize('lines longer'))
    .addOption(option.jobs())
    .addOption(option.quiet())
    .addOption(option.force())
    .action((file: string | undefined, flags: AttributeFlags) => handlers.attribute(file, flags));
  return program;
}

function day(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const date = match ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('Write a day as YYYY-MM-DD, for example 2024-03-09.');
  }
  return text;
}

function formats(text: string): string[] {
  const names = [...new Set(text.split(',').map((name) => name.trim().toLowerCase()))];
  const unknown = names.find((name) => !FORMAT_NAMES.includes(name));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`There is no format "${unknown}"; there are ${FORMAT_NAMES.join(', ')}.`);
  }
  return names;
}

function probability(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('Write a number from 0 to 1, for example 0.8.');
  return value;
}

function mebibytes(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1024))
    throw new InvalidArgumentError('Write a number of mebibytes, at most 1024, for example 50.');
  return value * MEBIBYTE;
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 64)
    throw new InvalidArgumentError('Write a whole number from 1 to 64.');
  return value;
}

function articles(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1000)
    throw new InvalidArgumentError('Write a whole number from 1 to 1000.');
  return value;
}
