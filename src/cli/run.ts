import { CommanderError } from 'commander';
import { StemmaError } from '../model/errors.ts';
import { commandLine } from './options.ts';
import { Terminal, type Surroundings } from './terminal.ts';

/**
 * Runs one command line to its end.
 *
 * @param args - what the user typed after `stemma`.
 * @returns the exit code: 0 done, 1 nothing could be analysed or the work failed, 2 usage.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const terminal = new Terminal(surroundings, { quiet: args.includes('--quiet') });
  // each command's code is loaded when it is called: `--help` and `attribute` do not pay for reading pages
  const program = commandLine({
    report: async (paths, flags) =>
      (await import('./story-commands.ts')).reportCommand(paths, flags, surroundings, terminal),
    analyse: async (paths, flags) =>
      (await import('./story-commands.ts')).analyseCommand(paths, flags, surroundings, terminal),
    stories: async (paths, flags) =>
      (await import('./stories-command.ts')).storiesCommand(paths, flags, surroundings, terminal),
    attribute: async (file, flags) =>
      (await import('./attribute-command.ts')).attributeCommand(file, flags, surroundings, terminal),
  });
  for (const command of [program, ...program.commands]) {
    const called = command === program ? 'stemma' : `stemma ${command.name()}`;
    const instead = command.name() === 'attribute' ? `${called} < docs.ndjson` : `${called} articles/`;
    command
      .exitOverride()
      .showHelpAfterError(`Write, for example: ${instead} (${called} --help says what else there is)`)
      .configureOutput({
        writeOut: (text) => void surroundings.stdout.write(text),
        writeErr: (text) => void surroundings.stderr.write(text),
      });
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    terminal.endProgress();
    return exitCodeOf(error, terminal);
  }
}

function exitCodeOf(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof StemmaError) {
    terminal.error(error.message);
    return error.exitCode;
  }
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
  terminal.error(
    `Something went wrong that should not have: ${error instanceof Error ? error.message : String(error)}. Please report it with what you typed.`,
  );
  return 1;
}
