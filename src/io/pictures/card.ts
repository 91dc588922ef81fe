/** Lays out the card that all pictures share: frame, heading, legend. */
import { box, column, type Element, textBlock } from './element.ts';
import { CARD_WIDTH, COLOUR, FONT_SIZE } from './palette.ts';

/** Fits on two lines; a longer title is set smaller and cut after three. */
const LARGE_TITLE_MAX_CHARS = 60;
const MAX_TITLE_CHARS = 110;
const MAX_SUBTITLE_CHARS = 140;
const PADDING = 14;
const EDGE = 2;
/** Width for the content of a card. */
export const INNER_WIDTH = CARD_WIDTH - 2 * (PADDING + EDGE);

export function card(
  { title, subtitle }: { title: string; subtitle?: string },
  ...rest: (Element | undefined)[]
): Element {
  return column(
    {
      width: CARD_WIDTH,
      boxSizing: 'border-box',
      padding: PADDING,
      backgroundColor: COLOUR.ground,
      color: COLOUR.ink,
      border: `${EDGE}px solid ${COLOUR.edge}`,
      borderRadius: 14,
      fontSize: FONT_SIZE.body,
      lineHeight: 1.35,
    },
    textBlock(
      title,
      {
        fontSize: title.length > LARGE_TITLE_MAX_CHARS ? FONT_SIZE.body : FONT_SIZE.title,
        fontWeight: 700,
        lineHeight: 1.2,
      },
      MAX_TITLE_CHARS,
    ),
    subtitle === undefined
      ? undefined
      : textBlock(subtitle, { fontSize: FONT_SIZE.small, color: COLOUR.quiet, marginTop: 2 }, MAX_SUBTITLE_CHARS),
    ...rest,
  );
}

const MAX_LEGEND_CHARS = 60;

export function legend(entries: readonly { mark: Element; words: string }[]): Element {
  return box(
    { flexWrap: 'wrap', columnGap: 14, rowGap: 3, marginTop: 10 },
    ...entries.map(({ mark, words: meaning }) =>
      box(
        { alignItems: 'center', columnGap: 5, maxWidth: INNER_WIDTH - 4 },
        mark,
        textBlock(meaning, { fontSize: FONT_SIZE.smallest, color: COLOUR.quiet }, MAX_LEGEND_CHARS),
      ),
    ),
  );
}
