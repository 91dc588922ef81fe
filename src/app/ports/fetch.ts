/** Fetches pages, feeds and signal files; `io/fetch` implements it. */
import type { Instant } from '../../domain/vocabulary.ts';

export type FetchFailureCode =
  | 'bad-url'
  | 'private-address'
  | 'unresolved-host'
  | 'too-many-redirects'
  | 'redirect-refused'
  | 'too-large'
  | 'timeout'
  | 'connection'
  | 'http-status'
  | 'rate-limited'
  | 'unsupported-type';

export interface Fetcher {
  /**
   * Requests one address, follows its redirects and reads the whole response. Whatever the server does is an outcome; it throws only on
   * a bug.
   */
  fetch(url: string, request: FetchRequest): Promise<FetchOutcome>;
}

export interface FetchRequest {
  /** Other content types are refused. A signal is a small file for crawlers, text or JSON. */
  accept: 'page' | 'feed' | 'signal';
  /** Those of the last good response: the server may answer that nothing was modified. */
  validators?: Validators;
  /** Asks for a fresh response past every cache, without validators. */
  bypassCache?: boolean;
  /** BCP 47 language, for sites that adapt to their readers. */
  language?: string;
  /** Response headers to return, in lower case. */
  captureHeaders?: readonly string[];
}

/** Names a version of a page to its server. */
export interface Validators {
  etag?: string;
  lastModified?: string;
  /** The address after redirects that sent them: they mean nothing to another one. Absent: they are sent to every address on the way. */
  url?: string;
}

export type FetchOutcome =
  | {
      status: 'ok';
      /** After redirects. */
      url: string;
      fetchedAt: Instant;
      httpStatus: number;
      /** Lower case, without parameters; empty when the server sent none. */
      contentType: string;
      /** Decoded text; bytes for a PDF file, which only a page can be. */
      body: string | Buffer;
      validators: Validators;
      /** Every value of the requested headers. */
      captureHeaders?: Readonly<Record<string, readonly string[]>>;
      maxAgeSeconds?: number;
    }
  | { status: 'not-modified'; maxAgeSeconds?: number }
  | {
      status: 'failed';
      code: FetchFailureCode;
      /** One line for a guild's admin; never a query string, a password or a stack trace. */
      detail: string;
      /** For `http-status` and `rate-limited`. */
      httpStatus?: number;
      /** The server's Retry-After. */
      retryAfterSeconds?: number;
    };
