/** A subscription in one line: what is alerted, when and where; and suggestions of subscriptions by that line. */
import { ALERT_KINDS, type Subscription } from '../../domain/alert.ts';
import type { Span } from '../../domain/answer.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import { platformById } from '../ask/read-model.ts';
import { LANGUAGE_NAMES, type Translator } from '../words/translator.ts';
import { truncateChoiceName } from './choices.ts';
import type { Choice, CommandContext } from './command.ts';

type LineContext = Pick<CommandContext, 'readModel' | 't'>;

export function subscriptionLine(
  subscription: Subscription,
  context: LineContext & Pick<CommandContext, 'now'>,
): Span[] {
  const { t, now } = context;
  const { channelId, tagIds, roleId, language, quiet, paused, snoozedUntil, trouble } = subscription;
  const isSnoozed = snoozedUntil !== undefined && snoozedUntil > now.toISOString();
  const scope = [topicNames(subscription, t), kindNames(subscription, t), ...nonDefaultSettings(subscription, t)];
  return [
    { bold: platformNames(subscription, context) },
    ` · ${scope.join(' · ')} → `,
    { channel: channelId },
    ...(tagIds?.length ? [` (${t.text('alerts.tags-count', { count: tagIds.length })})`] : []),
    ...(roleId ? [', ', ...t.line('alerts.mentions', { role: { role: roleId } })] : []),
    ...(quiet ? [', ', t.text('alerts.quiet', { from: quiet.from, to: quiet.to })] : []),
    ...(language ? [`, ${LANGUAGE_NAMES[language]}`] : []),
    ...(paused ? [` ⏸ ${t.text('alerts.paused')}`] : []),
    ...(isSnoozed ? [' 💤 ', ...t.line('alerts.snoozed', { until: { instant: snoozedUntil } })] : []),
    ...(trouble
      ? [' ', ...t.line('alerts.in-trouble', { since: { instant: trouble.since }, detail: trouble.detail })]
      : []),
  ];
}

/** The server's subscriptions whose name contains what was typed. */
export async function suggestSubscriptions(typed: string, guildId: string, context: CommandContext): Promise<Choice[]> {
  const lowerCased = typed.toLowerCase();
  return (await context.subscriptionService.list(guildId))
    .map((subscription) => ({ name: suggestionName(subscription, context), value: subscription.id }))
    .filter(({ name }) => name.toLowerCase().includes(lowerCased))
    .slice(0, DISCORD_LIMITS.choices);
}

function suggestionName(subscription: Subscription, context: LineContext): string {
  const { t } = context;
  const parts = [
    platformNames(subscription, context),
    topicNames(subscription, t),
    kindNames(subscription, t),
    ...nonDefaultSettings(subscription, t),
  ];
  // Suggestions are plain text: a channel cannot be linked there.
  const channel = t.text('alerts.in-channel', { digits: subscription.channelId.slice(-4) });
  return truncateChoiceName(parts.join(' · '), ` ${channel}`);
}

const platformNames = ({ platforms }: Subscription, { readModel, t }: LineContext): string =>
  platforms.map((id) => platformById(readModel.catalog, id)?.name ?? id).join(', ') || t.text('alerts.all-platforms');

const topicNames = ({ topics }: Subscription, t: Translator): string =>
  topics.map((topic) => t.text(`topic.${topic}`)).join(', ') || t.text('alerts.all-topics');

const kindNames = ({ kinds }: Subscription, t: Translator): string =>
  kinds.length === ALERT_KINDS.length
    ? t.text('alerts.all-kinds')
    : t.joinList(kinds.map((kind) => t.text(`alert-kind.${kind}`)));

/** The defaults are major items, at once. */
const nonDefaultSettings = ({ least, rhythm }: Subscription, t: Translator): string[] => [
  ...(least === 'minor' ? [t.text('alerts.minor-too')] : []),
  ...(rhythm && rhythm !== 'instant' ? [t.text(`rhythm.${rhythm}`)] : []),
];
