/** The picture of an answer as a file of its Discord message, with its text alternative. */
import type { Answer } from '../../domain/answer.ts';
import type { DrawPicture } from '../../domain/picture.ts';
import { cutWords } from './truncate.ts';
import { visibleText } from './escape.ts';
import { LIMITS } from './limits.ts';

export interface MessageFile {
  name: string;
  data: Buffer;
  contentType: 'image/png';
  /** Read out to those who do not see it. */
  description: string;
}

/**
 * The files of an answer's message: its picture, or none where there is none or it is not drawn in time.
 * @param withinMs how long the message may wait for it.
 */
export async function filesOf({ picture }: Answer, draw: DrawPicture, withinMs: number): Promise<MessageFile[]> {
  if (picture === undefined) return [];
  const png = await draw(picture, withinMs);
  if (png === undefined) return [];
  return [
    {
      name: `${picture.name}.png`,
      data: Buffer.from(png.buffer, png.byteOffset, png.length),
      contentType: 'image/png',
      description: cutWords(visibleText(picture.alternative), LIMITS.attachmentDescription),
    },
  ];
}

/** How the body of a message names the files that are sent with it; discord.js does this by itself for replies. */
export const attachmentsOf = (files: readonly MessageFile[]) =>
  files.map(({ name, description }, id) => ({ id: String(id), filename: name, description }));
