/** Bounds the subscription service's calls to Discord, since a slash command must be answered within three seconds. */
import type { SubscriptionService } from '../../app/notify/subscription-service.ts';
import { withTimeout } from '../../app/with-timeout.ts';

const TIMEOUTS = {
  lookUpMs: 1000,
  /** Several channels at once, paced. */
  inspectMs: 2000,
  /** What the inspection of the channel before it leaves over. */
  testMs: 1500,
};

/** What does not come in time is unknown. */
export function withTimeouts(service: SubscriptionService, timeouts = TIMEOUTS): SubscriptionService {
  const { lookUpMs, inspectMs, testMs } = timeouts;
  return {
    ...service,
    checkOwnership: (...args) => withTimeout(lookUpMs, service.checkOwnership(...args), 'unknown'),
    getForum: (...args) => withTimeout(lookUpMs, service.getForum(...args), undefined),
    inspectChannel: (...args) => withTimeout(inspectMs, service.inspectChannel(...args), { status: 'unknown' }),
    sendTest: (...args) =>
      withTimeout(testMs, service.sendTest(...args), {
        status: 'retry',
        detail: 'no answer from Discord in time',
        mayHaveArrived: true,
      }),
  };
}
