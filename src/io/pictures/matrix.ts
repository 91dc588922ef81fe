/** Lays out platforms side by side with an icon and words in each cell. With more than two, topics go above their cells. */
import type { CellFact, MatrixCell, MatrixPicture } from '../../domain/picture.ts';
import { card, INNER_WIDTH, legend } from './card.ts';
import { box, column, type Element, textBlock } from './element.ts';
import { cellIcon } from './icons.ts';
import { COLOUR, FONT_SIZE, TONE_COLOUR } from './palette.ts';

const LABEL_WIDTH = 104;
const MAX_COLUMNS_BESIDE_LABELS = 2;
const ICON_SIZE = 15;
const MAX_NAME_CHARS = 30;
const MAX_NAME_LINES = 3;
const MAX_LABEL_CHARS = 32;
const MAX_LABEL_LINES = 2;
const MAX_CELL_CHARS = 28;
const MAX_CELL_LINES = 3;

export function matrixElement(picture: MatrixPicture): Element {
  const labelsBeside = picture.columns.length <= MAX_COLUMNS_BESIDE_LABELS;
  const width = (INNER_WIDTH - (labelsBeside ? LABEL_WIDTH : 0)) / picture.columns.length;
  return card(
    picture,
    box(
      { marginTop: 8, alignItems: 'flex-end' },
      labelsBeside && box({ width: LABEL_WIDTH }),
      ...picture.columns.map((name) => columnHead(name, width)),
    ),
    ...picture.rows.map((row, i) => rowElement(row, { labelsBeside, width, shaded: i % 2 === 0 })),
    legend(picture.legend.map(({ mark, words }) => ({ mark: cellIcon(mark, 13), words }))),
  );
}

/** Average width of a character in a column head. */
const CHAR_WIDTH = 7.4;

function columnHead(name: string, width: number): Element {
  const style = {
    fontSize: FONT_SIZE.small,
    fontWeight: 700,
    lineHeight: 1.15,
    textAlign: 'center',
    lineClamp: MAX_NAME_LINES,
  };
  return box(
    { width, justifyContent: 'center', padding: '0 2px 4px' },
    textBlock(breakLongWords(name, width / CHAR_WIDTH), style, MAX_NAME_CHARS),
  );
}

/** Breaks words that are too long for a line before their capitals. */
function breakLongWords(name: string, charsPerLine: number): string {
  const breakWord = (word: string) =>
    word.length > charsPerLine ? word.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ') : word;
  return name.split(' ').map(breakWord).join(' ');
}

interface RowLayout {
  labelsBeside: boolean;
  width: number;
  shaded: boolean;
}

function rowElement(
  { label, cells }: MatrixPicture['rows'][number],
  { labelsBeside, width, shaded }: RowLayout,
): Element {
  const labelBlock = textBlock(
    label,
    { fontSize: FONT_SIZE.small, fontWeight: 700, lineHeight: 1.15, lineClamp: MAX_LABEL_LINES },
    MAX_LABEL_CHARS,
  );
  const rowStyle = { padding: '3px 0', borderRadius: 6, backgroundColor: shaded ? COLOUR.panel : COLOUR.ground };
  const cellElements = cells.map((cell) => cellElement(cell, width));
  return labelsBeside
    ? box(
        { ...rowStyle, alignItems: 'center', minHeight: 30 },
        box({ width: LABEL_WIDTH, padding: '0 2px 0 6px' }, labelBlock),
        ...cellElements,
      )
    : column(
        { ...rowStyle, rowGap: 2 },
        box({ paddingLeft: 6 }, labelBlock),
        box({ alignItems: 'flex-start' }, ...cellElements),
      );
}

const cellElement = (facts: MatrixCell, width: number): Element =>
  column({ width, rowGap: 2 }, ...facts.map((fact) => factElement(fact, width)));

/** The words go beside the icon if they fit, else below it. */
function factElement({ marks, figure, words, tone }: CellFact, width: number): Element {
  const colour = tone ? TONE_COLOUR[tone] : marks.includes('unknown') ? COLOUR.quiet : COLOUR.ink;
  return box(
    { width, flexWrap: 'wrap', alignItems: 'center', justifyContent: 'center', columnGap: 4 },
    box(
      { alignItems: 'center', columnGap: 2 },
      ...marks.map((mark) => cellIcon(mark, ICON_SIZE)),
      figure !== undefined &&
        textBlock(figure, { fontSize: FONT_SIZE.body, fontWeight: 700, lineHeight: 1.1, flexShrink: 0 }, 6),
    ),
    textBlock(
      words,
      {
        fontSize: FONT_SIZE.smallest,
        lineHeight: 1.15,
        color: colour,
        fontWeight: tone ? 700 : 400,
        textAlign: 'center',
        lineClamp: MAX_CELL_LINES,
      },
      MAX_CELL_CHARS,
    ),
  );
}
