/** Replays a recorded history as if it had been polled: the same extraction and the same observations. */
import { computeIdentity } from '../../core/extract/identity.ts';
import {
  computeVersionId,
  type DocumentObservation,
  type DocumentState,
  type ObservedVersion,
  observeDocument,
} from '../../core/history/observe-document.ts';
import type { ClauseReader } from '../../core/judge/clause-reader.ts';
import type { Declaration } from '../../domain/catalog.ts';
import type { DocumentVersion, Extraction } from '../../domain/document.ts';
import type { DocumentId } from '../../domain/vocabulary.ts';
import type { RecordedVersion } from '../ports/history.ts';
import type { ParsePdf } from '../ports/pdf.ts';
import { extractFetchedDocument, UNDECLARED_PAGE } from '../watch/extract-fetched-document.ts';

export type ReplayedVersion = { recorded: RecordedVersion; version?: DocumentVersion; textChanged: boolean } & (
  | { status: 'observed'; observation: DocumentObservation }
  | { status: 'unreadable'; reason: string }
);

export interface ReplayOptions {
  clauseReader: ClauseReader;
  /** The declaration for captures of a document type, where the history holds pages instead of versions. */
  declarationFor?(type: string): Promise<Declaration>;
  /** Without it, captures that are PDF files are unreadable. */
  parsePdf?: ParsePdf;
  /** The document that a recorded version belongs to; nothing: it is skipped. */
  documentOf(recorded: RecordedVersion): DocumentId | undefined;
}

/** Yields one result for each version, in the order of the history. */
export async function* replayHistory(
  history: AsyncIterable<RecordedVersion>,
  { clauseReader, declarationFor, parsePdf, documentOf }: ReplayOptions,
): AsyncGenerator<ReplayedVersion> {
  const states = new Map<DocumentId, DocumentState>();
  for await (const recorded of history) {
    const document = documentOf(recorded);
    if (document === undefined) continue;
    const extraction = await extract(recorded, await declarationFor?.(recorded.type), parsePdf);
    if (extraction.status === 'unreadable') {
      const reason = `${extraction.reason}: ${extraction.detail}`;
      yield { recorded, textChanged: false, status: 'unreadable', reason };
      continue;
    }
    const state = states.get(document);
    const version: DocumentVersion = {
      id: computeVersionId(document, extraction.markdown),
      document,
      markdown: extraction.markdown,
      identity: extraction.identity,
      seen: recorded.date,
    };
    // Recorded versions need no second poll: they lasted long enough to be recorded.
    const observed: ObservedVersion = { version, isExtractionChange: recorded.kind === 'technical', isConfirmed: true };
    const observation = observeDocument(state, observed, { clauseReader, confirmAfterSeconds: 0 });
    const becameCurrent = observation.head.current.version === version.id;
    states.set(document, {
      head: observation.head,
      markdown: becameCurrent || state === undefined ? version.markdown : state.markdown,
    });
    const textChanged = state !== undefined && state.head.current.identity !== version.identity;
    yield { recorded, version, textChanged, status: 'observed', observation };
  }
}

async function extract(
  { content }: RecordedVersion,
  declaration: Declaration | undefined,
  parsePdf: ParsePdf | undefined,
): Promise<Extraction> {
  // Text without a declaration is Markdown already; a PDF file needs no declaration.
  if (declaration === undefined && typeof content === 'string') {
    return { status: 'ok', markdown: content, identity: computeIdentity(content) };
  }
  const pages = declaration?.pages.slice(0, 1) ?? [UNDECLARED_PAGE];
  return extractFetchedDocument([{ body: content, url: pages[0]?.fetch ?? '' }], { pages }, parsePdf);
}
