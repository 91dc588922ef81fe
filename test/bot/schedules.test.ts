import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createRunAfter } from '../../src/bot/schedules.ts';
import { recordingLog } from '../helpers/world.ts';

describe('a delayed job', () => {
  it('runs once, and leaves nothing behind', async () => {
    const stopping = new AbortController();
    const runAfter = createRunAfter(recordingLog(), stopping.signal);
    const { promise, resolve } = Promise.withResolvers<void>();
    runAfter(0, async () => resolve());
    await promise;
    assert.deepEqual(getEventListeners(stopping.signal, 'abort'), []);
  });

  it('that fails is logged', async () => {
    const log = recordingLog();
    createRunAfter(log, new AbortController().signal)(0, () => Promise.reject(new Error('no network')));
    while (log.lines.length === 0) await nextTurn();
    assert.deepEqual(log.lines, ['error: the second poll failed']);
  });

  it('is dropped at a stop without a log line', async () => {
    const log = recordingLog();
    const stopping = new AbortController();
    createRunAfter(log, stopping.signal)(3600, async () => log.info('ran'));
    stopping.abort();
    await nextTurn();
    assert.deepEqual(log.lines, []);
  });
});
