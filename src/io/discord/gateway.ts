/**
 * Wraps the discord.js client: logs in with the Guilds intent only, and passes interactions and guild events on. Guilds are kept from
 * the client, which would hold all of them in memory (docs/decisions/0007).
 */
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, type Interaction, Options } from 'discord.js';
import type { GuildEvent } from '../../app/ports/courier.ts';
import type { Log } from '../../app/ports/log.ts';
import { withTimeout } from '../../app/with-timeout.ts';
import { DiscordFatalError, fatalErrorOfCloseCode, toFatalError } from './fatal-error.ts';
import type { GatewayGuildDirectory, GatewayPacket } from './guild-directory.ts';
import type { InteractionChannel } from './interaction-channel.ts';
import { NO_MENTIONS } from './payload.ts';

/** The client waits for no guild, since it sees none. */
const GUILD_WAIT_TIMEOUT_MS = 0;
const LOGIN_TIMEOUT_MS = 60_000;
/** `Client.destroy` can hang between identify and ready. */
const CLOSE_TIMEOUT_MS = 3000;

export interface Gateway {
  userTag: string;
  servers: number;
  close(): Promise<void>;
}

export interface GatewayOptions {
  token: string;
  api: string;
  log: Log;
  guildDirectory: GatewayGuildDirectory;
  /** @param origin where it came from, which the client drops. */
  onInteraction(interaction: Interaction, origin: InteractionChannel): Promise<void>;
  onGuildEvent(event: GuildEvent): void;
  /** Discord rejected the connection for good: the program should end. */
  onFatalError(error: DiscordFatalError): void;
}

/**
 * Connects, and waits until the gateway is ready.
 * @throws DiscordFatalError when Discord rejects the connection, or does not answer in time.
 */
export async function connectGateway(options: GatewayOptions): Promise<Gateway> {
  const { token, api, log, guildDirectory, onInteraction, onGuildEvent, onFatalError } = options;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api },
    waitGuildTimeout: GUILD_WAIT_TIMEOUT_MS,
    allowedMentions: NO_MENTIONS,
    // Members, users and channels come with each interaction, and need no cache either.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user?.id },
    }),
  });
  client.on(Events.Error, (error) => log.error(`Discord client: ${error.message}`));
  client.on(Events.Warn, (message) => log.warn(`Discord client: ${message}`));
  let isReady = false;
  // The client emits this while it is being closed, too.
  client.on(Events.ShardReconnecting, () => {
    if (isReady) log.info('the connection to Discord was lost; reconnecting');
  });
  client.on(Events.ShardResume, () => log.info('the connection to Discord is back'));
  let origin: InteractionChannel = {};
  // Emitted for each event just before the client handles it.
  client.on(Events.Raw, (packet: GatewayPacket) => {
    try {
      const event = guildDirectory.updateGuild(packet);
      if (event) onGuildEvent(event);
    } catch (error) {
      // Thrown from here, one malformed event would end the program.
      log.error(`a gateway event could not be read: ${packet.t}`, { err: error });
    }
    if (packet.t === GatewayDispatchEvents.InteractionCreate) origin = packet.d;
    hideFromClient(packet);
  });
  client.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction, origin));
  client.on(Events.ShardDisconnect, ({ code }) => {
    const error =
      fatalErrorOfCloseCode(code) ?? new DiscordFatalError('unreachable', `Discord closed the connection (${code}).`);
    if (isReady) onFatalError(error);
  });
  try {
    await login(client, token);
  } catch (error) {
    await close(client);
    throw toFatalError(error);
  }
  isReady = true;
  return {
    userTag: client.user?.tag ?? 'unknown',
    get servers() {
      return guildDirectory.guildCount();
    },
    close: () => {
      isReady = false;
      return close(client);
    },
  };
}

const CLIENT_EVENT_TYPES = new Set<string>([
  GatewayDispatchEvents.Ready,
  GatewayDispatchEvents.Resumed,
  GatewayDispatchEvents.InteractionCreate,
]);

/** The client ignores an event without a name. */
function hideFromClient(packet: GatewayPacket): void {
  if (packet.t === GatewayDispatchEvents.Ready) packet.d.guilds = [];
  else if (!CLIENT_EVENT_TYPES.has(packet.t)) packet.t = '';
}

async function login(client: Client, token: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const deadline = setTimeout(
    () => reject(new DiscordFatalError('no-answer', `Discord was not ready within ${LOGIN_TIMEOUT_MS / 1000} s.`)),
    LOGIN_TIMEOUT_MS,
  );
  client.once(Events.ClientReady, () => resolve());
  client.on(Events.ShardDisconnect, ({ code }) =>
    reject(fatalErrorOfCloseCode(code) ?? new Error(`close code ${code}`)),
  );
  client.login(token).catch(reject);
  await promise.finally(() => clearTimeout(deadline));
}

async function close(client: Client): Promise<void> {
  await withTimeout(CLOSE_TIMEOUT_MS, client.destroy(), undefined).catch(() => {});
}
