/** Runs in the drawing process: receives one picture at a time and replies with a `DrawReply`. Ends with its parent. */
import type { Picture } from '../../domain/picture.ts';
import type { DrawResult } from './draw.ts';

export type DrawReply =
  | DrawResult
  /** The libraries cannot be loaded on this machine. */
  | { status: 'unavailable'; reason: string };

const MAX_REASON_CHARS = 200;

async function answer(picture: Picture): Promise<DrawReply> {
  const library = await import('./draw.ts').catch(reasonOf);
  if (typeof library === 'string') return { status: 'unavailable', reason: library };
  const result = await library.draw(picture).catch(reasonOf);
  return typeof result === 'string' ? { status: 'undrawable', reason: result } : result;
}

/** Cut, because some errors of the libraries quote half of their source. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1).join('').slice(0, MAX_REASON_CHARS);

process.on('message', async (picture: Picture) => process.send?.(await answer(picture)));
