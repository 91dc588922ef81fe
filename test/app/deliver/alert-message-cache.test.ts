import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createAlertMessageCache } from '../../../src/app/deliver/alert-message-cache.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { recordStory } from '../../../src/app/record/record-document.ts';
import type { Delivery } from '../../../src/domain/alert.ts';
import { anItem, aPlatform, aSubscription, memoryStore } from '../../helpers/world.ts';

const AT = '2026-05-02T10:05:00.000Z';

it('a message that could not be made, since its story could not be read, is made for the next row', async () => {
  const inner = memoryStore();
  await inner.subscriptions.put('1', aSubscription({ id: '1' }));
  await recordStory(
    inner,
    {
      id: 'story',
      platforms: ['tunebox'],
      topics: ['training'],
      kind: 'policy-change',
      label: 'alert',
      firstSeen: AT,
      items: [anItem()],
    },
    true,
    AT,
  );
  let failing = true;
  const store: Store = {
    ...inner,
    stories: {
      ...inner.stories,
      get: (key) => (failing ? Promise.reject(new Error('disk I/O error')) : inner.stories.get(key)),
    },
  };
  const rows: Delivery[] = [];
  for await (const [, row] of inner.outbox.entries()) rows.push(row);
  const [row] = rows;
  assert.ok(row);
  const catalog = { platforms: [aPlatform()], feeds: [], regulation: [], crawlers: [] };
  const getAlertMessage = createAlertMessageCache({ catalog, store }, async () => 'en');

  await assert.rejects(getAlertMessage(row), /disk I\/O error/);
  failing = false;
  assert.ok(await getAlertMessage(row));
});
