/**
 * What a command is: the data registered with Discord, and a function from a request to an answer. To add one:
 * 1. write a file in commands/ that exports `{ data, execute } satisfies Command`; 2. list it in commands/index.ts; 3. name it in
 * messages/command-names; 4. add a row to test/commands. Commands know nothing of Discord's client: src/io/discord calls them and renders
 * their answers.
 */
import type { Answer } from '../../domain/answer.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { NameIndexes } from '../ask/name-index.ts';
import type { ReadModel } from '../ask/read-model.ts';
import type { SearchIndex } from '../ask/search-index.ts';
import type { SubscriptionService } from '../notify/subscription-service.ts';
import type { Translator } from '../words/translator.ts';

/** Discord's numbers for option types. */
export const OPTION_TYPE = { subcommand: 1, string: 3, boolean: 5, channel: 7, role: 8 } as const;

/** Discord's number for commands in a message's context menu. */
export const MESSAGE_COMMAND_TYPE = 3;

/** Discord's numbers for the channels alerts can be posted in: text and announcement channels, threads, forums and media channels. */
export const POSTABLE_CHANNEL_TYPES = [0, 5, 10, 11, 12, 15, 16];

/** Discord's permission bit for Manage Server, in the decimal notation of its API. */
export const MANAGE_SERVER_PERMISSION = String(1n << 5n);

/** In servers and all direct messages, whether a server or a user installed the bot. */
export const USABLE_ANYWHERE = { contexts: [0, 1, 2], integration_types: [0, 1] };
export const GUILD_ONLY = { contexts: [0], integration_types: [0] };

/** Translations by Discord locale. */
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

/** The body of Discord's `POST /applications/{id}/commands`. */
export interface CommandData {
  /** A slash command when absent. */
  type?: typeof MESSAGE_COMMAND_TYPE;
  name: string;
  name_localizations?: Localizations;
  /** Context menu commands have none. */
  description?: string;
  description_localizations?: Localizations;
  options?: OptionData[];
  default_member_permissions?: string;
  /** Where it can be used: 0 servers, 1 direct messages with the bot, 2 other direct messages. */
  contexts?: number[];
  /** Who must have installed the bot: 0 the server, 1 the user. */
  integration_types?: number[];
}

export interface RequestChannel {
  id: string;
  /** Each message there is a post of its own. */
  forum?: boolean;
  /** The bot may mention roles that not everybody may. */
  canMentionAnyRole?: boolean;
  /** Permissions an alert needs and the bot lacks there, in Discord's words. */
  missingPermissions: string[];
}

/** What a member asks. */
export interface CommandRequest {
  subcommand?: string;
  /** Values typed or picked, by option name. During autocomplete a channel is given by its id. */
  options: Readonly<Record<string, string | undefined>>;
  /** By option name. */
  channels: Readonly<Record<string, RequestChannel | undefined>>;
  roles: Readonly<Record<string, { id: string; mentionable: boolean } | undefined>>;
  /** The text and links of the message whose context menu was used. */
  message?: string;
  /** Absent in direct messages. */
  guildId?: string;
  /** The language set for the server on Discord, where the bot speaks it. */
  guildLanguage?: Language;
  currentChannel: RequestChannel;
  userId: string;
  canManageServer: boolean;
}

/** What answers are made from. */
export interface CommandContext {
  readModel: ReadModel;
  nameIndexes: NameIndexes;
  searchIndex: SearchIndex;
  subscriptionService: SubscriptionService;
  now: Date;
  /** In the language of the member. */
  t: Translator;
}

/** A suggestion shown while an option is typed. */
export interface Choice {
  name: string;
  value: string;
}

export interface Command {
  data: CommandData;
  execute(request: CommandRequest, context: CommandContext): Promise<Answer>;
  /** Suggestions for the option being typed, `DISCORD_LIMITS.choices` at most. */
  autocomplete?(option: string, typed: string, request: CommandRequest, context: CommandContext): Promise<Choice[]>;
  /** Reads the arguments of a button back into options; without it no button can call the command. */
  optionsFromArgs?(args: string): Record<string, string>;
}

/** Reads button arguments that are option values joined by `/`, in the order of the names. */
export const splitArgs =
  (names: readonly string[]) =>
  (args: string): Record<string, string> => {
    const values = args.split('/');
    return Object.fromEntries(names.slice(0, values.length).map((name, i) => [name, values[i] ?? '']));
  };
