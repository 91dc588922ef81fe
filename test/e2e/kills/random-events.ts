/**
 * Random events for a process that is killed again and again: everything that alerts, recorded by the functions that polls call. Numbers
 * continue from the store. A new process first repeats what the last one may have left half done, as a poll does.
 */
import { enqueueDigests } from '../../../src/app/notify/enqueue-digests.ts';
import { enqueueLawAlerts } from '../../../src/app/notify/enqueue-law-alerts.ts';
import type { Log } from '../../../src/app/ports/log.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { executeRecordPlan } from '../../../src/app/record/execute.ts';
import { recordDocumentObservation } from '../../../src/app/record/record-document.ts';
import {
  computeChangeId,
  type DocumentHead,
  type DocumentObservation,
} from '../../../src/core/history/observe-document.ts';
import { planSignalRecord } from '../../../src/core/recording/plan.ts';
import type { RegulationEvent } from '../../../src/domain/catalog.ts';
import type { Change } from '../../../src/domain/document.ts';
import type { Story } from '../../../src/domain/news.ts';
import type { SignalChange } from '../../../src/domain/signal.ts';
import { recordStory } from '../../helpers/record-story.ts';
import { aChange, anItem } from '../../helpers/world.ts';

/** Enough for the rate limit of a channel, so that some are bundled. */
const SIGNAL_CHANGES_AT_ONCE = 12;

export interface RandomEvents {
  /** Repeats what the last process may have left half done. */
  repeat(): Promise<void>;
  /** @param dice from 0 to 1: chooses the event. */
  next(dice: number): Promise<void>;
  enqueueDueDigests(): Promise<void>;
}

interface RandomEventsDeps {
  store: Store;
  now(): Date;
  log: Log;
}

export function createRandomEvents({ store, now, log }: RandomEventsDeps): RandomEvents {
  const isoNow = () => now().toISOString();
  const record = (story: Story) => recordStory(store, story, true, isoNow());

  async function newStory(): Promise<void> {
    await record(aStory((await all(store.stories)).length + 1, isoNow()));
  }

  /** A further outlet carries the last story, so that its messages are corrected. */
  async function anotherOutlet(): Promise<void> {
    const story = await lastStory();
    if (story === undefined) return newStory();
    await record({ ...story, items: [...story.items, itemOf(story.id, story.items.length + 1)] });
  }

  async function newChange(): Promise<void> {
    const number = (await all(store.changes)).length + 1;
    const firstSeenNew = isoNow();
    const document = `tunebox/Terms ${number}`;
    const id = computeChangeId(document, `old-${number}`, { version: `new-${number}`, firstSeen: firstSeenNew });
    const versions = { oldVersion: `old-${number}`, newVersion: `new-${number}` };
    await recordChange(aChange({ id, document, firstSeenNew, lastSeenOld: firstSeenNew, ...versions }));
  }

  async function recordChange(change: Change): Promise<void> {
    await recordObservation(change, change.newVersion, { outcome: 'changed', change });
  }

  async function recordReversion(change: Change): Promise<void> {
    await recordObservation(change, change.oldVersion, { outcome: 'variant' });
  }

  /** @param id of the version that the document shows now. */
  async function recordObservation(
    change: Change,
    id: string,
    observed: { outcome: 'changed'; change: Change } | { outcome: 'variant' },
  ): Promise<void> {
    const { document, firstSeenNew } = change;
    const version = { id, document, markdown: 'Terms', identity: id, seen: firstSeenNew };
    const observation: DocumentObservation = { ...observed, head: headOf(change, id) };
    await recordDocumentObservation(store, { observation, version }, isoNow());
  }

  /** The last changed document shows its earlier revision again, so that its messages are corrected. */
  async function takeBack(): Promise<void> {
    const change = await lastChange();
    if (change === undefined || change.takenBack !== undefined) return newChange();
    await recordReversion(change);
  }

  async function manySignalChanges(): Promise<void> {
    const { length } = await all(store.signalChanges);
    for (let number = length + 1; number <= length + SIGNAL_CHANGES_AT_ONCE; number++) {
      await recordSignalChange(aSignalChange(number, isoNow()));
    }
  }

  async function recordSignalChange(change: SignalChange): Promise<void> {
    const { source, firstSeenNew: seen } = change;
    const revision = { version: change.id, identity: change.id, firstSeen: seen, lastSeen: seen };
    const head = { source, current: revision, earlier: {}, returns: 0 };
    const version = { id: change.id, source, text: '', seen };
    const plan = planSignalRecord({ outcome: 'changed', change, head }, version, undefined);
    await executeRecordPlan(store, plan, isoNow());
  }

  async function lawTakesEffect(): Promise<void> {
    const announced = (await all(store.alerts)).filter((alert) => 'event' in alert).length;
    await enqueueLawAlerts(store, [aLaw(announced + 1, isoNow())], now);
  }

  const lastStory = async () =>
    (await all(store.stories)).sort((a, b) => Number(a.id.slice(6)) - Number(b.id.slice(6))).at(-1);
  const lastChange = async () => latest(await all(store.changes));

  return {
    async repeat() {
      const story = await lastStory();
      if (story) await record(story);
      const change = await lastChange();
      if (change) await recordChange(change);
      if (change?.takenBack) await recordReversion(change);
      const signals = latest(await all(store.signalChanges));
      if (signals) await recordSignalChange(signals);
    },
    async next(dice) {
      if (dice < 0.3) await newStory();
      else if (dice < 0.5) await anotherOutlet();
      else if (dice < 0.6) await newChange();
      else if (dice < 0.75) await takeBack();
      else if (dice < 0.9) await manySignalChanges();
      else await lawTakesEffect();
    },
    async enqueueDueDigests() {
      await enqueueDigests({ store, log, now });
    },
  };
}

