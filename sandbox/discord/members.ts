/** What members do: write messages, run slash and message commands, request suggestions, press buttons. */
import { randomBytes } from 'node:crypto';
import { buildCommandData, findCommand, type OptionValues } from './command-options.ts';
import type { Gateway } from './gateway.ts';
import { buildMenuData, findMenuCommand } from './message-menu.ts';
import { ApiError } from './model/api-error.ts';
import type { Choice } from './model/command-schema.ts';
import type { Member } from './model/guild.ts';
import { guildCreateOf } from './model/guild-payload.ts';
import { INTERACTION, type Interaction, InteractionError, type InteractionResult } from './model/interaction.ts';
import type { LocaleSettings } from './model/locales.ts';
import { EPHEMERAL, NEW_MESSAGE } from './model/message-schema.ts';
import type { Message } from './model/messages.ts';
import { may, permissionsOf } from './model/permissions.ts';
import { isForum } from './model/threads.ts';
import { parseBody } from './model/validate.ts';
import { botPermissions, channelOf, permissionChannelOf, type World } from './model/world.ts';

export interface CommandRequest {
  /** Full name with subcommand, such as `alerts add`. */
  command: string;
  options?: OptionValues;
  /** The first channel by default. */
  channelId?: string;
  /** The visitor by default. */
  member?: Member;
}

/** An interaction that no member could create through Discord. */
export interface ForgedInteraction {
  type: keyof typeof INTERACTION;
  /** The `data` of the payload, unchecked. */
  data: { name?: string; custom_id?: string } & Record<string, unknown>;
  /** Overrides fields of the payload; `undefined` removes one. */
  claims?: Readonly<Record<string, unknown>>;
  member?: Member;
  /** The message whose button was pressed. */
  messageId?: string;
}

export interface Members {
  /** Whether the bot is connected to the gateway. */
  online(): boolean;
  /** Changes the locale of the visitor or of the server. */
  setLocales(changes: Partial<LocaleSettings>): void;
  /** Posts a message as the visitor. */
  say(channelId: string, content: string): Message;
  /**
   * Runs a slash command and waits for the response.
   * @throws InteractionError
   */
  ask(question: CommandRequest): Promise<Message>;
  /**
   * Runs a message command and waits for the response.
   * @throws InteractionError
   * @throws ApiError 10008 for an unknown or ephemeral message: those have no menu.
   */
  pick(messageId: string, command: string, member?: Member): Promise<Message>;
  /** Requests suggestions for the option `focused`. */
  autocomplete(question: CommandRequest & { focused: string }): Promise<Choice[]>;
  /** Presses a button and waits for the new or edited message. */
  press(messageId: string, customId: string, member?: Member): Promise<Message>;
  /** Sends the bot a forged interaction and waits for the response. */
  forge(forgery: ForgedInteraction): Promise<InteractionResult>;
}

