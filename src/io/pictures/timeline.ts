/** Lays out a timeline: years on the left, icons on the rail, texts beside the latest events. */
import type { TimelinePicture } from '../../domain/picture.ts';
import { card, INNER_WIDTH, legend } from './card.ts';
import { box, column, type Element, textBlock } from './element.ts';
import { eventIcon, ICON_COLOUR } from './icons.ts';
import { COLOUR, FONT_SIZE } from './palette.ts';

const YEAR_WIDTH = 48;
const RAIL_WIDTH = 20;
const CONTENT_WIDTH = INNER_WIDTH - YEAR_WIDTH - RAIL_WIDTH - 8;
const ICON_SIZE = 13;
const SMALL_ICON_SIZE = 11;
const MAX_DATE_CHARS = 34;
const TITLE_LINES = 3;
const MAX_TITLE_CHARS = 110;

export function timelineElement(picture: TimelinePicture): Element {
  const { earlier, latest } = picture;
  return card(
    picture,
    column(
      { marginTop: 8 },
      ...earlier.map(({ years, marks, more }, i) =>
        row(
          years,
          railSegment(undefined, i === 0, false),
          box(
            {
              flexWrap: 'wrap',
              alignItems: 'center',
              gap: 4,
              padding: '5px 0 7px',
              width: CONTENT_WIDTH,
            },
            ...marks.map((mark) => eventIcon(mark, SMALL_ICON_SIZE)),
            more === undefined
              ? undefined
              : textBlock(more, { fontSize: FONT_SIZE.smallest, color: COLOUR.quiet, marginLeft: 2 }, 24),
          ),
        ),
      ),
      ...latest.map((event, i) =>
        row(
          event.year === (latest[i - 1]?.year ?? earlier.at(-1)?.years) ? '' : event.year,
          railSegment(eventIcon(event.mark, ICON_SIZE), earlier.length === 0 && i === 0, i === latest.length - 1),
          column(
            { paddingBottom: 9, width: CONTENT_WIDTH },
            box(
              { columnGap: 6, alignItems: 'baseline', flexWrap: 'wrap' },
              textBlock(event.date, { fontSize: FONT_SIZE.small, color: COLOUR.quiet }, MAX_DATE_CHARS),
              textBlock(event.label, { fontSize: FONT_SIZE.small, color: ICON_COLOUR[event.mark] }, MAX_DATE_CHARS),
            ),
            textBlock(
              event.title,
              { fontSize: 13, fontWeight: 700, lineHeight: 1.25, lineClamp: TITLE_LINES },
              MAX_TITLE_CHARS,
            ),
          ),
        ),
      ),
    ),
    legend(picture.legend.map(({ mark, words }) => ({ mark: eventIcon(mark, SMALL_ICON_SIZE), words }))),
  );
}

function row(year: string, rail: Element, content: Element): Element {
  return box(
    { alignItems: 'stretch' },
    box(
      { width: YEAR_WIDTH, paddingTop: 1 },
      year === ''
        ? undefined
        : textBlock(
            year,
            { fontSize: year.length > 4 ? FONT_SIZE.smallest : FONT_SIZE.body, fontWeight: 700, lineHeight: 1.2 },
            12,
          ),
    ),
    rail,
    content,
  );
}

/** The rail beside one row, with the row's icon on it. It begins and ends at an icon. */
function railSegment(icon: Element | undefined, first: boolean, last: boolean): Element {
  const line = { position: 'absolute', left: RAIL_WIDTH / 2 - 6, width: 2, backgroundColor: COLOUR.edge } as const;
  return box(
    { width: RAIL_WIDTH, position: 'relative', flexShrink: 0 },
    box(last ? { ...line, top: 0, height: 9 } : { ...line, top: first ? 9 : 0, bottom: 0 }),
    icon && box({ position: 'absolute', top: 3, left: RAIL_WIDTH / 2 - 5 - ICON_SIZE / 2 }, icon),
  );
}
