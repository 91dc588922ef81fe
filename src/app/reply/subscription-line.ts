/** One subscription in a line: what is told, when, and where. */

import { ALERT_KINDS, type Subscription } from '../../domain/alert.ts';
import type { Span } from '../../domain/answer.ts';
import { platformById } from '../ask/read-model.ts';
import { LANGUAGE_NAMES, type Translator } from '../words/translator.ts';
import type { Choice, CommandContext } from './command.ts';

export function subscriptionLine(
  subscription: Subscription,
  { readModel: archive, t: say, now }: Pick<CommandContext, 'readModel' | 't' | 'now'>,
): Span[] {
  const { channelId, tagIds, roleId, language, quiet, paused, snoozedUntil, trouble } = subscription;
  const asleep = snoozedUntil !== undefined && snoozedUntil > now.toISOString();
  return [
    { bold: platformNames(subscription, { readModel: archive, t: say }) },
    ` · ${[topicNames(subscription, say), kindNames(subscription, say), ...nonDefaultSettings(subscription, say)].join(' · ')} → `,
    { channel: channelId },
    ...(tagIds?.length ? [` (${say.text('alerts.tags-count', { count: tagIds.length })})`] : []),
    ...(roleId ? [', ', ...say.line('alerts.mentions', { role: { role: roleId } })] : []),
    ...(quiet ? [', ', say.text('alerts.quiet', { from: quiet.from, to: quiet.to })] : []),
    ...(language ? [`, ${LANGUAGE_NAMES[language]}`] : []),
    ...(paused ? [` ⏸ ${say.text('alerts.paused')}`] : []),
    ...(asleep ? [' 💤 ', ...say.line('alerts.snoozed', { until: { instant: snoozedUntil } })] : []),
    ...(trouble
      ? [' ', ...say.line('alerts.in-trouble', { since: { instant: trouble.since }, detail: trouble.detail })]
      : []),
  ];
}

/** Subscriptions of the server whose line contains what was typed; Discord shows plain text of at most 100 characters. */
export async function suggestSubscriptions(typed: string, guildId: string, context: CommandContext): Promise<Choice[]> {
  const wanted = typed.toLowerCase();
  return (await context.subscriptionService.list(guildId))
    .map((one) => ({ name: suggestionName(one, context), value: one.id }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, 25);
}

function suggestionName(subscription: Subscription, { readModel: archive, t: say }: CommandContext): string {
  const channel = say.text('alerts.in-channel', { digits: subscription.channelId.slice(-4) });
  const about = [
    platformNames(subscription, { readModel: archive, t: say }),
    topicNames(subscription, say),
    kindNames(subscription, say),
    ...nonDefaultSettings(subscription, say),
  ].join(' · ');
  return about.length + channel.length < 100
    ? `${about} ${channel}`
    : `${about.slice(0, 98 - channel.length)}… ${channel}`;
}

const platformNames = (
  { platforms }: Subscription,
  { readModel: archive, t: say }: Pick<CommandContext, 'readModel' | 't'>,
): string =>
  platforms.map((id) => platformById(archive.catalog, id)?.name ?? id).join(', ') || say.text('alerts.all-platforms');

const topicNames = ({ topics }: Subscription, t: Translator): string =>
  topics.map((topic) => t.text(`topic.${topic}`)).join(', ') || t.text('alerts.all-topics');

const kindNames = ({ kinds }: Subscription, t: Translator): string =>
  kinds.length === ALERT_KINDS.length
    ? t.text('alerts.all-kinds')
    : t.joinList(kinds.map((kind) => t.text(`alert-kind.${kind}`)));

/** What differs from what nobody has to say: major things, at once. */
const nonDefaultSettings = ({ least, rhythm }: Subscription, t: Translator): string[] => [
  ...(least === 'minor' ? [t.text('alerts.minor-too')] : []),
  ...(rhythm && rhythm !== 'instant' ? [t.text(`rhythm.${rhythm}`)] : []),
];
