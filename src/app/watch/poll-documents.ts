/** Polls documents: load → fetch → analyse → record. */
import { computeExtractorVersion } from '../../core/extract/extractor-version.ts';
import type { DocumentHead, DocumentObservation, DocumentState } from '../../core/history/observe-document.ts';
import { planUnchangedDocument } from '../../core/recording/plan.ts';
import type { Alert } from '../../domain/alert.ts';
import type { WatchedDocument } from '../../domain/catalog.ts';
import type { FetchedPage } from '../ports/analyser.ts';
import type { Fetcher, FetchOutcome, Validators } from '../ports/fetch.ts';
import type { Store } from '../ports/store.ts';
import { executeRecordPlan } from '../record/execute.ts';
import { recordDocumentObservation } from '../record/record-document.ts';
import { type PollContext, runConcurrently, runPoll } from './run-polls.ts';
import {
  isBackingOff,
  loadPolledSource,
  recordPollFailure,
  recordPollSuccess,
  recordUnreadable,
  usableValidators,
} from './source-status.ts';

export interface DocumentPollResult {
  source: string;
  outcome: DocumentObservation['outcome'] | 'not-modified' | 'failed' | 'resting';
  detail?: string;
  alert?: Alert;
}

/** Polls each document once. The fetcher paces the requests to a host. */
export async function pollDocuments(
  documents: readonly WatchedDocument[],
  context: PollContext,
): Promise<DocumentPollResult[]> {
  return Promise.all(
    runConcurrently(documents, (document) => runPoll(document.id, context.log, () => pollDocument(document, context))),
  );
}

async function pollDocument(document: WatchedDocument, context: PollContext): Promise<DocumentPollResult> {
  const { store, fetcher, analyser, confirmAfterSeconds } = context;
  const { id, url, declaration } = document;
  const now = context.now();
  const at = now.toISOString();

  // 1. Load what the request depends on.
  const source = await loadPolledSource(store, { id, kind: 'document', url });
  const head = await store.heads.get(id);
  if (isBackingOff(source, now)) return { source: id, outcome: 'resting' };

  // 2. Fetch. A changed declaration or program would read the same response differently, so it needs the whole of it.
  const readBy = computeExtractorVersion(declaration);
  const validators = head?.readBy === readBy ? usableValidators(source) : undefined;
  const fetched = await fetchPages(document, fetcher, { bypassCache: head?.pending !== undefined, validators });
  if (fetched.status === 'not-modified') {
    if (head) await executeRecordPlan(store, planUnchangedDocument(head, at), at);
    await recordPollSuccess(store, source, now);
    return { source: id, outcome: 'not-modified' };
  }
  if (fetched.status === 'failed') return recordPollFailure(store, source, fetched, now);

  // 3. Analyse.
  const found = await analyser.analyseDocument({
    document: id,
    declaration,
    readBy,
    pages: fetched.pages,
    seen: at,
    state: head && (await loadState(store, head)),
    knownStanceVersion: (await store.stances.get(id))?.version,
    confirmAfterSeconds,
  });
  if (found.status === 'unreadable') return recordUnreadable(store, source, found, now);
  const { observation } = found;
  const { outcome } = observation;
  if (outcome === 'unreadable') {
    const { detail } = await recordPollFailure(
      store,
      source,
      { code: outcome, detail: observation.assessment.reason },
      now,
    );
    return { source: id, outcome, detail };
  }

  // 4. Record, the status last.
  const alert = await recordDocumentObservation(store, found, at);
  await recordPollSuccess(store, source, now, fetched.validators);
  return { source: id, outcome, detail: describeOutcome(observation), alert };
}

/** Documents of several pages are always fetched whole. */
async function fetchPages(
  { declaration, language }: WatchedDocument,
  fetcher: Fetcher,
  request: { bypassCache: boolean; validators: Validators | undefined },
): Promise<{ status: 'ok'; pages: FetchedPage[]; validators?: Validators } | Exclude<FetchOutcome, { status: 'ok' }>> {
  const { bypassCache } = request;
  const isSinglePage = declaration.pages.length === 1;
  const isConditional = isSinglePage && !bypassCache;
  const pages: FetchedPage[] = [];
  let validators: Validators | undefined;
  for (const page of declaration.pages) {
    const outcome = await fetcher.fetch(page.fetch, {
      accept: 'page',
      bypassCache,
      language,
      validators: isConditional ? request.validators : undefined,
    });
    if (outcome.status !== 'ok') return outcome;
    pages.push({ body: outcome.body, url: outcome.url });
    if (isSinglePage) validators = outcome.validators;
  }
  return { status: 'ok', pages, validators };
}

async function loadState(store: Store, head: DocumentHead): Promise<DocumentState | undefined> {
  const current = await store.versions.get(head.current.version);
  return current && { head, markdown: current.markdown };
}

function describeOutcome(observation: Exclude<DocumentObservation, { outcome: 'unreadable' }>): string | undefined {
  switch (observation.outcome) {
    case 'changed':
      return `${observation.change.assessment.significance}: ${observation.change.assessment.reason}`;
    case 'unconfirmed':
      return `waits for a second poll: ${observation.assessment.reason}`;
    case 'variant':
      return `shows an earlier wording again (${observation.head.returns} times so far)`;
    case 'cosmetic':
      return observation.assessment.reason;
    case 'rebased':
      return 'new baseline: the page is read differently than before, or was not the document before';
    case 'first':
    case 'same':
      return undefined;
  }
}
