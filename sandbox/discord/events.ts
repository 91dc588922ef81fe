/** What happens in the loopback Discord, for whoever watches: the chat page, and tests that wait for something. */
import type { Spoken } from './locales.ts';
import type { Message } from './messages.ts';

export type ServerEvent =
  /** `onlyFor`: nobody but this user sees the message. */
  | { type: 'message' | 'edit'; message: Message; onlyFor?: string }
  | { type: 'delete'; channelId: string; messageId: string }
  | { type: 'bot'; online: boolean }
  | { type: 'commands' }
  | ({ type: 'spoken' } & Spoken)
  | { type: 'channels' };

export interface Events {
  emit(event: ServerEvent): void;
  /** @returns what stops the listening. */
  listen(listener: (event: ServerEvent) => void): () => void;
  /** The next event that fits. */
  until(fits: (event: ServerEvent) => boolean): Promise<ServerEvent>;
}

export function createEvents(): Events {
  const listeners = new Set<(event: ServerEvent) => void>();
  const listen: Events['listen'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    listen,
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
    until(fits) {
      return new Promise((resolve) => {
        const stop = listen((event) => {
          if (!fits(event)) return;
          stop();
          resolve(event);
        });
      });
    },
  };
}
