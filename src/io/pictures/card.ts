/** The card that all pictures are drawn on, its heading, and its legend. */
import { box, column, type Element, words } from './element.ts';
import { COLOUR, SIZE, WIDTH } from './palette.ts';

/** A heading this long stands on two lines; a longer one is set smaller, and cut at the end of three. */
const SHORT_TITLE = 60;
const LONGEST_TITLE = 110;
const LONGEST_SUBTITLE = 140;
const PADDING = 14;
const EDGE = 2;
/** The width that is left for what stands on a card. */
export const INNER_WIDTH = WIDTH - 2 * (PADDING + EDGE);

export function card(
  { title, subtitle }: { title: string; subtitle?: string },
  ...rest: (Element | undefined)[]
): Element {
  return column(
    {
      width: WIDTH,
      boxSizing: 'border-box',
      padding: PADDING,
      backgroundColor: COLOUR.ground,
      color: COLOUR.ink,
      border: `${EDGE}px solid ${COLOUR.edge}`,
      borderRadius: 14,
      fontSize: SIZE.body,
      lineHeight: 1.35,
    },
    words(
      title,
      { fontSize: title.length > SHORT_TITLE ? SIZE.body : SIZE.title, fontWeight: 700, lineHeight: 1.2 },
      LONGEST_TITLE,
    ),
    subtitle === undefined
      ? undefined
      : words(subtitle, { fontSize: SIZE.small, color: COLOUR.quiet, marginTop: 2 }, LONGEST_SUBTITLE),
    ...rest,
  );
}

const LONGEST_LEGEND = 60;

export function legend(entries: readonly { mark: Element; words: string }[]): Element {
  return box(
    { flexWrap: 'wrap', columnGap: 14, rowGap: 3, marginTop: 10 },
    ...entries.map(({ mark, words: meaning }) =>
      box(
        { alignItems: 'center', columnGap: 5, maxWidth: INNER_WIDTH - 4 },
        mark,
        words(meaning, { fontSize: SIZE.least, color: COLOUR.quiet }, LONGEST_LEGEND),
      ),
    ),
  );
}
