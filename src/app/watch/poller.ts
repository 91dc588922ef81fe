/** The bot's daily work in rounds: look at documents and signals, look at feeds, empty the outbox. No round runs twice at once. */
import type { Feed, Platform, WatchedDocument } from '../../domain/catalog.ts';
import { announceLaws } from '../notify/enqueue-law-alerts.ts';
import type { Archive } from '../ask/read-model.ts';
import type { Dispatch } from '../deliver/dispatch.ts';
import { planDigests } from '../notify/enqueue-digests.ts';
import { inTurn } from '../serial-queue.ts';
import { tellOfLook, unansweredStories } from './verify-reported-changes.ts';
import { type DocumentLook, type DocumentPollContext, pollDocuments, unconfirmedDocuments } from './poll-documents.ts';
import { type FeedLook, type FeedPollContext, pollFeeds } from './poll-feeds.ts';
import { confirmSignals, pollSignals, type SignalLook, type SignalPollContext } from './poll-signals.ts';

export interface RoundsContext {
  archive: Archive;
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
  later(seconds: number, job: () => Promise<void>): void;
}

export interface Rounds {
  /** Every document once; changes seen once are looked at again after the time that configuration sets. */
  lookAtDocuments(): Promise<DocumentLook[]>;
  /** Every signal source once, with second looks as for documents. */
  lookAtSignals(): Promise<SignalLook[]>;
  /** Every feed once, and then the documents of platforms whose terms are said to have changed, where no change was seen. */
  lookAtFeeds(): Promise<FeedLook[]>;
  /** Tells of laws whose day has come, and sends the digests that are due; `scheduled` when the operator's schedule says so. */
  lookAtCalendar(options?: { scheduled?: boolean }): Promise<void>;
  /** Sends all that is due; the looks begin it and do not wait for its end. */
  deliver(): Promise<void>;
}

export function createRounds(context: RoundsContext): Rounds {
  const feedsInTurn = inTurn();
  const calendarInTurn = inTurn();
  const { platforms, documentPoll, signalPoll } = context;

  const deliver = async () => {
    await context.dispatch?.deliver();
  };
  /** A fan-out can take an hour, and the next look must not wait for it. */
  const beginToDeliver = () => {
    deliver().catch((error) => documentPoll.log.error('delivery failed', { err: error }));
  };

  /** Looks, and looks again at what was seen once: at once or, where the configuration sets a time, after it. */
  const lookingTwice = <Look extends { source: string; outcome: string }, Sources>(
    look: (at: Sources) => Promise<Look[]>,
    lookAgain: () => Promise<Look[]>,
    confirmAfterSeconds: number,
  ): ((at: Sources) => Promise<Look[]>) => {
    const oneByOne = inTurn();
    const round = async (at: Sources): Promise<Look[]> => {
      const first = await look(at);
      if (!first.some(({ outcome }) => outcome === 'unconfirmed')) return first;
      if (confirmAfterSeconds > 0) {
        context.later(confirmAfterSeconds, async () => {
          await oneByOne(lookAgain);
          beginToDeliver();
        });
        return first;
      }
      const second = new Map((await lookAgain()).map((again) => [again.source, again]));
      return first.map((one) => second.get(one.source) ?? one);
    };
    return async (at) => {
      const looks = await oneByOne(() => round(at));
      beginToDeliver();
      return looks;
    };
  };

  const lookAt = lookingTwice(
    (documents: readonly WatchedDocument[]) => pollDocuments(documents, documentPoll),
    async () => pollDocuments(await unconfirmedDocuments(context.documents, documentPoll.store), documentPoll),
    documentPoll.confirmAfterSeconds,
  );
  const lookAtSignals = lookingTwice(
    () => pollSignals(platforms, signalPoll),
    () => confirmSignals(platforms, signalPoll),
    signalPoll.confirmAfterSeconds,
  );
  const lookAfterReports = async () => {
    const { store, now } = documentPoll;
    const { stories, documents } = await unansweredStories(store, platforms, now());
    if (stories.length === 0) return;
    await lookAt(documents);
    await tellOfLook(store, stories, now());
  };

  return {
    lookAtDocuments: () => lookAt(context.documents),
    lookAtSignals: () => lookAtSignals(undefined),
    async lookAtFeeds() {
      const looks = await feedsInTurn(() => pollFeeds(context.feeds, context.feedPoll));
      beginToDeliver();
      await lookAfterReports();
      return looks;
    },
    async lookAtCalendar(options) {
      await calendarInTurn(async () => {
        await announceLaws(context.archive, documentPoll.now);
        await planDigests(documentPoll, options);
      });
      beginToDeliver();
    },
    deliver,
  };
}
