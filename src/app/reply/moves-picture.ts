/** The picture of a digest: whose documents say something else about training than before. */
import type { Change } from '../../domain/document.ts';
import type { MovesPicture } from '../../domain/picture.ts';
import type { Translator } from '../words/translator.ts';

/** More would not be read on a phone. */
const MAX_MOVES = 6;

/** @returns nothing where no stance moved. */
export function movesPicture(
  moved: readonly Change[],
  nameOf: (id: string) => string,
  t: Translator,
): MovesPicture | undefined {
  if (moved.length === 0) return undefined;
  const moves = moved.slice(0, MAX_MOVES).map(({ platform, reading: { training, direction } }) => ({
    platform: nameOf(platform),
    topic: t.text('picture.topic.training'),
    from: t.text(`picture.position.${training.old}`),
    to: t.text(`picture.position.${training.new}`),
    tone: direction,
  }));
  const left = moved.length - moves.length;
  const title = t.text('digest.moved');
  return {
    kind: 'moves',
    name: 'stances-that-moved',
    title,
    altText: [title, ...moves.map(({ platform, from, to }) => `${platform}: ${from} → ${to}`)].join('. '),
    moves,
    more: left > 0 ? t.text('digest.more', { count: left }) : undefined,
  };
}
