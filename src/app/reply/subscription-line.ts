/** One subscription in a line: what is told, when, and where. */
import type { Span } from '../../domain/answer.ts';
import { platformById } from '../ask/read-model.ts';
import { LANGUAGE_NAMES, type Say } from '../words/translator.ts';
import { ALERT_KINDS, type Subscription } from '../../domain/alert.ts';
import type { Choice, Context } from './command.ts';

export function describe(
  subscription: Subscription,
  { archive, say, now }: Pick<Context, 'archive' | 'say' | 'now'>,
): Span[] {
  const { channelId, tagIds, roleId, language, quiet, paused, snoozedUntil, trouble } = subscription;
  const asleep = snoozedUntil !== undefined && snoozedUntil > now.toISOString();
  return [
    { bold: platformNames(subscription, { archive, say }) },
    ` · ${[topicNames(subscription, say), kindNames(subscription, say), ...restrictions(subscription, say)].join(' · ')} → `,
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
export async function suggestSubscriptions(typed: string, guildId: string, context: Context): Promise<Choice[]> {
  const wanted = typed.toLowerCase();
  return (await context.desk.list(guildId))
    .map((one) => ({ name: shortName(one, context), value: one.id }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, 25);
}

function shortName(subscription: Subscription, { archive, say }: Context): string {
  const channel = say.text('alerts.in-channel', { digits: subscription.channelId.slice(-4) });
  const about = [
    platformNames(subscription, { archive, say }),
    topicNames(subscription, say),
    kindNames(subscription, say),
    ...restrictions(subscription, say),
  ].join(' · ');
  return about.length + channel.length < 100
    ? `${about} ${channel}`
    : `${about.slice(0, 98 - channel.length)}… ${channel}`;
}

const platformNames = ({ platforms }: Subscription, { archive, say }: Pick<Context, 'archive' | 'say'>): string =>
  platforms.map((id) => platformById(archive.catalog, id)?.name ?? id).join(', ') || say.text('alerts.all-platforms');

const topicNames = ({ topics }: Subscription, say: Say): string =>
  topics.map((topic) => say.text(`topic.${topic}`)).join(', ') || say.text('alerts.all-topics');

const kindNames = ({ kinds }: Subscription, say: Say): string =>
  kinds.length === ALERT_KINDS.length
    ? say.text('alerts.all-kinds')
    : say.all(kinds.map((kind) => say.text(`alert-kind.${kind}`)));

/** What differs from what nobody has to say: major things, at once. */
const restrictions = ({ least, rhythm }: Subscription, say: Say): string[] => [
  ...(least === 'minor' ? [say.text('alerts.minor-too')] : []),
  ...(rhythm && rhythm !== 'instant' ? [say.text(`rhythm.${rhythm}`)] : []),
];
