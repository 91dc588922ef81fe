/**
 * Hides the discord.js client: logs in with the Guilds intent only, and passes interactions on. What the gateway tells of
 * servers is read by the place book and kept from the client, which would hold all of it in memory (docs/decisions/0007).
 */
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, type Interaction, Options } from 'discord.js';
import type { GuildEvent } from '../../app/ports/courier.ts';
import type { Log } from '../../app/ports/log.ts';
import { withTimeout } from '../with-timeout.ts';
import { DiscordFatalError, fatalErrorOfCloseCode, toFatalError } from './fatal-error.ts';
import type { GatewayGuildDirectory, GatewayPacket } from './guild-directory.ts';
import { type InteractionChannel, recordInteractionChannel } from './interaction-channel.ts';

/** The client waits for no server: it is not told of any. */
const GUILD_WAIT_TIMEOUT_MS = 0;
const LOGIN_TIMEOUT_MS = 60_000;
/** `Client.destroy` can wait for ever between identify and ready. */
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
  onInteraction(interaction: Interaction): Promise<void>;
  onGuildEvent(event: GuildEvent): void;
  /** Discord will not have the bot back: the program should end. */
  onFatalError(refusal: DiscordFatalError): void;
}

/**
 * Connects and waits until Discord says ready.
 * @throws DiscordFatalError when Discord refuses, or does not answer in time.
 */
export async function connectGateway(options: GatewayOptions): Promise<Gateway> {
  const {
    token,
    api,
    log,
    guildDirectory: places,
    onInteraction,
    onGuildEvent: onPlace,
    onFatalError: onRefused,
  } = options;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api },
    waitGuildTimeout: GUILD_WAIT_TIMEOUT_MS,
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
  let interactionChannel: InteractionChannel = {};
  // Emitted for each event just before the client looks at it.
  client.on(Events.Raw, (packet: GatewayPacket) => {
    try {
      const event = places.updateGuild(packet);
      if (event) onPlace(event);
    } catch (error) {
      // One event that is not what it should be; thrown from here it would end the program.
      log.error(`an event of Discord's gateway could not be read: ${packet.t}`, { err: error });
    }
    if (packet.t === GatewayDispatchEvents.InteractionCreate) interactionChannel = packet.d;
    hideFromClient(packet);
  });
  client.on(Events.InteractionCreate, (interaction) => {
    recordInteractionChannel(interaction, interactionChannel);
    void onInteraction(interaction);
  });

  client.on(Events.ShardDisconnect, ({ code }) => {
    const refusal =
      fatalErrorOfCloseCode(code) ?? new DiscordFatalError('unreachable', `Discord closed the connection (${code}).`);
    if (ready) onRefused(refusal);
  });
  try {
    await login(client, token);
  } catch (error) {
    await close(client);
    throw toFatalError(error);
  }
  ready = true;
  return {
    userTag: client.user?.tag ?? 'unknown',
    get servers() {
      return places.guildCount();
    },
    close: () => {
      ready = false;
      return close(client);
    },
  };
}

const CLIENT_EVENT_TYPES = new Set<string>([
  GatewayDispatchEvents.Ready,
  GatewayDispatchEvents.Resumed,
  GatewayDispatchEvents.InteractionCreate,
]);

/** An event without a name is nothing to the client. */
function hideFromClient(packet: GatewayPacket): void {
  if (packet.t === GatewayDispatchEvents.Ready) packet.d.guilds = [];
  else if (!CLIENT_EVENT_TYPES.has(packet.t)) packet.t = '';
}

async function login(client: Client, token: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const deadline = setTimeout(
    () => reject(new DiscordFatalError('no-answer', `Discord did not say ready within ${LOGIN_TIMEOUT_MS / 1000} s.`)),
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
