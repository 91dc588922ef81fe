/**
 * Posts alerts through a REST client of its own, so that slash answers never wait behind them, and turns every response of Discord
 * into an outcome.
 */
import { DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Courier, FindOutcome, OutgoingMessage, SendOutcome } from '../../app/ports/courier.ts';
import type { DrawPicture } from '../../domain/picture.ts';
import { createBotUserIdLookup, createChannelPermissions } from './channel-permissions.ts';
import { MissingPermissionsError } from './error-outcomes.ts';
import { createForumPostFinder, forumPostBody } from './forum-posts.ts';
import { createMessageFinder } from './message-finder.ts';
import { createPayloadBuilder } from './payload.ts';
import { createDiscordRest, type DiscordRestOptions, type Method } from './rest-client.ts';

export interface CourierOptions extends DiscordRestOptions {
  /** Without it, alerts have no pictures. */
  draw?: DrawPicture;
}

export function createCourier({ draw = async () => undefined, ...options }: CourierOptions): Courier {
  const rest = createDiscordRest(options);
  const buildPayload = createPayloadBuilder(draw);
  const getBotUserId = createBotUserIdLookup(rest);
  const findMessage = createMessageFinder({ rest, buildPayload });
  const findPost = createForumPostFinder({ rest, getBotUserId, buildPayload });
  const { missingPermissionsIn, ...permissions } = createChannelPermissions(rest, getBotUserId);
  /** Channels where the bot may write but not attach files. */
  const channelsWithoutAttachments = new Set<string>();

  /** Writes a message with its picture, or without where that is not allowed. */
  async function write(method: Method, route: `/${string}`, message: OutgoingMessage, wrap = identity) {
    const { body, files } = await buildPayload(message);
    const { attachments: _attachments, ...bodyWithoutFiles } = body;
    const writeWithoutFiles = () => rest.request(method, route, { body: wrap(bodyWithoutFiles) });
    if (files.length === 0 || channelsWithoutAttachments.has(message.channelId)) return writeWithoutFiles();
    try {
      return await rest.request(method, route, { body: wrap(body), files });
    } catch (error) {
      if (!hasErrorCode(error, RESTJSONErrorCodes.MissingPermissions)) throw error;
      // Where the bot may not write at all, a second refusal is avoided.
      const missing = await missingPermissionsIn(message.channelId);
      if (missing.length > 0) throw new MissingPermissionsError(missing, error);
      const written = await writeWithoutFiles();
      channelsWithoutAttachments.add(message.channelId);
      return written;
    }
  }

  /** Posts a message, or in a forum a post that begins with it. */
  function post(message: OutgoingMessage): Promise<unknown> {
    const { channelId, forum, nonce } = message;
    if (forum) return write('POST', Routes.threads(channelId), message, (body) => forumPostBody(message, body));
    return write('POST', Routes.channelMessages(channelId), message, (body) => ({
      ...body,
      nonce,
      enforce_nonce: true,
    }));
  }

  return {
    send: (message) =>
      rest.captureOutcome<SendOutcome>(
        async () => {
          const { id } = (await post(message)) as { id: string };
          return { status: 'sent', messageId: id };
        },
        // The nonce was used, and its message deleted since: it did arrive.
        { [RESTJSONErrorCodes.UnknownMessage]: { status: 'sent', messageId: '' } },
      ),

    edit: (messageId, message) =>
      rest.captureOutcome<SendOutcome>(async () => {
        const channelId = message.forum ? messageId : message.channelId;
        const patch = () => write('PATCH', Routes.channelMessage(channelId, messageId), message);
        await patch().catch(async (error) => {
          if (!hasErrorCode(error, RESTJSONErrorCodes.InvalidActionOnArchivedThread)) throw error;
          // Archived for inactivity: whoever may write may reopen it.
          await rest.request('PATCH', Routes.channel(channelId), { body: { archived: false } });
          await patch();
        });
        return { status: 'sent', messageId };
      }),

    publish: (channelId, messageId) =>
      rest.captureOutcome<SendOutcome>(
        async () => {
          await rest.request('POST', Routes.channelMessageCrosspost(channelId, messageId));
          return { status: 'sent', messageId };
        },
        { [RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted]: { status: 'sent', messageId } },
      ),

    async findSent(message, since): Promise<FindOutcome> {
      const found = await rest.captureOutcome<SendOutcome | { status: 'absent' }>(async () => {
        const { forum } = message;
        const messageId = forum ? await findPost(message, forum.guildId, since) : await findMessage(message, since);
        return messageId ? { status: 'sent', messageId } : { status: 'absent' };
      });
      if (found.status === 'sent') return { status: 'found', messageId: found.messageId };
      if (found.status === 'unfit' || found.status === 'refused') return { status: 'retry', detail: found.detail };
      return found;
    },

    ...permissions,
    abort: rest.abort,
  };
}

const identity = (body: object): object => body;

const hasErrorCode = (error: unknown, code: RESTJSONErrorCodes): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === code;
