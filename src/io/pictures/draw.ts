/** Hides satori and resvg: lays a picture out and renders a PNG. Takes some 50 ms of CPU, so it runs in a process of its own. */
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import type { Picture } from '../../domain/picture.ts';
import { beforeAfterElement } from './before-after.ts';
import type { Element } from './element.ts';
import { FONT_FAMILY, readFonts } from './fonts.ts';
import { matrixElement } from './matrix.ts';
import { movesElement } from './moves.ts';
import { CARD_WIDTH, MAX_HEIGHT, PIXEL_RATIO } from './palette.ts';
import { timelineElement } from './timeline.ts';

export type DrawResult =
  | { status: 'drawn'; png: Uint8Array; width: number; height: number }
  /** Drawing it again would fail the same way. */
  | { status: 'undrawable'; reason: string };

const fonts = readFonts();

/** @throws errors of the libraries, which are bugs. */
export async function draw(picture: Picture): Promise<DrawResult> {
  const missingGlyphs: string[] = [];
  const element = elementOf(picture);
  const svg = await satori(withFont(element), {
    width: CARD_WIDTH,
    fonts,
    // Called for characters that no font has; satori would draw boxes instead.
    async loadAdditionalAsset(script, characters) {
      missingGlyphs.push(`${script}: ${characters.slice(0, 20)}`);
      return [];
    },
  });
  if (missingGlyphs.length > 0) {
    return { status: 'undrawable', reason: `no font has its characters (${missingGlyphs[0]})` };
  }
  const height = Number(/ height="([\d.]+)"/.exec(svg)?.[1]);
  if (!(height <= MAX_HEIGHT)) return { status: 'undrawable', reason: `it would be too tall (${height})` };
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: CARD_WIDTH * PIXEL_RATIO },
    font: { loadSystemFonts: false },
  }).render();
  return { status: 'drawn', png: image.asPng(), width: image.width, height: image.height };
}

function elementOf(picture: Picture): Element {
  switch (picture.kind) {
    case 'matrix':
      return matrixElement(picture);
    case 'timeline':
      return timelineElement(picture);
    case 'before-after':
      return beforeAfterElement(picture);
    case 'moves':
      return movesElement(picture);
  }
}

const withFont = ({ type, props }: Element): Element => ({
  type,
  props: { ...props, style: { ...(props.style as object), fontFamily: FONT_FAMILY } },
});
