import assert from 'node:assert/strict';
import { it } from 'node:test';
import { refreshStances } from '../../../src/app/watch/refresh-stances.ts';
import type { Catalog } from '../../../src/domain/catalog.ts';
import { createTestAnalyser } from '../../helpers/analyser.ts';
import { withClauseReader } from '../../helpers/clauses.ts';
import { aDocument, aPlatform, memoryStore } from '../../helpers/world.ts';

const { readStance, version } = withClauseReader();
const clauseReader = { version };

const document = aDocument();
const catalog: Catalog = { platforms: [aPlatform({ documents: [document] })], feeds: [], regulation: [], crawlers: [] };
const markdown = '# Terms\n\nWe may use the content that you upload to train our artificial intelligence models.\n';
const seen = '2026-05-01T10:00:00.000Z';

/** A store with one text, which an older program took to say nothing. */
async function withOutdatedStance() {
  const store = memoryStore();
  await store.versions.put('text-1', { id: 'text-1', document: document.id, markdown, identity: 'says-1', seen });
  await store.stances.put(document.id, {
    document: document.id,
    version: 'text-1',
    seen,
    training: 'silent',
    lines: [],
  });
  return store;
}

it('recomputes the stance of an older program, and keeps the date of the text', async () => {
  const store = await withOutdatedStance();

  assert.equal(await refreshStances({ catalog, store, analyser: createTestAnalyser(), clauseReader }), 1);
  assert.deepEqual(
    await store.stances.get(document.id),
    readStance({ id: 'text-1', document: document.id, markdown, seen }),
  );
  assert.equal((await store.stances.get(document.id))?.training, 'permitted');
  assert.equal(
    await refreshStances({ catalog, store, analyser: createTestAnalyser(), clauseReader }),
    0,
    'once is enough',
  );
});

it('skips a document that was never read', async () => {
  assert.equal(
    await refreshStances({ catalog, store: memoryStore(), analyser: createTestAnalyser(), clauseReader }),
    0,
  );
});

it('recomputes each stance once', async () => {
  const store = memoryStore();
  await store.versions.put('text-1', { id: 'text-1', document: document.id, markdown, identity: 'says-1', seen });
  const { judgedBy: _, ...older } = readStance({ id: 'text-1', document: document.id, markdown, seen });
  await store.stances.put(document.id, older);
  let reads = 0;
  const { readStance: read } = createTestAnalyser();
  const counting = {
    readStance: (...args: Parameters<typeof read>) => {
      reads++;
      return read(...args);
    },
  };

  assert.equal(await refreshStances({ catalog, store, analyser: counting, clauseReader }), 0, 'the stance is the same');
  await refreshStances({ catalog, store, analyser: counting, clauseReader });
  assert.equal(reads, 1);
});

it('keeps the stance of a text that a poll found meanwhile', async () => {
  const store = await withOutdatedStance();
  const newer = readStance({ id: 'text-2', document: document.id, markdown: '# Terms\n\nBe kind.\n', seen });
  const { readStance: read } = createTestAnalyser();
  const slowly = {
    readStance: async (...args: Parameters<typeof read>) => {
      await store.stances.put(document.id, newer);
      return read(...args);
    },
  };

  await refreshStances({ catalog, store, analyser: slowly, clauseReader });
  assert.deepEqual(await store.stances.get(document.id), newer);
});
