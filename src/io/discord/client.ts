/** Hides the discord.js client: logs in with the Guilds intent only, and passes interactions on. */
import { Client, Events, GatewayIntentBits, type Interaction, Options } from 'discord.js';
import type { Log } from '../../app/ports.ts';
import { DiscordRefusal, refusalOf, refusalOfClose } from './refusal.ts';

/** A server in an outage may not hold up the start, and every interaction with it, for discord.js's 15 s. */
const WAIT_FOR_SERVERS_MS = 1000;
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
  onInteraction(interaction: Interaction): Promise<void>;
  /** Discord will not have the bot back: the program should end. */
  onRefused(refusal: DiscordRefusal): void;
}

/**
 * Connects and waits until Discord says ready.
 * @throws DiscordRefusal when Discord refuses, or does not answer in time.
 */
export async function connectGateway({ token, api, log, onInteraction, onRefused }: GatewayOptions): Promise<Gateway> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api },
    waitGuildTimeout: WAIT_FOR_SERVERS_MS,
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      ReactionManager: 0,
      StageInstanceManager: 0,
      GuildScheduledEventManager: 0,
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
  client.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction));

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
      return client.guilds.cache.size;
    },
    close: () => {
      ready = false;
      return close(client);
    },
  };
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
  const { promise, resolve } = Promise.withResolvers<void>();
  const deadline = setTimeout(resolve, CLOSE_DEADLINE_MS);
  await Promise.race([client.destroy(), promise]).catch(() => {});
  clearTimeout(deadline);
}
