import type { ErrorCode } from '../model/errors.ts';

/** Codes of what can go wrong with one address. */
export type FetchCode = Extract<
  ErrorCode,
  | 'bad-address'
  | 'address-refused'
  | 'robots-disallowed'
  | 'fetch-failed'
  | 'fetch-timeout'
  | 'http-status'
  | 'bad-redirect'
  | 'too-large'
  | 'unsupported-format'
>;

/** Why one address could not be fetched: a part of a sentence that follows “… was not fetched: ”. */
export class FetchProblem extends Error {
  readonly code: FetchCode;

  constructor(code: FetchCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'FetchProblem';
    this.code = code;
  }
}

/** What the system says of a failed connection, in words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its host is not known',
  EAI_AGAIN: 'the name of its host cannot be looked up now; is this computer connected?',
  ENODATA: 'its host has no address',
  ECONNREFUSED: 'its host refuses the connection',
  ECONNRESET: 'its host broke the connection off',
  EPIPE: 'its host broke the connection off',
  EHOSTUNREACH: 'its host cannot be reached',
  ENETUNREACH: 'its network cannot be reached',
  ETIMEDOUT: 'its host does not answer',
  EPROTO: 'its host does not speak HTTPS there',
  CERT_HAS_EXPIRED: 'the certificate of its host has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its host vouches for itself alone (a self-signed certificate)',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate of its host is vouched for by nobody known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of its host is vouched for by nobody known',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate of its host is vouched for by nobody known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate of its host is for another one',
  HPE_HEADER_OVERFLOW: 'the header of its answer is too long',
};

/** The problem that an error of the network stands for. */
export function networkProblem(error: unknown): FetchProblem {
  if (error instanceof FetchProblem) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reason =
    REASONS[code] ??
    (code.startsWith('HPE_')
      ? `its answer is no proper HTTP (${code})`
      : code === ''
        ? message
        : `the connection failed (${code})`);
  return new FetchProblem('fetch-failed', reason, { cause: error });
}
