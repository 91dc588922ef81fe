/** Decodes a PNG and measures what is on it. */
import assert from 'node:assert/strict';
import { Resvg } from '@resvg/resvg-js';

export interface PngInspection {
  width: number;
  height: number;
  /** Colours that cover more than a few pixels; a blank picture has one. */
  colours: number;
  /** 0 to 255; the corners of a card are round. */
  cornerOpacity: number;
  /** Whether a pixel just inside the right edge differs from the ground: something runs out of the card. */
  cutOff: boolean;
}

const SIGNATURE = '89504e470d0a1a0a';
const MARGIN = 10;

export function inspectPng(png: Uint8Array): PngInspection {
  const bytes = Buffer.from(png);
  assert.equal(bytes.subarray(0, 8).toString('hex'), SIGNATURE);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const href = `data:image/png;base64,${bytes.toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  const at = (x: number, y: number) => pixels.readUInt32BE((y * width + x) * 4);
  const counts = new Map<number, number>();
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) counts.set(at(x, y), (counts.get(at(x, y)) ?? 0) + 1);
  }
  const ground = at(width - MARGIN, Math.floor(height / 2));
  let cutOff = false;
  for (let y = MARGIN * 3; y < height - MARGIN * 3; y++) cutOff ||= at(width - MARGIN, y) !== ground;
  return {
    width,
    height,
    colours: [...counts.values()].filter((count) => count > 20).length,
    cornerOpacity: at(0, 0) & 0xff,
    cutOff,
  };
}
