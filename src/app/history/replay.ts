/** Walks a recorded history as if it had been polled: the same extraction, the same memory, the same verdicts. */

import type { ClauseReader } from '../../core/judge/clause-reader.ts';
import { identityOf } from '../../core/extract/identity.ts';
import { type Memory, type Observation, observe, versionId } from '../../core/history/observe-document.ts';
import type { Declaration, Page } from '../../domain/catalog.ts';
import type { Extraction, Version } from '../../domain/document.ts';
import type { DocumentId } from '../../domain/vocabulary.ts';
import type { RecordedVersion } from '../ports/history.ts';
import type { ReadPdf } from '../ports/pdf.ts';
import { readDocument } from '../watch/extract-fetched-document.ts';

/** What became of one recorded version. */
export type ReplayedVersion = { recorded: RecordedVersion; version?: Version; textChanged: boolean } & (
  | { status: 'observed'; observation: Observation }
  | { status: 'unreadable'; reason: string }
);

export interface ReplayOptions {
  clauseReader: ClauseReader;
  /** How captures of a document type are read, when the history holds pages instead of versions. */
  declarationFor?(type: string): Promise<Declaration>;
  /** How captures that are PDF files are read; absent, they are unreadable. */
  readPdf?: ReadPdf;
  /** The document a recorded version belongs to, or nothing when it is to be passed over. */
  documentOf(recorded: RecordedVersion): DocumentId | undefined;
}

/** Yields one result a version, in the order of the history. */
export async function* replayHistory(
  history: AsyncIterable<RecordedVersion>,
  { clauseReader, declarationFor, readPdf, documentOf }: ReplayOptions,
): AsyncGenerator<ReplayedVersion> {
  const memories = new Map<DocumentId, Memory>();
  for await (const recorded of history) {
    const document = documentOf(recorded);
    if (document === undefined) continue;
    const extraction = await read(recorded, await declarationFor?.(recorded.type), readPdf);
    if (extraction.status === 'unreadable') {
      const reason = `${extraction.reason}: ${extraction.detail}`;
      yield { recorded, textChanged: false, status: 'unreadable', reason };
      continue;
    }
    const memory = memories.get(document);
    const version: Version = {
      id: versionId(document, extraction.markdown),
      document,
      markdown: extraction.markdown,
      identity: extraction.identity,
      seen: recorded.date,
    };
    // A recorded history needs no second look: its versions stood long enough to be recorded.
    const sighting = { version, technical: recorded.kind === 'technical', confirmed: true };
    const observation = observe(memory, sighting, { clauseReader, confirmAfterSeconds: 0 });
    const becameCurrent = observation.head.current.version === version.id;
    memories.set(document, {
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
  readPdf: ReadPdf | undefined,
): Promise<Extraction> {
  // A version is Markdown already. A PDF file is a capture, and needs no declaration to be read.
  if (declaration === undefined && typeof content === 'string') {
    return { status: 'ok', markdown: content, identity: identityOf(content) };
  }
  const pages = declaration?.pages.slice(0, 1) ?? [ANY_PAGE];
  return readDocument([{ body: content, url: pages[0]?.fetch ?? '' }], { pages }, readPdf);
}

const ANY_PAGE: Page = { fetch: '', select: [], remove: [], removeQueryParams: [], executeClientScripts: false };