/** @param answerWithinMs time limit for the bot's first response */
export function createMembers(world: World, gateway: Gateway, answerWithinMs: number): Members {
  const here = (channelId = world.guild.channels[0]?.id ?? '') => channelOf(world, channelId);

  /** Sends an interaction to the bot and waits for the response. */
  async function dispatchInteraction(
    type: Interaction['type'],
    {
      name,
      channelId,
      member,
      source,
      target,
      data,
      claims = {},
    }: Pick<Interaction, 'name' | 'channelId' | 'member' | 'source' | 'target'> &
      Pick<ForgedInteraction, 'claims'> & { data: unknown },
  ): Promise<InteractionResult> {
    if (!gateway.online()) throw new InteractionError('offline', 'The bot is not online.');
    const { promise, resolve, reject } = Promise.withResolvers<InteractionResult>();
    const interaction: Interaction = {
      id: world.nextId(),
      token: randomBytes(32).toString('base64url'),
      type,
      channelId,
      member,
      name,
      source,
      target,
      state: 'waiting',
      openedAtMs: Date.now(),
      settle: resolve,
    };
    world.interactions.set(interaction.id, interaction);
    const deadline = setTimeout(() => {
      if (interaction.state === 'acknowledged') return;
      interaction.state = 'late';
      reject(new InteractionError('no-answer', 'The application did not respond.'));
    }, answerWithinMs);
    gateway.dispatch('INTERACTION_CREATE', { ...interactionPayload(world, interaction, data), ...claims });
    return promise.finally(() => clearTimeout(deadline));
  }

  return {
    online: gateway.online,

    setLocales(changes) {
      Object.assign(world.spoken, changes);
      if (changes.server) gateway.dispatch('GUILD_UPDATE', guildCreateOf(world));
      world.events.emit({ type: 'spoken', ...world.spoken });
      world.events.emit({ type: 'commands' });
    },

    say(channelId, content) {
      const channel = here(channelId);
      if (isForum(channel)) throw new ApiError('forum-wants-posts');
      const body = parseBody(NEW_MESSAGE, { content });
      return world.messages.create(body, { channelId: channel.id, author: world.you.user });
    },

    async ask({ command: name, options = {}, channelId, member = world.you }) {
      const channel = here(channelId);
      const match = findCommand(world, name);
      requireCommandPermission(world, member, match.command.default_member_permissions, channel.id);
      const data = buildCommandData(world, match, options, channel.id);
      const result = await dispatchInteraction(INTERACTION.command, {
        name,
        channelId: channel.id,
        member,
        data,
      });
      return requireMessage(result);
    },

    async pick(messageId, name, member = world.you) {
      const target = world.messages.findAnywhere(messageId);
      if (target === undefined || target.flags & EPHEMERAL) throw new ApiError('unknown-message');
      const { channel_id: channelId } = target;
      const command = findMenuCommand(world, name);
      requireCommandPermission(world, member, command.default_member_permissions, channelId);
      const data = buildMenuData(command, target);
      return requireMessage(await dispatchInteraction(INTERACTION.command, { name, channelId, member, target, data }));
    },

    async autocomplete({ command: name, options = {}, channelId, member = world.you, focused }) {
      const channel = here(channelId);
      const match = findCommand(world, name);
      const data = buildCommandData(world, match, { [focused]: '', ...options }, channel.id, focused);
      const result = await dispatchInteraction(INTERACTION.autocomplete, {
        name,
        channelId: channel.id,
        member,
        data,
      });
      return result.kind === 'choices' ? result.choices : [];
    },

    async press(messageId, customId, member = world.you) {
      const source = world.messages.findAnywhere(messageId);
      const button = source?.components
        .flatMap(({ components }) => components)
        .find((one) => one.custom_id === customId);
      if (source === undefined || button === undefined || button.disabled) {
        throw new InteractionError('no-such-button', 'This button cannot be pressed.');
      }
      const data = { component_type: button.type, custom_id: customId };
      const { channel_id: channelId } = source;
      return requireMessage(
        await dispatchInteraction(INTERACTION.button, { name: customId, channelId, member, source, data }),
      );
    },

    async forge({ type, data, claims, member = world.you, messageId }) {
      const source = messageId === undefined ? undefined : world.messages.findAnywhere(messageId);
      const channelId = source?.channel_id ?? here().id;
      const name = data.name ?? data.custom_id ?? '';
      return dispatchInteraction(INTERACTION[type], { name, channelId, member, source, data, claims });
    },
  };
}

function requireCommandPermission(
  world: World,
  member: Member,
  needed: string | null | undefined,
  channelId: string,
): void {
  const granted = permissionsOf(member, world.guild, permissionChannelOf(world, channelOf(world, channelId)));
  const allowed = may(granted, 'USE_APPLICATION_COMMANDS') && (granted & BigInt(needed ?? 0)) === BigInt(needed ?? 0);
  if (!allowed) throw new InteractionError('not-allowed', 'You do not have permission to use this command.');
}

function requireMessage(result: InteractionResult): Message {
  if (result.kind === 'message') return result.message;
  throw new InteractionError('no-answer', 'The application result with suggestions.');
}

function interactionPayload(world: World, { id, token, type, channelId, member, source }: Interaction, data: unknown) {
  const channel = channelOf(world, channelId);
  return {
    id,
    application_id: world.applicationId,
    type,
    token,
    version: 1,
    data,
    guild_id: world.guild.id,
    guild: { id: world.guild.id, locale: world.spoken.server, features: [] },
    guild_locale: world.spoken.server,
    locale: member === world.you ? world.spoken.you : world.spoken.server,
    channel_id: channelId,
    channel,
    member: { ...member, permissions: String(permissionsOf(member, world.guild, permissionChannelOf(world, channel))) },
    app_permissions: String(botPermissions(world, channel)),
    ...(source ? { message: source } : {}),
    entitlements: [],
    authorizing_integration_owners: { 0: world.guild.id },
    context: 0,
    attachment_size_limit: 10_000_000,
  };
}
