/**
 * A storm: more alerts for a channel within an hour than anybody reads one by one. What is over that waits until the hour is
 * over, and is then told in one message.
 */
import { createHash } from 'node:crypto';
import { deliveryId } from '../../core/match.ts';
import { tagsOfAll } from '../../core/post-tags.ts';
import type { Alert, Delivery, Instant } from '../../domain.ts';
import type { Delivered, Store } from '../ports/store.ts';

export const MOST_AN_HOUR = 8;
const HOUR_MS = 3_600_000;

export interface StormWatch {
  /** A channel was told of something. */
  told(channelId: string, at: Date): void;
  /** When the channel may be told again, if it has been told of enough for now. */
  heldUntil(channelId: string, now: Date): Instant | undefined;
}

/** What was told before the process began is not known: a restart begins a new hour. */
export function createStormWatch(): StormWatch {
  const times = new Map<string, number[]>();
  const within = (channelId: string, now: number) => (times.get(channelId) ?? []).filter((at) => now - at < HOUR_MS);
  return {
    told(channelId, at) {
      times.set(channelId, [...within(channelId, at.getTime()), at.getTime()].slice(-MOST_AN_HOUR));
    },
    heldUntil(channelId, now) {
      const recent = within(channelId, now.getTime());
      const [oldest = 0] = recent;
      return recent.length < MOST_AN_HOUR ? undefined : new Date(oldest + HOUR_MS).toISOString();
    },
  };
}

/**
 * Makes one row of several of a channel. It says for which rows it stands, so that a crash in between leaves none told twice.
 * @param rows at least one.
 */
export async function gather(store: Store, rows: readonly [Delivery, ...Delivery[]], now: Instant): Promise<Delivery> {
  const [{ guildId, channelId, language }] = rows;
  const ids = rows.map(({ id }) => id).sort();
  const alerts = (await Promise.all(rows.map(({ alertId }) => store.alerts.get(alertId))))
    .filter((alert): alert is Alert => alert !== undefined)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  const alertId = createHash('sha256')
    .update(`storm\0${ids.join('\0')}`)
    .digest('hex');
  const from = alerts.at(-1)?.at ?? now;
  const row: Delivery = {
    id: deliveryId(alertId, channelId),
    act: 'post',
    alertId,
    kind: 'digest',
    priority: 'normal',
    guildId,
    channelId,
    roleId: rows.find(({ roleId }) => roleId)?.roleId,
    language,
    tagIds: tagsOfAll(rows),
    state: 'pending',
    attempts: 0,
    nextAttemptAt: now,
    createdAt: now,
    gathers: ids,
  };
  await store.alerts.put(alertId, {
    id: alertId,
    kind: 'digest',
    at: now,
    platforms: [],
    topics: [],
    alertIds: alerts.map(({ id }) => id),
    // The digest tells what came after this instant.
    from: new Date(Date.parse(from) - 1).toISOString(),
    to: now,
  });
  await store.outbox.put(row.id, row);
  return row;
}

/** How it is remembered that a row was told in a message that stands for several. */
export function gatheredAs({ alertId, kind, guildId, channelId }: Delivery, at: Instant): Delivered {
  return { alertId, kind, guildId, channelId, at, failed: { detail: 'told together with others' } };
}
