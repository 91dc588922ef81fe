/** Loads what the message of an alert says, so that src/app/reply only has to put it into words. */
import { isSameEventAsChange } from '../../core/alerts/reported-changes.ts';
import { type Alert, type DigestAlert, isRegulationAlert, isStoryAlert } from '../../domain/alert.ts';
import type { RegulationEvent } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { SignalChange } from '../../domain/signal.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';
import {
  findPollAfterReport,
  findReportedChange,
  findStoriesReporting,
  type PollAfterReport,
} from '../reported-changes.ts';
import type { ReadModel } from './read-model.ts';

export type AlertContent =
  | { kind: 'documents'; change: Change; reports: Story[] }
  | { kind: 'signals'; change: SignalChange }
  | { kind: 'story'; story: Story; findings: OwnFindings }
  | { kind: 'law'; law: RegulationEvent }
  | DigestContent;

/** What the bot itself knows about the change of terms that a story reports. */
export interface OwnFindings {
  change?: Change;
  /** The change had an alert of its own. */
  wasAlerted?: boolean;
  poll?: PollAfterReport;
}

export interface DigestContent {
  kind: 'digest';
  from: Instant;
  to: Instant;
  changes: Change[];
  signals: SignalChange[];
  stories: Story[];
  laws: RegulationEvent[];
}

/** @throws Error when the alert's change or story is not in the store. */
export async function loadAlertContent(alert: Alert, readModel: ReadModel): Promise<AlertContent> {
  const { store } = readModel;
  switch (alert.kind) {
    case 'documents': {
      const change = required(await store.changes.get(alert.changeId), alert);
      return { kind: 'documents', change, reports: await findStoriesReporting(store, change) };
    }
    case 'signals':
      return { kind: 'signals', change: required(await store.signalChanges.get(alert.changeId), alert) };
    case 'news':
    case 'regulation': {
      if (isRegulationAlert(alert)) return { kind: 'law', law: alert.event };
      const story = required(await store.stories.get(alert.storyId), alert);
      return { kind: 'story', story, findings: await loadOwnFindings(story, alert.at, readModel) };
    }
    case 'digest':
      return loadDigestContent(alert, store);
  }
}

function required<Value>(value: Value | undefined, { id }: Alert): Value {
  if (value === undefined) throw new Error(`alert ${id} refers to a change or story that is not in the store`);
  return value;
}

async function loadOwnFindings(story: Story, storyReceivedAt: Instant, readModel: ReadModel): Promise<OwnFindings> {
  if (!story.aboutTerms) return {};
  const change = await findReportedChange(readModel.store, story);
  const isConfirmed = change !== undefined && isSameEventAsChange(story, change);
  return {
    change,
    wasAlerted: change && (await readModel.store.alerts.has(change.id)),
    poll: isConfirmed ? undefined : await findPollAfterReport(readModel, story, storyReceivedAt),
  };
}

async function loadDigestContent({ alertIds, from, to }: DigestAlert, store: Store): Promise<DigestContent> {
  const alerts = await Promise.all(alertIds.map((id) => store.alerts.get(id)));
  const content: DigestContent = { kind: 'digest', from, to, changes: [], signals: [], stories: [], laws: [] };
  for (const alert of alerts) if (alert) await addToDigest(alert, content, store);
  // A story that was minor first and major later has two alerts.
  return { ...content, stories: [...new Map(content.stories.map((story) => [story.id, story])).values()] };
}

async function addToDigest(alert: Alert, content: DigestContent, store: Store): Promise<void> {
  if (alert.kind === 'documents') {
    const change = await store.changes.get(alert.changeId);
    if (change) content.changes.push(change);
  } else if (alert.kind === 'signals') {
    const change = await store.signalChanges.get(alert.changeId);
    if (change) content.signals.push(change);
  } else if (isStoryAlert(alert)) {
    const story = await store.stories.get(alert.storyId);
    if (story) content.stories.push(story);
  } else if (isRegulationAlert(alert)) content.laws.push(alert.event);
}
