/** The bot's daily work in rounds: look at documents, look at feeds, empty the outbox. No round runs twice at once. */
import type { Feed, WatchedDocument } from '../domain.ts';
import { type DeliverContext, deliverDue } from './deliver.ts';
import { type DocumentLook, type DocumentPollContext, pollDocuments, unconfirmedDocuments } from './poll-documents.ts';
import { type FeedLook, type FeedPollContext, pollFeeds } from './poll-feeds.ts';

export interface RoundsContext {
  documents: readonly WatchedDocument[];
  feeds: readonly Feed[];
  documentPoll: DocumentPollContext;
  feedPoll: FeedPollContext;
  /** Absent: alerts are planned, and wait in the outbox. */
  delivery?: DeliverContext;
  /** Runs something later, once; forgotten when the program ends, and made up for by the next round. */
  later(seconds: number, job: () => Promise<void>): void;
}

export interface Rounds {
  /** Every document once; changes seen once are looked at again after the time that configuration sets. */
  lookAtDocuments(): Promise<DocumentLook[]>;
  lookAtFeeds(): Promise<FeedLook[]>;
  deliver(): Promise<void>;
}

export function createRounds(context: RoundsContext): Rounds {
  const documentsInTurn = inTurn();
  const feedsInTurn = inTurn();
  const deliverInTurn = inTurn();
  const { store, confirmAfterSeconds } = context.documentPoll;

  const deliver = async () => {
    const { delivery } = context;
    if (delivery) await deliverInTurn(() => deliverDue(delivery));
  };

  const secondLook = async (): Promise<DocumentLook[]> => {
    const waiting = await unconfirmedDocuments(context.documents, store);
    return pollDocuments(waiting, context.documentPoll);
  };

  const lookAtDocuments = async (): Promise<DocumentLook[]> => {
    const first = await pollDocuments(context.documents, context.documentPoll);
    if (!first.some(({ outcome }) => outcome === 'unconfirmed')) return first;
    if (confirmAfterSeconds > 0) {
      context.later(confirmAfterSeconds, async () => {
        await documentsInTurn(secondLook);
        await deliver();
      });
      return first;
    }
    const second = new Map((await secondLook()).map((look) => [look.source, look]));
    return first.map((look) => second.get(look.source) ?? look);
  };

  return {
    async lookAtDocuments() {
      const looks = await documentsInTurn(lookAtDocuments);
      await deliver();
      return looks;
    },
    async lookAtFeeds() {
      const looks = await feedsInTurn(() => pollFeeds(context.feeds, context.feedPoll));
      await deliver();
      return looks;
    },
    deliver,
  };
}

/** Runs jobs one after the other, in the order they came, whether or not the one before succeeded. */
function inTurn(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const next = last.then(job, job);
    last = next.catch(() => {});
    return next;
  };
}
