/** `npm run prove:kills` does the same with more kills and prints figures. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killDeliveries } from './kill-deliveries.ts';

const KILLS = 10;
const CHANNELS = 120;

test(`every alert of a process killed ${KILLS} times is in its ${CHANNELS} channels once, in its current state`, async () => {
  const { alerts, kinds, left } = await killDeliveries({ kills: KILLS, channels: CHANNELS });
  const wrong = Object.entries(kinds).flatMap(([kind, { missing, twice }]) => [
    ...missing.map((what) => `missing: ${kind}, ${what}`),
    ...twice.map((what) => `twice: ${kind}, ${what}`),
  ]);
  assert.deepEqual(wrong, []);
  assert.deepEqual(left, []);
  assert.ok(alerts >= 1);
});
