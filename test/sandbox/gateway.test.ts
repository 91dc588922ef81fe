/** What the gateway says to clients that do not behave: raw WebSockets, since the real client does. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { WebSocket } from 'ws';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';

describe('the gateway', () => {
  let discord: LoopbackDiscord;
  before(async () => {
    discord = await startLoopbackDiscord();
  });
  after(() => discord.close());

  const connect = (version = 10, headers = {}) => {
    const { host } = new URL(discord.api);
    return new WebSocket(`ws://${host}/gateway?v=${version}&encoding=json`, { headers });
  };
  const next = async (socket: WebSocket) => JSON.parse(String((await once(socket, 'message'))[0]));
  const identify = (overrides = {}) => ({
    op: 2,
    d: { token: discord.token, intents: 1, properties: {}, ...overrides },
  });

  const HANGS_UP = [
    ['a wrong token', () => [identify({ token: 'nonsense' })], 4004],
    ['a privileged intent', () => [identify({ intents: 1 | (1 << 15) })], 4014],
    ['a payload that is none', () => ['hello?'], 4002],
    ['an opcode that does not exist', () => [identify(), { op: 99 }], 4001],
    ['a request before identifying', () => [{ op: 3, d: {} }], 4003],
    ['identifying twice', () => [identify(), identify()], 4005],
    ['resuming with a wrong token', () => [{ op: 6, d: { token: 'nonsense', session_id: 'x', seq: 1 } }], 4004],
  ] as const;
  for (const [what, payloads, code] of HANGS_UP) {
    test(`${what}: hangs up with ${code}`, async () => {
      const socket = connect();
      const closed = once(socket, 'close');
      assert.equal((await next(socket)).op, 10);
      for (const payload of payloads()) socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload));
      assert.equal((await closed)[0], code);
    });
  }

  test('another version of the gateway: hangs up with 4012', async () => {
    assert.equal((await once(connect(9), 'close'))[0], 4012);
  });

  test('a session nobody knows is invalid (op 9)', async () => {
    const socket = connect();
    await next(socket);
    socket.send(JSON.stringify({ op: 6, d: { token: discord.token, session_id: 'unknown', seq: 1 } }));
    assert.deepEqual(await next(socket), { op: 9, d: false });
    socket.close();
  });

  test('heartbeats are acknowledged', async () => {
    const socket = connect();
    await next(socket);
    socket.send(JSON.stringify({ op: 1, d: null }));
    assert.equal((await next(socket)).op, 11);
    socket.close();
  });

  test('web pages are not let in', async () => {
    const [error] = await once(connect(10, { origin: 'https://example.com' }), 'error').catch((thrown) => [thrown]);
    assert.match(String(error), /403/);
  });
});
