/** `/alerts`: what this server is told. The command's data and who does what; each subcommand has a file of its own. */

import { saveGuildLocale } from '../../src/app/notify/guild-settings.ts';
import {
  type Command,
  type CommandContext,
  type CommandRequest,
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
import { listAlerts } from './list.ts';
import { pause, remove, snooze, snoozeDurationOption } from './pause-and-snooze.ts';
import { test } from './test-message.ts';
import { suggestAlertSubjects, why } from './why.ts';

const whichOption: OptionData = {
  type: OPTION_TYPE.string,
  name: 'alert',
  description: 'Which one',
  required: true,
  autocomplete: true,
};

const subcommand = (name: string, description: string, options: readonly OptionData[] = []): OptionData => ({
  type: OPTION_TYPE.subcommand,
  name,
  description,
  options: [...options],
});

const SUBCOMMANDS: Readonly<
  Record<string, (request: CommandRequest, guildId: string, context: CommandContext) => Promise<Answer>>
> = {
  add,
  list: (_request, guildId, context) => listAlerts(guildId, context),
  edit,
  remove,
  pause,
  snooze,
  test,
  why,
  health: (_request, guildId, context) => health(guildId, context),
};

export const alerts = {
  data: {
    name: 'alerts',
    description: 'Choose what this server is told',
    default_member_permissions: MANAGE_SERVER_PERMISSION,
    contexts: [0],
    integration_types: [0],
    options: [
      subcommand('add', 'Tell a channel when a platform changes what it says about AI', SUBSCRIPTION_OPTION_DATA),
      subcommand('list', 'What this server is told, and where'),
      subcommand('edit', 'Change an alert; what is left out stays as it is', [
        whichOption,
        ...SUBSCRIPTION_OPTION_DATA,
        { type: OPTION_TYPE.boolean, name: 'nomention', description: 'Mention no role any more' },
      ]),
      subcommand('remove', 'Stop telling a channel', [whichOption]),
      subcommand('pause', 'Let an alert rest until you do this again', [whichOption]),
      subcommand('snooze', 'Let an alert rest for a time', [whichOption, snoozeDurationOption]),
      subcommand('test', 'Post a test message, to see that alerts can arrive', [
        channelOption('Where to post; leave out for this channel'),
      ]),
      subcommand('why', 'Why something was posted here, or was not', [
        {
          type: OPTION_TYPE.string,
          name: 'what',
          description: 'A change or a story; type a platform',
          required: true,
          autocomplete: true,
        },
      ]),
      subcommand('health', 'Which channels are in trouble, what is missing, and since when'),
    ],
  },
  async execute(request, context) {
    const { guildId, canManageServer: mayManageServer } = request;
    const { t: say } = context;
    if (guildId === undefined) return refusal(say.text('alerts.server-only'), say);
    if (!mayManageServer) return refusal(say.text('alerts.managers-only'), say);
    await saveGuildLocale(context.readModel.store, guildId, request.guildLanguage);
    // A button names no subcommand: it turns a page of the list.
    const name = request.subcommand ?? 'list';
    const answer = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
    return answer ? answer(request, guildId, context) : refusal(say.text('alerts.unknown-command'), say);
  },
  async autocomplete(option, typed, request, context) {
    if (request.guildId === undefined || !request.canManageServer) return [];
    if (option === 'alert') return suggestSubscriptions(typed, request.guildId, context);
    if (option === 'tags') return suggestTags(typed, request, context);
    return option === 'what' ? suggestAlertSubjects(typed, context) : suggestSubscriptionOption(option, typed, context);
  },
  optionsFromArgs: () => ({}),
} satisfies Command;
