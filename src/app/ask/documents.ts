/** The watched documents of a platform, with what is stored about each. */
import type { DocumentHead } from '../../core/history/observe-document.ts';
import type { Platform, WatchedDocument } from '../../domain/catalog.ts';
import type { DocumentStance } from '../../domain/document.ts';
import type { Topic } from '../../domain/vocabulary.ts';
import type { SourceStatus } from '../ports/store.ts';
import type { ReadModel } from './read-model.ts';

/** `stance` is absent until the document has been read. */
export interface DocumentWithStance {
  document: WatchedDocument;
  stance?: DocumentStance;
}

export interface DocumentStatus extends DocumentWithStance {
  head?: DocumentHead;
  status?: SourceStatus;
}

/** In catalog order. */
export async function documentsWithStance({ store }: ReadModel, platform: Platform): Promise<DocumentWithStance[]> {
  return Promise.all(
    platform.documents.map(async (document) => ({ document, stance: await store.stances.get(document.id) })),
  );
}

/** In catalog order. Heads hold the clause history and are large: use `documentsWithStance` where the stance is enough. */
export async function documentStatuses({ store }: ReadModel, platform: Platform): Promise<DocumentStatus[]> {
  return Promise.all(
    platform.documents.map(async (document) => {
      const [stance, head, status] = await Promise.all([
        store.stances.get(document.id),
        store.heads.get(document.id),
        store.sources.get(document.id),
      ]);
      return { document, stance, head, status };
    }),
  );
}

/** Clauses about a topic in all of the documents. */
export function countClauses(documents: readonly DocumentWithStance[], topic: Topic): number {
  const lines = documents.flatMap(({ stance }) => stance?.lines.find((line) => line.topic === topic) ?? []);
  return lines.reduce((sum, { quotes }) => sum + quotes.length, 0);
}
