import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createAlertMessageCache } from '../../../src/app/deliver/alert-message-cache.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import { outboxOf } from '../../helpers/dispatch.ts';
import { recordStory } from '../../helpers/record-story.ts';
import { aPlatform, aStory, aSubscription, memoryStore } from '../../helpers/world.ts';

const AT = '2026-05-02T10:05:00.000Z';

it('a message that failed because its story could not be read is built again for the next row', async () => {
  const inner = memoryStore();
  await inner.subscriptions.put('1', aSubscription({ id: '1' }));
  await recordStory(inner, aStory({ firstSeen: AT }), true, AT);
  let isFailing = true;
  const store: Store = {
    ...inner,
    stories: {
      ...inner.stories,
      get: (key) => (isFailing ? Promise.reject(new Error('disk I/O error')) : inner.stories.get(key)),
    },
  };
  const [row] = await outboxOf(inner);
  assert.ok(row);
  const catalog = { platforms: [aPlatform()], feeds: [], regulation: [], crawlers: [] };
  const getAlertMessage = createAlertMessageCache({ catalog, store }, async () => 'en');

  await assert.rejects(getAlertMessage(row), /disk I\/O error/);
  isFailing = false;
  assert.ok(await getAlertMessage(row));
});
