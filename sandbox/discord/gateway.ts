/** Discord's gateway, version 10, JSON: hello, identify, ready, heartbeat, resume, dispatch, and the close codes. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { guildCreateOf } from './model/guild-payload.ts';
import type { World } from './model/world.ts';

const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalidSession: 9, hello: 10, ack: 11 };
/** Discord's close codes and reasons. */
const CLOSE = {
  unknownOpcode: [4001, 'Unknown opcode.'],
  decodeError: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  authenticationFailed: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  invalidSequence: [4007, 'Invalid seq.'],
  invalidVersion: [4012, 'Invalid API version.'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const satisfies Record<string, readonly [code: number, reason: string]>;
const HEARTBEAT_MS = 41_250;
const MAX_PAYLOAD_BYTES = 4096;
/** Members, presences and message contents, which this application was not granted. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
const GUILDS_INTENT = 1 << 0;

interface Session {
  id: string;
  intents: number;
  /** All events dispatched so far; the sequence number is the index plus one. */
  sent: unknown[];
  /** Absent while the client is disconnected. */
  socket?: WebSocket;
}

export interface Gateway {
  /** Handles a WebSocket upgrade. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Whether the bot is connected. */
  online(): boolean;
  /** Sends an event to the bot; missed events are replayed when it resumes. */
  dispatch(event: string, data: unknown): void;
  /** Closes the bot's connection with a close code; Discord's own codes start at 4000. */
  disconnect(code: number): void;
  /** Asks the bot to reconnect (op 7), or invalidates its session (op 9). */
  ask(what: 'reconnect' | 'identify again'): void;
  close(): void;
}

const IDENTIFY = z.object({
  token: z.string(),
  intents: z.int(),
  shard: z.tuple([z.int(), z.int()]).optional(),
});
const RESUME = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

/** @param url the gateway's own address, sent to clients for resuming */
export function createGateway(world: World, url: () => string): Gateway {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_BYTES });
  const sessions = new Map<string, Session>();
  const online = () => [...sessions.values()].some(({ socket }) => socket !== undefined);

  const deliver = (session: Session, event: string, data: unknown) => {
    session.sent.push({ op: OP.dispatch, t: event, d: data, s: session.sent.length + 1 });
    session.socket?.send(JSON.stringify(session.sent.at(-1)));
  };

  const attach = (session: Session, socket: WebSocket) => {
    session.socket = socket;
    world.events.emit({ type: 'bot', online: true });
    socket.on('close', (code) => {
      if (session.socket !== socket) return;
      session.socket = undefined;
      // A client that closes normally cannot resume the session.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
      world.events.emit({ type: 'bot', online: online() });
    });
  };

  function identify(socket: WebSocket, data: unknown): Session | undefined {
    const parsed = IDENTIFY.safeParse(data);
    if (!parsed.success) return hangUp(socket, 'decodeError');
    if (parsed.data.token.replace(/^Bot /, '') !== world.token) {
      return hangUp(socket, 'authenticationFailed');
    }
    const { intents, shard = [0, 1] } = parsed.data;
    if (intents & PRIVILEGED_INTENTS) return hangUp(socket, 'disallowedIntents');
    const session: Session = { id: randomBytes(16).toString('hex'), intents, sent: [] };
    sessions.set(session.id, session);
    attach(session, socket);
    deliver(session, 'READY', readyPayload(world, session.id, shard, url()));
    if (intents & GUILDS_INTENT && isInGuild(world) && !world.outage)
      deliver(session, 'GUILD_CREATE', guildCreateOf(world));
    return session;
  }

  function resume(socket: WebSocket, data: unknown): Session | undefined {
    const parsed = RESUME.safeParse(data);
    if (!parsed.success) return hangUp(socket, 'decodeError');
    if (parsed.data.token.replace(/^Bot /, '') !== world.token) {
      return hangUp(socket, 'authenticationFailed');
    }
    const session = sessions.get(parsed.data.session_id);
    if (session === undefined) {
      socket.send(JSON.stringify({ op: OP.invalidSession, d: false }));
      return undefined;
    }
    if (parsed.data.seq > session.sent.length) return hangUp(socket, 'invalidSequence');
    attach(session, socket);
    for (const missed of session.sent.slice(parsed.data.seq)) socket.send(JSON.stringify(missed));
    deliver(session, 'RESUMED', {});
    return session;
  }

  function handleConnection(socket: WebSocket): void {
    let session: Session | undefined;
    socket.send(JSON.stringify({ op: OP.hello, d: { heartbeat_interval: HEARTBEAT_MS } }));
    socket.on('message', (raw) => {
      const payload = parsePayload(String(raw));
      if (payload === undefined) return hangUp(socket, 'decodeError');
      if (payload.op === OP.heartbeat) return socket.send(JSON.stringify({ op: OP.ack }));
      if (payload.op === OP.identify && session) {
        return hangUp(socket, 'alreadyAuthenticated');
      }
      if (payload.op === OP.identify) session = identify(socket, payload.d);
      else if (payload.op === OP.resume) session = resume(socket, payload.d);
      else if (session === undefined) hangUp(socket, 'notAuthenticated');
      // Presence, voice and member requests are ignored.
      else if (payload.op < 0 || payload.op > OP.ack) hangUp(socket, 'unknownOpcode');
    });
    socket.on('error', () => socket.terminate());
  }

  return {
    upgrade(request, duplex, head) {
      sockets.handleUpgrade(request, duplex, head, (socket) => {
        const version = new URL(request.url ?? '/', 'ws://loopback').searchParams.get('v');
        if (version === '10') handleConnection(socket);
        else hangUp(socket, 'invalidVersion');
      });
    },
    online,
    dispatch(event, data) {
      for (const session of sessions.values()) deliver(session, event, data);
    },
    disconnect(code) {
      for (const { socket } of sessions.values()) socket?.close(code);
    },
    ask(what) {
      const payload = what === 'reconnect' ? { op: OP.reconnect, d: null } : { op: OP.invalidSession, d: false };
      for (const { id, socket } of [...sessions.values()]) {
        if (what === 'identify again') sessions.delete(id);
        socket?.send(JSON.stringify(payload));
      }
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function hangUp(socket: WebSocket, why: keyof typeof CLOSE): undefined {
  const [code, reason] = CLOSE[why];
  socket.close(code, reason);
}

const PAYLOAD = z.object({ op: z.int(), d: z.unknown().optional() });

function parsePayload(raw: string): z.output<typeof PAYLOAD> | undefined {
  try {
    return PAYLOAD.safeParse(JSON.parse(raw)).data;
  } catch {
    return undefined;
  }
}

/** Whether the bot is in the server. */
const isInGuild = ({ guild, bot }: World): boolean => guild.members.some(({ user }) => user.id === bot.id);

function readyPayload(world: World, sessionId: string, shard: number[], url: string) {
  const { bot, guild, applicationId } = world;
  return {
    v: 10,
    user: { ...bot, verified: true, mfa_enabled: false, email: null, flags: 0 },
    guilds: isInGuild(world) ? [{ id: guild.id, unavailable: true }] : [],
    session_id: sessionId,
    resume_gateway_url: url,
    shard,
    application: { id: applicationId, flags: 0 },
  };
}
