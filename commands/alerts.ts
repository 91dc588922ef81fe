import { type Answer, list, type Span, text } from '../src/app/answer.ts';
import { platformById } from '../src/app/queries.ts';
import { MOST_SUBSCRIPTIONS_PER_SERVER } from '../src/app/subscriptions.ts';
import { ALERT_KIND_WORDS, TOPIC_WORDS } from '../src/app/wording.ts';
import { ALERT_KINDS, type AlertKind, type Subscription, TOPICS, type Topic } from '../src/domain.ts';
import {
  type Choice,
  type Command,
  type Context,
  MANAGE_SERVER,
  OPTION,
  type OptionData,
  POSTABLE_CHANNELS,
  type Request,
} from './command.ts';
import { namedPlatform, platformOption, suggest } from './platform-option.ts';

const channelOption = (description: string): OptionData => ({
  type: OPTION.channel,
  name: 'channel',
  description,
  channel_types: POSTABLE_CHANNELS,
});

export const alerts = {
  data: {
    name: 'alerts',
    description: 'Choose what this server is told',
    default_member_permissions: MANAGE_SERVER,
    contexts: [0],
    integration_types: [0],
    options: [
      {
        type: OPTION.subcommand,
        name: 'add',
        description: 'Tell a channel when a platform changes what it says about AI',
        options: [
          platformOption('Only this platform; leave out for all', { required: false }),
          channelOption('Where to post; leave out for this channel'),
          {
            type: OPTION.string,
            name: 'topic',
            description: 'Only this topic; leave out for all',
            choices: TOPICS.map((topic) => ({ name: TOPIC_WORDS[topic], value: topic })),
          },
          {
            type: OPTION.string,
            name: 'kind',
            description: 'Only changed documents or only news; leave out for both',
            choices: ALERT_KINDS.map((kind) => ({ name: ALERT_KIND_WORDS[kind], value: kind })),
          },
          { type: OPTION.role, name: 'role', description: 'A role to mention with each alert' },
        ],
      },
      { type: OPTION.subcommand, name: 'list', description: 'What this server is told, and where' },
      {
        type: OPTION.subcommand,
        name: 'remove',
        description: 'Stop telling a channel',
        options: [{ type: OPTION.string, name: 'alert', description: 'Which one', required: true, autocomplete: true }],
      },
      {
        type: OPTION.subcommand,
        name: 'test',
        description: 'Post a test message, to see that alerts can arrive',
        options: [channelOption('Where to post; leave out for this channel')],
      },
    ],
  },
  async execute(request, context) {
    const { guildId, mayManageServer } = request;
    if (guildId === undefined) return refused('Alerts belong to a server: use this command in one.');
    if (!mayManageServer) return refused('Only members with the Manage Server permission can change alerts.');
    switch (request.subcommand) {
      case 'add':
        return add(request, guildId, context);
      case 'list':
        return listed(guildId, context);
      case 'remove':
        return remove(request.options.alert ?? '', guildId, context);
      case 'test':
        return test(request, context);
      default:
        return refused('I do not know that one.');
    }
  },
  async autocomplete(option, typed, request, context) {
    if (option === 'platform') return suggest(typed, context);
    if (option !== 'alert' || request.guildId === undefined) return [];
    return suggestSubscriptions(typed, request.guildId, context);
  },
} satisfies Command;

async function add(request: Request, guildId: string, context: Context): Promise<Answer> {
  const { platform: platformWords, topic, kind } = request.options;
  const named = platformWords ? namedPlatform(platformWords, context) : undefined;
  if (named?.status === 'unknown') return named.answer;

  const channel = request.channels.channel ?? request.here;
  if (channel.missingPermissions.length > 0) return lacking(channel.id, channel.missingPermissions);

  const outcome = await context.desk.add({
    guildId,
    channelId: channel.id,
    platforms: named ? [named.platform.id] : [],
    topics: TOPICS.filter((one) => one === topic),
    kinds: kind ? ALERT_KINDS.filter((one) => one === kind) : [...ALERT_KINDS],
    roleId: request.roles.role?.id,
    createdBy: request.userId,
  });
  switch (outcome.status) {
    case 'too-many':
      return refused(`A server can have ${MOST_SUBSCRIPTIONS_PER_SERVER} alerts; remove one first.`);
    case 'already-there':
      return done('Already there', [['This server is told that already: '], describe(outcome.subscription, context)]);
    case 'added':
      return done('Alert added', [
        describe(outcome.subscription, context),
        [
          'First sight is not news: you are told when something changes from now on. ',
          { code: '/alerts test' },
          ' shows that it arrives.',
        ],
      ]);
  }
}

