import assert from 'node:assert/strict';
import { it } from 'node:test';
import { listSignalSources } from '../../../src/core/signals/signal-sources.ts';
import { aPlatform } from '../../helpers/world.ts';

it('a platform has sources at its homepage and at its further sites, each once', () => {
  const platform = aPlatform({
    homepage: 'https://tunebox.example/fr',
    signals: { sites: ['https://tunebox.example', 'https://open.tunebox.example/'] },
  });
  assert.deepEqual(
    listSignalSources(platform).map(({ kind, url }) => `${kind} ${url}`),
    [
      'robots.txt https://tunebox.example/robots.txt',
      'tdmrep.json https://tunebox.example/.well-known/tdmrep.json',
      'ai.txt https://tunebox.example/ai.txt',
      'robots.txt https://open.tunebox.example/robots.txt',
      'tdmrep.json https://open.tunebox.example/.well-known/tdmrep.json',
      'ai.txt https://open.tunebox.example/ai.txt',
      'page https://tunebox.example/fr',
      'page https://tunebox.example/',
      'page https://open.tunebox.example/',
    ],
  );
  assert.equal(listSignalSources(platform)[0]?.id, 'tunebox https://tunebox.example/robots.txt');
});
