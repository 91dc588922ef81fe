/**
 * Posts alerts through a REST client of its own, so that slash answers never wait behind them, and turns every answer of
 * Discord into an outcome.
 */
import { DiscordAPIError, Routes } from 'discord.js';
import type { Courier, FindOutcome, OutgoingMessage, SendOutcome } from '../../app/ports/courier.ts';
import type { DrawPicture } from '../../domain/picture.ts';
import { createBotUserIdLookup } from './bot-user-id.ts';
import { createChannelPermissions } from './channel-permissions.ts';
import { MissingPermissionsError } from './error-outcomes.ts';
import { createForumPostFinder, forumPostBody } from './forum-posts.ts';
import { createMessageFinder } from './message-finder.ts';
import { createOwnershipCheck } from './ownership.ts';
import { createPayloadBuilder } from './payload.ts';
import { createDiscordRest, type DiscordRestOptions, type Method } from './rest-client.ts';

/** The message was there, and somebody took it away: it did arrive. */
const UNKNOWN_MESSAGE_CODE = 10008;
const ALREADY_CROSSPOSTED_CODE = 40033;
const MISSING_PERMISSIONS_CODE = 50013;
const THREAD_ARCHIVED_CODE = 50083;

export interface CourierOptions extends DiscordRestOptions {
  /** Without it, alerts have no pictures. */
  draw?: DrawPicture;
}

export function createCourier({ draw = async () => undefined, ...options }: CourierOptions): Courier {
  const rest = createDiscordRest(options);
  const payloadOf = createPayloadBuilder(draw);
  const ownId = createBotUserIdLookup(rest);
  const findMessage = createMessageFinder({ rest, buildPayload: payloadOf });
  const findPost = createForumPostFinder({ rest, getBotUserId: ownId, buildPayload: payloadOf });
  const { missingPermissionsIn: missingIn, ...rights } = createChannelPermissions(rest, ownId);
  /** Channels in which the bot may write and not attach files. */
  const channelsWithoutAttachments = new Set<string>();

  /** Writes a message with its picture, and where that is not allowed, without. */
  async function write(method: Method, route: `/${string}`, message: OutgoingMessage, wrap = identity) {
    const { body, files } = await payloadOf(message);
    const { attachments: _pictures, ...alone } = body;
    const writeAlone = () => rest.request(method, route, { body: wrap(alone) });
    if (files.length === 0 || channelsWithoutAttachments.has(message.channelId)) return writeAlone();
    try {
      return await rest.request(method, route, { body: wrap(body), files });
    } catch (error) {
      if (!hasErrorCode(error, MISSING_PERMISSIONS_CODE)) throw error;
      // Where it may not write at all, it need not be refused twice.
      const missing = await missingIn(message.channelId);
      if (missing.length > 0) throw new MissingPermissionsError(missing, error);
      const written = await writeAlone();
      channelsWithoutAttachments.add(message.channelId);
      return written;
    }
  }

  /** A message, or in a forum a post that begins with it. */
  function post(message: OutgoingMessage): Promise<unknown> {
    const { channelId, forum, nonce } = message;
    if (forum) return write('POST', Routes.threads(channelId), message, (body) => forumPostBody(message, body));
    const once = { nonce, enforce_nonce: true };
    return write('POST', Routes.channelMessages(channelId), message, (body) => ({ ...body, ...once }));
  }

  return {
    send: (message) =>
      rest.captureOutcome<SendOutcome>(
        async () => {
          const { id } = (await post(message)) as { id: string };
          return { status: 'sent', messageId: id };
        },
        { [UNKNOWN_MESSAGE_CODE]: { status: 'sent', messageId: '' } },
      ),

    edit: (messageId, message) =>
      rest.captureOutcome<SendOutcome>(async () => {
        const channelId = message.forum ? messageId : message.channelId;
        const change = () => write('PATCH', Routes.channelMessage(channelId, messageId), message);
        await change().catch(async (error) => {
          if (!hasErrorCode(error, THREAD_ARCHIVED_CODE)) throw error;
          // Archived because nobody wrote in it for a while: whoever may write may open it again.
          await rest.request('PATCH', Routes.channel(channelId), { body: { archived: false } });
          await change();
        });
        return { status: 'sent', messageId };
      }),

    publish: (channelId, messageId) =>
      rest.captureOutcome<SendOutcome>(
        async () => {
          await rest.request('POST', Routes.channelMessageCrosspost(channelId, messageId));
          return { status: 'sent', messageId };
        },
        { [ALREADY_CROSSPOSTED_CODE]: { status: 'sent', messageId } },
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

    ...rights,
    ...createOwnershipCheck(rest),
    abort: rest.abort,
  };
}

const identity = (body: object): object => body;

const hasErrorCode = (error: unknown, code: number): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === code;