async function listed(guildId: string, context: Context): Promise<Answer> {
  const subscriptions = await context.desk.list(guildId);
  if (subscriptions.length === 0) {
    return done('No alerts yet', [['Add one with ', { code: '/alerts add' }, '.']]);
  }
  return done(
    subscriptions.length === 1 ? '1 alert' : `${subscriptions.length} alerts`,
    subscriptions.map((one) => describe(one, context)),
  );
}

async function remove(id: string, guildId: string, context: Context): Promise<Answer> {
  const removed = await context.desk.remove(guildId, id);
  if (removed === undefined) return refused('This server has no such alert. Pick one from the suggestions.');
  return done('Alert removed', [describe(removed, context)]);
}

async function test(request: Request, context: Context): Promise<Answer> {
  const channel = request.channels.channel ?? request.here;
  if (channel.missingPermissions.length > 0) return lacking(channel.id, channel.missingPermissions);
  const outcome = await context.desk.test(channel.id, {
    title: 'This is a test',
    tone: 'neutral',
    blocks: [
      text('Alerts of this server can arrive here. Nothing has changed anywhere; a member asked for this message.'),
    ],
  });
  if (outcome.status === 'sent') return done('Test sent', [['Look in ', { channel: channel.id }, '.']]);
  return refused(`The test could not be posted: ${outcome.detail}`);
}

async function suggestSubscriptions(typed: string, guildId: string, context: Context): Promise<Choice[]> {
  const wanted = typed.toLowerCase();
  return (await context.desk.list(guildId))
    .map((one) => ({ name: shortName(one, context), value: one.id }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, 25);
}

function describe({ platforms, topics, kinds, channelId, roleId, trouble }: Subscription, context: Context): Span[] {
  return [
    { bold: platformNames(platforms, context) },
    ` · ${topicNames(topics)} · ${kindNames(kinds)} → `,
    { channel: channelId },
    ...(roleId ? [', mentions ', { role: roleId } as const] : []),
    ...(trouble ? [` ⚠ cannot be posted since `, { instant: trouble.since } as const, `: ${trouble.detail}`] : []),
  ];
}

/** For suggestions, where Discord shows plain text of at most 100 characters. */
function shortName({ platforms, topics, kinds, channelId }: Subscription, context: Context): string {
  const what = `${platformNames(platforms, context)} · ${topicNames(topics)} · ${kindNames(kinds)}`;
  return `${what} (channel …${channelId.slice(-4)})`.slice(0, 100);
}

const platformNames = (ids: string[], { archive }: Context): string =>
  ids.length === 0 ? 'All platforms' : ids.map((id) => platformById(archive.catalog, id)?.name ?? id).join(', ');
const topicNames = (topics: Topic[]): string =>
  topics.length === 0 ? 'all topics' : topics.map((topic) => TOPIC_WORDS[topic]).join(', ');
const kindNames = (kinds: AlertKind[]): string => kinds.map((kind) => ALERT_KIND_WORDS[kind]).join(' and ');

const done = (title: string, lines: Span[][]): Answer => ({
  title,
  tone: 'neutral',
  blocks: [list(lines)],
  ephemeral: true,
});

const refused = (why: string): Answer => ({ title: 'Not done', tone: 'trouble', blocks: [text(why)], ephemeral: true });

const lacking = (channelId: string, missing: string[]): Answer => ({
  title: 'I cannot post there',
  tone: 'trouble',
  blocks: [
    text('In ', { channel: channelId }, ' I lack: ', { bold: missing.join(', ') }, '.'),
    text('Give my role these permissions in the channel settings, then try again.'),
  ],
  ephemeral: true,
});
