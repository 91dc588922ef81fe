/** `npm run prove:kills` does the same with more kills, and prints figures. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killFanOut } from './kill-fan-out.ts';

const KILLS = 25;
const CHANNELS = 300;

test(`a fan-out to ${CHANNELS} channels killed ${KILLS} times brings every channel each alert exactly once`, async () => {
  const { alerts, messages, missing, double } = await killFanOut({ kills: KILLS, channels: CHANNELS });
  assert.deepEqual({ missing, double }, { missing: [], double: [] });
  assert.ok(alerts >= 1);
  assert.equal(messages, alerts * CHANNELS);
});
