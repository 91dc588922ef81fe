/** Makes a page of a version's Markdown, as a platform would serve it: menus and banners around it, the text in `main`. */

export function pageOf(markdown: string): string {
  return `<!doctype html><html lang="en"><head><title>Terms</title></head><body>
<nav><a href="/">Home</a><a href="/ai">AI tools</a></nav><div class="cookie-banner"><button>Accept all cookies</button></div>
<main>${blocksOf(markdown).join('\n')}</main><footer><a href="/jobs">Jobs</a></footer></body></html>`;
}

function blocksOf(markdown: string): string[] {
  const blocks = markdown
    .split(/\n{2,}/)
    .flatMap((block) => (/^\s*[*-] /m.test(block) ? block.split(/\n(?=\s*[*-] )/) : [block]));
  return blocks.map(htmlOf).filter((html) => html !== '');
}

function htmlOf(block: string): string {
  const [first = '', second = ''] = block.split('\n');
  const atx = /^(#{1,6}) (.*)/.exec(first);
  if (atx) return `<h${atx[1]?.length}>${inline(atx[2] ?? '')}</h${atx[1]?.length}>`;
  if (/^(?:={3,}|-{3,})\s*$/.test(second)) return `<h2>${inline(first)}</h2>`;
  const item = /^\s*[*-] +([\s\S]*)/.exec(block);
  if (item) return `<ul><li>${inline(item[1] ?? '')}</li></ul>`;
  return block.trim() === '' ? '' : `<p>${inline(block)}</p>`;
}

function inline(markdown: string): string {
  return markdown
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\[([^\]]*)\]\(([^)\s]*)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\\([^\w\s])/g, '$1');
}
