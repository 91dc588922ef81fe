import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pollSignals } from '../../../src/app/watch/poll-signals.ts';
import { CRAWLERS } from '../../core/signals/crawlers.ts';
import { readingHere } from '../../helpers/analyser.ts';
import { aPlatform, clockAt, listeningLog, memoryStore, webOf } from '../../helpers/world.ts';

it('a look that throws is an outcome of its own, and the others go on', async () => {
  const web = webOf({ 'https://tunebox.example/robots.txt': 'User-agent: *\nDisallow:\n' });
  const fetcher: typeof web = {
    ...web,
    async fetch(url, request) {
      if (url.endsWith('/ai.txt')) throw new Error('a bug');
      return web.fetch(url, request);
    },
  };
  const log = listeningLog();
  const reader = readingHere({ crawlers: CRAWLERS });
  const context = { store: memoryStore(), fetcher, reader, log, now: clockAt('2026-05-01T10:00:00.000Z').now };
  const looks = await pollSignals([aPlatform()], { ...context, confirmAfterSeconds: 0 });
  assert.deepEqual(
    looks.map(({ source, outcome }) => `${source.split('/').at(-1)}: ${outcome}`),
    ['robots.txt: first', 'tdmrep.json: failed', 'ai.txt: failed', ': failed'],
  );
  assert.ok(log.lines.some((line) => line.startsWith('error: tunebox https://tunebox.example/ai.txt')));
});
