/** Records a story. */

import type { Store } from '../../src/app/ports/store.ts';
import { executeRecordPlan } from '../../src/app/record/execute.ts';
import { planStoryRecord } from '../../src/core/recording/plan.ts';
import type { Alert } from '../../src/domain/alert.ts';
import type { Story } from '../../src/domain/news.ts';
import type { Instant } from '../../src/domain/vocabulary.ts';

/**
 * @param shouldAlert false: the story is history, and alerts nobody.
 * @returns the alert that pings, if this story is the first to make one.
 */
export const recordStory = (
  store: Store,
  story: Story,
  shouldAlert: boolean,
  now: Instant,
): Promise<Alert | undefined> => executeRecordPlan(store, planStoryRecord(story, shouldAlert), now);
