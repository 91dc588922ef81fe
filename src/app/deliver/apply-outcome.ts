/** Writes down what became of a row, and does what follows from it. */
import type { Delivery } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { GuildDirectory } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { DeliveryLogEntry } from '../ports/store.ts';
import type { AlertRateLimiter } from './alert-rate-limit.ts';
import type { ChannelHealth } from './channel-health.ts';
import type { DeliveryAction } from './decide-action.ts';
import type { DeliveryLog } from './delivery-log.ts';
import type { ThroughputMeter } from './delivery-progress.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { SendGate } from './send-gate.ts';

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
  const {
    queue,
    deliveryLog: marks,
    channelHealth: desk,
    rateLimiter: storm,
    meter,
    sendGate: brake,
    guildDirectory: places,
    log,
    now,
    onUnauthorised,
  } = context;

  async function requeue(row: Delivery): Promise<'waiting'> {
    queue.add(row);
    await marks.recordPending(row);
    return 'waiting';
  }

  async function finishPost(row: Delivery, messageId: string): Promise<void> {
    const at = now().toISOString();
    const publishRows = places.isAnnouncement(row.channelId) ? [publishRowFor(row, at)] : [];
    for (const next of publishRows) queue.add(next);
    await marks.finish(row, { ...deliveredRecord(row, at), ...(messageId ? { messageId } : {}) }, publishRows);
    if (row.kind !== 'digest') storm.recordAlert(row.channelId);
    await desk.recordDelivered(row.channelId);
  }

  return async (row, step) => {
    const where = { channel: row.channelId, alert: row.alertId };
    const failed = FAILURE_LABELS[row.act];
    switch (step.action) {
      case 'done':
        meter.recordDone();
        if (row.act === 'post') await finishPost(row, step.messageId);
        else await marks.finish(row);
        return 'sent';
      case 'gathered':
        return 'waiting';
      case 'drop': {
        const { code, detail } = step;
        log.error(`${failed}${code === undefined ? '' : ` (${code})`}: ${detail}`, where);
        const end = { ...deliveredRecord(row, now().toISOString()), failed: { code, detail } };
        await marks.finish(row, row.act === 'post' ? end : undefined);
        return 'dropped';
      }
      case 'again': {
        // A storm is no fault.
        const level = step.row.held ? 'debug' : 'warn';
        log[level](`${failed}, next try at ${step.row.nextAttemptAt}: ${step.detail}`, where);
        return requeue(step.row);
      }
      case 'suspend':
        log.warn(
          `the channel is suspended (${step.code}): ${[step.detail, ...(step.missing ?? [])].join(', ')}`,
          where,
        );
        await requeue(step.row);
        await desk.recordBlocked(row, step);
        return 'waiting';
      case 'pause':
        if (brake.pause(step.seconds)) {
          log.warn(`nothing is sent for ${Math.ceil(step.seconds)} s: ${step.detail}`);
        }
        return requeue(step.row);
      case 'stop':
        if (brake.stop()) {
          log.error(`nothing can be sent: ${step.detail}`);
          onUnauthorised?.(step.detail);
        }
        return requeue(step.row);
    }
  };
}

/** What is remembered of a row that is over. */
function deliveredRecord(row: Delivery, at: Instant): DeliveryLogEntry {
  const { alertId, kind, guildId, channelId, roleId, language, tagIds } = row;
  return { alertId, kind, guildId, channelId, roleId, language, tagIds, at };
}

/** What is posted in an announcement channel is published. */
function publishRowFor(row: Delivery, at: Instant): Delivery {
  return {
    ...row,
    id: `${row.id}.publish`,
    act: 'publish',
    state: 'pending',
    attempts: 0,
    nextAttemptAt: at,
    createdAt: at,
    unsureSince: undefined,
  };
}

const FAILURE_LABELS = { post: 'not posted', edit: 'not edited', publish: 'not published' } as const;
