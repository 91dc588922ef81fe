/** A pending interaction: opened by a member, settled by the bot's response or a timeout. */
import type { Choice } from './command-schema.ts';
import type { Member } from './guild.ts';
import type { Message } from './messages.ts';

/** How long a bot may use an interaction token. */
export const INTERACTION_TOKEN_LIFETIME_MS = 15 * 60_000;

export const INTERACTION = { command: 2, button: 3, autocomplete: 4, modal: 5 } as const;

export type InteractionResult = { kind: 'message'; message: Message } | { kind: 'choices'; choices: Choice[] };

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
  /** The message a message command was run on. */
  target?: Message;
  /** `late`: the time limit has passed, and a first response is refused. */
  state: 'waiting' | 'acknowledged' | 'late';
  openedAtMs: number;
  /** The response message; for a button that updates its message, that message. */
  originalId?: string;
  /** Called with the first response a member can see. */
  settle(result: InteractionResult): void;
}

/** Why a member got no response. */
export class InteractionError extends Error {
  readonly code: 'offline' | 'no-answer' | 'unknown-command' | 'not-allowed' | 'bad-option' | 'no-such-button';
  constructor(code: InteractionError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
