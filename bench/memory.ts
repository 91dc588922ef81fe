/**
 * Compares the resident memory of our client in many guilds with that of a plain discord.js client with default caches, each in
 * its own process against a fake gateway. Linux only.
 *
 * node bench/memory.ts [servers] [channels in each]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type WebSocket, WebSocketServer } from 'ws';

const SETTLE_MS = 8000;
const FIRST_ID = 100_000_000_000_000_000n;
const ROLES = 10;
const BOT_ID = String(FIRST_ID - 1n);

const [mode, ...rest] = process.argv.slice(2);
if (mode === 'plain' || mode === 'ours' || mode === 'idle') await runClient(mode, rest[0] ?? '');
else await compare(Number(mode ?? 10_000), Number(rest[0] ?? 30));

async function compare(servers: number, channels: number): Promise<void> {
  const gateway = await startGateway(servers, channels);
  const idle = await residentOf('idle', gateway.api);
  const plain = await residentOf('plain', gateway.api);
  const ours = await residentOf('ours', gateway.api);
  gateway.close();
  console.log(
    `${servers} servers of ${channels} channels, ${(gateway.sentBytes() / 2 / 1e6).toFixed(0)} MB of events each:`,
  );
  console.log(`a process with discord.js loaded and nothing else: ${idle.toFixed(0)} MB resident`);
  console.log(`a plain discord.js client: ${plain.toFixed(0)} MB resident`);
  console.log(
    `ours: ${ours.toFixed(0)} MB resident, ${((ours / plain) * 100).toFixed(0)} % of it (target: at most 33 %)`,
  );
}

/** Starts a client, waits until it has seen all servers and has been idle for a while, and reads its memory. */
async function residentOf(client: string, api: string): Promise<number> {
  const child = spawn(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), client, api], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await waitUntilReady(child);
  await sleep(SETTLE_MS);
  const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
  child.kill('SIGKILL');
  return resident;
}

function waitUntilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('close', () => reject(new Error('the client did not start')));
  });
}

/** Runs in a child process. */
async function runClient(kind: 'plain' | 'ours' | 'idle', api: string): Promise<void> {
  const { Client, GatewayIntentBits } = await import('discord.js');
  if (kind === 'plain') {
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
    const ready = new Promise((resolve) => client.once('clientReady', resolve));
    await client.login('token');
    await ready;
  } else if (kind === 'ours') {
    const { connectGateway } = await import('../src/io/discord/gateway.ts');
    const { createGuildDirectory } = await import('../src/io/discord/guild-directory.ts');
    const guildDirectory = createGuildDirectory();
    let seen = 0;
    const all = Promise.withResolvers<void>();
    let expected = Number.POSITIVE_INFINITY;
    await connectGateway({
      token: 'token',
      api,
      guildDirectory,
      log: { debug() {}, info() {}, warn() {}, error() {} },
      onInteraction: async () => {},
      onFatalError: (error) => {
        throw error;
      },
      onGuildEvent(event) {
        if (event.kind === 'online') expected = event.guildIds.length;
        if (event.kind === 'server-there' && ++seen >= expected) all.resolve();
      },
    });
    await all.promise;
  }
  // Collects garbage, so that only live memory is measured.
  for (let i = 0; i < 3; i++) {
    await sleep(500);
    globalThis.gc?.();
  }
  console.log('ready');
  setInterval(() => {}, 60_000);
}

async function startGateway(servers: number, channels: number) {
  let sent = 0;
  const http = createServer((_request, response) => {
    const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
    const { port } = http.address() as AddressInfo;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit }));
  });
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => {
    let sequence = 0;
    const send = (payload: object) => {
      const text = JSON.stringify(payload);
      sent += text.length;
      socket.send(text);
    };
    const dispatch = (t: string, d: unknown) => send({ op: 0, t, d, s: ++sequence });
    send({ op: 10, d: { heartbeat_interval: 41_250 } });
    socket.on('message', (raw) => {
      const { op } = JSON.parse(String(raw));
      if (op === 1) send({ op: 11 });
      if (op === 2) void sendGuilds(socket, dispatch, servers, channels);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    api: `http://127.0.0.1:${(http.address() as AddressInfo).port}/api`,
    sentBytes: () => sent,
    close() {
      for (const socket of sockets.clients) socket.terminate();
      http.close();
    },
  };
}

async function sendGuilds(
  socket: WebSocket,
  dispatch: (t: string, d: unknown) => void,
  servers: number,
  channels: number,
): Promise<void> {
  const ids = Array.from({ length: servers }, (_, i) => String(FIRST_ID + BigInt(i) * 1000n));
  dispatch('READY', {
    v: 10,
    user: { id: BOT_ID, username: 'bot', discriminator: '0001', avatar: null, bot: true },
    guilds: ids.map((id) => ({ id, unavailable: true })),
    session_id: 'session',
    resume_gateway_url: 'ws://127.0.0.1',
    shard: [0, 1],
    application: { id: BOT_ID, flags: 0 },
  });
  for (const id of ids) {
    dispatch('GUILD_CREATE', guildPayload(BigInt(id), channels));
    while (socket.bufferedAmount > 1_000_000) await sleep(1);
  }
}

/** The GUILD_CREATE payload for a bot with the Guilds intent only. */
function guildPayload(id: bigint, channels: number) {
  const roles = Array.from({ length: ROLES }, (_, i) => ({
    id: String(i === 0 ? id : id + BigInt(i)),
    name: i === 0 ? '@everyone' : `Role ${i}`,
    color: 0x336699,
    colors: { primary_color: 0x336699, secondary_color: null, tertiary_color: null },
    permissions: '1071698660929',
    position: i,
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  }));
  return {
    id: String(id),
    name: `Server ${id}`,
    icon: 'a'.repeat(32),
    owner_id: String(id + 900n),
    roles,
    channels: Array.from({ length: channels }, (_, i) => ({
      id: String(id + 100n + BigInt(i)),
      type: i % 10 === 9 ? 5 : 0,
      name: `channel-${i}`,
      topic: i % 3 === 0 ? 'What this channel is about, in a sentence or two' : null,
      position: i,
      parent_id: null,
      nsfw: false,
      rate_limit_per_user: 0,
      last_message_id: String(id + 800n),
      flags: 0,
      permission_overwrites: [0n, 1n].map((role) => ({ id: String(id + role), type: 0, allow: '1024', deny: '2048' })),
    })),
    threads: [],
    members: [
      {
        user: { id: BOT_ID, username: 'bot', discriminator: '0001', avatar: null, bot: true },
        roles: [],
        joined_at: '2026-01-01T00:00:00.000Z',
        deaf: false,
        mute: false,
        flags: 0,
      },
    ],
    member_count: 500,
    joined_at: '2026-01-01T00:00:00.000Z',
    preferred_locale: Number(id / 1000n) % 4 === 0 ? 'de' : 'en-US',
    features: ['COMMUNITY', 'NEWS'],
    unavailable: false,
    large: true,
    emojis: [],
    stickers: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    system_channel_flags: 0,
    afk_timeout: 300,
  };
}
