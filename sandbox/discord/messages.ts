/** The messages of all channels, in the shape Discord sends them; those for one pair of eyes are kept apart. */
import { ApiError } from './api-error.ts';
import type { Events } from './events.ts';
import type { Guild, User } from './guild.ts';
import { mentionsIn } from './mentions.ts';
import { type ActionRow, type Embed, EPHEMERAL, LOADING, type MessageBody } from './message-schema.ts';
import { may, permissionsOf } from './permissions.ts';

export interface Message {
  id: string;
  channel_id: string;
  author: User;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: false;
  mention_everyone: boolean;
  mention_roles: string[];
  mentions: User[];
  attachments: never[];
  embeds: (Embed & { type: 'rich' })[];
  components: ActionRow[];
  pinned: false;
  /** 0 an ordinary message, 20 the answer to a slash command. */
  type: 0 | 20;
  flags: number;
  nonce?: string | number;
  application_id?: string;
  interaction_metadata?: {
    id: string;
    type: number;
    user: User;
    name: string;
    authorizing_integration_owners: Record<string, string>;
  };
}

export interface Origin {
  channelId: string;
  author: User;
  flags?: number;
  nonce?: string | number;
  /** The interaction it answers, and who asked. */
  interaction?: { id: string; type: number; user: User; name: string; applicationId: string };
}

export interface Messages {
  /** What everybody sees, oldest first. */
  inChannel(channelId: string): Message[];
  /** @throws ApiError 10008 */
  find(channelId: string, messageId: string): Message;
  /** One that a single member sees counts too. */
  findAnywhere(messageId: string): Message | undefined;
  /** @throws ApiError 50006 for an empty one. */
  create(body: MessageBody, origin: Origin): Message;
  /** Changes what the body names, leaves the rest. */
  edit(message: Message, body: MessageBody, flags?: number): Message;
  delete(message: Message): void;
}

interface MessagesContext {
  guild: Guild;
  nextId(): string;
  now(): Date;
  events: Events;
}

export function createMessages({ guild, nextId, now, events }: MessagesContext): Messages {
  const all = new Map<string, { message: Message; onlyFor?: string }>();

  const mentionsOf = (content: string, author: User, body: MessageBody) => {
    const member = guild.members.find(({ user }) => user.id === author.id);
    const mayMentionAll = member !== undefined && may(permissionsOf(member, guild), 'MENTION_EVERYONE');
    return mentionsIn(content, guild, body.allowed_mentions, mayMentionAll);
  };

  return {
    inChannel: (channelId) =>
      [...all.values()]
        .filter(({ message, onlyFor }) => message.channel_id === channelId && onlyFor === undefined)
        .map(({ message }) => message),

    find(channelId, messageId) {
      const found = all.get(messageId);
      if (found === undefined || found.message.channel_id !== channelId || found.onlyFor !== undefined) {
        throw new ApiError('unknown-message');
      }
      return found.message;
    },

    findAnywhere: (messageId) => all.get(messageId)?.message,

    create(body, { channelId, author, flags = 0, nonce, interaction }) {
      const content = body.content ?? '';
      const message: Message = {
        id: nextId(),
        channel_id: channelId,
        author,
        content,
        timestamp: now().toISOString(),
        edited_timestamp: null,
        tts: false,
        ...mentionsOf(content, author, body),
        attachments: [],
        embeds: richEmbeds(body),
        components: body.components ?? [],
        pinned: false,
        type: interaction?.type === 2 ? 20 : 0,
        flags,
        ...(nonce === undefined ? {} : { nonce }),
        ...(interaction ? answering(interaction, guild) : {}),
      };
      refuseEmpty(message);
      const onlyFor = flags & EPHEMERAL ? interaction?.user.id : undefined;
      all.set(message.id, { message, onlyFor });
      const channel = guild.channels.find(({ id }) => id === channelId);
      if (channel && onlyFor === undefined) channel.last_message_id = message.id;
      events.emit({ type: 'message', message, onlyFor });
      return message;
    },

    edit(message, body, flags = message.flags) {
      const content = body.content === undefined ? message.content : (body.content ?? '');
      const edited: Message = {
        ...message,
        content,
        ...mentionsOf(content, message.author, body),
        embeds: body.embeds === undefined ? message.embeds : richEmbeds(body),
        components: body.components === undefined ? message.components : (body.components ?? []),
        edited_timestamp: now().toISOString(),
        flags,
      };
      refuseEmpty(edited);
      const onlyFor = all.get(message.id)?.onlyFor;
      all.set(message.id, { message: edited, onlyFor });
      events.emit({ type: 'edit', message: edited, onlyFor });
      return edited;
    },

    delete(message) {
      all.delete(message.id);
      events.emit({ type: 'delete', channelId: message.channel_id, messageId: message.id });
    },
  };
}

function richEmbeds({ embeds }: MessageBody): Message['embeds'] {
  return (embeds ?? []).map((embed) => ({ ...embed, type: 'rich' }));
}

function answering({ applicationId, ...metadata }: NonNullable<Origin['interaction']>, guild: Guild) {
  return {
    application_id: applicationId,
    interaction_metadata: { ...metadata, authorizing_integration_owners: { 0: guild.id } },
  };
}

/** A message that is only "thinking" so far may be empty. */
function refuseEmpty({ content, embeds, components, flags }: Message): void {
  if (content === '' && embeds.length === 0 && components.length === 0 && (flags & LOADING) === 0) {
    throw new ApiError('empty-message');
  }
}
