/** Lays out a clause before and after a change, with the changed words marked: a card to be shared, so it names its source. */
import type { BeforeAfterPicture, QuotedSide } from '../../domain/picture.ts';
import { card } from './card.ts';
import { box, column, type Element, paragraph, type Style, svgIcon, textBlock } from './element.ts';
import { toneIcon } from './icons.ts';
import { COLOUR, FONT_SIZE, TONE_COLOUR } from './palette.ts';

/** Characters of both sides that fit at each font size. Longer quotes make the card too tall, which `draw` reports. */
const QUOTE_SIZES = [
  { upTo: 420, size: 15.5 },
  { upTo: 760, size: 14 },
  { upTo: Number.POSITIVE_INFINITY, size: FONT_SIZE.smallest },
] as const;

/** For those who see the card elsewhere. */
const SIGNATURE = 'Clausewatch';
const MAX_VERDICT_CHARS = 70;
const MAX_LABEL_CHARS = 40;
const MAX_SECTION_CHARS = 46;
const MAX_SOURCE_CHARS = 110;
/** Marks where the document goes on beyond the quote. */
const ELLIPSIS = '[…]';

const SIDE_STYLES = {
  before: {
    edge: COLOUR.removed,
    sign: 'M3 10h14',
    changed: {
      backgroundColor: COLOUR.removedGround,
      textDecoration: 'line-through',
      textDecorationColor: COLOUR.removed,
    },
  },
  after: {
    edge: COLOUR.added,
    sign: 'M3 10h14M10 3v14',
    changed: { backgroundColor: COLOUR.addedGround, fontWeight: 700 },
  },
} as const satisfies Record<string, { edge: string; sign: string; changed: Style }>;

export function beforeAfterElement(picture: BeforeAfterPicture): Element {
  const { verdict, window, before, after, more, source } = picture;
  const length = [before, after].reduce((sum, side) => sum + lengthOf(side), 0);
  const size = QUOTE_SIZES.find(({ upTo }) => length <= upTo)?.size ?? FONT_SIZE.smallest;
  return card(
    picture,
    box(
      { alignItems: 'center', columnGap: 6, marginTop: 5 },
      toneIcon(verdict.tone, 13),
      textBlock(verdict.words, { fontWeight: 700, color: TONE_COLOUR[verdict.tone] }, MAX_VERDICT_CHARS),
    ),
    before && sideElement('before', before, size),
    after && sideElement('after', after, size),
    column(
      { marginTop: 9, rowGap: 2, fontSize: FONT_SIZE.smallest, lineHeight: 1.3, color: COLOUR.quiet },
      more === undefined ? undefined : textBlock(more, {}),
      textBlock(window, {}),
      source === undefined ? undefined : textBlock(source, {}, MAX_SOURCE_CHARS),
      textBlock(SIGNATURE, { fontWeight: 700 }),
    ),
  );
}

const lengthOf = (side: QuotedSide | undefined): number =>
  side?.runs.reduce((sum, { words: run }) => sum + run.length, 0) ?? 0;

function sideElement(which: keyof typeof SIDE_STYLES, side: QuotedSide, size: number): Element {
  const { edge, sign, changed } = SIDE_STYLES[which];
  const runs = side.runs.map((run) => ({ words: run.words, style: run.changed ? changed : undefined }));
  const quiet = { color: COLOUR.quiet };
  return column(
    {
      marginTop: 9,
      padding: '7px 10px 8px',
      backgroundColor: COLOUR.panel,
      borderRadius: 8,
      borderLeft: `4px solid ${edge}`,
    },
    box(
      { alignItems: 'center', columnGap: 6, lineHeight: 1.15 },
      svgIcon(12, [{ d: sign, fill: 'none', stroke: edge, strokeWidth: 3.4, strokeLinecap: 'round' }]),
      textBlock(
        side.label,
        { fontSize: FONT_SIZE.small, fontWeight: 700, color: edge, flexShrink: 0 },
        MAX_LABEL_CHARS,
      ),
      side.section === undefined
        ? undefined
        : textBlock(side.section, { fontSize: FONT_SIZE.smallest, ...quiet, flexShrink: 1 }, MAX_SECTION_CHARS),
    ),
    paragraph({ fontSize: size, lineHeight: 1.4, marginTop: 3 }, [
      ...(side.cutBefore ? [{ words: `${ELLIPSIS} `, style: quiet }] : []),
      ...runs,
      ...(side.cutAfter ? [{ words: ` ${ELLIPSIS}`, style: quiet }] : []),
    ]),
  );
}
