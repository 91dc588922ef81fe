/** The picture of an answer as a file of its Discord message, with its text alternative. */
import type { Answer } from '../../domain/answer.ts';
import type { DrawPicture } from '../../domain/picture.ts';
import { stripInvisible } from './escape.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { truncateAtWord } from './truncate.ts';

export interface MessageFile {
  name: string;
  data: Buffer;
  contentType: 'image/png';
  /** Read out to those who do not see it. */
  description: string;
}

/**
 * The files of an answer's message: its picture, or none where there is none or it is not drawn in time.
 * @param timeoutMs how long the message may wait for it.
 */
export async function createAttachments(
  { picture }: Answer,
  draw: DrawPicture,
  timeoutMs: number,
): Promise<MessageFile[]> {
  if (picture === undefined) return [];
  const png = await draw(picture, timeoutMs);
  if (png === undefined) return [];
  return [
    {
      name: `${picture.name}.png`,
      data: Buffer.from(png.buffer, png.byteOffset, png.length),
      contentType: 'image/png',
      description: truncateAtWord(stripInvisible(picture.altText), DISCORD_LIMITS.attachmentDescription),
    },
  ];
}

/** How the body of a message names the files that are sent with it; discord.js does this by itself for replies. */
export const attachmentMetadata = (files: readonly MessageFile[]) =>
  files.map(({ name, description }, id) => ({ id: String(id), filename: name, description }));
