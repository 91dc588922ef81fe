/** Makes alerts of changes, signals, stories and laws. An alert is what subscriptions can match. */
import type { Alert } from '../../domain/alert.ts';
import type { RegulationEvent } from '../../domain/catalog.ts';
import { type Change, isMajor } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { SignalChange } from '../../domain/signal.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { sha256 } from '../text/sha256.ts';

/**
 * A minor change makes an alert too, for those who want minor things; not on a page that alternates between wordings.
 * @returns nothing where the change is not worth one.
 */
export function createChangeAlert({ id, platform, assessment, returns }: Change, at: Instant): Alert | undefined {
  const alert: Alert = { id, kind: 'documents', at, platforms: [platform], topics: assessment.topics, changeId: id };
  if (isMajor(assessment)) return alert;
  return assessment.significance === 'minor' && !returns ? { ...alert, significance: 'minor' } : undefined;
}

export function createSignalAlert({ id, platform, topics, significance }: SignalChange, at: Instant): Alert {
  const alert: Alert = { id, kind: 'signals', at, platforms: [platform], topics, changeId: id };
  return significance === 'major' ? alert : { ...alert, significance };
}

/** A story about the law is of the kind `regulation`. A minor one has an id of its own, as it may still become worth a ping. */
export function createStoryAlert({ id, platforms, topics, kind, label }: Story, at: Instant): Alert {
  const alertKind = kind === 'regulation' ? 'regulation' : 'news';
  const alert: Alert = { id, kind: alertKind, at, platforms, topics, storyId: id };
  return label === 'alert' ? alert : { ...alert, id: minorStoryAlertId(id), significance: 'minor' };
}

export const minorStoryAlertId = (storyId: string): string => `${storyId}:minor`;

export function createRegulationAlert(event: RegulationEvent, at: Instant): Alert {
  const { date, jurisdiction, title, topics } = event;
  const id = sha256('law', date, jurisdiction, typeof title === 'string' ? title : title.en);
  return { id, kind: 'regulation', at, platforms: [], topics, event };
}
