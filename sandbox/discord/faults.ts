/** Fault injection: the next matching requests get a fault instead of, or after, their effect. */

export type Fault =
  /** A status such as 503, optionally with Discord's error code, or 429 with the seconds to wait. */
  | { status: number; code?: number; message?: string; retryAfterSeconds?: number; global?: boolean; shared?: boolean }
  /** Cloudflare, not Discord, answers: this address is banned (error 1015). */
  | { bannedSeconds: number }
  /** The connection is cut without an answer. */
  | 'cut';

export interface FaultOrder {
  fault: Fault;
  /** Number of requests; 1 by default. */
  times?: number;
  /** Matches method and path, such as `/^POST .*\/messages$/`; all requests by default. */
  on?: RegExp;
  /** The request takes effect before the fault is returned. */
  afterEffect?: boolean;
}

export interface Faults {
  inject(order: FaultOrder): void;
  /** The fault for this request, if any; uses it up. */
  next(request: string): { fault: Fault; afterEffect: boolean } | undefined;
}

export function createFaults(): Faults {
  const orders: (FaultOrder & { left: number })[] = [];
  return {
    inject: (order) => void orders.push({ ...order, left: order.times ?? 1 }),
    next(request) {
      const order = orders.find(({ left, on }) => left > 0 && (on?.test(request) ?? true));
      if (order === undefined) return undefined;
      order.left -= 1;
      return { fault: order.fault, afterEffect: order.afterEffect ?? false };
    },
  };
}
