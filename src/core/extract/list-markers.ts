/** Markdown markers for list items, numbered as HTML says. */
import type { Element } from 'domhandler';

export interface ListState {
  element: Element;
  isOrdered: boolean;
  next: number;
  step: 1 | -1;
}

const MAX_ITEM_NUMBER = 999_999_999;

export function startList(element: Element): ListState {
  const { start, reversed } = element.attribs;
  const step = reversed === undefined ? 1 : -1;
  const first = step === 1 ? 1 : element.children.filter((child) => 'name' in child && child.name === 'li').length;
  return { element, isOrdered: element.name === 'ol', next: parseWholeNumber(start) ?? first, step };
}

/** Counts on. Letters and Roman numerals are no list markers in Markdown, so they follow a bullet. */
export function takeNextMarker(list: ListState | undefined, item: Element): string {
  if (!list?.isOrdered) return '- ';
  const number = parseWholeNumber(item.attribs.value) ?? list.next;
  list.next = number + list.step;
  const label = labelOf(number, item.attribs.type ?? list.element.attribs.type);
  return label === undefined ? `${number}. ` : `- ${label}. `;
}

function labelOf(number: number, type: string | undefined): string | undefined {
  switch (type) {
    case 'a':
      return toLetters(number);
    case 'A':
      return toLetters(number)?.toUpperCase();
    case 'i':
      return toRoman(number);
    case 'I':
      return toRoman(number)?.toUpperCase();
    default:
      return undefined;
  }
}

/** 1 → a, 26 → z, 27 → aa. */
function toLetters(number: number): string | undefined {
  if (number < 1) return undefined;
  let label = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    label = String.fromCharCode(97 + ((rest - 1) % 26)) + label;
  }
  return label;
}

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function toRoman(number: number): string | undefined {
  if (number < 1 || number > 3999) return undefined;
  let label = '';
  let rest = number;
  for (const [value, digits] of ROMAN) {
    for (; rest >= value; rest -= value) label += digits;
  }
  return label;
}

function parseWholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*-?\d{1,9}\s*$/.test(text)) return undefined;
  const number = Number(text);
  return number >= 0 && number <= MAX_ITEM_NUMBER ? number : undefined;
}