async function all<Value>(collection: { entries(): AsyncIterable<[string, Value]> }): Promise<Value[]> {
  const values: Value[] = [];
  for await (const [, value] of collection.entries()) values.push(value);
  return values;
}

const latest = <Seen extends { firstSeenNew: string }>(changes: Seen[]): Seen | undefined =>
  changes.sort((a, b) => (a.firstSeenNew < b.firstSeenNew ? -1 : 1)).at(-1);

/** Names an outlet. A corrected message names the last one. */
export const outletOf = (story: string, number: number): string => `Outlet ${number} of ${story.replace('-', ' ')}`;

const itemOf = (story: string, number: number) =>
  anItem({
    id: `${story}-${number}`,
    title: `Story ${story}`,
    link: `https://tunebox.example/${story}/${number}`,
    outlet: outletOf(story, number),
  });

function aStory(number: number, firstSeen: string): Story {
  const id = `story-${number}`;
  return {
    ...{ id, platforms: ['tunebox'], topics: ['training'], kind: 'policy-change', label: 'alert', firstSeen },
    items: [itemOf(id, 1)],
  };
}

/** @param version the current one; the other one of the change was there before. */
function headOf({ document, oldVersion, newVersion, firstSeenNew }: Change, version: string): DocumentHead {
  const revision = (id: string) => ({ version: id, identity: id, firstSeen: firstSeenNew, lastSeen: firstSeenNew });
  const other = version === newVersion ? oldVersion : newVersion;
  return { document, current: revision(version), earlier: { [other]: revision(other) }, returns: 1, said: {} };
}

function aSignalChange(number: number, at: string): SignalChange {
  const move = {
    ...{
      format: 'robots' as const,
      agents: ['GPTBot'],
      use: 'train' as const,
      to: { ruling: 'forbidden' as const },
    },
    ...{ before: [], after: [{ number: 1, text: 'Disallow: /' }], significance: 'major' as const },
    ...{ direction: 'better' as const, topics: ['scraping' as const] },
  };
  return {
    ...{ id: `signals-${String(number).padStart(6, '0')}`, source: `tunebox https://tunebox.example/${number}` },
    ...{ platform: 'tunebox', kind: 'robots.txt', url: `https://tunebox.example/${number}` },
    ...{ lastSeenOld: at, firstSeenNew: at, significance: 'major', direction: 'better', topics: ['scraping'] },
    moves: [move],
  };
}

function aLaw(number: number, at: string): RegulationEvent {
  return {
    ...{ date: at.slice(0, 10), jurisdiction: 'EU', kind: 'law', status: 'in-force', title: `Law ${number}` },
    ...{ effect: 'It holds.', topics: ['training'], sources: ['https://law.example/'] },
  };
}
