/** An interaction under way: opened when a member asks, closed by the bot's answer or by the clock. */
import type { Choice } from './command-schema.ts';
import type { Member } from './guild.ts';
import type { Message } from './messages.ts';

/** What a bot may still do with an interaction's token after the first answer. */
export const TOKEN_LIVES_MS = 15 * 60_000;

export const INTERACTION = { command: 2, button: 3, autocomplete: 4, modal: 5 } as const;

export type Answered = { kind: 'message'; message: Message } | { kind: 'choices'; choices: Choice[] };

export interface Interaction {
  id: string;
  token: string;
  type: (typeof INTERACTION)[keyof typeof INTERACTION];
  channelId: string;
  member: Member;
  /** The command's full name, such as `alerts add`; for a button, its custom id. */
  name: string;
  /** The message whose button was pressed. */
  source?: Message;
  /** The message whose menu the command was picked in. */
  target?: Message;
  /** `late`: nothing came in time, and Discord takes no first answer any more. */
  state: 'waiting' | 'acknowledged' | 'late';
  openedAtMs: number;
  /** The message that answers it; for a button that updates its message, that message. */
  originalId?: string;
  /** Called once the bot has said something a member can see. */
  settle(answered: Answered): void;
}

/** Why a member got no answer. */
export class NotAnswered extends Error {
  readonly code: 'offline' | 'no-answer' | 'unknown-command' | 'not-allowed' | 'bad-option' | 'no-such-button';
  constructor(code: NotAnswered['code'], message: string) {
    super(message);
    this.code = code;
  }
}
