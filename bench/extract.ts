/**
 * Compares extraction with Open Terms Archive's engine and a bare htmlparser2 pass on the same captures. The engine depends on a
 * browser and is not a dependency of this project; to include it:
 *   npm install --prefix bench/.engine --ignore-scripts @opentermsarchive/engine@5
 */
import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Parser } from 'htmlparser2';
import { readDeclaration } from '../src/cli/read-declaration.ts';
import { extractDocument } from '../src/core/extract/extract-document.ts';
import type { Declaration } from '../src/domain/catalog.ts';
import { readHistory } from '../src/io/git-history/read-history.ts';
import { cloneBundle, corpusFile } from '../test/helpers/corpus.ts';

interface Capture {
  html: string;
  declaration: Declaration;
}

const CAPTURES = 40;
const ENGINE = fileURLToPath(
  new URL('./.engine/node_modules/@opentermsarchive/engine/src/archivist/extract/index.js', import.meta.url),
);

const captures = (await realCaptures()) ?? generateCaptures();
const kilobytes = captures.reduce((sum, { html }) => sum + html.length, 0) / 1000 / captures.length;
console.log(`extraction of ${captures.length} captures of ${kilobytes.toFixed(0)} kB:`);

const contenders: [name: string, read: (capture: Capture) => unknown][] = [
  ['this project', ({ html, declaration }) => extractDocument([{ html, url: 'https://a.example/' }], declaration)],
  ['a bare htmlparser2 pass', ({ html }) => new Parser({}).end(html)],
  ...(await loadEngine()),
];
// Warm-up, so that just-in-time compilation is not measured.
for (const [i, [, read]] of contenders.entries())
  for (const capture of captures.slice(0, i < 2 ? CAPTURES : 3)) await read(capture);
printByLength(); // first, because the engine leaves a heap that takes seconds to collect
// The shortest of three runs counts, because the machine may be busy.
const shortest = contenders.map(() => captures.map(() => Infinity));
for (let round = 0; round < 3; round++) {
  for (const [page, capture] of captures.entries()) {
    for (const [i, [, read]] of contenders.entries()) {
      const started = performance.now();
      await read(capture);
      const times = shortest[i] ?? [];
      times[page] = Math.min(times[page] ?? Infinity, performance.now() - started);
    }
  }
}
const [own = 1, ...others] = shortest.map((times) => times.reduce((sum, time) => sum + time, 0) / captures.length);
console.log(`  ${contenders[0]?.[0]}: ${own.toFixed(1)} ms a page`);
for (const [i, its] of others.entries()) {
  const [ratio, inverse] = [its / own, own / its].map((number) => number.toFixed(2));
  const compared = its > own ? `${ratio} times as long as this project` : `this project takes ${inverse} times as long`;
  console.log(`  ${contenders[i + 1]?.[0]}: ${its.toFixed(1)} ms a page; ${compared}`);
}

async function loadEngine(): Promise<typeof contenders> {
  if (!existsSync(ENGINE)) {
    console.log('  (the engine is not installed here; the first lines of bench/extract.ts say how)');
    return [];
  }
  const { extractFromHTML } = await import(pathToFileURL(ENGINE).href);
  return [
    [
      'Open Terms Archive’s engine',
      ({ html, declaration: { pages } }) =>
        extractFromHTML({
          location: 'https://a.example/',
          contentSelectors: pages[0]?.select,
          insignificantContentSelectors: pages[0]?.remove,
          content: html,
        }),
    ],
  ];
}

/** Time per kilobyte must not grow with the page. */
function printByLength(): void {
  for (const length of [10_000, 100_000, 1_000_000, 5_000_000]) {
    const [capture] = generateCaptures(length);
    if (capture === undefined) continue;
    const started = performance.now();
    extractDocument([{ html: capture.html, url: 'https://a.example/' }], capture.declaration);
    const ms = performance.now() - started;
    console.log(`  ${length / 1000} kB: ${ms.toFixed(1)} ms, ${((ms * 1000) / (length / 1000)).toFixed(0)} µs a kB`);
  }
}

async function realCaptures(): Promise<Capture[] | undefined> {
  const [bundle, declarations] = [corpusFile('snapshots-dev.bundle'), corpusFile('Buffer.json')];
  if (bundle === undefined || declarations === undefined) return undefined;
  const repository = cloneBundle(bundle);
  const found: Capture[] = [];
  let count = 0;
  for await (const { content, type } of readHistory(repository, {})) {
    if (count++ % 40 === 0)
      found.push({ html: String(content), declaration: await readDeclaration(declarations, type) });
    if (found.length === CAPTURES) break;
  }
  rmSync(dirname(repository), { recursive: true });
  return found;
}

/** Ten copies of a page of about `length` characters: a menu and terms. */
function generateCaptures(length = 230_000): Capture[] {
  const clause = (i: number) =>
    `<p class="c-${i}">Rule <b>${i}</b> says what <a href="/house/${i}?utm_source=x">members</a> may do.</p>\n`;
  const paragraphs = Array.from({ length: Math.ceil(length / clause(1000).length) }, (_, i) => clause(i)).join('');
  const html = `<!doctype html><html><body><nav><a href="/">Home</a></nav><main><h1>Terms</h1>${paragraphs}</main></body></html>`;
  const page = { fetch: '', select: ['main'], remove: ['nav'], removeQueryParams: [], executeClientScripts: false };
  return Array.from({ length: 10 }, () => ({ html, declaration: { pages: [page] } }));
}
