/** Errors of a fetch, and the translation of network errors into them. */
import type { FetchFailureCode } from '../../app/ports/fetch.ts';

const MAX_SHOWN_URL_CHARS = 120;

/** Thrown by the steps of a fetch and caught once by the fetcher. The message becomes the outcome's `detail`. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly code: FetchFailureCode;
  readonly httpStatus?: number;
  readonly retryAfterSeconds?: number;

  constructor(
    code: FetchFailureCode,
    detail: string,
    options: ErrorOptions & { httpStatus?: number; retryAfterSeconds?: number } = {},
  ) {
    super(detail, options);
    this.code = code;
    this.httpStatus = options.httpStatus;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/**
 * Translates an error of a request to `host`.
 * @returns undefined for an error that no server can cause: a bug, to be rethrown
 */
export function toFetchError(error: unknown, host: string): FetchError | undefined {
  if (error instanceof FetchError) return error;
  const errorCode = errorCodeOf(error);
  if (errorCode === undefined) return undefined;
  const { code, detail } = ERROR_MAPPINGS.find(({ pattern }) => pattern.test(errorCode)) ?? UNKNOWN_ERROR;
  return new FetchError(code, detail(host, errorCode), { cause: error });
}

/** A URL that may be shown to anybody: without user name, password, query and fragment. */
export function redactedUrl(url: URL): string {
  const shown = `${url.protocol}//${url.host}${url.pathname}`;
  return shown.length <= MAX_SHOWN_URL_CHARS ? shown : `${shown.slice(0, MAX_SHOWN_URL_CHARS - 1)}…`;
}

interface ErrorMapping {
  pattern: RegExp;
  code: FetchFailureCode;
  detail: (host: string, errorCode: string) => string;
}

/** The first match applies. Patterns match error codes of Node and undici, or the error's name if it has no code. */
const ERROR_MAPPINGS: readonly ErrorMapping[] = [
  {
    pattern: /^(TimeoutError|ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/,
    code: 'timeout',
    detail: (host) => `${host} took too long to respond`,
  },
  {
    pattern: /^(AbortError|ABORT_ERR|UND_ERR_(DESTROYED|CLOSED|ABORTED))$/,
    code: 'connection',
    detail: (host) => `the request to ${host} was aborted: Clausewatch is shutting down`,
  },
  {
    pattern: /^(ENOTFOUND|ENODATA|EAI_)/,
    code: 'unresolved-host',
    detail: (host) => `the host name ${host} could not be resolved`,
  },
  {
    pattern: /^ECONNREFUSED$/,
    code: 'connection',
    detail: (host) => `${host} refused the connection`,
  },
  {
    pattern: /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE)$/,
    code: 'connection',
    detail: (host) => `${host} closed the connection before the response was complete`,
  },
  {
    pattern: /^(HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW)/,
    code: 'connection',
    detail: (host) => `${host} sent a response that is not valid HTTP`,
  },
  {
    pattern: /^(Z_|ERR__|ERR_BROTLI_)/,
    code: 'connection',
    detail: (host) => `${host} sent a response that cannot be decompressed`,
  },
  {
    pattern: /CERT|SIGNATURE|ERR_TLS|ERR_SSL|^EPROTO$/,
    code: 'connection',
    detail: (host, errorCode) => `no secure connection to ${host} could be made (${errorCode})`,
  },
];

const UNKNOWN_ERROR: Omit<ErrorMapping, 'pattern'> = {
  code: 'connection',
  detail: (host, errorCode) => `${host} could not be reached (${errorCode})`,
};

function errorCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return code === 'Error' || code === 'UND_ERR_INVALID_ARG' ? undefined : code;
}
