/** Tells data tables from layout tables, and writes data tables as Markdown. */
import { type Element, isTag } from 'domhandler';
import { hasDirectText, walkTree } from './dom.ts';
import { BLOCK_TAGS, HEADING_TAGS } from './html-elements.ts';

/** Elements that do not fit in a Markdown cell. */
const DISALLOWED_IN_CELL: ReadonlySet<string> = new Set([
  ...HEADING_TAGS,
  'table',
  'ul',
  'ol',
  'dl',
  'pre',
  'blockquote',
  'details',
  'hr',
]);
/** Wider tables are a layout, or an attack. */
const MAX_COLUMNS = 50;

/** Whether a table reads as rows of short cells. All others are layout and are read cell after cell. */
export function isDataTable(table: Element): boolean {
  if (table.attribs.role === 'presentation' || table.attribs.role === 'none') return false;
  let rows = 0;
  let columns = 0;
  let widest = 0;
  let blocksInCell = 0;
  let fits = true;
  walkTree(table, (node) => {
    if (!fits || !isTag(node) || node === table) return fits;
    if (node.name === 'tr') {
      rows++;
      columns = 0;
    } else if (node.name === 'td' || node.name === 'th') {
      blocksInCell = 0;
      widest = Math.max(widest, ++columns);
    }
    if (BLOCK_TAGS.has(node.name) && hasDirectText(node)) blocksInCell++;
    fits = blocksInCell <= 1 && !DISALLOWED_IN_CELL.has(node.name);
    return fits;
  });
  return fits && rows > 1 && widest > 1 && widest <= MAX_COLUMNS;
}

/** The lines of a pipe table; the first row becomes its head. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (width === 0) return [];
  const lines = filled.map((row) => toPipeRow(Array.from({ length: width }, (_, i) => row[i] ?? '')));
  return [lines[0] ?? '', toPipeRow(Array<string>(width).fill('---')), ...lines.slice(1)];
}

function toPipeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
