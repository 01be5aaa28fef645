import type { Readable, Writable } from 'node:stream';
import type { Warning } from '../model/errors.ts';

/** Everything outside that a command touches, so that tests can run it whole. */
export interface Surroundings {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths count from. */
  readonly cwd: string;
  /** What fetched pages are dated by; the system's clock when absent. */
  readonly now?: () => Date;
}

const ESCAPE = '\u001b[';

/** stderr for people: warnings, errors, a line of progress; colour and progress only where a terminal shows them. */
export class Terminal {
  readonly #surroundings: Surroundings;
  readonly #quiet: boolean;
  readonly #colour: boolean;
  #progressShown = false;

  constructor(surroundings: Surroundings, options: { quiet: boolean }) {
    this.#surroundings = surroundings;
    this.#quiet = options.quiet;
    this.#colour =
      Boolean(surroundings.stderr.isTTY) &&
      !surroundings.env['NO_COLOR'] &&
      surroundings.env['TERM'] !== 'dumb';
  }

  /** Replaces the line of progress; nothing where stderr is no terminal. */
  progress(line: string): void {
    if (this.#quiet || !this.#surroundings.stderr.isTTY) return;
    this.#surroundings.stderr.write(`\r${ESCAPE}K${line}`);
    this.#progressShown = true;
  }

  endProgress(): void {
    if (this.#progressShown) this.#surroundings.stderr.write(`\r${ESCAPE}K`);
    this.#progressShown = false;
  }

  warn(warning: Warning): void {
    if (this.#quiet) return;
    this.#line('warning', '33', `${warning.code}: ${this.#fileOf(warning)}${printable(warning.message)}`);
  }

  /** The file, where the message does not name it. */
  #fileOf({ file, message }: Warning): string {
    return file === undefined || message.includes(file) ? '' : `${printable(file)}: `;
  }

  error(message: string): void {
    this.#line('error', '31', printable(message));
  }

  #line(label: string, colour: string, text: string): void {
    this.endProgress();
    this.#surroundings.stderr.write(
      `${this.#colour ? `${ESCAPE}${colour}m${label}${ESCAPE}0m` : label}: ${text}\n`,
    );
  }
}

/** File names and texts can hold control characters that would drive the reader's terminal; they are shown as escapes. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) =>
    character === '\n' ? ' ' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
