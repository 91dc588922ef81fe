/** Elements as satori takes them, without JSX. Text gets in here and nowhere else. */
import { sanitizeText, truncateLabel } from './display-text.ts';

export type Style = Readonly<Record<string, string | number>>;

export interface Element {
  type: string;
  props: Record<string, unknown>;
}

type Child = Element | string | undefined | false;

/** A row or (with `flexDirection`) a column of elements. */
export function box(style: Style, ...children: Child[]): Element {
  return element('div', { display: 'flex', ...style }, children);
}

export const column = (style: Style, ...children: Child[]): Element =>
  box({ flexDirection: 'column', ...style }, ...children);

/** A name, a headline or words of ours on as many lines as they need, cut after `most` characters. */
export function textBlock(text: string, style: Style, most = 200): Element {
  return element('div', { display: 'block', wordBreak: 'break-word', ...style }, [truncateLabel(text, most)]);
}

/** A paragraph of stretches, each with a look of its own; nothing of it is cut. */
export function paragraph(style: Style, runs: readonly { words: string; style?: Style }[]): Element {
  const inline = runs.map(({ words: run, style: look }) =>
    look === undefined ? sanitizeText(run) : element('span', look, [sanitizeText(run)]),
  );
  return element('div', { display: 'block', width: '100%', wordBreak: 'break-word', ...style }, inline);
}

/** A shape drawn by paths in a field of 20 × 20. */
export function svgIcon(size: number, paths: readonly Readonly<Record<string, string | number>>[]): Element {
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
