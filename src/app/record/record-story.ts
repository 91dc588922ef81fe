/** Records a story. */
import { planStoryRecord } from '../../core/recording/plan.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Story } from '../../domain/news.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';
import { executeRecordPlan } from './execute.ts';

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
