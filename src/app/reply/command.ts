/**
 * What a slash command is: the data Discord is told, and a function from a question to an answer.
 * To add one: 1. a file here with `export const x = { data, execute } satisfies Command`; 2. its line in index.ts; 3. its names in
 * messages/command-names; 4. a row in test/commands. Nothing in this folder knows Discord's client: io/discord asks, and renders what comes back.
 */

import type { SubscriptionDesk } from '../notify/subscription-service.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Archive } from '../ask/read-model.ts';
import type { Say } from '../words/translator.ts';
import type { Language } from '../../domain/vocabulary.ts';

/** Discord's option types, by the numbers it uses. */
export const OPTION = { subcommand: 1, string: 3, integer: 4, boolean: 5, channel: 7, role: 8 } as const;

/** Discord shows at most this many suggestions. */
export const SUGGESTIONS = 25;

/** Discord's command type for what stands in a message's menu. */
export const MESSAGE_COMMAND = 3;

/** Discord's channel types that an alert can be posted in: text and announcement channels, threads, forums and media channels. */
export const POSTABLE_CHANNELS = [0, 5, 10, 11, 12, 15, 16];

/** Discord's permission bit for Manage Server, as the decimal text its API wants. */
export const MANAGE_SERVER = String(1n << 5n);

/** Words by Discord locale, where they are not the English ones. */
export type Localizations = Readonly<Record<string, string>>;

export interface ChoiceData {
  name: string;
  name_localizations?: Localizations;
  value: string;
}

export interface OptionData {
  type: (typeof OPTION)[keyof typeof OPTION];
  name: string;
  name_localizations?: Localizations;
  description: string;
  description_localizations?: Localizations;
  required?: boolean;
  autocomplete?: boolean;
  max_length?: number;
  choices?: ChoiceData[];
  channel_types?: number[];
  options?: OptionData[];
}

/** The shape of Discord's `POST /applications/{id}/commands`. */
export interface CommandData {
  /** A slash command, unless it says otherwise. */
  type?: typeof MESSAGE_COMMAND;
  name: string;
  name_localizations?: Localizations;
  /** A command of the message menu has none. */
  description?: string;
  description_localizations?: Localizations;
  options?: OptionData[];
  default_member_permissions?: string;
  /** Where it can be used: 0 in servers, 1 in the bot's direct messages, 2 in other direct messages. */
  contexts?: number[];
  /** How the bot must be installed: 0 in the server, 1 by the user. */
  integration_types?: number[];
}

export interface ChannelView {
  id: string;
  /** Each message there is a post of its own. */
  forum?: boolean;
  /** The bot may mention roles there that not everybody may. */
  mentionsAnyRole?: boolean;
  /** What the bot would need there to post an alert and may not do, in Discord's words. */
  missingPermissions: string[];
}

/** A member's question. */
export interface Request {
  subcommand?: string;
  /** What was typed or picked, by option name; while something is still being typed, of a channel its id. */
  options: Readonly<Record<string, string | undefined>>;
  /** Channels that were picked, by option name. */
  channels: Readonly<Record<string, ChannelView | undefined>>;
  roles: Readonly<Record<string, { id: string; mentionable: boolean } | undefined>>;
  /** The words and links of the message that was pointed at. */
  message?: string;
  /** Where it was asked; no server in direct messages. */
  guildId?: string;
  /** What the server says it speaks, where the bot speaks it too. */
  guildLanguage?: Language;
  here: ChannelView;
  userId: string;
  mayManageServer: boolean;
}

/** What answers are made from. */
export interface Context {
  archive: Archive;
  desk: SubscriptionDesk;
  now: Date;
  /** The language of the member who asks. */
  say: Say;
}

export interface Choice {
  name: string;
  value: string;
}

export interface Command {
  data: CommandData;
  execute(request: Request, context: Context): Promise<Answer>;
  /** Suggestions for the option being typed; 25 at most. */
  autocomplete?(option: string, typed: string, request: Request, context: Context): Promise<Choice[]>;
  /** Turns what a button asks about back into options; a command without it has no buttons that ask. */
  optionsFor?(about: string): Record<string, string>;
}
