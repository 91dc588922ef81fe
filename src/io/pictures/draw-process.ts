/** Runs in a process of its own: is handed one picture after the other, and answers each with a `DrawResult`. Ends with its parent. */
import type { Picture } from '../../domain/picture.ts';
import type { DrawResult } from './draw.ts';

/** The libraries cannot be loaded on this machine. */
export type DrawReply = DrawResult | { status: 'unavailable'; reason: string };

const MAX_REASON_CHARS = 200;

async function answer(picture: Picture): Promise<DrawReply> {
  const library = await import('./draw.ts').catch(because);
  if (typeof library === 'string') return { status: 'unavailable', reason: library };
  const drawing = await library.draw(picture).catch(because);
  return typeof drawing === 'string' ? { status: 'undrawable', reason: drawing } : drawing;
}

/** Some messages of the libraries carry half of their source. */
const because = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1).join('').slice(0, MAX_REASON_CHARS);

process.on('message', async (picture: Picture) => process.send?.(await answer(picture)));
