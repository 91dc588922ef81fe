/** Looks at documents: fetch → extract → observe → record. One look a document; nothing in it stops the others. */
import { computeExtractorVersion } from '../../core/extract/extractor-version.ts';
import type { DocumentObservation } from '../../core/history/observe-document.ts';
import type { Alert } from '../../domain/alert.ts';
import type { WatchedDocument } from '../../domain/catalog.ts';
import type { ExtractorVersion } from '../../domain/document.ts';
import type { Analyser, FetchedPage } from '../ports/analyser.ts';
import type { Now } from '../ports/clock.ts';
import type { Fetcher, FetchOutcome, Validators } from '../ports/fetch.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { recordDocumentObservation, recordDocumentUnchanged } from '../record/record-document.ts';
import { runConcurrently } from './run-concurrently.ts';
import { runPoll } from './run-poll.ts';
import { isBackingOff, recordPollFailure, recordPollSuccess, recordUnreadable } from './source-status.ts';

export interface DocumentPollContext {
  store: Store;
  fetcher: Fetcher;
  reader: Analyser;
  log: Log;
  now: Now;
  /** Seconds between the first and the second look at a change. */
  confirmAfterSeconds: number;
}

/** What one look at a document came to. */
export interface DocumentPollResult {
  source: string;
  outcome:
    | 'first'
    | 'same'
    | 'not-modified'
    | 'cosmetic'
    | 'variant'
    | 'rebased'
    | 'unconfirmed'
    | 'changed'
    | 'unreadable'
    | 'failed'
    | 'resting';
  detail?: string;
  alert?: Alert;
}

/** Looks at each document once. Hosts are paced by the fetcher. */
export async function pollDocuments(
  documents: readonly WatchedDocument[],
  context: DocumentPollContext,
): Promise<DocumentPollResult[]> {
  return Promise.all(
    runConcurrently(documents, (document) => runPoll(document.id, context.log, () => pollDocument(document, context))),
  );
}

/** The documents whose last look found a change that still waits for its second look. */
export async function findUnconfirmedDocuments(
  documents: readonly WatchedDocument[],
  store: Store,
): Promise<WatchedDocument[]> {
  const waiting = await Promise.all(
    documents.map(async ({ id }) => (await store.heads.get(id))?.pending !== undefined),
  );
  return documents.filter((_, i) => waiting[i]);
}

async function pollDocument(document: WatchedDocument, context: DocumentPollContext): Promise<DocumentPollResult> {
  const { store } = context;
  const source = { id: document.id, kind: 'document' as const, url: document.url };
  const now = context.now();
  if (await isBackingOff(store, document.id, now)) return { source: document.id, outcome: 'resting' };

  // 1. Fetch, afresh when a change waits for its second look.
  const readBy = computeExtractorVersion(document.declaration);
  const fetched = await fetchPages(document, readBy, context);
  if (fetched.status === 'not-modified') {
    await recordDocumentUnchanged(store, document.id, now.toISOString());
    await recordPollSuccess(store, source, now);
    return { source: document.id, outcome: 'not-modified' };
  }
  if (fetched.status === 'failed') {
    await recordPollFailure(store, source, fetched, now);
    return { source: document.id, outcome: 'failed', detail: fetched.detail };
  }

  // 2. Read the pages as the document, and decide what that means, given what is known.
  const found = await context.reader.analyseDocument({
    document: document.id,
    declaration: document.declaration,
    readBy,
    pages: fetched.pages,
    seen: now.toISOString(),
    memory: await loadDocumentState(store, document),
    knownStanceVersion: (await store.stances.get(document.id))?.version,
    confirmAfterSeconds: context.confirmAfterSeconds,
  });
  if (found.status === 'unreadable') return recordUnreadable(store, source, found, now);

  // 3. Write it down, the status last: the next conditional request then rests on what was recorded.
  const alert = await recordDocumentObservation(store, found, now.toISOString());
  const { observation } = found;
  if (observation.outcome === 'unreadable') {
    const { reason } = observation.reading;
    await recordPollFailure(store, source, { code: 'unreadable', detail: reason }, now);
    return { source: document.id, outcome: 'unreadable', detail: reason };
  }
  await recordPollSuccess(store, source, now, fetched.validators);
  return { source: document.id, outcome: observation.outcome, detail: describeOutcome(observation), alert };
}

type FetchedPages =
  | { status: 'ok'; pages: FetchedPage[]; validators?: Validators }
  | Exclude<FetchOutcome, { status: 'ok' }>;

async function fetchPages(
  document: WatchedDocument,
  readBy: ExtractorVersion,
  { store, fetcher }: DocumentPollContext,
): Promise<FetchedPages> {
  const [head, status] = await Promise.all([store.heads.get(document.id), store.sources.get(document.id)]);
  const single = document.declaration.pages.length === 1;
  const fresh = head?.pending !== undefined;
  const answers: FetchedPage[] = [];
  let validators: Validators | undefined;
  for (const page of document.declaration.pages) {
    // "Not modified" is an answer only where something readable stands behind it that would be read in the same way today.
    const conditional = single && !fresh && head?.readBy === readBy && status?.problem === undefined;
    const outcome = await fetcher.fetch(page.fetch, {
      accept: 'page',
      bypassCache: fresh,
      language: document.language,
      validators: conditional ? status?.validators : undefined,
    });
    if (outcome.status !== 'ok') return outcome;
    answers.push({ body: outcome.body, url: outcome.url });
    if (single) validators = outcome.validators;
  }
  return { status: 'ok', pages: answers, validators };
}

async function loadDocumentState(store: Store, document: WatchedDocument) {
  const head = await store.heads.get(document.id);
  if (head === undefined) return undefined;
  const current = await store.versions.get(head.current.version);
  return current === undefined ? undefined : { head, markdown: current.markdown };
}

function describeOutcome(observation: DocumentObservation): string | undefined {
  switch (observation.outcome) {
    case 'changed':
      return `${observation.change.reading.change}: ${observation.change.reading.reason}`;
    case 'unconfirmed':
      return `waits for a second look: ${observation.reading.reason}`;
    case 'variant':
      return `the page shows a wording it showed before (${observation.returns} times so far)`;
    case 'cosmetic':
      return observation.reading.reason;
    case 'rebased':
      return 'a new baseline: the page is read in another way than before, or was not the document before';
    default:
      return undefined;
  }
}
