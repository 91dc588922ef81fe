import { type Answer, list, type Span, text } from '../src/app/answer.ts';
import { commandSpan } from '../src/app/command-names.ts';
import { platformById } from '../src/app/queries.ts';
import type { Say } from '../src/app/say.ts';
import { noteLocale } from '../src/app/servers.ts';
import { MOST_SUBSCRIPTIONS_PER_SERVER } from '../src/app/subscriptions.ts';
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
import { choicesOf } from './localised.ts';
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
            choices: choicesOf(TOPICS, (topic, say) => say.text(`topic.${topic}`)),
          },
          {
            type: OPTION.string,
            name: 'kind',
            description: 'Only changed documents or only news; leave out for both',
            choices: choicesOf(ALERT_KINDS, (kind, say) => say.text(`alert-kind.${kind}`)),
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
    const { say } = context;
    if (guildId === undefined) return refused(say.text('alerts.server-only'), say);
    if (!mayManageServer) return refused(say.text('alerts.managers-only'), say);
    await noteLocale(context.archive.store, guildId, request.guildLanguage);
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
        return refused(say.text('alerts.unknown-command'), say);
    }
  },
  async autocomplete(option, typed, request, context) {
    if (option === 'platform') return suggest(typed, context);
    if (option !== 'alert' || request.guildId === undefined) return [];
    return suggestSubscriptions(typed, request.guildId, context);
  },
} satisfies Command;

async function add(request: Request, guildId: string, context: Context): Promise<Answer> {
  const { say } = context;
  const { platform: platformWords, topic, kind } = request.options;
  const named = platformWords ? namedPlatform(platformWords, context) : undefined;
  if (named?.status === 'unknown') return named.answer;

  const channel = request.channels.channel ?? request.here;
  if (channel.missingPermissions.length > 0) return lacking(channel.id, channel.missingPermissions, context.say);

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
      return refused(say.text('alerts.too-many', { most: MOST_SUBSCRIPTIONS_PER_SERVER }), say);
    case 'already-there':
      return done(say.text('alerts.already-there'), [
        say.line('alerts.already-there-words'),
        describe(outcome.subscription, context),
      ]);
    case 'added':
      return done(say.text('alerts.added'), [
        describe(outcome.subscription, context),
        say.line('alerts.first-sight', { command: commandSpan('alerts test', say.language) }),
      ]);
  }
}

async function listed(guildId: string, context: Context): Promise<Answer> {
  const { say } = context;
  const subscriptions = await context.desk.list(guildId);
  if (subscriptions.length === 0) {
    return done(say.text('alerts.none'), [
      say.line('alerts.none-words', { command: commandSpan('alerts add', say.language) }),
    ]);
  }
  return done(
    say.text('alerts.count', { count: subscriptions.length }),
    subscriptions.map((one) => describe(one, context)),
  );
}

async function remove(id: string, guildId: string, context: Context): Promise<Answer> {
  const removed = await context.desk.remove(guildId, id);
  if (removed === undefined) return refused(context.say.text('alerts.unknown'), context.say);
  return done(context.say.text('alerts.removed'), [describe(removed, context)]);
}

async function test(request: Request, context: Context): Promise<Answer> {
  const { say } = context;
  const channel = request.channels.channel ?? request.here;
  if (channel.missingPermissions.length > 0) return lacking(channel.id, channel.missingPermissions, context.say);
  const outcome = await context.desk.test(channel.id, {
    language: say.language,
    title: say.text('alerts.test-title'),
    tone: 'neutral',
    blocks: [text(say.text('alerts.test-words'))],
  });
  if (outcome.status !== 'sent') return refused(say.text('alerts.test-failed', { detail: outcome.detail }), say);
  return done(say.text('alerts.test-sent'), [say.line('alerts.look-in', { channel: { channel: channel.id } })]);
}

async function suggestSubscriptions(typed: string, guildId: string, context: Context): Promise<Choice[]> {
  const wanted = typed.toLowerCase();
  return (await context.desk.list(guildId))
    .map((one) => ({ name: shortName(one, context), value: one.id }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, 25);
}

function describe({ platforms, topics, kinds, channelId, roleId, trouble }: Subscription, context: Context): Span[] {
  const { say } = context;
  return [
    { bold: platformNames(platforms, context) },
    ` · ${topicNames(topics, say)} · ${kindNames(kinds, say)} → `,
    { channel: channelId },
    ...(roleId ? [', ', ...say.line('alerts.mentions', { role: { role: roleId } })] : []),
    ...(trouble
      ? [' ', ...say.line('alerts.in-trouble', { since: { instant: trouble.since }, detail: trouble.detail })]
      : []),
  ];
}

/** For suggestions, where Discord shows plain text of at most 100 characters. */
function shortName({ platforms, topics, kinds, channelId }: Subscription, context: Context): string {
  const { say } = context;
  const what = `${platformNames(platforms, context)} · ${topicNames(topics, say)} · ${kindNames(kinds, say)}`;
  return `${what} ${say.text('alerts.in-channel', { digits: channelId.slice(-4) })}`.slice(0, 100);
}

const platformNames = (ids: string[], { archive, say }: Context): string =>
  ids.length === 0
    ? say.text('alerts.all-platforms')
    : ids.map((id) => platformById(archive.catalog, id)?.name ?? id).join(', ');
const topicNames = (topics: Topic[], say: Say): string =>
  topics.length === 0 ? say.text('alerts.all-topics') : topics.map((topic) => say.text(`topic.${topic}`)).join(', ');
const kindNames = (kinds: AlertKind[], say: Say): string =>
  say.all(kinds.map((kind) => say.text(`alert-kind.${kind}`)));

const done = (title: string, lines: Span[][]): Answer => ({
  title,
  tone: 'neutral',
  blocks: [list(lines)],
  ephemeral: true,
});

const refused = (why: string, say: Say): Answer => ({
  title: say.text('alerts.not-done'),
  tone: 'trouble',
  blocks: [text(why)],
  ephemeral: true,
});

const lacking = (channelId: string, missing: string[], say: Say): Answer => ({
  title: say.text('alerts.cannot-post'),
  tone: 'trouble',
  blocks: [
    text(...say.line('alerts.lacking', { channel: { channel: channelId }, permissions: missing.join(', ') })),
    text(say.text('alerts.give-permissions')),
  ],
  ephemeral: true,
});
