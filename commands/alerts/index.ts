/** `/alerts`: what this server is told. The command's data and who does what; each subcommand has a file of its own. */

import { noteLocale } from '../../src/app/notify/guild-settings.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { type Command, type Context, MANAGE_SERVER, OPTION, type OptionData, type Request } from '../../src/app/reply/command.ts';
import { add } from './add.ts';
import { suggestSubscriptions } from '../../src/app/reply/subscription-line.ts';
import { edit } from './edit.ts';
import { health } from './health.ts';
import { listed } from './list.ts';
import { refused } from '../../src/app/reply/replies.ts';
import { napOption, pause, remove, snooze } from './pause-and-snooze.ts';
import { suggestTags } from '../../src/app/reply/forum-tags.ts';
import { test } from './test-message.ts';
import { suggestNews, why } from './why.ts';
import { channelOption, suggestWish, WISH_OPTIONS } from '../../src/app/reply/subscription-options.ts';

const whichOption: OptionData = {
  type: OPTION.string,
  name: 'alert',
  description: 'Which one',
  required: true,
  autocomplete: true,
};

const subcommand = (name: string, description: string, options: readonly OptionData[] = []): OptionData => ({
  type: OPTION.subcommand,
  name,
  description,
  options: [...options],
});

const SUBCOMMANDS: Readonly<Record<string, (request: Request, guildId: string, context: Context) => Promise<Answer>>> =
  {
    add,
    list: (_request, guildId, context) => listed(guildId, context),
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
    default_member_permissions: MANAGE_SERVER,
    contexts: [0],
    integration_types: [0],
    options: [
      subcommand('add', 'Tell a channel when a platform changes what it says about AI', WISH_OPTIONS),
      subcommand('list', 'What this server is told, and where'),
      subcommand('edit', 'Change an alert; what is left out stays as it is', [
        whichOption,
        ...WISH_OPTIONS,
        { type: OPTION.boolean, name: 'nomention', description: 'Mention no role any more' },
      ]),
      subcommand('remove', 'Stop telling a channel', [whichOption]),
      subcommand('pause', 'Let an alert rest until you do this again', [whichOption]),
      subcommand('snooze', 'Let an alert rest for a time', [whichOption, napOption]),
      subcommand('test', 'Post a test message, to see that alerts can arrive', [
        channelOption('Where to post; leave out for this channel'),
      ]),
      subcommand('why', 'Why something was posted here, or was not', [
        {
          type: OPTION.string,
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
    const { guildId, mayManageServer } = request;
    const { say } = context;
    if (guildId === undefined) return refused(say.text('alerts.server-only'), say);
    if (!mayManageServer) return refused(say.text('alerts.managers-only'), say);
    await noteLocale(context.archive.store, guildId, request.guildLanguage);
    // A button names no subcommand: it turns a page of the list.
    const name = request.subcommand ?? 'list';
    const answer = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
    return answer ? answer(request, guildId, context) : refused(say.text('alerts.unknown-command'), say);
  },
  async autocomplete(option, typed, request, context) {
    if (request.guildId === undefined || !request.mayManageServer) return [];
    if (option === 'alert') return suggestSubscriptions(typed, request.guildId, context);
    if (option === 'tags') return suggestTags(typed, request, context);
    return option === 'what' ? suggestNews(typed, context) : suggestWish(option, typed, context);
  },
  optionsFor: () => ({}),
} satisfies Command;
