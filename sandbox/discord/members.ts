/** What members do: say something, run a slash command or one of a message's menu, ask for suggestions, press a button. */
import { randomBytes } from 'node:crypto';
import { ApiError } from './api-error.ts';
import { askedCommand, interactionData, type Typed } from './command-options.ts';
import type { Choice } from './command-schema.ts';
import { type Gateway, guildCreateOf } from './gateway.ts';
import type { Member } from './guild.ts';
import { type Answered, INTERACTION, type Interaction, NotAnswered } from './interaction.ts';
import type { Spoken } from './locales.ts';
import { menuCommand, menuData } from './message-menu.ts';
import { EPHEMERAL, NEW_MESSAGE } from './message-schema.ts';
import type { Message } from './messages.ts';
import { may, permissionsOf } from './permissions.ts';
import { isForum } from './threads.ts';
import { validated } from './validate.ts';
import { botPermissions, channelOf, rulingIn, type World } from './world.ts';

export interface Question {
  /** Its name with subcommand, such as `alerts add`. */
  command: string;
  options?: Typed;
  /** Where it is asked; the first channel when left out. */
  channelId?: string;
  /** Who asks; the visitor when left out. */
  member?: Member;
}

/** An interaction that Discord itself would not send. */
export interface Forgery {
  type: keyof typeof INTERACTION;
  /** The `data` of its payload, whatever it claims. */
  data: { name?: string; custom_id?: string } & Record<string, unknown>;
  /** Laid over the rest of its payload; what is `undefined` is left out. */
  claims?: Readonly<Record<string, unknown>>;
  member?: Member;
  /** The message whose button was pressed. */
  messageId?: string;
}

export interface Members {
  /** Whether the bot is there to be asked. */
  online(): boolean;
  /** Changes the visitor's language, or the server's. */
  speak(changes: Partial<Spoken>): void;
  /** Writes a message as the visitor. */
  say(channelId: string, content: string): Message;
  /**
   * Runs a slash command and waits for its answer.
   * @throws NotAnswered
   */
  ask(question: Question): Promise<Message>;
  /**
   * Picks a command in the menu of a message and waits for its answer.
   * @throws NotAnswered
   * @throws ApiError 10008 for a message that is not there, or that a single member sees: those have no such menu.
   */
  pick(messageId: string, command: string, member?: Member): Promise<Message>;
  /** Asks the bot what could be meant by what is typed so far in the option `focused`. */
  autocomplete(question: Question & { focused: string }): Promise<Choice[]>;
  /** Presses a button and waits for what comes of it: a new message, or the changed one. */
  press(messageId: string, customId: string, member?: Member): Promise<Message>;
  /** Puts something before the bot that nobody could have asked, and waits for what it says. */
  forge(forgery: Forgery): Promise<Answered>;
}

/** @param answerWithinMs how long the bot has for its first answer. */
export function createMembers(world: World, gateway: Gateway, answerWithinMs: number): Members {
  const here = (channelId = world.guild.channels[0]?.id ?? '') => channelOf(world, channelId);

  /** Puts an interaction before the bot and waits for what becomes of it. */
  async function put(
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
      Pick<Forgery, 'claims'> & { data: unknown },
  ): Promise<Answered> {
    if (!gateway.online()) throw new NotAnswered('offline', 'The bot is not online.');
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
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
      reject(new NotAnswered('no-answer', 'The application did not respond.'));
    }, answerWithinMs);
    gateway.dispatch('INTERACTION_CREATE', { ...interactionPayload(world, interaction, data), ...claims });
    return promise.finally(() => clearTimeout(deadline));
  }

  return {
    online: gateway.online,

    speak(changes) {
      Object.assign(world.spoken, changes);
      if (changes.server) gateway.dispatch('GUILD_UPDATE', guildCreateOf(world));
      world.events.emit({ type: 'spoken', ...world.spoken });
      world.events.emit({ type: 'commands' });
    },

    say(channelId, content) {
      const channel = here(channelId);
      if (isForum(channel)) throw new ApiError('forum-wants-posts');
      const body = validated(NEW_MESSAGE, { content });
      return world.messages.create(body, { channelId: channel.id, author: world.you.user });
    },

    async ask({ command: words, options = {}, channelId, member = world.you }) {
      const channel = here(channelId);
      const asked = askedCommand(world, words);
      demandAllowed(world, member, asked.command.default_member_permissions, channel.id);
      const data = interactionData(world, asked, options, channel.id);
      const answered = await put(INTERACTION.command, { name: words, channelId: channel.id, member, data });
      return messageOf(answered);
    },

    async pick(messageId, name, member = world.you) {
      const target = world.messages.findAnywhere(messageId);
      if (target === undefined || target.flags & EPHEMERAL) throw new ApiError('unknown-message');
      const { channel_id: channelId } = target;
      const command = menuCommand(world, name);
      demandAllowed(world, member, command.default_member_permissions, channelId);
      const data = menuData(command, target);
      return messageOf(await put(INTERACTION.command, { name, channelId, member, target, data }));
    },

    async autocomplete({ command: words, options = {}, channelId, member = world.you, focused }) {
      const channel = here(channelId);
      const asked = askedCommand(world, words);
      const data = interactionData(world, asked, { [focused]: '', ...options }, channel.id, focused);
      const answered = await put(INTERACTION.autocomplete, { name: words, channelId: channel.id, member, data });
      return answered.kind === 'choices' ? answered.choices : [];
    },

    async press(messageId, customId, member = world.you) {
      const source = world.messages.findAnywhere(messageId);
      const button = source?.components
        .flatMap(({ components }) => components)
        .find((one) => one.custom_id === customId);
      if (source === undefined || button === undefined || button.disabled) {
        throw new NotAnswered('no-such-button', 'This button cannot be pressed.');
      }
      const data = { component_type: button.type, custom_id: customId };
      const { channel_id: channelId } = source;
      return messageOf(await put(INTERACTION.button, { name: customId, channelId, member, source, data }));
    },

    async forge({ type, data, claims, member = world.you, messageId }) {
      const source = messageId === undefined ? undefined : world.messages.findAnywhere(messageId);
      const channelId = source?.channel_id ?? here().id;
      const name = data.name ?? data.custom_id ?? '';
      return put(INTERACTION[type], { name, channelId, member, source, data, claims });
    },
  };
}

function demandAllowed(world: World, member: Member, needed: string | null | undefined, channelId: string): void {
  const held = permissionsOf(member, world.guild, rulingIn(world, channelOf(world, channelId)));
  const allowed = may(held, 'USE_APPLICATION_COMMANDS') && (held & BigInt(needed ?? 0)) === BigInt(needed ?? 0);
  if (!allowed) throw new NotAnswered('not-allowed', 'You do not have permission to use this command.');
}

function messageOf(answered: Answered): Message {
  if (answered.kind === 'message') return answered.message;
  throw new NotAnswered('no-answer', 'The application answered with suggestions.');
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
    member: { ...member, permissions: String(permissionsOf(member, world.guild, rulingIn(world, channel))) },
    app_permissions: String(botPermissions(world, channel)),
    ...(source ? { message: source } : {}),
    entitlements: [],
    authorizing_integration_owners: { 0: world.guild.id },
    context: 0,
    attachment_size_limit: 10_000_000,
  };
}
