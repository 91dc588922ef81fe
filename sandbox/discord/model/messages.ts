/** Stores the messages of all channels in Discord's format, including ephemeral ones. */
import { ApiError } from './api-error.ts';
import type { Events } from './events.ts';
import type { Guild, User } from './guild.ts';
import { INTERACTION } from './interaction.ts';
import { mentionsIn } from './mentions.ts';
import { type ActionRow, type Embed, EPHEMERAL, LOADING, type MessageBody } from './message-schema.ts';
import { may, permissionsOf } from './permissions.ts';
import type { Upload } from './uploads.ts';

export interface Attachment {
  id: string;
  filename: string;
  description?: string;
  content_type: string;
  size: number;
  url: string;
  width?: number;
  height?: number;
}

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
  attachments: Attachment[];
  embeds: (Embed & { type: 'rich' })[];
  components: ActionRow[];
  pinned: false;
  /** 0 default, 20 response to a slash command, 23 response to a message command. */
  type: 0 | 20 | 23;
  flags: number;
  nonce?: string | number;
  application_id?: string;
  interaction_metadata?: {
    id: string;
    type: number;
    user: User;
    name: string;
    /** The message a message command was run on. */
    target_message_id?: string;
    authorizing_integration_owners: Record<string, string>;
  };
}

export interface Origin {
  /** Set for the first message of a post, which has the id of its thread. */
  id?: string;
  channelId: string;
  author: User;
  flags?: number;
  nonce?: string | number;
  /** The interaction it responds to, and its user. */
  interaction?: {
    id: string;
    type: number;
    user: User;
    name: string;
    target_message_id?: string;
    applicationId: string;
  };
}

export interface Messages {
  /** Without ephemeral messages, oldest first. */
  inChannel(channelId: string): Message[];
  /** @throws ApiError 10008 */
  find(channelId: string, messageId: string): Message;
  /** Includes ephemeral messages. */
  findAnywhere(messageId: string): Message | undefined;
  /** @throws ApiError 50006 for an empty message */
  create(body: MessageBody, origin: Origin): Message;
  /** Changes only the fields that the body has. */
  edit(message: Message, body: MessageBody, flags?: number): Message;
  delete(message: Message): void;
  /** The file of an attachment. */
  upload(attachmentId: string): Upload | undefined;
}

interface MessagesOptions {
  guild: Guild;
  nextId(): string;
  now(): Date;
  events: Events;
}

export function createMessages({ guild, nextId, now, events }: MessagesOptions): Messages {
  const all = new Map<string, { message: Message; onlyFor?: string }>();
  const uploads = new Map<string, Upload>();

  const attached = (body: MessageBody): Attachment[] =>
    (body.attachments ?? []).flatMap(({ upload, description, filename }) => {
      if (upload === undefined) return [];
      const id = nextId();
      uploads.set(id, upload);
      return [attachmentOf(id, upload, filename ?? upload.filename, description ?? undefined)];
    });

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

    create(body, { id = nextId(), channelId, author, flags = 0, nonce, interaction }) {
      const content = body.content ?? '';
      const message: Message = {
        id,
        channel_id: channelId,
        author,
        content,
        timestamp: now().toISOString(),
        edited_timestamp: null,
        tts: false,
        ...mentionsOf(content, author, body),
        attachments: attached(body),
        embeds: richEmbeds(body),
        components: body.components ?? [],
        pinned: false,
        type: typeOf(interaction),
        flags,
        ...(nonce === undefined ? {} : { nonce }),
        ...(interaction ? interactionFields(interaction, guild) : {}),
      };
      requireContent(message);
      const onlyFor = flags & EPHEMERAL ? interaction?.user.id : undefined;
      all.set(message.id, { message, onlyFor });
      const channel = guild.channels.find((channel) => channel.id === channelId);
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
        attachments:
          body.attachments === undefined ? message.attachments : [...keptAttachments(message, body), ...attached(body)],
        edited_timestamp: now().toISOString(),
        flags,
      };
      requireContent(edited);
      const onlyFor = all.get(message.id)?.onlyFor;
      all.set(message.id, { message: edited, onlyFor });
      events.emit({ type: 'edit', message: edited, onlyFor });
      return edited;
    },

    upload: (attachmentId) => uploads.get(attachmentId),

    delete(message) {
      for (const { id } of message.attachments) uploads.delete(id);
      all.delete(message.id);
      events.emit({ type: 'delete', channelId: message.channel_id, messageId: message.id });
    },
  };
}

/** The attachments that an edit lists again. */
const keptAttachments = ({ attachments }: Message, body: MessageBody): Attachment[] =>
  attachments.filter(({ id }) => body.attachments?.some((named) => named.id === id));

function attachmentOf(id: string, upload: Upload, filename: string, description: string | undefined): Attachment {
  return {
    id,
    filename,
    ...(description === undefined ? {} : { description }),
    content_type: upload.contentType,
    size: upload.bytes.length,
    // The chat page serves the path of this URL.
    url: `https://cdn.loopback.invalid/attachments/${id}/${encodeURIComponent(filename)}`,
    ...upload.size,
  };
}

function typeOf(interaction: Origin['interaction']): Message['type'] {
  if (interaction?.type !== INTERACTION.command) return 0;
  return interaction.target_message_id === undefined ? 20 : 23;
}

function richEmbeds({ embeds }: MessageBody): Message['embeds'] {
  return (embeds ?? []).map((embed) => ({ ...embed, type: 'rich' }));
}

function interactionFields({ applicationId, ...metadata }: NonNullable<Origin['interaction']>, guild: Guild) {
  return {
    application_id: applicationId,
    interaction_metadata: { ...metadata, authorizing_integration_owners: { 0: guild.id } },
  };
}

/** A deferred response ("thinking…") may be empty. */
function requireContent({ content, embeds, components, attachments, flags }: Message): void {
  const isEmpty = content === '' && embeds.length === 0 && components.length === 0 && attachments.length === 0;
  if (isEmpty && (flags & LOADING) === 0) {
    throw new ApiError('empty-message');
  }
}
