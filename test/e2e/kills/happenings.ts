/**
 * What happens in the lives of a process that is killed again and again: everything the bot tells of, recorded by the functions that
 * the polls call. Numbers go on from what stands in the store, and a life begins by repeating what the last one may have left half
 * done, as a poll does.
 */

import { enqueueDigests } from '../../../src/app/notify/enqueue-digests.ts';
import { enqueueLawAlerts } from '../../../src/app/notify/enqueue-law-alerts.ts';
import type { Log } from '../../../src/app/ports/log.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { recordDocumentObservation, recordStory } from '../../../src/app/record/record-document.ts';
import { recordReversion } from '../../../src/app/record/record-reversion.ts';
import { recordSignalObservation } from '../../../src/app/record/record-signals.ts';
import { computeChangeId, type DocumentHead } from '../../../src/core/history/observe-document.ts';
import type { RegulationEvent } from '../../../src/domain/catalog.ts';
import type { Change } from '../../../src/domain/document.ts';
import type { Story } from '../../../src/domain/news.ts';
import type { SignalChange } from '../../../src/domain/signal.ts';
import { aChange, anItem } from '../../helpers/world.ts';

/** Enough that channels which want them are held and told of the rest together. */
const SIGNALS_IN_A_STORM = 12;

export interface Happenings {
  /** What the last life may have left half done. */
  repeat(): Promise<void>;
  /** One thing or another, by the dice. */
  next(dice: number): Promise<void>;
  digests(): Promise<void>;
}

interface HappeningsContext {
  store: Store;
  now(): Date;
  log: Log;
}

export function createHappenings({ store, now, log }: HappeningsContext): Happenings {
  const isoNow = () => now().toISOString();
  const tell = (story: Story) => recordStory(store, story, true, isoNow());

  async function newStory(): Promise<void> {
    await tell(aStory((await all(store.stories)).length + 1, isoNow()));
  }

  /** A further outlet carries it: messages that stand are corrected. */
  async function anotherOutlet(): Promise<void> {
    const story = await lastStory();
    if (story === undefined) return newStory();
    await tell({ ...story, items: [...story.items, itemOf(story.id, story.items.length + 1)] });
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
    const { document, newVersion } = change;
    const version = { id: newVersion, document, markdown: 'Terms', identity: newVersion, seen: change.firstSeenNew };
    const observation = { outcome: 'changed', change, head: headOf(change, newVersion) } as const;
    await recordDocumentObservation(store, { observation, version }, isoNow());
  }

  /** The document reads again as it did: messages that stand are corrected. */
  async function takeBack(): Promise<void> {
    const change = await lastChange();
    if (change === undefined || change.takenBack !== undefined) return newChange();
    await recordReversion(store, headOf(change, change.oldVersion), isoNow());
  }

  async function stormOfSignals(): Promise<void> {
    const { length } = await all(store.signalChanges);
    for (let number = length + 1; number <= length + SIGNALS_IN_A_STORM; number++) {
      await recordSignalChange(aSignalChange(number, isoNow()));
    }
  }

  async function recordSignalChange(change: SignalChange): Promise<void> {
    const { source, firstSeenNew: seen } = change;
    const wording = { version: change.id, identity: change.id, firstSeen: seen, lastSeen: seen };
    const head = { source, current: wording, earlier: {}, returns: 0 };
    await recordSignalObservation(
      store,
      { outcome: 'changed', change, head },
      { id: change.id, source, text: '', seen },
      isoNow(),
    );
  }

  async function lawHolds(): Promise<void> {
    const told = (await all(store.alerts)).filter((alert) => 'event' in alert).length;
    const catalog = { platforms: [], feeds: [], regulation: [aLaw(told + 1, isoNow())], crawlers: [] };
    await enqueueLawAlerts({ catalog, store }, now);
  }

  const lastStory = async () =>
    (await all(store.stories)).sort((a, b) => Number(a.id.slice(6)) - Number(b.id.slice(6))).at(-1);
  const lastChange = async () => latest(await all(store.changes));

  return {
    async repeat() {
      const story = await lastStory();
      if (story) await tell(story);
      const change = await lastChange();
      if (change) await recordChange(change);
      if (change?.takenBack) await recordReversion(store, headOf(change, change.oldVersion), isoNow());
      const signals = latest(await all(store.signalChanges));
      if (signals) await recordSignalChange(signals);
    },
    async next(dice) {
      if (dice < 0.3) await newStory();
      else if (dice < 0.5) await anotherOutlet();
      else if (dice < 0.6) await newChange();
      else if (dice < 0.75) await takeBack();
      else if (dice < 0.9) await stormOfSignals();
      else await lawHolds();
    },
    async digests() {
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

/** What an outlet is called: a message that was corrected names the last one. */
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

/** @param version the one that stands now; the other one was there before. */
function headOf({ document, oldVersion, newVersion, firstSeenNew }: Change, version: string): DocumentHead {
  const wording = (of: string) => ({ version: of, identity: of, firstSeen: firstSeenNew, lastSeen: firstSeenNew });
  const other = version === newVersion ? oldVersion : newVersion;
  return { document, current: wording(version), earlier: { [other]: wording(other) }, returns: 1, said: {} };
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
