/** How the app reads a recorded history of documents. `src/io/git-history.ts` implements it for Open Terms Archive repositories. */
import type { Instant } from '../../domain/vocabulary.ts';

/**
 * Reads the recorded versions one by one, in the order they were recorded (which is not the order of their dates).
 * @param dir the repository, bare or not
 * @throws {HistoryError} before the first version when there is nothing to read, later when the repository is damaged
 */
export type ReadHistory = (dir: string, filter?: HistoryFilter) => AsyncIterable<RecordedVersion>;

/** Exact names; absent means every one. */
export interface HistoryFilter {
  service?: string;
  type?: string;
}

/** One file of one commit: a document as it was captured once. */
export interface RecordedVersion {
  service: string;
  /** An Open Terms Archive terms type such as `Terms of Service`. */
  type: string;
  /** Which page of a document that is joined from several; only snapshots have it. */
  documentId?: string;
  /** Path in the repository. */
  path: string;
  commit: string;
  /** When the capture was made. Dates may go back from one version to the next. */
  date: Instant;
  kind: RecordKind;
  /** Text of Markdown and HTML, bytes of PDF. */
  content: string | Buffer;
  /** The commit of the public collection this one was copied from, where the message names one. */
  sourceCommit?: string;
}

/** `first` starts the tracking, `change` is the platform's doing, `technical` the recorder's: a new baseline, never a change. */
export type RecordKind = 'first' | 'change' | 'technical';

export const HISTORY_ERROR_CODES = [
  'git-not-installed',
  'not-a-repository',
  'no-commits',
  'service-not-found',
  'type-not-found',
  'too-large',
  'damaged',
] as const;
export type HistoryErrorCode = (typeof HISTORY_ERROR_CODES)[number];

/** Why a history cannot be read. The message is one line for the person who asked. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
  readonly code: HistoryErrorCode;

  constructor(code: HistoryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
