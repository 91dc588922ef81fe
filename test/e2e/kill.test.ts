/** Kills a polling process at any moment: what it reported as recorded is there, and nothing is recorded by half. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../src/app/ports/store.ts';
import { deliveryId } from '../../src/core/alerts/delivery-rows.ts';
import { openStore } from '../../src/io/store/open-store.ts';
import { aSubscription, termsPage } from '../helpers/world.ts';

const KILLS = 8;
/** Requests that see one season: a change is polled twice. */
const REQUESTS_A_SEASON = 3;

test(`a poll killed ${KILLS} times loses nothing that was recorded`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-kill-'));
  const storeUrl = `sqlite:${join(folder, 'store.db')}`;
  const subscription = aSubscription();
  const first = openStore(storeUrl);
  await first.subscriptions.put(subscription.id, subscription);
  await first.close();

  let requests = 0;
  const web = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(season(Math.floor(requests++ / REQUESTS_A_SEASON)));
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(web.address() as AddressInfo).port}`;
  try {
    const reported = new Set<string>();
    for (let kill = 0; kill < KILLS; kill++) {
      // A different number of requests each time, so that the kill falls into another step of the work.
      const alerts = await pollUntil(() => requests, requests + 5 + ((kill * 7) % 13), `http://${host}/terms`, {
        storeUrl,
        host,
      });
      for (const id of alerts) reported.add(id);
    }
    assert.ok(reported.size >= KILLS, `only ${reported.size} alerts were recorded`);
    await assertConsistent(openStore(storeUrl), reported, subscription.channelId);
  } finally {
    web.close();
    web.closeAllConnections();
    rmSync(folder, { recursive: true });
  }
});

/** Terms whose AI clause reverses every season. */
function season(n: number): string {
  return termsPage([
    n % 2 === 0
      ? `In season ${n} we may use your uploads to train our artificial intelligence models.`
      : `In season ${n} we will not use your uploads to train artificial intelligence without your consent.`,
  ]);
}

/** Polls until the page was requested often enough, kills the process, and returns the alerts that it reported. */
async function pollUntil(
  count: () => number,
  wanted: number,
  url: string,
  { storeUrl, host }: { storeUrl: string; host: string },
): Promise<string[]> {
  const program = fileURLToPath(new URL('./poll-forever.ts', import.meta.url));
  const child = spawn(process.execPath, [program, url], {
    env: { ...process.env, STORE_URL: storeUrl, FETCH_ALLOW_PRIVATE: host, CONFIRM_AFTER: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (piece) => {
    output += piece;
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const watch = setInterval(() => {
    if (count() >= wanted) child.kill('SIGKILL');
  }, 1);
  await closed;
  clearInterval(watch);
  return output.split('\n').slice(0, -1);
}

async function assertConsistent(store: Store, reported: ReadonlySet<string>, channelId: string): Promise<void> {
  for (const id of reported) {
    assert.ok(await store.alerts.has(id), `alert ${id} was reported and is missing`);
  }
  for await (const [id] of store.alerts.entries()) {
    const change = await store.changes.get(id);
    assert.ok(change, `alert ${id} is about a change that is missing`);
    assert.ok(await store.versions.has(change.oldVersion), 'the old version is missing');
    assert.ok(await store.versions.has(change.newVersion), 'the new version is missing');
    assert.ok(await store.outbox.has(deliveryId(id, channelId)), `alert ${id} has no delivery`);
  }
  for await (const [, head] of store.heads.entries()) {
    assert.ok(await store.versions.has(head.current.version), 'the head points to a missing version');
  }
  await store.close();
}
