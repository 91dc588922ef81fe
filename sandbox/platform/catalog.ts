/** Writes the fictional platform as a catalog folder for the ordinary loader. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { feedPath, OUTLETS } from './outlets.ts';
import type { Outlet } from './story.ts';

export const PLATFORM_ID = 'larkspool';

/** Writes `platforms/larkspool.json` and `feeds.json` into a folder. */
export async function writeCatalog(dir: string, origin: string): Promise<void> {
  await mkdir(join(dir, 'platforms'), { recursive: true });
  await Promise.all([
    writeJson(join(dir, 'platforms', `${PLATFORM_ID}.json`), platformAt(origin)),
    writeJson(join(dir, 'feeds.json'), { feeds: [feedAt('magazine', origin), feedAt('courier', origin)] }),
  ]);
}

function platformAt(origin: string) {
  return {
    id: PLATFORM_ID,
    name: 'Larkspool',
    aliases: ['lark spool'],
    kind: 'hosting',
    homepage: origin,
    documents: {
      'Terms of Service': { fetch: `${origin}/terms`, select: 'main', remove: '.related' },
      'Community Guidelines': { fetch: `${origin}/guidelines`, select: 'main', remove: '.related' },
    },
    feeds: [feedAt('newsroom', origin)],
    researched: { training: 'silent', asOf: '2026-01', confidence: 'high', sources: [`${origin}/terms`] },
    optOut: { how: 'Remove a track, and the licence in the terms ends with it.' },
  };
}

function feedAt(outlet: Outlet, origin: string) {
  return { url: origin + feedPath(outlet), title: OUTLETS[outlet].name };
}

const writeJson = (file: string, value: unknown): Promise<void> =>
  writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
