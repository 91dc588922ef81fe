/** Plans the digests that are due. Where nothing happened, none is sent. */
import {
  clampDigestStart,
  digestId,
  digestStart,
  findDueDigestEnd,
  type LastDigest,
  planDigest,
} from '../../core/alerts/plan-digest.ts';
import { addDays } from '../../core/instants.ts';
import { ALERT_KINDS, type Subscription } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { getGuildSettings } from './guild-settings.ts';

/** After a longer pause of the bot, a digest leaves out what is older. */
const MAX_DIGEST_SPAN_DAYS = 31;

/**
 * Writes the row first, the alert next and the subscription's progress last.
 * @param options `scheduled`: the operator's schedule runs now, so that weekly digests of guilds without a digest day are due.
 * @returns how many digests were planned.
 */
export async function enqueueDigests(
  { store, log, now }: { store: Store; log: Log; now: Now },
  { scheduled = false } = {},
): Promise<number> {
  const at = now();
  const due: { subscription: Subscription; to: Instant }[] = [];
  for (const stored of [...(await store.subscriptions.all())]) {
    if ((stored.rhythm ?? 'instant') === 'instant') continue;
    const subscription = clampDigestStart(stored, at.toISOString());
    if (subscription !== stored) await store.subscriptions.put(subscription.id, subscription);
    const settings = await getGuildSettings(store, subscription.guildId);
    const to = findDueDigestEnd(subscription, settings, at, scheduled);
    if (to !== undefined) due.push({ subscription, to });
  }
  if (due.length === 0) return 0;

  const recent = await store.alerts.newest({ since: addDays(at, -MAX_DIGEST_SPAN_DAYS), kinds: ALERT_KINDS });
  let planned = 0;
  for (const { subscription, to } of due) {
    const last = await findLastDigest(store, subscription);
    const { digest, progress } = planDigest(subscription, last, recent, to, at.toISOString());
    if (digest) {
      await store.outbox.put(digest.row.id, digest.row);
      await store.alerts.put(digest.alert.id, digest.alert);
      planned++;
    }
    // Read again: members may have changed or removed it meanwhile.
    const current = await store.subscriptions.get(subscription.id);
    if (current) await store.subscriptions.put(subscription.id, { ...current, ...progress });
  }
  if (planned > 0) log.info(`${planned} ${planned === 1 ? 'digest' : 'digests'} enqueued`);
  return planned;
}

/** A crash may have left a digest planned whose progress was not written: it is sent as planned, and the next one follows it. */
async function findLastDigest(store: Store, subscription: Subscription): Promise<LastDigest> {
  let id = subscription.lastDigest;
  let until = digestStart(subscription);
  let last = id === undefined ? undefined : await store.alerts.get(id);
  for (;;) {
    const next = await store.alerts.get(digestId(subscription.id, until));
    if (next?.kind !== 'digest') break;
    [last, id, until] = [next, next.id, next.to];
  }
  return { id, until, alertIds: last?.kind === 'digest' ? last.alertIds : [] };
}
