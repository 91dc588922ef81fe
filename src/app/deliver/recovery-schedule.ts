/**
 * When a channel in trouble is looked at again. One that lacks something waits for somebody to mend it; one that looks well and
 * takes no message all the same is tried again soon, with growing pauses.
 */

const PAUSES_SECONDS = [30, 120, 600, 3600] as const;

export interface Healing {
  /** It took no message just now. */
  refused(channelId: string): void;
  /**
   * It was looked at and lacks nothing: it is well, or to be tried (it looked well before, and was not), or looked at again later.
   */
  looksWell(channelId: string): 'well' | 'try' | 'later';
  /** How often in a row it looked well and was not. */
  timesMistaken(channelId: string): number;
  /** Nothing could be found out, or what was found out could not be written down. */
  later(channelId: string): void;
  /** Somebody changed something there: whether it is to be looked at now; otherwise that comes soon. */
  isLookedAtOn(channelId: string): boolean;
  /** A message was posted; or it was looked at, and somebody has to mend it. */
  forget(channelId: string): void;
  /** Takes out the channels whose time has come. */
  due(): string[];
}

interface Patient {
  refusedMs?: number;
  /** Not looked at since it took no message: if it looks well, then looks do not tell why. */
  unexplained: boolean;
  times: number;
  lookAtMs?: number;
}

/** @param elapsedMs milliseconds since some beginning. */
export function createHealing(elapsedMs: () => number): Healing {
  const patients = new Map<string, Patient>();
  const patient = (channelId: string): Patient => {
    const known = patients.get(channelId) ?? { unexplained: false, times: 0 };
    patients.set(channelId, known);
    return known;
  };
  const pauseMs = (times: number): number => (PAUSES_SECONDS[Math.min(times, PAUSES_SECONDS.length) - 1] ?? 0) * 1000;
  const isWaiting = ({ lookAtMs }: Patient): boolean => lookAtMs !== undefined && elapsedMs() < lookAtMs;

  return {
    refused(channelId) {
      Object.assign(patient(channelId), { refusedMs: elapsedMs(), unexplained: true, lookAtMs: undefined });
    },
    looksWell(channelId) {
      const one = patient(channelId);
      if (one.unexplained) {
        one.unexplained = false;
        one.times += 1;
        one.lookAtMs = (one.refusedMs ?? elapsedMs()) + pauseMs(one.times);
      }
      if (isWaiting(one)) return 'later';
      one.lookAtMs = undefined;
      return one.times === 0 ? 'well' : 'try';
    },
    timesMistaken: (channelId) => patients.get(channelId)?.times ?? 0,
    later(channelId) {
      const one = patient(channelId);
      one.unexplained = false;
      one.times += 1;
      one.lookAtMs = elapsedMs() + pauseMs(one.times);
    },
    isLookedAtOn(channelId) {
      const one = patients.get(channelId);
      if (one?.lookAtMs === undefined) return true;
      one.lookAtMs = Math.min(one.lookAtMs, (one.refusedMs ?? elapsedMs()) + pauseMs(1));
      return !isWaiting(one);
    },
    forget: (channelId) => void patients.delete(channelId),
    due() {
      const channelIds: string[] = [];
      for (const [channelId, one] of patients) {
        if (one.lookAtMs === undefined || isWaiting(one)) continue;
        one.lookAtMs = undefined;
        channelIds.push(channelId);
      }
      return channelIds;
    },
  };
}
