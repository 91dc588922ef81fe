import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pollSignals } from '../../../src/app/watch/poll-signals.ts';
import { CRAWLERS } from '../../core/signals/crawlers.ts';
import { createTestAnalyser } from '../../helpers/analyser.ts';
import { aPlatform, clockAt, fakeWeb, memoryStore, recordingLog } from '../../helpers/world.ts';

it('a poll that throws has failed, and the other polls go on', async () => {
  const web = fakeWeb({ 'https://tunebox.example/robots.txt': 'User-agent: *\nDisallow:\n' });
  const fetcher: typeof web = {
    ...web,
    async fetch(url, request) {
      if (url.endsWith('/ai.txt')) throw new Error('a bug');
      return web.fetch(url, request);
    },
  };
  const log = recordingLog();
  const analyser = createTestAnalyser({ crawlers: CRAWLERS });
  const context = { store: memoryStore(), fetcher, analyser, log, now: clockAt('2026-05-01T10:00:00.000Z').now };
  const results = await pollSignals([aPlatform()], { ...context, confirmAfterSeconds: 0 });
  assert.deepEqual(
    results.map(({ source, outcome }) => `${source.split('/').at(-1)}: ${outcome}`),
    ['robots.txt: first', 'tdmrep.json: failed', 'ai.txt: failed', ': failed'],
  );
  assert.ok(log.lines.some((line) => line.startsWith('error: tunebox https://tunebox.example/ai.txt')));
});
