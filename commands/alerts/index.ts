/** `/alerts`: the alerts of a server. Its data and dispatch; each subcommand has a file of its own. */
import { saveGuildLocale } from '../../src/app/notify/guild-settings.ts';
import {
  type Command,
  type CommandContext,
  type CommandRequest,
  GUILD_ONLY,
  MANAGE_SERVER_PERMISSION,
  OPTION_TYPE,
  type OptionData,
} from '../../src/app/reply/command.ts';
import { suggestTags } from '../../src/app/reply/forum-tags.ts';
import { refusal } from '../../src/app/reply/replies.ts';
import { suggestSubscriptions } from '../../src/app/reply/subscription-line.ts';
import {
  channelOption,
  SUBSCRIPTION_OPTION_DATA,
  suggestSubscriptionOption,
} from '../../src/app/reply/subscription-options.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { add } from './add.ts';
import { edit } from './edit.ts';
import { health } from './health.ts';
import { list } from './list.ts';
import { pause } from './pause.ts';
import { remove } from './remove.ts';
import { snooze, snoozeDurationOption } from './snooze.ts';
import { test } from './test-message.ts';
import { suggestAlertSubjects, why } from './why.ts';

const alertOption: OptionData = {
  type: OPTION_TYPE.string,
  name: 'alert',
  description: 'Which one',
  required: true,
  autocomplete: true,
};

const subcommandOption = (name: string, description: string, options: readonly OptionData[] = []): OptionData => ({
  type: OPTION_TYPE.subcommand,
  name,
  description,
  options: [...options],
});

const SUBCOMMANDS: Readonly<
  Record<string, (request: CommandRequest, guildId: string, context: CommandContext) => Promise<Answer>>
> = {
  add,
  list,
  edit,
  remove,
  pause,
  snooze,
  test,
  why,
  health,
};

export const alerts = {
  data: {
    name: 'alerts',
    description: 'Choose what this server is told',
    default_member_permissions: MANAGE_SERVER_PERMISSION,
    ...GUILD_ONLY,
    options: [
      subcommandOption('add', 'Tell a channel when a platform changes what it says about AI', SUBSCRIPTION_OPTION_DATA),
      subcommandOption('list', 'What this server is told, and where'),
      subcommandOption('edit', 'Change an alert; what is left out stays as it is', [
        alertOption,
        ...SUBSCRIPTION_OPTION_DATA,
        { type: OPTION_TYPE.boolean, name: 'nomention', description: 'Mention no role any more' },
      ]),
      subcommandOption('remove', 'Stop telling a channel', [alertOption]),
      subcommandOption('pause', 'Let an alert rest until you do this again', [alertOption]),
      subcommandOption('snooze', 'Let an alert rest for a time', [alertOption, snoozeDurationOption]),
      subcommandOption('test', 'Post a test message, to see that alerts can arrive', [
        channelOption('Where to post; leave out for this channel'),
      ]),
      subcommandOption('why', 'Why something was posted here, or was not', [
        {
          type: OPTION_TYPE.string,
          name: 'what',
          description: 'A change or a story; type a platform',
          required: true,
          autocomplete: true,
        },
      ]),
      subcommandOption('health', 'Which channels are in trouble, what is missing, and since when'),
    ],
  },
  async execute(request, context) {
    const { guildId } = request;
    const { t } = context;
    if (guildId === undefined) return refusal(t.text('alerts.server-only'), t);
    if (!request.canManageServer) return refusal(t.text('alerts.managers-only'), t);
    await saveGuildLocale(context.readModel.store, guildId, request.guildLanguage);
    // Buttons carry no subcommand; the only ones turn the pages of the list.
    const name = request.subcommand ?? 'list';
    const subcommand = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
    return subcommand ? subcommand(request, guildId, context) : refusal(t.text('alerts.unknown-command'), t);
  },
  async autocomplete(option, typed, request, context) {
    if (request.guildId === undefined || !request.canManageServer) return [];
    switch (option) {
      case 'alert':
        return suggestSubscriptions(typed, request.guildId, context);
      case 'tags':
        return suggestTags(typed, request, context);
      case 'what':
        return suggestAlertSubjects(typed, context);
      default:
        return suggestSubscriptionOption(option, typed, context);
    }
  },
  optionsFromArgs: () => ({}),
} satisfies Command;
