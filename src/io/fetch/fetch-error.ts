/** Why a fetch failed: the error its steps throw, and what the network's own errors mean. */
import type { FetchFailureCode } from '../../app/ports/fetch.ts';

const MAX_SHOWN_URL_CHARS = 120;

/** Thrown by the steps of a fetch and caught once, by the fetcher. The message is the outcome's `detail`. */
export class FetchError extends Error {
  override readonly name = 'FetchFault';
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
 * Says what an error met while asking `host` means.
 * @returns undefined for an error that no server can cause: a bug, to be thrown on
 */
export function toFetchError(error: unknown, host: string): FetchError | undefined {
  if (error instanceof FetchError) return error;
  const sign = errorCodeOf(error);
  if (sign === undefined) return undefined;
  const meaning = ERROR_MAPPINGS.find(({ pattern: signs }) => signs.test(sign)) ?? UNKNOWN_ERROR;
  return new FetchError(meaning.code, meaning.detail(host, sign), { cause: error });
}

/** An address as it may be shown to anybody: no user name, password, query or fragment. */
export function redactedUrl(url: URL): string {
  const shown = `${url.protocol}//${url.host}${url.pathname}`;
  return shown.length <= MAX_SHOWN_URL_CHARS ? shown : `${shown.slice(0, MAX_SHOWN_URL_CHARS - 1)}…`;
}

interface ErrorMapping {
  pattern: RegExp;
  code: FetchFailureCode;
  detail: (host: string, sign: string) => string;
}

/** First match counts. Signs are error codes of Node and undici, or the error's name where it has none. */
const ERROR_MAPPINGS: readonly ErrorMapping[] = [
  {
    pattern: /^(TimeoutError|ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/,
    code: 'timeout',
    detail: (host) => `${host} took too long to answer`,
  },
  {
    pattern: /^(AbortError|ABORT_ERR|UND_ERR_(DESTROYED|CLOSED|ABORTED))$/,
    code: 'connection',
    detail: (host) => `${host} was not asked to the end: Clausewatch is shutting down`,
  },
  {
    pattern: /^(ENOTFOUND|ENODATA|EAI_)/,
    code: 'unresolved-host',
    detail: (host) => `${host} could not be found in the domain name system`,
  },
  {
    pattern: /^ECONNREFUSED$/,
    code: 'connection',
    detail: (host) => `${host} refused the connection`,
  },
  {
    pattern: /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE)$/,
    code: 'connection',
    detail: (host) => `${host} closed the connection before the answer was complete`,
  },
  {
    pattern: /^(HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW)/,
    code: 'connection',
    detail: (host) => `${host} answered with something that is not proper HTTP`,
  },
  {
    pattern: /^(Z_|ERR__|ERR_BROTLI_)/,
    code: 'connection',
    detail: (host) => `${host} sent an answer that cannot be unpacked`,
  },
  {
    pattern: /CERT|SIGNATURE|ERR_TLS|ERR_SSL|^EPROTO$/,
    code: 'connection',
    detail: (host, sign) => `no secure connection to ${host} could be made (${sign})`,
  },
];

const UNKNOWN_ERROR: Omit<ErrorMapping, 'pattern'> = {
  code: 'connection',
  detail: (host, sign) => `${host} could not be reached (${sign})`,
};

function errorCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return code === 'Error' || code === 'UND_ERR_INVALID_ARG' ? undefined : code;
}
