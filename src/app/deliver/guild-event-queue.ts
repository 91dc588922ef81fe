/** Handles guild events one by one in the order they came, and keeps them while the store fails. */
import type { GuildEvent } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { StoreError } from './guarded-store.ts';

interface GuildEventQueue {
  /** Replaces a waiting event that this one makes obsolete, so that the queue stays small in a long outage. */
  add(event: GuildEvent): void;
  /** Handles what waits. @returns whether deliveries became due by it. */
  process(): Promise<boolean>;
}

interface GuildEventQueueContext {
  /** @returns whether deliveries became due. */
  handle(event: GuildEvent): Promise<boolean>;
  isStoreBackingOff(): boolean;
  onStoreError(error: StoreError): void;
  log: Log;
}

export function createGuildEventQueue(context: GuildEventQueueContext): GuildEventQueue {
  const { handle, isStoreBackingOff, onStoreError, log } = context;
  /** In the order they came; by what makes an earlier one obsolete. */
  const pending = new Map<string, GuildEvent>();
  const serially = createSerialQueue();

  async function handlePending(): Promise<boolean> {
    let hasDueRows = false;
    for (const [key, event] of pending) {
      if (isStoreBackingOff()) break;
      try {
        if (await handle(event)) hasDueRows = true;
      } catch (error) {
        if (error instanceof StoreError) {
          onStoreError(error);
          break;
        }
        // It would fail again, and hold up the events behind it.
        log.error('a guild event could not be handled', { err: error, ...event });
      }
      // Unless a later event took its place meanwhile.
      if (pending.get(key) === event) pending.delete(key);
    }
    return hasDueRows;
  }

  return {
    add(event) {
      const key = obsoletionKey(event);
      pending.delete(key);
      pending.set(key, event);
    },
    process: () => serially(handlePending),
  };
}

/** Of events with the same key only the last one counts. */
function obsoletionKey(event: GuildEvent): string {
  switch (event.kind) {
    case 'online':
      return 'online';
    case 'server-there':
    case 'server-left':
      return `presence ${event.guildId}`;
    case 'rights-changed':
      return `rights ${event.guildId}`;
    case 'channel-gone':
      return `channel ${event.channelId}`;
  }
}
