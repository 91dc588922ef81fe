/** The bot's daily work in rounds: look at documents and signals, look at feeds, empty the outbox. No round runs twice at once. */
import type { Feed, Platform, WatchedDocument } from '../../domain/catalog.ts';
import type { ReadModel } from '../ask/read-model.ts';
import type { Dispatch } from '../deliver/dispatch.ts';
import { enqueueDigests } from '../notify/enqueue-digests.ts';
import { enqueueLawAlerts } from '../notify/enqueue-law-alerts.ts';
import { createSerialQueue } from '../serial-queue.ts';
import {
  type DocumentPollContext,
  type DocumentPollResult,
  findUnconfirmedDocuments,
  pollDocuments,
} from './poll-documents.ts';
import { type FeedPollContext, type FeedPollResult, pollFeeds } from './poll-feeds.ts';
import { pollSignals, pollUnconfirmedSignals, type SignalPollContext, type SignalPollResult } from './poll-signals.ts';
import { findUnverifiedStories, publishVerification } from './verify-reported-changes.ts';

export interface PollerDeps {
  readModel: ReadModel;
  documents: readonly WatchedDocument[];
  feeds: readonly Feed[];
  /** Whose sites are asked what they tell machines. */
  platforms: readonly Platform[];
  documentPoll: DocumentPollContext;
  feedPoll: FeedPollContext;
  signalPoll: SignalPollContext;
  /** Absent: alerts are planned, and wait in the outbox. */
  dispatch?: Pick<Dispatch, 'deliver'>;
  /** Runs something later, once; forgotten when the program ends, and made up for by the next round. */
  runAfter(seconds: number, job: () => Promise<void>): void;
}

export interface Poller {
  /** Every document once; changes seen once are looked at again after the time that configuration sets. */
  pollDocuments(): Promise<DocumentPollResult[]>;
  /** Every signal source once, with second looks as for documents. */
  pollSignals(): Promise<SignalPollResult[]>;
  /** Every feed once, and then the documents of platforms whose terms are said to have changed, where no change was seen. */
  pollFeeds(): Promise<FeedPollResult[]>;
  /** Tells of laws whose day has come, and sends the digests that are due; `scheduled` when the operator's schedule says so. */
  runCalendarJobs(options?: { scheduled?: boolean }): Promise<void>;
  /** Sends all that is due; the looks begin it and do not wait for its end. */
  deliver(): Promise<void>;
}

export function createPoller(context: PollerDeps): Poller {
  const feedQueue = createSerialQueue();
  const calendarQueue = createSerialQueue();
  const { platforms, documentPoll, signalPoll } = context;

  const deliver = async () => {
    await context.dispatch?.deliver();
  };
  /** A fan-out can take an hour, and the next look must not wait for it. */
  const startDelivery = () => {
    deliver().catch((error) => documentPoll.log.error('delivery failed', { err: error }));
  };

  /** Looks, and looks again at what was seen once: at once or, where the configuration sets a time, after it. */
  const withSecondPoll = <Look extends { source: string; outcome: string }, Sources>(
    look: (at: Sources) => Promise<Look[]>,
    lookAgain: () => Promise<Look[]>,
    confirmAfterSeconds: number,
  ): ((at: Sources) => Promise<Look[]>) => {
    const serially = createSerialQueue();
    const round = async (at: Sources): Promise<Look[]> => {
      const first = await look(at);
      if (!first.some(({ outcome }) => outcome === 'unconfirmed')) return first;
      if (confirmAfterSeconds > 0) {
        context.runAfter(confirmAfterSeconds, async () => {
          await serially(lookAgain);
          startDelivery();
        });
        return first;
      }
      const second = new Map((await lookAgain()).map((again) => [again.source, again]));
      return first.map((one) => second.get(one.source) ?? one);
    };
    return async (at) => {
      const results = await serially(() => round(at));
      startDelivery();
      return results;
    };
  };

  const pollDocumentsTwice = withSecondPoll(
    (documents: readonly WatchedDocument[]) => pollDocuments(documents, documentPoll),
    async () => pollDocuments(await findUnconfirmedDocuments(context.documents, documentPoll.store), documentPoll),
    documentPoll.confirmAfterSeconds,
  );
  const lookAtSignals = withSecondPoll(
    () => pollSignals(platforms, signalPoll),
    () => pollUnconfirmedSignals(platforms, signalPoll),
    signalPoll.confirmAfterSeconds,
  );
  const verifyReportedChanges = async () => {
    const { store, now } = documentPoll;
    const { stories, documents } = await findUnverifiedStories(store, platforms, now());
    if (stories.length === 0) return;
    await pollDocumentsTwice(documents);
    await publishVerification(store, stories, now());
  };

  return {
    pollDocuments: () => pollDocumentsTwice(context.documents),
    pollSignals: () => lookAtSignals(undefined),
    async pollFeeds() {
      const results = await feedQueue(() => pollFeeds(context.feeds, context.feedPoll));
      startDelivery();
      await verifyReportedChanges();
      return results;
    },
    async runCalendarJobs(options) {
      await calendarQueue(async () => {
        await enqueueLawAlerts(context.readModel, documentPoll.now);
        await enqueueDigests(documentPoll, options);
      });
      startDelivery();
    },
    deliver,
  };
}
