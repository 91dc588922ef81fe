/** The bot's recurring work: poll documents, signals and feeds, run calendar jobs, start deliveries. No job overlaps with itself. */
import type { Feed, Platform, RegulationEvent, WatchedDocument } from '../../domain/catalog.ts';
import type { Dispatch } from '../deliver/dispatch.ts';
import { enqueueDigests } from '../notify/enqueue-digests.ts';
import { enqueueLawAlerts } from '../notify/enqueue-law-alerts.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { findUnconfirmedDocuments, pollTwice, pollUnconfirmedSignals } from './confirm-changes.ts';
import { type DocumentPollResult, pollDocuments } from './poll-documents.ts';
import { type FeedPollResult, pollFeeds } from './poll-feeds.ts';
import { pollSignals, type SignalPollResult } from './poll-signals.ts';
import type { PollContext } from './run-polls.ts';
import { findUnverifiedStories, publishVerification } from './verify-reported-changes.ts';

export interface PollerDeps {
  poll: PollContext;
  documents: readonly WatchedDocument[];
  feeds: readonly Feed[];
  /** Those whose signals are polled. */
  platforms: readonly Platform[];
  regulation: readonly RegulationEvent[];
  /** Absent: alerts wait in the outbox. */
  dispatch?: Pick<Dispatch, 'deliver'>;
  /** Runs a job once, later. One that is lost when the program ends is made up for by the next poll. */
  runAfter(seconds: number, job: () => Promise<void>): void;
}

export interface Poller {
  /** Polls every document once, and those with an unconfirmed change again. */
  pollDocuments(): Promise<DocumentPollResult[]>;
  /** Polls every signal source once, and those with an unconfirmed change again. */
  pollSignals(): Promise<SignalPollResult[]>;
  /** Polls every feed once, then the documents of platforms whose terms are reported to have changed, where no change was seen. */
  pollFeeds(): Promise<FeedPollResult[]>;
  /** Announces laws on their day and enqueues the digests that are due; `scheduled` when the operator's digest schedule runs. */
  runCalendarJobs(options?: { scheduled?: boolean }): Promise<void>;
  /** Sends all that is due. The other jobs start it and do not wait for its end. */
  deliver(): Promise<void>;
}

export function createPoller({
  poll,
  documents,
  feeds,
  platforms,
  regulation,
  dispatch,
  runAfter,
}: PollerDeps): Poller {
  const { store, now, log, confirmAfterSeconds } = poll;
  const feedQueue = createSerialQueue();
  const calendarQueue = createSerialQueue();

  const deliver = async () => {
    await dispatch?.deliver();
  };
  /** Delivering to all channels can take an hour, which no poll should wait for. */
  const startDelivery = () => {
    deliver().catch((error) => log.error('delivery failed', { err: error }));
  };

  const pollDocumentsTwice = pollTwice({
    first: (polled: readonly WatchedDocument[]) => pollDocuments(polled, poll),
    second: async () => pollDocuments(await findUnconfirmedDocuments(documents, store), poll),
    confirmAfterSeconds,
    runAfter,
    afterPoll: startDelivery,
  });
  const pollSignalsTwice = pollTwice({
    first: (polled: readonly Platform[]) => pollSignals(polled, poll),
    second: () => pollUnconfirmedSignals(platforms, poll),
    confirmAfterSeconds,
    runAfter,
    afterPoll: startDelivery,
  });
  const verifyReportedChanges = async () => {
    const unverified = await findUnverifiedStories(store, platforms, now());
    if (unverified.stories.length === 0) return;
    await pollDocumentsTwice(unverified.documents);
    await publishVerification(store, unverified.stories, now());
  };

  return {
    pollDocuments: () => pollDocumentsTwice(documents),
    pollSignals: () => pollSignalsTwice(platforms),
    async pollFeeds() {
      const results = await feedQueue(() => pollFeeds(feeds, poll));
      startDelivery();
      await verifyReportedChanges();
      return results;
    },
    async runCalendarJobs(options) {
      await calendarQueue(async () => {
        await enqueueLawAlerts(store, regulation, now);
        await enqueueDigests(poll, options);
      });
      startDelivery();
    },
    deliver,
  };
}
