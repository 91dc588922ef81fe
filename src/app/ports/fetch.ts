/** How the app asks for a page or a feed, and what it may be told. `src/io/fetch` implements it. */
import type { Instant } from '../../domain/vocabulary.ts';

export const FETCH_FAILURE_CODES = [
  'bad-url',
  'private-address',
  'unresolved-host',
  'too-many-redirects',
  'redirect-refused',
  'too-large',
  'timeout',
  'connection',
  'http-status',
  'rate-limited',
  'unsupported-type',
] as const;
export type FetchFailureCode = (typeof FETCH_FAILURE_CODES)[number];

export interface Fetcher {
  /**
   * Asks for one address, follows its redirects and reads the whole answer. Whatever the other side does is an outcome;
   * it throws only on a bug.
   */
  fetch(url: string, request: FetchRequest): Promise<FetchOutcome>;
}

export interface FetchRequest {
  /** What the answer will be read as; other content types are refused. A signal is a small file for machines, text or JSON. */
  accept: 'page' | 'feed' | 'signal';
  /** What the last good answer carried: "only if it is not this one any more". */
  validators?: Validators;
  /** Ask past every cache, as for a second look: no validators are sent. */
  bypassCache?: boolean;
  /** BCP 47 language of the wanted text, for sites that show each reader another one. */
  language?: string;
  /** Headers that are wanted with the answer, in lower case. */
  captureHeaders?: readonly string[];
}

/** What a server calls this state of a page. */
export interface Validators {
  etag?: string;
  lastModified?: string;
  /** The final address that gave them: they mean nothing at another one. Absent: they are sent to every address on the way. */
  url?: string;
}

export type FetchOutcome =
  | {
      status: 'ok';
      /** Where the redirects ended. */
      url: string;
      fetchedAt: Instant;
      httpStatus: number;
      /** Lower case, without parameters; empty when the server gave none. */
      contentType: string;
      /** Decoded text; for a PDF file, which only a page can be, its bytes. */
      body: string | Buffer;
      validators: Validators;
      /** Those that were wanted and came, each time they came. */
      captureHeaders?: Readonly<Record<string, readonly string[]>>;
      /** How long the server says that the answer holds. */
      maxAgeSeconds?: number;
    }
  | { status: 'not-modified'; maxAgeSeconds?: number }
  | {
      status: 'failed';
      code: FetchFailureCode;
      /** One line for the admin of a Discord server; never a query, a password or a stack. */
      detail: string;
      /** What the server answered with, for `http-status` and `rate-limited`. */
      httpStatus?: number;
      /** How long the server asked to be left alone. */
      retryAfterSeconds?: number;
    };
