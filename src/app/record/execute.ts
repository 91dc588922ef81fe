/**
 * Carries out record plans: the only writer of versions, changes, stories and heads that polls find. It
 *  1. commits the content, 2. reads what the content links to, 3. writes alerts, 4. writes corrections, 5. commits the progress.
 *
 * An alert can have thousands of outbox rows, too many for one transaction. A crash between the steps still loses nothing and duplicates
 * nothing, because (a) every key in content, alerts and outbox derives from content, so that a repeat writes the same keys, and (b) only
 * the progress changes what the next poll decides from.
 *  - before or after 1, the next poll observes the same and makes the same plan.
 *  - in 3, outbox rows without their alert are not sent; the repeat writes the same rows, then the alert.
 *  - in 4, existing alerts are not announced again. A correction is either complete, as its fingerprint says, which is written after its
 *    edits, or made up for: an edit has one key per message.
 *  - after 5, only the status of the source is missing, so that "not modified" always rests on what was recorded.
 *
 * Links are read after 1, not together with the head: a change and a story about it may be recorded at the same time. As each writes its
 * content before it reads the other's, at least one of them sees the other, and the messages of both come to name it.
 */

import type { ContentWrite, NotificationSubject, RecordPlan } from '../../core/recording/plan.ts';
import {
  type NotificationPlan,
  planChangeNotifications,
  planReversionNotifications,
  planSignalNotifications,
  planStoryNotifications,
  storyAlertIds,
} from '../../core/recording/plan-notifications.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { enqueueAlert, enqueueCorrection } from '../notify/enqueue-alert.ts';
import type { Store } from '../ports/store.ts';
import { findReportedChange, findStoriesReporting } from '../reported-changes.ts';

/** @returns the alert that pings, if the plan makes one. */
export async function executeRecordPlan(store: Store, plan: RecordPlan, now: Instant): Promise<Alert | undefined> {
  await store.commit(await withoutStoredVersions(store, plan.content));
  const { announce, correct } = plan.notify ? await planNotifications(store, plan.notify, now) : NO_NOTIFICATIONS;
  for (const alert of announce) await enqueueAlert(store, alert, now);
  for (const { alertId, fingerprint, windowHours } of correct) {
    await enqueueCorrection(store, alertId, now, fingerprint, windowHours);
  }
  await store.commit(plan.progress);
  return announce.find(({ significance }) => significance !== 'minor');
}

const NO_NOTIFICATIONS: NotificationPlan = { announce: [], correct: [] };

async function withoutStoredVersions(store: Store, writes: readonly ContentWrite[]): Promise<ContentWrite[]> {
  const isStored = await Promise.all(
    writes.map(async ({ put, key }) => (put === 'versions' || put === 'signalVersions') && (await store[put].has(key))),
  );
  return writes.filter((_, i) => !isStored[i]);
}

/** Reads what the subject links to, and plans from it. */
async function planNotifications(store: Store, subject: NotificationSubject, now: Instant): Promise<NotificationPlan> {
  switch (subject.kind) {
    case 'change': {
      const stories = await findStoriesReporting(store, subject.change);
      const reports = await Promise.all(
        stories.map(async (story) => ({ story, reportedChange: await findReportedChange(store, story) })),
      );
      return planChangeNotifications(subject.change, reports, now);
    }
    case 'reversion': {
      const changes = await Promise.all(
        subject.changes.map(async (change) => ({ change, stories: await findStoriesReporting(store, change) })),
      );
      return planReversionNotifications(changes);
    }
    case 'signals':
      return planSignalNotifications(subject.change, now);
    case 'story': {
      const { story, shouldAlert } = subject;
      const reportedChange = await findReportedChange(store, story);
      const reports = reportedChange ? await findStoriesReporting(store, reportedChange) : [];
      const announced = new Set<string>();
      for (const id of [...storyAlertIds(story), ...(reportedChange ? [reportedChange.id] : [])]) {
        if (await store.alerts.has(id)) announced.add(id);
      }
      return planStoryNotifications(story, shouldAlert, { reportedChange, reports, announced }, now);
    }
  }
}
