/** Why a fetch failed: the error its steps throw, and what the network's own errors mean. */
import type { FetchFailureCode } from '../../app/ports/fetch.ts';

const SHOWN_URL_LENGTH = 120;

/** Thrown by the steps of a fetch and caught once, by the fetcher. The message is the outcome's `detail`. */
export class FetchFault extends Error {
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
export function faultOf(error: unknown, host: string): FetchFault | undefined {
  if (error instanceof FetchFault) return error;
  const sign = signOf(error);
  if (sign === undefined) return undefined;
  const meaning = MEANINGS.find(({ signs }) => signs.test(sign)) ?? UNKNOWN_TROUBLE;
  return new FetchFault(meaning.code, meaning.detail(host, sign), { cause: error });
}

/** An address as it may be shown to anybody: no user name, password, query or fragment. */
export function shownUrl(url: URL): string {
  const shown = `${url.protocol}//${url.host}${url.pathname}`;
  return shown.length <= SHOWN_URL_LENGTH ? shown : `${shown.slice(0, SHOWN_URL_LENGTH - 1)}…`;
}

interface Meaning {
  signs: RegExp;
  code: FetchFailureCode;
  detail: (host: string, sign: string) => string;
}

/** First match counts. Signs are error codes of Node and undici, or the error's name where it has none. */
const MEANINGS: readonly Meaning[] = [
  {
    signs: /^(TimeoutError|ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/,
    code: 'timeout',
    detail: (host) => `${host} took too long to answer`,
  },
  {
    signs: /^(AbortError|ABORT_ERR|UND_ERR_(DESTROYED|CLOSED|ABORTED))$/,
    code: 'connection',
    detail: (host) => `${host} was not asked to the end: Clausewatch is shutting down`,
  },
  {
    signs: /^(ENOTFOUND|ENODATA|EAI_)/,
    code: 'unresolved-host',
    detail: (host) => `${host} could not be found in the domain name system`,
  },
  {
    signs: /^ECONNREFUSED$/,
    code: 'connection',
    detail: (host) => `${host} refused the connection`,
  },
  {
    signs: /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE)$/,
    code: 'connection',
    detail: (host) => `${host} closed the connection before the answer was complete`,
  },
  {
    signs: /^(HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW)/,
    code: 'connection',
    detail: (host) => `${host} answered with something that is not proper HTTP`,
  },
  {
    signs: /^(Z_|ERR__|ERR_BROTLI_)/,
    code: 'connection',
    detail: (host) => `${host} sent an answer that cannot be unpacked`,
  },
  {
    signs: /CERT|SIGNATURE|ERR_TLS|ERR_SSL|^EPROTO$/,
    code: 'connection',
    detail: (host, sign) => `no secure connection to ${host} could be made (${sign})`,
  },
];

const UNKNOWN_TROUBLE: Omit<Meaning, 'signs'> = {
  code: 'connection',
  detail: (host, sign) => `${host} could not be reached (${sign})`,
};

function signOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return code === 'Error' || code === 'UND_ERR_INVALID_ARG' ? undefined : code;
}
