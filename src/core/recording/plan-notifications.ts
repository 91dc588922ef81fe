/**
 * Decides which alerts a recorded change or story makes, and which earlier alerts have to be corrected. Which messages that means is
 * decided when they are written (app/notify/enqueue-alert.ts): a list made beforehand would miss a message posted meanwhile.
 */
import type { Alert } from '../../domain/alert.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { SignalChange } from '../../domain/signal.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { createChangeAlert, createSignalAlert, createStoryAlert, minorStoryAlertId } from '../alerts/create-alert.ts';
import { changeFingerprint, storyFingerprint } from '../alerts/message-fingerprint.ts';
import { isSameEventAsChange } from '../alerts/reported-changes.ts';

/** The press is slower than the bot, so links between stories and changes are corrected for longer than anything else. */
const LINK_CORRECTION_WINDOW_HOURS = 14 * 24;

export interface NotificationPlan {
  announce: Alert[];
  correct: AlertCorrection[];
}

export interface AlertCorrection {
  alertId: string;
  /** Of the state that the messages should show; with the stored one, nothing is to be done. */
  fingerprint: string;
  /** Older alerts stay as they are; absent: as long as corrections usually last. */
  windowHours?: number;
}

/** @param reports the stories that report the change, each with the change that it links to. */
export function planChangeNotifications(
  change: Change,
  reports: readonly { story: Story; reportedChange?: Change }[],
  now: Instant,
): NotificationPlan {
  const alert = createChangeAlert(change, now);
  const stories = reports.map(({ story }) => story);
  const fingerprint = changeFingerprint(change, stories);
  return {
    announce: alert ? [{ ...alert, ...(fingerprint && { fingerprint }) }] : [],
    correct: reports.flatMap(({ story, reportedChange }) =>
      storyAlertIds(story).map((alertId) => ({
        alertId,
        fingerprint: storyFingerprint(story, reportedChange),
        windowHours: LINK_CORRECTION_WINDOW_HOURS,
      })),
    ),
  };
}

/** @param changes those that were taken back or stand again, each with the stories that report it. */
export const planReversionNotifications = (
  changes: readonly { change: Change; stories: readonly Story[] }[],
): NotificationPlan => ({
  announce: [],
  correct: changes.map(({ change, stories }) => ({
    alertId: change.id,
    fingerprint: changeFingerprint(change, stories),
  })),
});

export const planSignalNotifications = (change: SignalChange, now: Instant): NotificationPlan => ({
  announce: [createSignalAlert(change, now)],
  correct: [],
});

export interface StoryLinks {
  /** The change that the story reports. */
  reportedChange?: Change;
  /** All stories that report that change. */
  reports: readonly Story[];
  /** Which of the story's and the change's alerts exist. */
  announced: ReadonlySet<string>;
}

/** @param shouldAlert false: the story is history, and alerts nobody. */
export function planStoryNotifications(
  story: Story,
  shouldAlert: boolean,
  { reportedChange, reports, announced }: StoryLinks,
  now: Instant,
): NotificationPlan {
  const sameEvent = reportedChange && isSameEventAsChange(story, reportedChange) ? reportedChange : undefined;
  const fingerprint = storyFingerprint(story, reportedChange);
  const alert: Alert = {
    ...createStoryAlert(story, now),
    fingerprint,
    ...(sameEvent && announced.has(sameEvent.id) && { toldBy: sameEvent.id }),
  };
  const isAnnounced = announced.has(alert.id);
  return {
    announce: shouldAlert && !isAnnounced ? [alert] : [],
    correct: [
      ...(isAnnounced ? [{ alertId: alert.id, fingerprint }] : []),
      ...(sameEvent
        ? [
            {
              alertId: sameEvent.id,
              fingerprint: changeFingerprint(sameEvent, reports),
              windowHours: LINK_CORRECTION_WINDOW_HOURS,
            },
          ]
        : []),
    ],
  };
}

/** A story has one alert while it is minor and another one when it is worth a ping. */
export const storyAlertIds = ({ id }: Story): string[] => [id, minorStoryAlertId(id)];
