/** How far the delivery of alerts has got, as `/status` reports it. */

export interface DeliveryProgress {
  /** Messages that could be sent now, that wait for their time, and that wait until their channel is healthy again. */
  due: number;
  later: number;
  suspended: number;
  /** The fan-out that is under way. */
  fanOut?: { done: number; left: number; secondsLeft?: number };
  /** Seconds until Discord accepts requests again; 0 when it does. */
  remainingPauseSeconds: number;
}
