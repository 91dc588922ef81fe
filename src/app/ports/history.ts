/** Reads recorded histories of documents; `io/git-history` implements it for Open Terms Archive repositories. */
import type { Instant } from '../../domain/vocabulary.ts';

/**
 * Yields the versions in the order they were recorded, which is not always the order of their dates.
 * @param dir the repository, bare or not.
 * @throws HistoryError before the first version when there is nothing to read, later when the repository is damaged.
 */
export type ReadHistory = (dir: string, filter?: HistoryFilter) => AsyncIterable<RecordedVersion>;

/** Exact names; absent: all. */
export interface HistoryFilter {
  service?: string;
  type?: string;
}

/** One file of one commit. */
export interface RecordedVersion {
  service: string;
  /** An Open Terms Archive terms type such as `Terms of Service`. */
  type: string;
  /** The page, where a document has several; only in snapshots. */
  documentId?: string;
  /** Path in the repository. */
  path: string;
  commit: string;
  /** When it was captured; may be earlier than the version before. */
  date: Instant;
  kind: RecordKind;
  /** Markdown or HTML as text, PDF as bytes. */
  content: string | Buffer;
  /** The commit of the public collection that it was copied from, where the message names one. */
  sourceCommit?: string;
}

/** `change`: by the platform; `technical`: by the recorder's extraction, which makes a new baseline and never a change. */
export type RecordKind = 'first' | 'change' | 'technical';

type HistoryErrorCode =
  | 'git-not-installed'
  | 'not-a-repository'
  | 'no-commits'
  | 'service-not-found'
  | 'type-not-found'
  | 'too-large'
  | 'damaged';

/** Why a history cannot be read, in one line for the operator. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
  readonly code: HistoryErrorCode;

  constructor(code: HistoryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
