/** Events of the loopback Discord, for the chat page and for tests. */
import type { LocaleSettings } from './locales.ts';
import type { Message } from './messages.ts';

export type ServerEvent =
  /** `onlyFor`: the only user who sees an ephemeral message. */
  | { type: 'message' | 'edit'; message: Message; onlyFor?: string }
  | { type: 'delete'; channelId: string; messageId: string }
  | { type: 'bot'; online: boolean }
  | { type: 'commands' }
  | ({ type: 'spoken' } & LocaleSettings)
  | { type: 'channels' };

export interface Events {
  emit(event: ServerEvent): void;
  /** @returns a function that removes the listener. */
  listen(listener: (event: ServerEvent) => void): () => void;
  /** Resolves with the next matching event. */
  until(matches: (event: ServerEvent) => boolean): Promise<ServerEvent>;
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
    until(matches) {
      return new Promise((resolve) => {
        const stop = listen((event) => {
          if (!matches(event)) return;
          stop();
          resolve(event);
        });
      });
    },
  };
}
