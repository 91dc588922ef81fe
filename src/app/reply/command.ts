/**
 * What a slash command is: the data Discord is told, and a function from a question to an answer.
 * To add one: 1. a file here with `export const x = { data, execute } satisfies Command`; 2. its line in index.ts; 3. its names in
 * messages/command-names; 4. a row in test/commands. Nothing in this folder knows Discord's client: io/discord asks, and renders what comes back.
 */

import type { Answer } from '../../domain/answer.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ReadModel } from '../ask/read-model.ts';
import type { SubscriptionService } from '../notify/subscription-service.ts';
import type { Translator } from '../words/translator.ts';

/** Discord's option types, by the numbers it uses. */
export const OPTION_TYPE = { subcommand: 1, string: 3, integer: 4, boolean: 5, channel: 7, role: 8 } as const;

/** Discord shows at most this many suggestions. */
export const MAX_SUGGESTIONS = 25;

/** Discord's command type for what stands in a message's menu. */
export const MESSAGE_COMMAND_TYPE = 3;

/** Discord's channel types that an alert can be posted in: text and announcement channels, threads, forums and media channels. */
export const POSTABLE_CHANNEL_TYPES = [0, 5, 10, 11, 12, 15, 16];

/** Discord's permission bit for Manage Server, as the decimal text its API wants. */
export const MANAGE_SERVER_PERMISSION = String(1n << 5n);

/** Words by Discord locale, where they are not the English ones. */
export type Localizations = Readonly<Record<string, string>>;

export interface ChoiceData {
  name: string;
  name_localizations?: Localizations;
  value: string;
}

export interface OptionData {
  type: (typeof OPTION_TYPE)[keyof typeof OPTION_TYPE];
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
  type?: typeof MESSAGE_COMMAND_TYPE;
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

export interface RequestChannel {
  id: string;
  /** Each message there is a post of its own. */
  forum?: boolean;
  /** The bot may mention roles there that not everybody may. */
  canMentionAnyRole?: boolean;
  /** What the bot would need there to post an alert and may not do, in Discord's words. */
  missingPermissions: string[];
}

/** A member's question. */
export interface CommandRequest {
  subcommand?: string;
  /** What was typed or picked, by option name; while something is still being typed, of a channel its id. */
  options: Readonly<Record<string, string | undefined>>;
  /** Channels that were picked, by option name. */
  channels: Readonly<Record<string, RequestChannel | undefined>>;
  roles: Readonly<Record<string, { id: string; mentionable: boolean } | undefined>>;
  /** The words and links of the message that was pointed at. */
  message?: string;
  /** Where it was asked; no server in direct messages. */
  guildId?: string;
  /** What the server says it speaks, where the bot speaks it too. */
  guildLanguage?: Language;
  currentChannel: RequestChannel;
  userId: string;
  canManageServer: boolean;
}

/** What answers are made from. */
export interface CommandContext {
  readModel: ReadModel;
  subscriptionService: SubscriptionService;
  now: Date;
  /** The language of the member who asks. */
  t: Translator;
}

export interface Choice {
  name: string;
  value: string;
}

export interface Command {
  data: CommandData;
  execute(request: CommandRequest, context: CommandContext): Promise<Answer>;
  /** Suggestions for the option being typed; 25 at most. */
  autocomplete?(option: string, typed: string, request: CommandRequest, context: CommandContext): Promise<Choice[]>;
  /** Turns what a button asks about back into options; a command without it has no buttons that ask. */
  optionsFromArgs?(args: string): Record<string, string>;
}
