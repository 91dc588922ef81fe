/** Builds elements for satori without JSX. All text enters here, sanitized. */
import { sanitizeText, truncateLabel } from './display-text.ts';

export type Style = Readonly<Record<string, string | number>>;

export interface Element {
  type: string;
  props: Record<string, unknown>;
}

type Child = Element | string | undefined | false;

/** A row of elements. */
export function box(style: Style, ...children: Child[]): Element {
  return element('div', { display: 'flex', ...style }, children);
}

export const column = (style: Style, ...children: Child[]): Element =>
  box({ flexDirection: 'column', ...style }, ...children);

/** A label on as many lines as it needs, cut after `maxChars` graphemes. */
export function textBlock(text: string, style: Style, maxChars = 200): Element {
  return element('div', { display: 'block', wordBreak: 'break-word', ...style }, [truncateLabel(text, maxChars)]);
}

/** A paragraph of runs, each with its own style; never cut. */
export function paragraph(style: Style, runs: readonly { words: string; style?: Style }[]): Element {
  const inline = runs.map(({ words, style: runStyle }) =>
    runStyle === undefined ? sanitizeText(words) : element('span', runStyle, [sanitizeText(words)]),
  );
  return element('div', { display: 'block', width: '100%', wordBreak: 'break-word', ...style }, inline);
}

/** A shape of paths in a 20 × 20 view box. */
export function svgIcon(size: number, paths: readonly Style[]): Element {
  return {
    type: 'svg',
    props: {
      width: size,
      height: size,
      viewBox: '0 0 20 20',
      style: { flexShrink: 0 },
      children: paths.map((path) => ({ type: 'path', props: path })),
    },
  };
}

function element(type: string, style: Style, children: readonly Child[]): Element {
  return { type, props: { style, children: children.filter((child) => child !== undefined && child !== false) } };
}
