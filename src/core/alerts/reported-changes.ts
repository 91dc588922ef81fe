/** Decides whether a story about a platform's terms reports a recorded change of them. */
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import { daysBetween } from '../instants.ts';

/** The press may be long in noticing: it took fifteen months with SoundCloud's clause of 2024. */
export const MAX_DAYS_REPORT_BEFORE_CHANGE = 7;
export const MAX_DAYS_REPORT_AFTER_CHANGE = 500;
/** A report this soon after the change tells its channels nothing new. */
const SAME_EVENT_WITHIN_DAYS = 14;

/** The same platform, a common topic, and dates that fit. */
export function mayReportOn({ aboutTerms, platforms, topics, firstSeen }: Story, change: Change): boolean {
  if (!aboutTerms || change.assessment.significance === 'none' || !platforms.includes(change.platform)) return false;
  const days = daysBetween(change.firstSeenNew, firstSeen);
  if (days < -MAX_DAYS_REPORT_BEFORE_CHANGE || days > MAX_DAYS_REPORT_AFTER_CHANGE) return false;
  return change.assessment.topics.some((topic) => topics.some((other) => other === topic));
}

export const isSameEventAsChange = ({ firstSeen }: Story, { firstSeenNew }: Change): boolean =>
  daysBetween(firstSeenNew, firstSeen) <= SAME_EVENT_WITHIN_DAYS;
