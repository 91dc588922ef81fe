/** Builds catalog folders on disk and their entries. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** Files of a catalog folder by path: strings and bytes as they are, anything else as JSON. */
export type Files = Record<string, unknown>;

/** Writes a folder, to be removed after the test, and returns its path. */
export async function folderOf(t: Pick<TestContext, 'after'>, files: Files): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'clausewatch-catalog-'));
  t.after(() => rm(dir, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const file = join(dir, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(
      file,
      typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
    );
  }
  return dir;
}

/** A valid platform file. */
export function tunebox(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'tunebox',
    name: 'Tunebox',
    kind: 'hosting',
    homepage: 'https://tunebox.example/',
    documents: { 'Terms of Service': { fetch: 'https://tunebox.example/terms', select: 'main' } },
    researched: { training: 'unclear', asOf: '2026-01', confidence: 'low' },
    ...overrides,
  };
}

export function anEvent(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    date: '2026-02-12',
    kind: 'terms-change',
    title: 'The terms gain a clause',
    topics: ['training'],
    sources: ['https://news.example/clause'],
    ...overrides,
  };
}
