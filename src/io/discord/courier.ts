/**
 * Posts alerts through a REST client of its own, so that slash answers never wait behind them, and turns every answer of
 * Discord into an outcome.
 */
import { DiscordAPIError, Routes } from 'discord.js';
import type { DrawPicture } from '../../domain/picture.ts';
import type { Courier, FindOutcome, OutgoingMessage, SendOutcome } from '../../app/ports/courier.ts';
import { createBelonging } from './ownership.ts';
import { createPostSearch, postWith } from './forum-posts.ts';
import { LackingPermissions } from './error-outcomes.ts';
import { createOwnId } from './bot-user-id.ts';
import { createMessageSearch } from './message-finder.ts';
import { createPacedRest, type Method, type PacedRestOptions } from './rest-client.ts';
import { createPayloads } from './payload.ts';
import { createRights } from './channel-permissions.ts';

/** The message was there, and somebody took it away: it did arrive. */
const UNKNOWN_MESSAGE = 10008;
const PUBLISHED_ALREADY = 40033;
const MISSING_PERMISSIONS = 50013;
const THREAD_ARCHIVED = 50083;

export interface SenderOptions extends PacedRestOptions {
  /** Without it, alerts have no pictures. */
  draw?: DrawPicture;
}

export function createSender({ draw = async () => undefined, ...options }: SenderOptions): Courier {
  const rest = createPacedRest(options);
  const payloadOf = createPayloads(draw);
  const ownId = createOwnId(rest);
  const findMessage = createMessageSearch({ rest, payloadOf });
  const findPost = createPostSearch({ rest, ownId, payloadOf });
  const { missingIn, ...rights } = createRights(rest, ownId);
  /** Channels in which the bot may write and not attach files. */
  const withoutFiles = new Set<string>();

  /** Writes a message with its picture, and where that is not allowed, without. */
  async function write(method: Method, route: `/${string}`, message: OutgoingMessage, wrap = asItIs) {
    const { body, files } = await payloadOf(message);
    const { attachments: _pictures, ...alone } = body;
    const writeAlone = () => rest.request(method, route, { body: wrap(alone) });
    if (files.length === 0 || withoutFiles.has(message.channelId)) return writeAlone();
    try {
      return await rest.request(method, route, { body: wrap(body), files });
    } catch (error) {
      if (!isRefusal(error, MISSING_PERMISSIONS)) throw error;
      // Where it may not write at all, it need not be refused twice.
      const missing = await missingIn(message.channelId);
      if (missing.length > 0) throw new LackingPermissions(missing, error);
      const written = await writeAlone();
      withoutFiles.add(message.channelId);
      return written;
    }
  }

  /** A message, or in a forum a post that begins with it. */
  function post(message: OutgoingMessage): Promise<unknown> {
    const { channelId, forum, nonce } = message;
    if (forum) return write('POST', Routes.threads(channelId), message, (body) => postWith(message, body));
    const once = { nonce, enforce_nonce: true };
    return write('POST', Routes.channelMessages(channelId), message, (body) => ({ ...body, ...once }));
  }

  return {
    send: (message) =>
      rest.trying<SendOutcome>(
        async () => {
          const { id } = (await post(message)) as { id: string };
          return { status: 'sent', messageId: id };
        },
        { [UNKNOWN_MESSAGE]: { status: 'sent', messageId: '' } },
      ),

    edit: (messageId, message) =>
      rest.trying<SendOutcome>(async () => {
        const channelId = message.forum ? messageId : message.channelId;
        const change = () => write('PATCH', Routes.channelMessage(channelId, messageId), message);
        await change().catch(async (error) => {
          if (!isRefusal(error, THREAD_ARCHIVED)) throw error;
          // Archived because nobody wrote in it for a while: whoever may write may open it again.
          await rest.request('PATCH', Routes.channel(channelId), { body: { archived: false } });
          await change();
        });
        return { status: 'sent', messageId };
      }),

    publish: (channelId, messageId) =>
      rest.trying<SendOutcome>(
        async () => {
          await rest.request('POST', Routes.channelMessageCrosspost(channelId, messageId));
          return { status: 'sent', messageId };
        },
        { [PUBLISHED_ALREADY]: { status: 'sent', messageId } },
      ),

    async find(message, since): Promise<FindOutcome> {
      const found = await rest.trying<SendOutcome | { status: 'absent' }>(async () => {
        const { forum } = message;
        const messageId = forum ? await findPost(message, forum.guildId, since) : await findMessage(message, since);
        return messageId ? { status: 'sent', messageId } : { status: 'absent' };
      });
      if (found.status === 'sent') return { status: 'found', messageId: found.messageId };
      if (found.status === 'unfit' || found.status === 'refused') return { status: 'retry', detail: found.detail };
      return found;
    },

    ...rights,
    ...createBelonging(rest),
    abort: rest.abort,
  };
}

const asItIs = (body: object): object => body;

const isRefusal = (error: unknown, code: number): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === code;
