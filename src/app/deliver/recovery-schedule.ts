/**
 * Schedules when a blocked channel is checked again. One that lacks a permission waits until somebody grants it; one that looks fine
 * and still takes no message is tried again soon, with growing delays.
 */

const RECHECK_DELAYS_SECONDS = [30, 120, 600, 3600] as const;

export interface RecoverySchedule {
  /** The channel refused a message just now. */
  recordRefusal(channelId: string): void;
  /** A check found nothing missing. @returns what to do: resume the channel, try one message, or check again later. */
  recordCleanCheck(channelId: string): 'healthy' | 'try' | 'later';
  /** How often in a row a check found nothing missing and the channel refused a message all the same. */
  countFalseRecoveries(channelId: string): number;
  /** A check found out nothing, or its result could not be written down. */
  postpone(channelId: string): void;
  /** Somebody changed the guild. @returns whether to check the channel now; otherwise that comes soon. */
  shouldCheckAfterChange(channelId: string): boolean;
  /** A message was posted, or somebody has to fix the channel first. */
  forget(channelId: string): void;
  /** Channels whose next check is due. They stay due until a check tells otherwise. */
  listDue(): string[];
}

interface ChannelRecovery {
  refusedMs?: number;
  /** Not checked since it refused a message: if a check finds nothing then, checks do not explain the refusal. */
  isUnverified: boolean;
  falseRecoveries: number;
  nextCheckMs?: number;
}

/** @param elapsedMs milliseconds since some beginning. */
export function createRecoverySchedule(elapsedMs: () => number): RecoverySchedule {
  const recoveries = new Map<string, ChannelRecovery>();
  const getOrCreate = (channelId: string): ChannelRecovery => {
    const recovery = recoveries.get(channelId) ?? { isUnverified: false, falseRecoveries: 0 };
    recoveries.set(channelId, recovery);
    return recovery;
  };
  const delayMs = (times: number): number =>
    (RECHECK_DELAYS_SECONDS[Math.min(times, RECHECK_DELAYS_SECONDS.length) - 1] ?? 0) * 1000;
  const isWaiting = ({ nextCheckMs }: ChannelRecovery): boolean =>
    nextCheckMs !== undefined && elapsedMs() < nextCheckMs;

  return {
    recordRefusal(channelId) {
      Object.assign(getOrCreate(channelId), { refusedMs: elapsedMs(), isUnverified: true, nextCheckMs: undefined });
    },
    recordCleanCheck(channelId) {
      const recovery = getOrCreate(channelId);
      if (recovery.isUnverified) {
        recovery.isUnverified = false;
        recovery.falseRecoveries += 1;
        recovery.nextCheckMs = (recovery.refusedMs ?? elapsedMs()) + delayMs(recovery.falseRecoveries);
      }
      if (isWaiting(recovery)) return 'later';
      recovery.nextCheckMs = undefined;
      return recovery.falseRecoveries === 0 ? 'healthy' : 'try';
    },
    countFalseRecoveries: (channelId) => recoveries.get(channelId)?.falseRecoveries ?? 0,
    postpone(channelId) {
      const recovery = getOrCreate(channelId);
      recovery.isUnverified = false;
      recovery.falseRecoveries += 1;
      recovery.nextCheckMs = elapsedMs() + delayMs(recovery.falseRecoveries);
    },
    shouldCheckAfterChange(channelId) {
      const recovery = recoveries.get(channelId);
      if (recovery?.nextCheckMs === undefined) return true;
      recovery.nextCheckMs = Math.min(recovery.nextCheckMs, (recovery.refusedMs ?? elapsedMs()) + delayMs(1));
      return !isWaiting(recovery);
    },
    forget: (channelId) => void recoveries.delete(channelId),
    listDue: () =>
      [...recoveries]
        .filter(([, recovery]) => recovery.nextCheckMs !== undefined && !isWaiting(recovery))
        .map(([channelId]) => channelId),
  };
}
