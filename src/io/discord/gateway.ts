/**
 * Hides the discord.js client: logs in with the Guilds intent only, and passes interactions on. What the gateway tells of
 * servers is read by the place book and kept from the client, which would hold all of it in memory (docs/decisions/0007).
 */
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, type Interaction, Options } from 'discord.js';
import type { PlaceEvent } from '../../app/ports/courier.ts';
import type { Log } from '../../app/ports/log.ts';
import { within } from '../with-timeout.ts';
import { type AskedIn, noteAskedIn } from './interaction-channel.ts';
import type { Packet, PlaceBook } from './guild-directory.ts';
import { DiscordRefusal, refusalOf, refusalOfClose } from './fatal-error.ts';

/** The client waits for no server: it is not told of any. */
const WAIT_FOR_SERVERS_MS = 0;
const LOGIN_DEADLINE_MS = 60_000;
/** `Client.destroy` can wait for ever between identify and ready. */
const CLOSE_DEADLINE_MS = 3000;

export interface Gateway {
  userTag: string;
  servers: number;
  close(): Promise<void>;
}

export interface GatewayOptions {
  token: string;
  api: string;
  log: Log;
  places: PlaceBook;
  onInteraction(interaction: Interaction): Promise<void>;
  onPlace(event: PlaceEvent): void;
  /** Discord will not have the bot back: the program should end. */
  onRefused(refusal: DiscordRefusal): void;
}

/**
 * Connects and waits until Discord says ready.
 * @throws DiscordRefusal when Discord refuses, or does not answer in time.
 */
export async function connectGateway(options: GatewayOptions): Promise<Gateway> {
  const { token, api, log, places, onInteraction, onPlace, onRefused } = options;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api },
    waitGuildTimeout: WAIT_FOR_SERVERS_MS,
    allowedMentions: { parse: [] },
    // Members, users and channels come with each interaction, and are not kept either.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user?.id },
    }),
  });
  client.on(Events.Error, (error) => log.error(`Discord client: ${error.message}`));
  client.on(Events.Warn, (message) => log.warn(`Discord client: ${message}`));
  let ready = false;
  // The client says so too while it is being closed.
  client.on(Events.ShardReconnecting, () => {
    if (ready) log.info('the connection to Discord was lost; reconnecting');
  });
  client.on(Events.ShardResume, () => log.info('the connection to Discord is back'));
  let askedIn: AskedIn = {};
  // Emitted for each event just before the client looks at it.
  client.on(Events.Raw, (packet: Packet) => {
    try {
      const event = places.read(packet);
      if (event) onPlace(event);
    } catch (error) {
      // One event that is not what it should be; thrown from here it would end the program.
      log.error(`an event of Discord's gateway could not be read: ${packet.t}`, { err: error });
    }
    if (packet.t === GatewayDispatchEvents.InteractionCreate) askedIn = packet.d;
    keepFromClient(packet);
  });
  client.on(Events.InteractionCreate, (interaction) => {
    noteAskedIn(interaction, askedIn);
    void onInteraction(interaction);
  });

  client.on(Events.ShardDisconnect, ({ code }) => {
    const refusal =
      refusalOfClose(code) ?? new DiscordRefusal('unreachable', `Discord closed the connection (${code}).`);
    if (ready) onRefused(refusal);
  });
  try {
    await login(client, token);
  } catch (error) {
    await close(client);
    throw refusalOf(error);
  }
  ready = true;
  return {
    userTag: client.user?.tag ?? 'unknown',
    get servers() {
      return places.count();
    },
    close: () => {
      ready = false;
      return close(client);
    },
  };
}

const FOR_THE_CLIENT = new Set<string>([
  GatewayDispatchEvents.Ready,
  GatewayDispatchEvents.Resumed,
  GatewayDispatchEvents.InteractionCreate,
]);

/** An event without a name is nothing to the client. */
function keepFromClient(packet: Packet): void {
  if (packet.t === GatewayDispatchEvents.Ready) packet.d.guilds = [];
  else if (!FOR_THE_CLIENT.has(packet.t)) packet.t = '';
}

async function login(client: Client, token: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const deadline = setTimeout(
    () => reject(new DiscordRefusal('no-answer', `Discord did not say ready within ${LOGIN_DEADLINE_MS / 1000} s.`)),
    LOGIN_DEADLINE_MS,
  );
  client.once(Events.ClientReady, () => resolve());
  client.on(Events.ShardDisconnect, ({ code }) => reject(refusalOfClose(code) ?? new Error(`close code ${code}`)));
  client.login(token).catch(reject);
  await promise.finally(() => clearTimeout(deadline));
}

async function close(client: Client): Promise<void> {
  await within(CLOSE_DEADLINE_MS, client.destroy(), undefined).catch(() => {});
}
