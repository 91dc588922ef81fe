/** Trouble on order: the next requests that fit are answered with a fault instead of, or after, their effect. */

export type Trouble =
  /** An answer such as 503, one with an error code of Discord's, or 429 with the seconds to wait. */
  | { status: number; code?: number; message?: string; retryAfterSeconds?: number; global?: boolean; shared?: boolean }
  /** The wall before Discord answers: this address is banned for so long (error 1015). */
  | { bannedSeconds: number }
  /** The connection is cut without an answer. */
  | 'cut';

export interface Order {
  trouble: Trouble;
  /** How many requests; one when left out. */
  times?: number;
  /** Which requests, as method and path: `/^POST .*\/messages$/`. All when left out. */
  on?: RegExp;
  /** The request takes effect before its answer is lost. */
  afterEffect?: boolean;
}

export interface Faults {
  order(order: Order): void;
  /** The trouble this request is in, if any; it counts. */
  next(request: string): { trouble: Trouble; afterEffect: boolean } | undefined;
}

export function createFaults(): Faults {
  const orders: (Order & { left: number })[] = [];
  return {
    order: (order) => void orders.push({ ...order, left: order.times ?? 1 }),
    next(request) {
      const order = orders.find(({ left, on }) => left > 0 && (on?.test(request) ?? true));
      if (order === undefined) return undefined;
      order.left -= 1;
      return { trouble: order.trouble, afterEffect: order.afterEffect ?? false };
    },
  };
}
