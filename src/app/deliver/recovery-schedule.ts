/**
 * When a channel in trouble is looked at again. One that lacks something waits for somebody to mend it; one that looks well and
 * takes no message all the same is tried again soon, with growing pauses.
 */

const RECHECK_DELAYS_SECONDS = [30, 120, 600, 3600] as const;

export interface RecoverySchedule {
  /** It took no message just now. */
  recordRefusal(channelId: string): void;
  /**
   * It was looked at and lacks nothing: it is well, or to be tried (it looked well before, and was not), or looked at again later.
   */
  recordCleanCheck(channelId: string): 'well' | 'try' | 'later';
  /** How often in a row it looked well and was not. */
  countFalseRecoveries(channelId: string): number;
  /** Nothing could be found out, or what was found out could not be written down. */
  postpone(channelId: string): void;
  /** Somebody changed something there: whether it is to be looked at now; otherwise that comes soon. */
  shouldCheckAfterChange(channelId: string): boolean;
  /** A message was posted; or it was looked at, and somebody has to mend it. */
  forget(channelId: string): void;
  /** Takes out the channels whose time has come. */
  takeDue(): string[];
}

interface ChannelRecovery {
  refusedMs?: number;
  /** Not looked at since it took no message: if it looks well, then looks do not tell why. */
  isUnverified: boolean;
  times: number;
  nextCheckMs?: number;
}

/** @param elapsedMs milliseconds since some beginning. */
export function createRecoverySchedule(elapsedMs: () => number): RecoverySchedule {
  const stateByChannel = new Map<string, ChannelRecovery>();
  const getOrCreate = (channelId: string): ChannelRecovery => {
    const known = stateByChannel.get(channelId) ?? { isUnverified: false, times: 0 };
    stateByChannel.set(channelId, known);
    return known;
  };
  const pauseMs = (times: number): number =>
    (RECHECK_DELAYS_SECONDS[Math.min(times, RECHECK_DELAYS_SECONDS.length) - 1] ?? 0) * 1000;
  const isWaiting = ({ nextCheckMs: lookAtMs }: ChannelRecovery): boolean =>
    lookAtMs !== undefined && elapsedMs() < lookAtMs;

  return {
    recordRefusal(channelId) {
      Object.assign(getOrCreate(channelId), { refusedMs: elapsedMs(), isUnverified: true, nextCheckMs: undefined });
    },
    recordCleanCheck(channelId) {
      const one = getOrCreate(channelId);
      if (one.isUnverified) {
        one.isUnverified = false;
        one.times += 1;
        one.nextCheckMs = (one.refusedMs ?? elapsedMs()) + pauseMs(one.times);
      }
      if (isWaiting(one)) return 'later';
      one.nextCheckMs = undefined;
      return one.times === 0 ? 'well' : 'try';
    },
    countFalseRecoveries: (channelId) => stateByChannel.get(channelId)?.times ?? 0,
    postpone(channelId) {
      const one = getOrCreate(channelId);
      one.isUnverified = false;
      one.times += 1;
      one.nextCheckMs = elapsedMs() + pauseMs(one.times);
    },
    shouldCheckAfterChange(channelId) {
      const one = stateByChannel.get(channelId);
      if (one?.nextCheckMs === undefined) return true;
      one.nextCheckMs = Math.min(one.nextCheckMs, (one.refusedMs ?? elapsedMs()) + pauseMs(1));
      return !isWaiting(one);
    },
    forget: (channelId) => void stateByChannel.delete(channelId),
    takeDue() {
      const channelIds: string[] = [];
      for (const [channelId, one] of stateByChannel) {
        if (one.nextCheckMs === undefined || isWaiting(one)) continue;
        one.nextCheckMs = undefined;
        channelIds.push(channelId);
      }
      return channelIds;
    },
  };
}
