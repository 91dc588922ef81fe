/** Turns the picture of an answer into a file of its Discord message, with its alternative text. */
import type { Answer } from '../../domain/answer.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import type { DrawPicture } from '../../domain/picture.ts';
import { stripInvisible } from './escape.ts';
import { truncateAtWord } from './truncate.ts';

export interface MessageFile {
  name: string;
  data: Buffer;
  contentType: 'image/png';
  /** The alternative text. */
  description: string;
}

/** @returns no file for an answer without a picture, or one that is not drawn in time. */
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

/** How a request body describes the files that are sent with it; for replies discord.js does this by itself. */
export const attachmentMetadata = (files: readonly MessageFile[]) =>
  files.map(({ name, description }, id) => ({ id: String(id), filename: name, description }));
