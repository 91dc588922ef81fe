/** Counts what stands in the channels against what was to be told: each thing once, alone or together with others, and as it is now. */
import type { LoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import { MAX_OUTLETS_LISTED } from '../../../src/app/notify/message-fingerprint.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { deliveryId, findMismatch } from '../../../src/core/alerts/plan-deliveries.ts';
import type { Alert, DigestAlert, Subscription } from '../../../src/domain/alert.ts';
import { isAnnouncement } from './channels.ts';
import { outletOf } from './happenings.ts';

/** Alerts of the last minutes before a digest may be left for the next one. */
const LEFT_FOR_NEXT_MS = 10 * 60_000;

/** `wanted` in all; of them `gathered` with others into one message. */
export interface KindFigures {
  wanted: number;
  gathered: number;
  missing: string[];
  twice: string[];
}
export type FiguresByKind = Record<string, KindFigures>;

type Standing = { embeds: { title?: string | null }[]; components: unknown; flags: number };

export async function countMessages(store: Store, discord: LoopbackDiscord) {
  const alerts: Alert[] = [];
  for await (const [, alert] of store.alerts.entries()) alerts.push(alert);
  const kinds: FiguresByKind = {};
  let messages = 0;
  for (const subscription of await store.subscriptions.all()) {
    const { channelId, tagIds } = subscription;
    const standing: Standing[] = tagIds
      ? discord.posts(channelId).flatMap((post) => post.messages)
      : discord.messages(channelId).filter(({ type }) => type === 0);
    messages += standing.length;
    const channel = { subscription, standing: byMark(standing) };
    if (subscription.rhythm === 'daily') countDigests(alerts, channel, kinds);
    else await countAlerts(alerts, channel, kinds, store);
    if (isAnnouncement(subscription)) countPublished(standing, channelId, kinds);
  }
  return { alerts: alerts.filter(({ kind }) => kind !== 'digest').length, messages, kinds };
}

interface Channel {
  subscription: Subscription;
  /** Messages by the id of the delivery they are marked with. */
  standing: Map<string, Standing[]>;
}

async function countAlerts(alerts: Alert[], channel: Channel, kinds: FiguresByKind, store: Store): Promise<void> {
  const { subscription, standing } = channel;
  const storms = alerts.filter((alert) => alert.kind === 'digest' && standing.has(markOf(alert, subscription)));
  for (const alert of alerts) {
    if (alert.kind === 'digest' || findMismatch(alert, subscription, alert.at) !== undefined) continue;
    const alone = standing.get(markOf(alert, subscription)) ?? [];
    const together = storms.filter((storm) => (storm as DigestAlert).alertIds.includes(alert.id));
    const times = together.reduce((sum, storm) => sum + (standing.get(markOf(storm, subscription)) ?? []).length, 0);
    note(kinds, alert.kind, alone.length + times, `${alert.id} in ${subscription.channelId}`, together.length > 0);
    if (alone.length === 0 || alert.corrected === undefined) continue;
    const words = await lastWords(alert, store);
    const corrected = JSON.stringify(alone).includes(words);
    note(kinds, 'correction', corrected ? 1 : 0, `${alert.id} in ${subscription.channelId}: ${words}`);
  }
}

/** What only a message that was corrected says. */
async function lastWords(alert: Alert, store: Store): Promise<string> {
  if (!('storyId' in alert)) {
    const change = alert.kind === 'documents' ? await store.changes.get(alert.changeId) : undefined;
    return change?.takenBack === undefined ? '' : `<t:${secondsOf(change.takenBack)}:f>`;
  }
  const story = await store.stories.get(alert.storyId);
  return outletOf(alert.storyId, Math.min(story?.items.length ?? 0, MAX_OUTLETS_LISTED));
}

/** Each digest once and with its own span, and each alert in one of them. */
function countDigests(alerts: Alert[], { subscription, standing }: Channel, kinds: FiguresByKind): void {
  const digests = alerts.filter((alert) => alert.kind === 'digest');
  const told = digests.filter((digest) => standing.has(markOf(digest, subscription)));
  for (const digest of told) {
    const messages = standing.get(markOf(digest, subscription)) ?? [];
    const span = JSON.stringify(messages).includes(`<t:${secondsOf(digest.to)}:f>`);
    note(kinds, 'digest', span ? messages.length : 0, `digest from ${digest.from} in ${subscription.channelId}`);
  }
  const until = Date.parse(subscription.digestedUntil ?? subscription.createdAt) - LEFT_FOR_NEXT_MS;
  for (const alert of alerts) {
    if (alert.kind === 'digest' || Date.parse(alert.at) > until || alert.at <= subscription.createdAt) continue;
    const times = told.filter(({ alertIds }) => alertIds.includes(alert.id)).length;
    note(kinds, 'in a digest', times, `${alert.id} in ${subscription.channelId}`);
  }
}

function countPublished(standing: Standing[], channelId: string, kinds: FiguresByKind): void {
  for (const { flags, embeds } of standing) note(kinds, 'published', flags & 1, `${embeds[0]?.title} in ${channelId}`);
}

function note(kinds: FiguresByKind, kind: string, times: number, what: string, gathered = false): void {
  kinds[kind] ??= { wanted: 0, gathered: 0, missing: [], twice: [] };
  kinds[kind].wanted++;
  if (gathered) kinds[kind].gathered++;
  if (times === 0) kinds[kind].missing.push(what);
  if (times > 1) kinds[kind].twice.push(what);
}

function byMark(standing: readonly Standing[]): Map<string, Standing[]> {
  const marked = new Map<string, Standing[]>();
  for (const message of standing) {
    const mark = /"ask~([0-9a-z]{25})\|/.exec(JSON.stringify(message.components))?.[1] ?? 'none';
    marked.set(mark, [...(marked.get(mark) ?? []), message]);
  }
  return marked;
}

const markOf = (alert: Alert, { channelId }: Subscription): string => deliveryId(alert.id, channelId);
const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
