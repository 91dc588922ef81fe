/** The desk as a slash answer can use it: Discord wants that within three seconds, and looking something up may take longer. */
import type { SubscriptionService } from '../../app/notify/subscription-service.ts';
import { withTimeout } from '../with-timeout.ts';

const TIMEOUTS = {
  lookUpMs: 1000,
  /** Several channels at once, paced. */
  inspectMs: 2000,
  /** After the look at the channel there is so much left. */
  testMs: 1500,
};

/** What is not there in time is unknown. */
export function withTimeouts(subscriptionService: SubscriptionService, timeouts = TIMEOUTS): SubscriptionService {
  const { lookUpMs, inspectMs, testMs } = timeouts;
  return {
    ...subscriptionService,
    checkOwnership: (...asked) => withTimeout(lookUpMs, subscriptionService.checkOwnership(...asked), 'unknown'),
    getForum: (...asked) => withTimeout(lookUpMs, subscriptionService.getForum(...asked), undefined),
    inspectChannel: (...asked) =>
      withTimeout(inspectMs, subscriptionService.inspectChannel(...asked), { status: 'unknown' }),
    sendTest: (...asked) =>
      withTimeout(testMs, subscriptionService.sendTest(...asked), {
        status: 'retry',
        detail: 'no answer from Discord in time',
        mayHaveArrived: true,
      }),
  };
}
