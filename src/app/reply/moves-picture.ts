/** The picture of a digest: platforms whose documents now take another position on training. */
import type { Change } from '../../domain/document.ts';
import type { MovesPicture } from '../../domain/picture.ts';
import type { Translator } from '../words/translator.ts';

/** More would be too small to read on a phone. */
const MAX_MOVES = 6;

/** @returns undefined where no stance moved. */
export function movesPicture(
  moved: readonly Change[],
  nameOf: (platform: string) => string,
  t: Translator,
): MovesPicture | undefined {
  if (moved.length === 0) return undefined;
  const moves = moved.slice(0, MAX_MOVES).map(({ platform, assessment: { training, direction } }) => ({
    platform: nameOf(platform),
    topic: t.text('picture.topic.training'),
    from: t.text(`picture.position.${training.old}`),
    to: t.text(`picture.position.${training.new}`),
    tone: direction,
  }));
  const remaining = moved.length - moves.length;
  const title = t.text('digest.moved');
  return {
    kind: 'moves',
    name: 'stances-that-moved',
    title,
    altText: [title, ...moves.map(({ platform, from, to }) => `${platform}: ${from} → ${to}`)].join('. '),
    moves,
    more: remaining > 0 ? t.text('digest.more', { count: remaining }) : undefined,
  };
}
