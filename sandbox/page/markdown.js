/**
 * Renders Discord's Markdown as DOM nodes: bold, italic, underline, strike, spoiler, code, quotes, headings, lists,
 * masked links, URLs, escapes, timestamps and mentions. Everything else is text.
 */
import { el } from './dom.js';
import { yourLocale } from './languages.js';

/**
 * @param {string} text
 * @param {Names} names
 * @typedef {{ channel(id: string): string | undefined; role(id: string): Role | undefined; user(id: string): string | undefined }} Names
 * @typedef {{ name: string; color: number; yours: boolean }} Role
 */
export function markdown(text, names) {
  const lines = text.split('\n');
  const nodes = [];
  while (lines.length > 0) nodes.push(block(lines, names));
  return nodes;
}

/** Inline Markdown only, for titles. */
export function inlineMarkdown(text, names) {
  return inline(text, names);
}

// ---- blocks: each takes its lines off the front ---------------------------------------------------

function block(lines, names) {
  const line = lines[0];
  if (line.startsWith('```')) return codeBlock(lines);
  const heading = /^(#{1,3}) +(.+)$/.exec(line);
  if (heading) {
    lines.shift();
    return el(`h${heading[1].length + 2}`, {}, ...inline(heading[2], names));
  }
  const small = /^-# +(.+)$/.exec(line);
  if (small) {
    lines.shift();
    return el('p.small', {}, ...inline(small[1], names));
  }
  if (/^>>> /.test(line)) {
    lines[0] = line.slice(4);
    return el('blockquote', {}, ...markdown(lines.splice(0).join('\n'), names));
  }
  if (isQuote(line)) {
    const quoted = takeWhile(lines, isQuote).map((one) => one.replace(/^> ?/, ''));
    return el('blockquote', {}, ...markdown(quoted.join('\n'), names));
  }
  if (isItem(line)) return list(takeWhile(lines, isItem), names);
  const paragraph = takeWhile(lines, isPlain);
  if (paragraph.length === 0) paragraph.push(lines.shift());
  return el('p', {}, ...inline(paragraph.join('\n'), names));
}

const isQuote = (line) => /^> /.test(line) || line === '>';
const isItem = (line) => /^ *(?:[-*]|\d{1,9}\.) +\S/.test(line);
const isPlain = (line) => !isQuote(line) && !isItem(line) && !/^#{1,3} +\S|^-# +\S|^>>> |^```/.test(line);

function takeWhile(lines, fits) {
  const end = lines.findIndex((line) => !fits(line));
  return lines.splice(0, end === -1 ? lines.length : end);
}

function codeBlock(lines) {
  const all = lines.join('\n');
  const match = /^```(?:[\w+-]*\n)?([\s\S]*?)```/.exec(all);
  if (!match) return el('p', {}, lines.shift());
  lines.splice(0, lines.length, ...all.slice(match[0].length).replace(/^\n/, '').split('\n'));
  if (lines.length === 1 && lines[0] === '') lines.pop();
  return el('pre', {}, el('code', {}, match[1].replace(/\n$/, '')));
}

/** Indented items belong to the item above them. */
function list(items, names) {
  const [first] = items;
  const ordered = /^ *\d/.test(first);
  const depth = first.search(/\S/);
  const element = el(ordered ? 'ol' : 'ul');
  if (ordered) element.start = Number.parseInt(first, 10);
  while (items.length > 0) {
    const item = items.shift();
    const below = takeWhile(items, (line) => line.search(/\S/) > depth);
    const words = item.replace(/^ *(?:[-*]|\d+\.) +/, '');
    element.append(el('li', {}, ...inline(words, names), below.length > 0 && list(below, names)));
  }
  return element;
}

// ---- inside a line --------------------------------------------------------------------------------

/** Anything but the closing mark, an escape counts as one character. */
const INSIDE = String.raw`((?:\\[\s\S]|[^\\])+?)`;

/** First match wins. */
const RULES = [
  [/^\\([^A-Za-z0-9\s])/, ([, character]) => character],
  [/^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , code]) => el('code', {}, code.replace(/^ (.*) $/, '$1'))],
  [
    new RegExp(`^\\*\\*\\*${INSIDE}\\*\\*\\*(?!\\*)`),
    ([, inner], names) => el('strong', {}, el('em', {}, ...inline(inner, names))),
  ],
  [new RegExp(`^\\*\\*${INSIDE}\\*\\*(?!\\*)`), wrapped('strong')],
  [new RegExp(`^__${INSIDE}__(?!_)`), wrapped('u')],
  [new RegExp(`^~~${INSIDE}~~`), wrapped('s')],
  [
    new RegExp(`^\\|\\|${INSIDE}\\|\\|`),
    ([, inner], names) => el('details.spoiler', {}, el('summary', {}, 'Spoiler'), ...inline(inner, names)),
  ],
  [new RegExp(`^\\*(?![\\s*])${INSIDE}\\*(?!\\*)`), wrapped('em')],
  [new RegExp(`^_(?![\\s_])${INSIDE}_(?![\\w_])`), wrapped('em')],
  [
    /^\[((?:\\[\s\S]|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?(?: +"[^"]*")?\)/,
    ([, label, url], names) => link(url, inline(label, names)),
  ],
  [/^<(https?:\/\/[^\s>]+)>/, ([, url]) => link(url, [url])],
  [/^https?:\/\/[^\s<>]*[^\s<>.,:;!?'")\]]/, ([url]) => link(url, [url])],
  [/^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, ([, seconds, style]) => timestamp(Number(seconds), style)],
  [/^<#(\d{17,20})>/, ([, id], names) => el('span.mention', {}, `#${names.channel(id) ?? 'unknown'}`)],
  [/^<@&(\d{17,20})>/, ([, id], names) => roleMention(names.role(id))],
  [/^<@!?(\d{17,20})>/, ([, id], names) => el('span.mention', {}, `@${names.user(id) ?? 'unknown-user'}`)],
  [/^\n/, () => el('br')],
];
const PLAIN = /^(?:[^\\`*_~|[<h\n]+|[\s\S])/;

function inline(text, names) {
  const nodes = [];
  let rest = text;
  while (rest !== '') {
    const [node, length] = first(rest, names);
    const last = nodes.at(-1);
    if (typeof node === 'string' && typeof last === 'string') nodes[nodes.length - 1] = last + node;
    else nodes.push(node);
    rest = rest.slice(length);
  }
  return nodes;
}

function first(text, names) {
  for (const [pattern, make] of RULES) {
    const match = pattern.exec(text);
    if (match) return [make(match, names), match[0].length];
  }
  const [plain] = PLAIN.exec(text);
  return [plain, plain.length];
}

function wrapped(tag) {
  return ([, inner], names) => el(tag, {}, ...inline(inner, names));
}

/** Links open in a new tab without a referrer. */
export function link(url, children) {
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer nofollow', title: url }, ...children);
}

function roleMention(role) {
  if (!role) return el('span.mention', {}, '@unknown-role');
  return el(role.yours ? 'span.mention.yours' : 'span.mention', {}, `@${role.name}`);
}

const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

function timestamp(seconds, style = 'f') {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return 'Invalid Date';
  const full = new Intl.DateTimeFormat(yourLocale(), STYLES.F).format(date);
  const words = style === 'R' ? relative(date) : new Intl.DateTimeFormat(yourLocale(), STYLES[style]).format(date);
  return el('time', { dateTime: date.toISOString(), title: full }, words);
}

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

function relative(date) {
  const seconds = Math.round((date.getTime() - Date.now()) / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(yourLocale(), { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
