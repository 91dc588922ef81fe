/** Writes down what became of a row, and does what follows from it. */
import type { Delivery } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { Places } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { Delivered } from '../ports/store.ts';
import type { Step } from './decide-action.ts';
import type { Brake } from './send-gate.ts';
import type { Marks } from './delivery-log.ts';
import type { Meter } from './delivery-progress.ts';
import type { Queue } from './delivery-queue.ts';
import type { StormWatch } from './alert-rate-limit.ts';
import type { TroubleDesk } from './channel-health.ts';

export interface DeliverySummary {
  sent: number;
  waiting: number;
  dropped: number;
}

interface SettleContext {
  queue: Queue;
  marks: Marks;
  desk: TroubleDesk;
  storm: StormWatch;
  meter: Meter;
  brake: Brake;
  places: Places;
  log: Log;
  now: Now;
  onUnauthorised?(detail: string): void;
}

export function createSettler(context: SettleContext): (row: Delivery, step: Step) => Promise<keyof DeliverySummary> {
  const { queue, marks, desk, storm, meter, brake, places, log, now, onUnauthorised } = context;

  async function wait(row: Delivery): Promise<'waiting'> {
    queue.add(row);
    await marks.waits(row);
    return 'waiting';
  }

  async function posted(row: Delivery, messageId: string): Promise<void> {
    const at = now().toISOString();
    const publishing = places.isAnnouncement(row.channelId) ? [publishingOf(row, at)] : [];
    for (const next of publishing) queue.add(next);
    await marks.over(row, { ...told(row, at), ...(messageId ? { messageId } : {}) }, publishing);
    if (row.kind !== 'digest') storm.told(row.channelId);
    await desk.clear(row.channelId);
  }

  return async (row, step) => {
    const where = { channel: row.channelId, alert: row.alertId };
    const failed = NOT_DONE[row.act];
    switch (step.step) {
      case 'done':
        meter.count();
        if (row.act === 'post') await posted(row, step.messageId);
        else await marks.over(row);
        return 'sent';
      case 'gathered':
        return 'waiting';
      case 'drop': {
        const { code, detail } = step;
        log.error(`${failed}${code === undefined ? '' : ` (${code})`}: ${detail}`, where);
        const end = { ...told(row, now().toISOString()), failed: { code, detail } };
        await marks.over(row, row.act === 'post' ? end : undefined);
        return 'dropped';
      }
      case 'again': {
        // A storm is no fault.
        const level = step.row.held ? 'debug' : 'warn';
        log[level](`${failed}, next try at ${step.row.nextAttemptAt}: ${step.detail}`, where);
        return wait(step.row);
      }
      case 'suspend':
        log.warn(
          `the channel is suspended (${step.code}): ${[step.detail, ...(step.missing ?? [])].join(', ')}`,
          where,
        );
        await wait(step.row);
        await desk.note(row, step);
        return 'waiting';
      case 'pause':
        if (brake.pause(step.seconds)) {
          log.warn(`nothing is sent for ${Math.ceil(step.seconds)} s: ${step.detail}`);
        }
        return wait(step.row);
      case 'stop':
        if (brake.stop()) {
          log.error(`nothing can be sent: ${step.detail}`);
          onUnauthorised?.(step.detail);
        }
        return wait(step.row);
    }
  };
}

/** What is remembered of a row that is over. */
function told(row: Delivery, at: Instant): Delivered {
  const { alertId, kind, guildId, channelId, roleId, language, tagIds } = row;
  return { alertId, kind, guildId, channelId, roleId, language, tagIds, at };
}

/** What is posted in an announcement channel is published. */
function publishingOf(row: Delivery, at: Instant): Delivery {
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

const NOT_DONE = { post: 'not posted', edit: 'not edited', publish: 'not published' } as const;
