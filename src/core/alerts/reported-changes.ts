/** What the press tells of a platform's terms, held against the changes that were seen in them. */
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { Instant } from '../../domain/vocabulary.ts';

const DAY_MS = 86_400_000;
/** A report comes with the change, soon before it or long after: SoundCloud's clause of 2024 was found after fifteen months. */
export const MAX_DAYS_REPORT_BEFORE_CHANGE = 7;
export const MAX_DAYS_REPORT_AFTER_CHANGE = 500;
/** Of a change told within so many days, the report tells the channels nothing new. */
const SAME_EVENT_WITHIN_DAYS = 14;

/** Whether a change of a document may be what a story tells of: the same platform, a topic in common, and not long after it. */
export function mayReportOn({ aboutTerms, platforms, topics, firstSeen }: Story, change: Change): boolean {
  if (!aboutTerms || change.reading.change === 'none' || !platforms.includes(change.platform)) return false;
  const days = daysBetween(change.firstSeenNew, firstSeen);
  if (days < -MAX_DAYS_REPORT_BEFORE_CHANGE || days > MAX_DAYS_REPORT_AFTER_CHANGE) return false;
  return change.reading.topics.some((topic) => topics.some((other) => other === topic));
}

/** Whether story and change lie so near together that they are one event. */
export const isSameEventAsChange = ({ firstSeen }: Story, { firstSeenNew }: Change): boolean =>
  daysBetween(firstSeenNew, firstSeen) <= SAME_EVENT_WITHIN_DAYS;

const daysBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
