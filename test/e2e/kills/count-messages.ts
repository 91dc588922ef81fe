/** Compares the messages in the channels with the alerts: each alert once, alone or in a bundle, and in its current state. */
import type { LoopbackDiscord } from '../../../sandbox/discord/loopback-discord.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { deliveryId } from '../../../src/core/alerts/delivery-rows.ts';
import { MAX_OUTLETS_LISTED } from '../../../src/core/alerts/message-fingerprint.ts';
import { findMismatch } from '../../../src/core/alerts/plan-deliveries.ts';
import type { Alert, DigestAlert, Subscription } from '../../../src/domain/alert.ts';
import { isAnnouncement } from './channels.ts';
import { outletOf } from './random-events.ts';

/** Alerts of the last minutes before a digest may be in the next one. */
const DIGEST_OVERLAP_MS = 10 * 60_000;

/** `gathered`: those of the wanted ones that share a message with others. */
export interface KindFigures {
  wanted: number;
  gathered: number;
  missing: string[];
  twice: string[];
}
export type FiguresByKind = Record<string, KindFigures>;

type Message = { embeds: { title?: string | null }[]; components: unknown; flags: number };

export async function countMessages(store: Store, discord: LoopbackDiscord) {
  const alerts: Alert[] = [];
  for await (const [, alert] of store.alerts.entries()) alerts.push(alert);
  const kinds: FiguresByKind = {};
  let messages = 0;
  for (const subscription of await store.subscriptions.all()) {
    const { channelId, tagIds } = subscription;
    const standing: Message[] = tagIds
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
  /** Messages by delivery id, as in their buttons. */
  standing: Map<string, Message[]>;
}

async function countAlerts(alerts: Alert[], channel: Channel, kinds: FiguresByKind, store: Store): Promise<void> {
  const { subscription, standing } = channel;
  const bundles = alerts.filter((alert) => alert.kind === 'digest' && standing.has(markOf(alert, subscription)));
  for (const alert of alerts) {
    if (alert.kind === 'digest' || findMismatch(alert, subscription, alert.at) !== undefined) continue;
    const alone = standing.get(markOf(alert, subscription)) ?? [];
    const together = bundles.filter((bundle) => (bundle as DigestAlert).alertIds.includes(alert.id));
    const times = together.reduce((sum, bundle) => sum + (standing.get(markOf(bundle, subscription)) ?? []).length, 0);
    count(kinds, alert.kind, alone.length + times, `${alert.id} in ${subscription.channelId}`, together.length > 0);
    if (alone.length === 0 || alert.corrected === undefined) continue;
    const words = await wordsOfCorrection(alert, store);
    const corrected = JSON.stringify(alone).includes(words);
    count(kinds, 'correction', corrected ? 1 : 0, `${alert.id} in ${subscription.channelId}: ${words}`);
  }
}

/** Words that only the corrected message contains. */
async function wordsOfCorrection(alert: Alert, store: Store): Promise<string> {
  if (!('storyId' in alert)) {
    const change = alert.kind === 'documents' ? await store.changes.get(alert.changeId) : undefined;
    return change?.takenBack === undefined ? '' : `<t:${secondsOf(change.takenBack)}:f>`;
  }
  const story = await store.stories.get(alert.storyId);
  return outletOf(alert.storyId, Math.min(story?.items.length ?? 0, MAX_OUTLETS_LISTED));
}

/** Each digest once and with its own span, and each alert in one digest. */
function countDigests(alerts: Alert[], { subscription, standing }: Channel, kinds: FiguresByKind): void {
  const digests = alerts.filter((alert) => alert.kind === 'digest');
  const told = digests.filter((digest) => standing.has(markOf(digest, subscription)));
  for (const digest of told) {
    const messages = standing.get(markOf(digest, subscription)) ?? [];
    const span = JSON.stringify(messages).includes(`<t:${secondsOf(digest.to)}:f>`);
    count(kinds, 'digest', span ? messages.length : 0, `digest from ${digest.from} in ${subscription.channelId}`);
  }
  const until = Date.parse(subscription.digestedUntil ?? subscription.createdAt) - DIGEST_OVERLAP_MS;
  for (const alert of alerts) {
    if (alert.kind === 'digest' || Date.parse(alert.at) > until || alert.at <= subscription.createdAt) continue;
    const times = told.filter(({ alertIds }) => alertIds.includes(alert.id)).length;
    count(kinds, 'in a digest', times, `${alert.id} in ${subscription.channelId}`);
  }
}

function countPublished(standing: Message[], channelId: string, kinds: FiguresByKind): void {
  for (const { flags, embeds } of standing) count(kinds, 'published', flags & 1, `${embeds[0]?.title} in ${channelId}`);
}

function count(kinds: FiguresByKind, kind: string, times: number, what: string, gathered = false): void {
  kinds[kind] ??= { wanted: 0, gathered: 0, missing: [], twice: [] };
  kinds[kind].wanted++;
  if (gathered) kinds[kind].gathered++;
  if (times === 0) kinds[kind].missing.push(what);
  if (times > 1) kinds[kind].twice.push(what);
}

function byMark(standing: readonly Message[]): Map<string, Message[]> {
  const marked = new Map<string, Message[]>();
  for (const message of standing) {
    const mark = /"ask~([0-9a-z]{25})\|/.exec(JSON.stringify(message.components))?.[1] ?? 'none';
    marked.set(mark, [...(marked.get(mark) ?? []), message]);
  }
  return marked;
}

const markOf = (alert: Alert, { channelId }: Subscription): string => deliveryId(alert.id, channelId);
const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
