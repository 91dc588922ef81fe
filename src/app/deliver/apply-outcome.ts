/** Carries out what was decided about a row: writes it down and does what follows from it. */
import { createLogEntry, createPublish } from '../../core/alerts/delivery-rows.ts';
import type { Delivery } from '../../domain/alert.ts';
import type { Now } from '../ports/clock.ts';
import type { GuildDirectory } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { AlertRateLimiter } from './alert-rate-limit.ts';
import type { ChannelHealth } from './channel-health.ts';
import type { DeliveryAction } from './decide-action.ts';
import type { DeliveryLog } from './delivery-log.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { SendGate } from './send-gate.ts';
import type { ThroughputMeter } from './throughput-meter.ts';

export interface DeliverySummary {
  sent: number;
  waiting: number;
  dropped: number;
}

interface ApplyOutcomeContext {
  queue: DeliveryQueue;
  deliveryLog: DeliveryLog;
  channelHealth: ChannelHealth;
  rateLimiter: AlertRateLimiter;
  meter: ThroughputMeter;
  sendGate: SendGate;
  guildDirectory: GuildDirectory;
  log: Log;
  now: Now;
  onUnauthorised?(detail: string): void;
}

export function createOutcomeApplier(
  context: ApplyOutcomeContext,
): (row: Delivery, action: DeliveryAction) => Promise<keyof DeliverySummary> {
  const { queue, deliveryLog, channelHealth, rateLimiter, meter, sendGate, guildDirectory } = context;
  const { log, now, onUnauthorised } = context;

  async function requeue(row: Delivery): Promise<'waiting'> {
    queue.add(row);
    await deliveryLog.recordPending(row);
    return 'waiting';
  }

  async function finishPost(row: Delivery, messageId: string): Promise<void> {
    const at = now().toISOString();
    const publishRows = guildDirectory.isAnnouncement(row.channelId) ? [createPublish(row, at)] : [];
    for (const publishRow of publishRows) queue.add(publishRow);
    await deliveryLog.finish(row, createLogEntry(row, at, messageId ? { messageId } : {}), publishRows);
    if (row.kind !== 'digest') rateLimiter.recordAlert(row.channelId);
    await channelHealth.recordDelivered(row.channelId);
  }

  return async (row, action) => {
    const where = { channel: row.channelId, alert: row.alertId };
    const failure = FAILURE_LABELS[row.act];
    switch (action.action) {
      case 'done':
        meter.recordDone();
        if (row.act === 'post') await finishPost(row, action.messageId);
        else await deliveryLog.finish(row);
        return 'sent';
      case 'bundled':
        return 'waiting';
      case 'drop': {
        const { code, detail } = action;
        log.error(`${failure}${code === undefined ? '' : ` (${code})`}: ${detail}`, where);
        const entry = createLogEntry(row, now().toISOString(), { failed: { code, detail } });
        await deliveryLog.finish(row, row.act === 'post' ? entry : undefined);
        return 'dropped';
      }
      case 'hold':
        log.debug(`held back until ${action.row.nextAttemptAt}: the channel got many alerts within an hour`, where);
        return requeue(action.row);
      case 'retry':
        log.warn(`${failure}, next attempt at ${action.row.nextAttemptAt}: ${action.detail}`, where);
        return requeue(action.row);
      case 'suspend': {
        const reasons = [action.detail, ...(action.missing ?? [])].join(', ');
        log.warn(`the channel is suspended (${action.code}): ${reasons}`, where);
        await requeue(action.row);
        await channelHealth.recordBlocked(row, action);
        return 'waiting';
      }
      case 'pause':
        if (sendGate.pause(action.seconds)) {
          log.warn(`nothing is sent for ${Math.ceil(action.seconds)} s: ${action.detail}`);
        }
        return requeue(action.row);
      case 'stop':
        if (sendGate.stop()) {
          log.error(`nothing can be sent: ${action.detail}`);
          onUnauthorised?.(action.detail);
        }
        return requeue(action.row);
    }
  };
}

const FAILURE_LABELS = { post: 'not posted', edit: 'not edited', publish: 'not published' } as const;
