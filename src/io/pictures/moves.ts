/** Where platforms moved: a line each, from what to what. */
import type { MovesPicture } from '../../domain/picture.ts';
import { card, INNER_WIDTH } from './card.ts';
import { box, column, type Element, words } from './element.ts';
import { toneMark } from './icons.ts';
import { COLOUR, SIZE, TONE } from './palette.ts';

const LONGEST_NAME = 60;
const LONGEST_POSITION = 90;

export function movesElement(picture: MovesPicture): Element {
  return card(
    picture,
    column(
      { marginTop: 8, rowGap: 6 },
      ...picture.moves.map(({ platform, topic, from, to, tone }) =>
        box(
          { columnGap: 8, padding: '6px 8px', backgroundColor: COLOUR.panel, borderRadius: 8 },
          box({ paddingTop: 3 }, toneMark(tone, 13)),
          column(
            { width: INNER_WIDTH - 44 },
            words(`${platform} · ${topic}`, { fontWeight: 700, lineHeight: 1.25 }, LONGEST_NAME),
            from === undefined
              ? undefined
              : words(
                  from,
                  { fontSize: SIZE.small, color: COLOUR.quiet, textDecoration: 'line-through' },
                  LONGEST_POSITION,
                ),
            words(to, { fontSize: SIZE.small, color: TONE[tone] }, LONGEST_POSITION),
          ),
        ),
      ),
    ),
    picture.more === undefined
      ? undefined
      : words(picture.more, { fontSize: SIZE.least, color: COLOUR.quiet, marginTop: 8 }),
  );
}
