/** Walks a recorded history as if it had been polled: the same extraction, the same memory, the same verdicts. */

import { identityOf } from '../core/extract/identity.ts';
import { extractDocument } from '../core/extract/index.ts';
import { type Memory, type Observation, observe, versionId } from '../core/observe.ts';
import type { Declaration, DocumentId, Extraction, Version } from '../domain.ts';
import type { RecordedVersion } from './history-port.ts';

/** What became of one recorded version. */
export type ReplayedVersion = { recorded: RecordedVersion; version?: Version; textChanged: boolean } & (
  | { status: 'observed'; observation: Observation }
  | { status: 'unreadable'; reason: string }
);

export interface ReplayOptions {
  /** How captures of a document type are read, when the history holds pages instead of versions. */
  declarationFor?(type: string): Promise<Declaration>;
  /** The document a recorded version belongs to, or nothing when it is to be passed over. */
  documentOf(recorded: RecordedVersion): DocumentId | undefined;
}

/** Yields one result a version, in the order of the history. */
export async function* replayHistory(
  history: AsyncIterable<RecordedVersion>,
  { declarationFor, documentOf }: ReplayOptions,
): AsyncGenerator<ReplayedVersion> {
  const memories = new Map<DocumentId, Memory>();
  for await (const recorded of history) {
    const document = documentOf(recorded);
    if (document === undefined) continue;
    const extraction = read(recorded, await declarationFor?.(recorded.type));
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
    const observation = observe(memory, sighting, 0);
    const becameCurrent = observation.head.current.version === version.id;
    memories.set(document, {
      head: observation.head,
      markdown: becameCurrent || memory === undefined ? version.markdown : memory.markdown,
    });
    const textChanged = memory !== undefined && memory.head.current.identity !== version.identity;
    yield { recorded, version, textChanged, status: 'observed', observation };
  }
}

function read({ content }: RecordedVersion, declaration: Declaration | undefined): Extraction {
  const text = typeof content === 'string' ? content : content.toString('utf8');
  if (declaration === undefined) return { status: 'ok', markdown: text, identity: identityOf(text) };
  const [page] = declaration.pages;
  return extractDocument([{ html: text, url: page?.fetch ?? '' }], { pages: declaration.pages.slice(0, 1) });
}
