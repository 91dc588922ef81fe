/**
 * Checks that imports follow the picture of layers in docs/architecture.md: a folder imports from folders on lower lines only, so there is
 * no cycle between folders. Prints each import that does not, and exits 1.
 */

import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURE = 'docs/architecture.md';
const IMPORT = /(?:\bfrom|\bimport\(|\bimport)\s*'(\.{1,2}\/[^']+\.ts)'/g;

/** Folders by layer, the top one first. A line of the picture names its folders before the first run of two spaces. */
function readLayers(): string[][] {
  const picture = /```layers\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, PICTURE), 'utf8'))?.[1];
  if (picture === undefined) throw new Error(`${PICTURE} has no block of layers`);
  return picture.split('\n').flatMap((line) => {
    const folders =
      line
        .trim()
        .split(/\s{2,}/)[0]
        ?.split(' ') ?? [];
    return folders[0] ? [folders] : [];
  });
}

const layers = readLayers();
const levels = new Map(layers.flatMap((folders, level) => folders.map((folder) => [folder, level] as const)));

/** The most exact folder of the picture that a file stands in. */
function folderOf(file: string): string | undefined {
  for (let path = file; path !== '.'; path = dirname(path)) if (levels.has(path)) return path;
  return undefined;
}

const problems: string[] = [];
const used = new Set<string>();
for (const file of globSync('{src,commands}/**/*.ts', { cwd: ROOT }).sort()) {
  const from = folderOf(file);
  if (from === undefined) {
    problems.push(`${file}: its folder is not in the picture`);
    continue;
  }
  used.add(from);
  for (const [, specifier = ''] of readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)) {
    const to = folderOf(normalize(join(dirname(file), specifier)));
    if (to === undefined || to === from) continue;
    if ((levels.get(from) ?? 0) >= (levels.get(to) ?? 0)) problems.push(`${file}: ${from} may not import from ${to}`);
  }
}
for (const folder of levels.keys()) if (!used.has(folder)) problems.push(`${PICTURE}: ${folder} holds no file`);

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
