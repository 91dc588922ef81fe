/**
 * Empties the outbox: one message for each delivery that is due. What became of each is written before the next one.
 * A crash between Discord's answer and our mark repeats the message under the same nonce, which Discord recognises.
 */
import type { Delivery, Subscription } from '../domain.ts';
import { alertMessage } from './alert-message.ts';
import type { Log, Now, OutgoingMessage, Sender, SendOutcome, Store } from './ports.ts';
import type { Archive } from './queries.ts';
import { markDelivered } from './record.ts';

/** After so many tries over about two days a delivery is given up, with a line in the log. */
const MOST_ATTEMPTS = 48;
/** A channel that the bot may not write to is tried again at this pace: somebody may give the permission back. */
const BLOCKED_RETRY_SECONDS = 3600;

export interface DeliverContext {
  store: Store;
  archive: Archive;
  sender: Sender;
  log: Log;
  now: Now;
  /** Seconds until the next try, by how many there were (io/fetch/retry-delay.ts). */
  retryDelaySeconds: (attempt: number) => number;
}

export interface DeliverySummary {
  sent: number;
  waiting: number;
  dropped: number;
}

/** Sends every delivery that is due now. */
export async function deliverDue(context: DeliverContext): Promise<DeliverySummary> {
  const summary: DeliverySummary = { sent: 0, waiting: 0, dropped: 0 };
  for (const delivery of await dueDeliveries(context)) {
    const message = await messageFor(delivery, context);
    if (message === undefined) continue;
    const outcome = await context.sender.send(message);
    summary[await settle(delivery, outcome, context)]++;
    if (outcome.status === 'unauthorised') break;
  }
  return summary;
}

async function dueDeliveries({ store, now }: DeliverContext): Promise<Delivery[]> {
  const at = now().toISOString();
  const due: Delivery[] = [];
  for await (const [, delivery] of store.outbox.entries()) if (delivery.nextAttemptAt <= at) due.push(delivery);
  return due.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

async function messageFor(
  delivery: Delivery,
  { store, archive }: DeliverContext,
): Promise<OutgoingMessage | undefined> {
  // A row can stand there before its alert does: it is planned, and sent once the plan is whole.
  const alert = await store.alerts.get(delivery.alertId);
  if (alert === undefined) return undefined;
  const answer = await alertMessage(alert, archive, 'en');
  return { channelId: delivery.channelId, answer, roleId: delivery.roleId, nonce: delivery.id };
}

async function settle(
  delivery: Delivery,
  outcome: SendOutcome,
  context: DeliverContext,
): Promise<keyof DeliverySummary> {
  const { store, log, now } = context;
  const where = { channel: delivery.channelId, alert: delivery.alertId };
  switch (outcome.status) {
    case 'sent':
      await markDelivered(store, delivery.id, delivery.channelId, outcome.messageId, now().toISOString());
      await noteTrouble(store, delivery.channelId, undefined);
      return 'sent';
    case 'retry':
      return tryAgain(delivery, outcome.detail, outcome.afterSeconds, context);
    case 'blocked':
      await noteTrouble(store, delivery.channelId, {
        code: outcome.code,
        detail: outcome.detail,
        since: now().toISOString(),
      });
      return tryAgain(delivery, outcome.detail, BLOCKED_RETRY_SECONDS, context);
    case 'refused':
      log.error(`Discord refused the message (${outcome.code}): ${outcome.detail}`, where);
      await store.outbox.delete(delivery.id);
      return 'dropped';
    case 'unauthorised':
      log.error(`nothing can be sent: ${outcome.detail}`);
      return 'waiting';
  }
}

async function tryAgain(
  delivery: Delivery,
  detail: string,
  afterSeconds: number | undefined,
  { store, log, now, retryDelaySeconds }: DeliverContext,
): Promise<keyof DeliverySummary> {
  const where = { channel: delivery.channelId, alert: delivery.alertId };
  const attempts = delivery.attempts + 1;
  if (attempts >= MOST_ATTEMPTS) {
    log.error(`given up after ${attempts} tries: ${detail}`, where);
    await store.outbox.delete(delivery.id);
    return 'dropped';
  }
  const seconds = afterSeconds ?? retryDelaySeconds(attempts);
  log.warn(`not posted, next try in ${Math.ceil(seconds)} s: ${detail}`, where);
  const nextAttemptAt = new Date(now().getTime() + seconds * 1000).toISOString();
  await store.outbox.put(delivery.id, { ...delivery, attempts, nextAttemptAt });
  return 'waiting';
}

/** The subscription keeps its settings; `/alerts list` shows what is in its way, until a message gets through again. */
async function noteTrouble(store: Store, channelId: string, trouble: Subscription['trouble']): Promise<void> {
  const affected: Subscription[] = [];
  for await (const [, one] of store.subscriptions.entries()) {
    if (one.channelId === channelId && one.trouble?.code !== trouble?.code) affected.push(one);
  }
  for (const one of affected) await store.subscriptions.put(one.id, { ...one, trouble });
}
