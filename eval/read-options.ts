import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * Reads the options of a development command; a mistake ends it with exit code 2 and a line that says what to write instead.
 *
 * @param usage - the command as it is to be typed.
 */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options }>>['values'] {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nWrite: ${usage}\n`);
    return process.exit(2);
  }
}
