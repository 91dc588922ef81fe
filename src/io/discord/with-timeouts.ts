/** The desk as a slash answer can use it: Discord wants that within three seconds, and looking something up may take longer. */
import type { SubscriptionDesk } from '../../app/notify/subscription-service.ts';
import { within } from '../with-timeout.ts';

const PATIENCE = {
  lookUpMs: 1000,
  /** Several channels at once, paced. */
  inspectMs: 2000,
  /** After the look at the channel there is so much left. */
  testMs: 1500,
};

/** What is not there in time is unknown. */
export function impatient(desk: SubscriptionDesk, patience = PATIENCE): SubscriptionDesk {
  const { lookUpMs, inspectMs, testMs } = patience;
  return {
    ...desk,
    belongs: (...asked) => within(lookUpMs, desk.belongs(...asked), 'unknown'),
    forumOf: (...asked) => within(lookUpMs, desk.forumOf(...asked), undefined),
    inspect: (...asked) => within(inspectMs, desk.inspect(...asked), { status: 'unknown' }),
    test: (...asked) =>
      within(testMs, desk.test(...asked), { status: 'retry', detail: 'no answer from Discord in time', unsure: true }),
  };
}
