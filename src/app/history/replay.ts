/** Walks a recorded history as if it had been polled: the same extraction, the same memory, the same verdicts. */

import { computeIdentity } from '../../core/extract/identity.ts';
import {
  computeVersionId,
  type DocumentObservation,
  type DocumentState,
  observeDocument,
} from '../../core/history/observe-document.ts';
import type { ClauseReader } from '../../core/judge/clause-reader.ts';
import type { Declaration, PageDeclaration } from '../../domain/catalog.ts';
import type { DocumentVersion, Extraction } from '../../domain/document.ts';
import type { DocumentId } from '../../domain/vocabulary.ts';
import type { RecordedVersion } from '../ports/history.ts';
import type { ParsePdf } from '../ports/pdf.ts';
import { extractFetchedDocument } from '../watch/extract-fetched-document.ts';

/** What became of one recorded version. */
export type ReplayedVersion = { recorded: RecordedVersion; version?: DocumentVersion; textChanged: boolean } & (
  | { status: 'observed'; observation: DocumentObservation }
  | { status: 'unreadable'; reason: string }
);

export interface ReplayOptions {
  clauseReader: ClauseReader;
  /** How captures of a document type are read, when the history holds pages instead of versions. */
  declarationFor?(type: string): Promise<Declaration>;
  /** How captures that are PDF files are read; absent, they are unreadable. */
  parsePdf?: ParsePdf;
  /** The document a recorded version belongs to, or nothing when it is to be passed over. */
  documentOf(recorded: RecordedVersion): DocumentId | undefined;
}

/** Yields one result a version, in the order of the history. */
export async function* replayHistory(
  history: AsyncIterable<RecordedVersion>,
  { clauseReader, declarationFor, parsePdf: readPdf, documentOf }: ReplayOptions,
): AsyncGenerator<ReplayedVersion> {
  const states = new Map<DocumentId, DocumentState>();
  for await (const recorded of history) {
    const document = documentOf(recorded);
    if (document === undefined) continue;
    const extraction = await read(recorded, await declarationFor?.(recorded.type), readPdf);
    if (extraction.status === 'unreadable') {
      const reason = `${extraction.reason}: ${extraction.detail}`;
      yield { recorded, textChanged: false, status: 'unreadable', reason };
      continue;
    }
    const memory = states.get(document);
    const version: DocumentVersion = {
      id: computeVersionId(document, extraction.markdown),
      document,
      markdown: extraction.markdown,
      identity: extraction.identity,
      seen: recorded.date,
    };
    // A recorded history needs no second look: its versions stood long enough to be recorded.
    const sighting = { version, technical: recorded.kind === 'technical', confirmed: true };
    const observation = observeDocument(memory, sighting, { clauseReader, confirmAfterSeconds: 0 });
    const becameCurrent = observation.head.current.version === version.id;
    states.set(document, {
      head: observation.head,
      markdown: becameCurrent || memory === undefined ? version.markdown : memory.markdown,
    });
    const textChanged = memory !== undefined && memory.head.current.identity !== version.identity;
    yield { recorded, version, textChanged, status: 'observed', observation };
  }
}

async function read(
  { content }: RecordedVersion,
  declaration: Declaration | undefined,
  parsePdf: ParsePdf | undefined,
): Promise<Extraction> {
  // A version is Markdown already. A PDF file is a capture, and needs no declaration to be read.
  if (declaration === undefined && typeof content === 'string') {
    return { status: 'ok', markdown: content, identity: computeIdentity(content) };
  }
  const pages = declaration?.pages.slice(0, 1) ?? [DEFAULT_PAGE];
  return extractFetchedDocument([{ body: content, url: pages[0]?.fetch ?? '' }], { pages }, parsePdf);
}

const DEFAULT_PAGE: PageDeclaration = {
  fetch: '',
  select: [],
  remove: [],
  removeQueryParams: [],
  executeClientScripts: false,
};
