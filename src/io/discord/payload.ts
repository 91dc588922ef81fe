/** Builds the request body of an alert: its text or its embed, its buttons with the nonce marker, its picture. */
import type { APIEmbed, APIMessage } from 'discord.js';
import type { OutgoingMessage } from '../../app/ports/courier.ts';
import type { Answer } from '../../domain/answer.ts';
import type { DrawPicture } from '../../domain/picture.ts';
import { attachmentMetadata, createAttachments, type MessageFile } from './attachments.ts';
import { addNonceMarker } from './custom-id.ts';
import { plainTextFallback, withoutLinks } from './fallback-content.ts';
import { type RenderedMessage, renderAnswer } from './render.ts';

const PICTURE_TIMEOUT_MS = 10_000;

export const NO_MENTIONS = { parse: [] };

export interface Payload {
  body: {
    content?: string;
    embeds: APIEmbed[];
    components: RenderedMessage['components'];
    allowed_mentions: object;
    attachments: object[];
  };
  files: Pick<MessageFile, 'name' | 'data' | 'contentType'>[];
}

type RenderedAlert = RenderedMessage & { files: MessageFile[] };

export function createPayloadBuilder(draw: DrawPicture): (message: OutgoingMessage) => Promise<Payload> {
  /** An alert goes to many channels: it is rendered once. */
  const rendered = new WeakMap<Answer, Promise<RenderedAlert>>();
  const render = async (answer: Answer): Promise<RenderedAlert> => ({
    ...renderAnswer(answer),
    files: await createAttachments(answer, draw, PICTURE_TIMEOUT_MS),
  });
  const renderOnce = (answer: Answer): Promise<RenderedAlert> => {
    const alert = rendered.get(answer) ?? render(answer);
    rendered.set(answer, alert);
    return alert;
  };

  return async ({ answer, roleId, nonce, form }) => {
    const mention = roleId === undefined ? '' : `<@&${roleId}>`;
    // Nothing but the role that the guild's admins chose may be pinged.
    const allowed_mentions = roleId === undefined ? NO_MENTIONS : { ...NO_MENTIONS, roles: [roleId] };
    if (form === 'plain') {
      const content = [mention, plainTextFallback(answer)].filter((line) => line !== '').join('\n');
      return { body: { content, embeds: [], components: [], allowed_mentions, attachments: [] }, files: [] };
    }
    const { embeds, components, files } = await (form === 'without-links'
      ? render(withoutLinks(answer))
      : renderOnce(answer));
    const body = {
      ...(mention === '' ? {} : { content: mention }),
      embeds,
      components: addNonceMarker(components, nonce),
      allowed_mentions,
      attachments: attachmentMetadata(files),
    };
    return { body, files: files.map(({ name, data, contentType }) => ({ name, data, contentType })) };
  };
}

/** Whether a posted message is this one; for messages without a button to carry the nonce marker. */
export function hasSameContent({ author, content, embeds, components }: APIMessage, { body }: Payload): boolean {
  if (!author.bot || components?.length || body.components.length > 0) return false;
  const [embed, expected] = [embeds[0], body.embeds[0]];
  return (
    content === (body.content ?? '') && embed?.title === expected?.title && embed?.description === expected?.description
  );
}
