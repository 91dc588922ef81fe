/** What is sent to Discord for an alert: its text or its embed, its buttons with the mark it is known by, its picture. */
import type { APIEmbed, APIMessage } from 'discord.js';
import type { OutgoingMessage } from '../../app/ports/courier.ts';
import type { Answer } from '../../domain/answer.ts';
import type { DrawPicture } from '../../domain/picture.ts';
import { attachmentMetadata, createAttachments, type MessageFile } from './attachments.ts';
import { plainTextFallback, withoutLinks } from './fallback-content.ts';
import { addNonceMarker, type RenderedMessage, renderAnswer } from './render.ts';

/** How long an alert waits for its picture. */
const PICTURE_TIMEOUT_MS = 10_000;

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

type Rendered = RenderedMessage & { pictures: MessageFile[] };

export function createPayloadBuilder(draw: DrawPicture): (message: OutgoingMessage) => Promise<Payload> {
  /** An alert goes to many channels: what it looks like is worked out once. */
  const renderedByAnswer = new WeakMap<Answer, Promise<Rendered>>();
  const make = async (answer: Answer): Promise<Rendered> => ({
    ...renderAnswer(answer),
    pictures: await createAttachments(answer, draw, PICTURE_TIMEOUT_MS),
  });
  const render = ({ answer, form }: OutgoingMessage): Promise<Rendered> => {
    if (form === 'without-links') return make(withoutLinks(answer));
    const known = renderedByAnswer.get(answer) ?? make(answer);
    renderedByAnswer.set(answer, known);
    return known;
  };

  return async (message) => {
    const { answer, roleId, nonce, form } = message;
    const mention = roleId === undefined ? '' : `<@&${roleId}>`;
    // The role that the server's admins chose, and nothing else, ever.
    const allowed_mentions = roleId === undefined ? { parse: [] } : { parse: [], roles: [roleId] };
    if (form === 'plain') {
      const content = [mention, plainTextFallback(answer)].filter((line) => line !== '').join('\n');
      return { body: { content, embeds: [], components: [], allowed_mentions, attachments: [] }, files: [] };
    }
    const { embeds, components, pictures } = await render(message);
    const body = {
      ...(mention === '' ? {} : { content: mention }),
      embeds,
      components: addNonceMarker(components, nonce),
      allowed_mentions,
      attachments: attachmentMetadata(pictures),
    };
    return { body, files: pictures.map(({ name, data, contentType }) => ({ name, data, contentType })) };
  };
}

/** For messages that have no button to carry a mark: whether one in a channel is this one. */
export function hasSameContent({ author, content, embeds, components }: APIMessage, { body }: Payload): boolean {
  if (!author.bot || components?.length || body.components.length > 0) return false;
  const [embed, ours] = [embeds[0], body.embeds[0]];
  return content === (body.content ?? '') && embed?.title === ours?.title && embed?.description === ours?.description;
}
