import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Store } from '../../../src/app/ports/store.ts';
import { recordDocumentObservation } from '../../../src/app/record/record-document.ts';
import { alertMessage } from '../../../src/app/reply/alert-message.ts';
import { computeVersionId } from '../../../src/core/history/observe-document.ts';
import type { Delivery } from '../../../src/domain/alert.ts';
import type { DocumentVersion } from '../../../src/domain/document.ts';
import type { Story } from '../../../src/domain/news.ts';
import { withClauseReader } from '../../helpers/clauses.ts';
import { type Disk, onDisk } from '../../helpers/failing-store.ts';
import { recordStory } from '../../helpers/record-story.ts';
import { anItem, aPlatform, aStory, aSubscription, memoryStore } from '../../helpers/world.ts';

const { observe } = withClauseReader();

const DOCUMENT = 'tunebox/Terms of Service';
const ORDINARY = Array.from(
  { length: 12 },
  (_, i) => `You accept rule number ${i} of the house when you open an account.`,
);
const wording = (clause: string) => ['# Terms of Service', ...ORDINARY, clause].join('\n\n');
const BEFORE = wording('You keep all rights in what you upload.');
const AFTER = wording('We may use your uploads to train our artificial intelligence models.');

async function recordVersion(store: Store, markdown: string, seen: string) {
  const version: DocumentVersion = {
    id: computeVersionId(DOCUMENT, markdown),
    document: DOCUMENT,
    markdown,
    identity: computeVersionId(DOCUMENT, markdown),
    seen,
  };
  const head = await store.heads.get(DOCUMENT);
  const current = head && (await store.versions.get(head.current.version));
  const state = head && current && { head, markdown: current.markdown };
  const observation = observe(state, { version, isConfirmed: true }, 0);
  return recordDocumentObservation(store, { observation, version }, seen);
}

/** A store whose one channel has a message about a change. */
async function withAlertedChange() {
  const store = memoryStore();
  await store.subscriptions.put('subscription-1', aSubscription());
  await recordVersion(store, BEFORE, '2026-05-01T10:00:00.000Z');
  const alert = await recordVersion(store, AFTER, '2026-05-02T10:00:00.000Z');
  assert.ok(alert);
  await deliver(store, alert.id);
  return { store, alert };
}

/** Turns the rows of the outbox into messages. */
async function deliver(store: Store, alertId: string): Promise<void> {
  for (const { id, kind, guildId, channelId } of await outbox(store)) {
    const at = '2026-05-02T10:00:01.000Z';
    await store.deliveryLog.put(id, { alertId, kind, guildId, channelId, messageId: '9', at });
    await store.outbox.delete(id);
  }
}

async function outbox(store: Store): Promise<Delivery[]> {
  const rows: Delivery[] = [];
  for await (const [, row] of store.outbox.entries()) rows.push(row);
  return rows;
}

describe('the message about a change', () => {
  it('is edited when the change is taken back', async () => {
    const { store, alert } = await withAlertedChange();
    await recordVersion(store, BEFORE, '2026-05-02T14:00:00.000Z');
    assert.deepEqual(
      (await outbox(store)).map(({ act, channelId }) => [act, channelId]),
      [['edit', aSubscription().channelId]],
    );
    const catalog = { platforms: [aPlatform()], feeds: [], regulation: [], crawlers: [] };
    const corrected = await store.alerts.get(alert.id);
    assert.ok(corrected);
    const { blocks } = await alertMessage(corrected, { catalog, store }, 'en');
    assert.match(JSON.stringify(blocks[0]), /Taken back.*2026-05-02T14:00:00/);
  });

  for (const collection of ['alerts', 'outbox', 'heads']) {
    it(`is edited when the change is taken back, though a write to ${collection} failed at first`, async () => {
      const { store } = await withAlertedChange();
      const disk: Disk = { full: true, refused: 0, holds: (name) => name === collection };
      await assert.rejects(recordVersion(onDisk(store, disk), BEFORE, '2026-05-02T14:00:00.000Z'));
      await recordVersion(store, BEFORE, '2026-05-02T15:00:00.000Z');
      const rows = await outbox(store);
      assert.deepEqual(
        rows.map(({ act }) => act),
        ['edit'],
      );
    });
  }

  it('is edited again when the change stands again', async () => {
    const { store, alert } = await withAlertedChange();
    await recordVersion(store, BEFORE, '2026-05-02T14:00:00.000Z');
    await recordVersion(store, AFTER, '2026-05-02T16:00:00.000Z');
    assert.equal((await store.changes.get(alert.id))?.takenBack, undefined);
    assert.equal((await outbox(store)).length, 1);
  });
});

describe('the message about a story', () => {
  const story = aStory();
  const carriedBy = (outlets: number): Story => ({
    ...story,
    items: Array.from({ length: outlets }, (_, i) => anItem({ id: `${i}`, outlet: `Outlet ${i}` })),
  });

  it('is edited for each further outlet that it names', async () => {
    const store = memoryStore();
    await store.subscriptions.put('subscription-1', aSubscription());
    await recordStory(store, story, true, '2026-05-02T10:00:00.000Z');
    await deliver(store, story.id);
    await recordStory(store, carriedBy(2), true, '2026-05-02T11:00:00.000Z');
    assert.deepEqual(
      (await outbox(store)).map(({ act, nextAttemptAt }) => [act, nextAttemptAt]),
      [['edit', '2026-05-02T11:05:00.000Z']],
    );
    await recordStory(store, carriedBy(6), true, '2026-05-02T12:00:00.000Z');
    await store.outbox.delete((await outbox(store))[0]?.id ?? '');
    await recordStory(store, carriedBy(7), true, '2026-05-02T13:00:00.000Z');
    assert.deepEqual(await outbox(store), []);
  });
});
