/** The part of the store that deliveries use, with errors that tell a failing store from a fault of our own. */
import type { DeliveryLogEntry } from '../../core/alerts/delivery-rows.ts';
import type { Alert, Delivery } from '../../domain/alert.ts';
import type { Collection } from '../ports/collection.ts';
import type { Store, SubscriptionCollection } from '../ports/store.ts';
import type { StoreOutage } from './store-outage.ts';

/** Lists every write that a delivery may make: one that is not guarded does not compile. */
export interface DeliveryStore {
  outbox: Pick<Collection<Delivery>, 'get' | 'entries' | 'put' | 'putMany' | 'deleteMany'>;
  deliveryLog: Pick<Collection<DeliveryLogEntry>, 'get' | 'has' | 'entries' | 'putMany'>;
  alerts: Pick<Collection<Alert>, 'get' | 'has' | 'entries' | 'put'>;
  subscriptions: Pick<
    SubscriptionCollection,
    'all' | 'listByChannel' | 'listByGuild' | 'listSuspended' | 'putMany' | 'deleteMany'
  >;
}

/** The store failed. Whatever needed it can be tried again later. */
export abstract class StoreError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = new.target.name;
  }
}

class StoreReadError extends StoreError {
  constructor(cause: unknown) {
    super('the store could not be read', cause);
  }
}

export class StoreWriteError extends StoreError {
  readonly code = 'store-failed';
  constructor(cause: unknown) {
    super('the store refused a write', cause);
  }
}

/** @param writeOutage learns how every write went. */
export function guardStore(store: Store, writeOutage: StoreOutage): DeliveryStore {
  const write =
    <Args extends unknown[]>(run: (...args: Args) => Promise<void>) =>
    async (...args: Args): Promise<void> => {
      try {
        await run(...args);
      } catch (error) {
        writeOutage.recordFailure(error);
        throw new StoreWriteError(error);
      }
      writeOutage.recordSuccess();
    };
  const { outbox, deliveryLog, alerts, subscriptions } = store;
  return {
    outbox: {
      get: guardRead((key) => outbox.get(key)),
      entries: guardEntries(outbox),
      put: write((...args) => outbox.put(...args)),
      putMany: write((...args) => outbox.putMany(...args)),
      deleteMany: write((...args) => outbox.deleteMany(...args)),
    },
    deliveryLog: {
      get: guardRead((key) => deliveryLog.get(key)),
      has: guardRead((key) => deliveryLog.has(key)),
      entries: guardEntries(deliveryLog),
      putMany: write((...args) => deliveryLog.putMany(...args)),
    },
    alerts: {
      get: guardRead((key) => alerts.get(key)),
      has: guardRead((key) => alerts.has(key)),
      entries: guardEntries(alerts),
      put: write((...args) => alerts.put(...args)),
    },
    subscriptions: {
      all: guardRead(() => subscriptions.all()),
      listByChannel: guardRead((channelId) => subscriptions.listByChannel(channelId)),
      listByGuild: guardRead((guildId) => subscriptions.listByGuild(guildId)),
      listSuspended: guardRead(() => subscriptions.listSuspended()),
      putMany: write((...args) => subscriptions.putMany(...args)),
      deleteMany: write((...args) => subscriptions.deleteMany(...args)),
    },
  };
}

/** The same read; what it throws becomes the cause of a StoreReadError. */
export function guardRead<Args extends unknown[], Value>(
  read: (...args: Args) => Promise<Value>,
): (...args: Args) => Promise<Value> {
  return async (...args) => {
    try {
      return await read(...args);
    } catch (error) {
      throw new StoreReadError(error);
    }
  };
}

function guardEntries<Value>(collection: Pick<Collection<Value>, 'entries'>): Collection<Value>['entries'] {
  return async function* (prefix) {
    try {
      yield* collection.entries(prefix);
    } catch (error) {
      throw new StoreReadError(error);
    }
  };
}
