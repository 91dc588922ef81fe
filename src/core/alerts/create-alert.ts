/** What is told of a change, of signals, of a story, of a law, as something that subscriptions can want. */
import { createHash } from 'node:crypto';
import type { Alert } from '../../domain/alert.ts';
import type { RegulationEvent } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { SignalChange } from '../../domain/signal.ts';
import type { Instant } from '../../domain/vocabulary.ts';

/**
 * A change pings when the judge says so. A minor one is told to those who want minor things too, but not what comes and goes.
 * @returns nothing where it is nothing to tell.
 */
export function createChangeAlert({ id, platform, reading, returns }: Change, at: Instant): Alert | undefined {
  const told: Alert = { id, kind: 'documents', at, platforms: [platform], topics: reading.topics, changeId: id };
  if (reading.alert) return told;
  return reading.change === 'minor' && !returns ? { ...told, significance: 'minor' } : undefined;
}

export function createSignalAlert({ id, platform, topics, significance }: SignalChange, at: Instant): Alert {
  const told: Alert = { id, kind: 'signals', at, platforms: [platform], topics, changeId: id };
  return significance === 'major' ? told : { ...told, significance };
}

/**
 * Stories about the law are for those who want to hear of the law. One that is minor so far has an id of its own: it may still
 * become worth a ping.
 */
export function createStoryAlert({ id, platforms, topics, kind, label }: Story, at: Instant): Alert {
  const about = kind === 'regulation' ? 'regulation' : 'news';
  const told: Alert = { id, kind: about, at, platforms, topics, storyId: id };
  return label === 'alert' ? told : { ...told, id: minorStoryAlertId(id), significance: 'minor' };
}

/** The id of a story's alert before it was worth a ping. */
export const minorStoryAlertId = (storyId: string): string => `${storyId}:minor`;

/** A law of the catalog on the day it is dated. */
export function createRegulationAlert(event: RegulationEvent, at: Instant): Alert {
  const { date, jurisdiction, title, topics } = event;
  const english = typeof title === 'string' ? title : title.en;
  const id = createHash('sha256').update(`law\0${date}\0${jurisdiction}\0${english}`).digest('hex');
  return { id, kind: 'regulation', at, platforms: [], topics, event };
}
