/**
 * Every error and warning that reaches a user has a code from this table; `docs/errors.md` has a section for each, and a
 * test compares the two in both directions. `warning` goes on with the rest, `failure` ends the run with exit code 1,
 * `usage` ends it with exit code 2.
 */
export const ERROR_CODES = {
  'empty-file': 'warning',
  'binary-file': 'warning',
  'unreadable-file': 'warning',
  'too-large': 'warning',
  'duplicate-file': 'warning',
  'earlier-version': 'warning',
  'several-articles': 'warning',
  'live-blog': 'warning',
  'unsupported-format': 'warning',
  'about-the-folder': 'warning',
  'own-dossier': 'warning',
  'bad-json': 'warning',
  'bad-front-matter': 'warning',
  'no-text': 'warning',
  'text-mostly-lost': 'warning',
  'encoding-guessed': 'warning',
  'encoding-repaired': 'warning',
  'not-analysed-language': 'warning',
  'undated-documents': 'warning',
  'several-stories': 'warning',
  'unmatched-table-row': 'warning',
  'bad-table-value': 'warning',
  'bad-line': 'warning',
  'bad-address': 'warning',
  'address-refused': 'warning',
  'robots-disallowed': 'warning',
  'fetch-failed': 'warning',
  'fetch-timeout': 'warning',
  'http-status': 'warning',
  'bad-redirect': 'warning',
  'feed-bounded': 'warning',
  'bad-record': 'warning',
  'skipped-records': 'warning',
  'evidence-mismatch': 'failure',
  'model-damaged': 'failure',
  'model-version': 'failure',
  'nothing-readable': 'failure',
  'cannot-write': 'failure',
  'would-overwrite': 'usage',
  'path-not-found': 'usage',
  'bad-option': 'usage',
  'bad-table': 'usage',
} as const satisfies Record<string, 'warning' | 'failure' | 'usage'>;

/** A code of docs/errors.md: what tools may rely on, where messages may change. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** Something that could not be done for one input, or that the reader should know; the run goes on. */
export interface Warning {
  readonly code: ErrorCode;
  /** One sentence: what happened and, where there is something to do, what to do. */
  readonly message: string;
  /** Path relative to the folder that was given, or the name under which the input came. */
  readonly file?: string;
  /** Id of the document that the warning is about. */
  readonly document?: string;
}

/** An error that ends the run. Its message is meant for the user; `cause` holds what lay beneath. */
export class StemmaError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StemmaError';
    this.code = code;
  }

  /** What the command exits with when this error ends it. */
  get exitCode(): 1 | 2 {
    return ERROR_CODES[this.code] === 'usage' ? 2 : 1;
  }
}
