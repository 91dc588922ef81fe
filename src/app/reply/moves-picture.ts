/** The picture of a digest: whose documents say something else about training than before. */
import type { Change } from '../../domain/document.ts';
import type { MovesPicture } from '../../domain/picture.ts';
import type { Say } from '../words/translator.ts';

/** More would not be read on a phone. */
const MOST_MOVES = 6;

/** @returns nothing where no stance moved. */
export function movesPicture(
  moved: readonly Change[],
  nameOf: (id: string) => string,
  say: Say,
): MovesPicture | undefined {
  if (moved.length === 0) return undefined;
  const moves = moved.slice(0, MOST_MOVES).map(({ platform, reading: { training, direction } }) => ({
    platform: nameOf(platform),
    topic: say.text('picture.topic.training'),
    from: say.text(`picture.position.${training.old}`),
    to: say.text(`picture.position.${training.new}`),
    tone: direction,
  }));
  const left = moved.length - moves.length;
  const title = say.text('digest.moved');
  return {
    kind: 'moves',
    name: 'stances-that-moved',
    title,
    alternative: [title, ...moves.map(({ platform, from, to }) => `${platform}: ${from} → ${to}`)].join('. '),
    moves,
    more: left > 0 ? say.text('digest.more', { count: left }) : undefined,
  };
}
