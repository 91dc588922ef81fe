/** Splits Markdown where a new paragraph, list item, heading, definition or table row starts. */

const STARTS_BLOCK = /^[ \t]*(?:[*+-][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|:[ \t]|[>|])/;

export function splitMarkdownBlocks(markdown: string): string[] {
  const blocks: string[] = [];
  let block = '';
  for (const line of markdown.split('\n')) {
    const isBlank = line.trim() === '';
    if (block !== '' && (isBlank || STARTS_BLOCK.test(line))) {
      blocks.push(block);
      block = '';
    }
    if (!isBlank) block += block === '' ? line : `\n${line}`;
  }
  if (block !== '') blocks.push(block);
  return blocks;
}
