/** Lays out changed positions: one line per platform and topic, from what to what. */
import type { MovesPicture } from '../../domain/picture.ts';
import { card, INNER_WIDTH } from './card.ts';
import { box, column, type Element, textBlock } from './element.ts';
import { toneIcon } from './icons.ts';
import { COLOUR, FONT_SIZE, TONE_COLOUR } from './palette.ts';

const MAX_NAME_CHARS = 60;
const MAX_POSITION_CHARS = 90;

export function movesElement(picture: MovesPicture): Element {
  return card(
    picture,
    column(
      { marginTop: 8, rowGap: 6 },
      ...picture.moves.map(({ platform, topic, from, to, tone }) =>
        box(
          { columnGap: 8, padding: '6px 8px', backgroundColor: COLOUR.panel, borderRadius: 8 },
          box({ paddingTop: 3 }, toneIcon(tone, 13)),
          column(
            { width: INNER_WIDTH - 44 },
            textBlock(`${platform} · ${topic}`, { fontWeight: 700, lineHeight: 1.25 }, MAX_NAME_CHARS),
            from === undefined
              ? undefined
              : textBlock(
                  from,
                  { fontSize: FONT_SIZE.small, color: COLOUR.quiet, textDecoration: 'line-through' },
                  MAX_POSITION_CHARS,
                ),
            textBlock(to, { fontSize: FONT_SIZE.small, color: TONE_COLOUR[tone] }, MAX_POSITION_CHARS),
          ),
        ),
      ),
    ),
    picture.more === undefined
      ? undefined
      : textBlock(picture.more, { fontSize: FONT_SIZE.smallest, color: COLOUR.quiet, marginTop: 8 }),
  );
}
