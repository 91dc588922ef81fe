/** A newer program knows more words than the one that read the texts first. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { refreshStances } from '../../../src/app/watch/refresh-stances.ts';
import type { Catalog } from '../../../src/domain/catalog.ts';
import { readingHere } from '../../helpers/analyser.ts';
import { readingClauses } from '../../helpers/clauses.ts';
import { aDocument, aPlatform, memoryStore } from '../../helpers/world.ts';

const { readStance, version } = readingClauses();
const clauseReader = { version };

const document = aDocument();
const catalog: Catalog = { platforms: [aPlatform({ documents: [document] })], feeds: [], regulation: [], crawlers: [] };
const markdown = '# Terms\n\nWe may use the content that you upload to train our artificial intelligence models.\n';
const seen = '2026-05-01T10:00:00.000Z';

/** A store whose one text was taken to say nothing. */
async function readByOlderRules() {
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

it('a text that was read by older rules is read anew, and keeps the date it was seen', async () => {
  const store = await readByOlderRules();

  assert.equal(await refreshStances({ catalog, store, reader: readingHere(), clauseReader }), 1);
  assert.deepEqual(
    await store.stances.get(document.id),
    readStance({ id: 'text-1', document: document.id, markdown, seen }),
  );
  assert.equal((await store.stances.get(document.id))?.training, 'permitted');
  assert.equal(await refreshStances({ catalog, store, reader: readingHere(), clauseReader }), 0, 'once is enough');
});

it('a document that was never read stays so', async () => {
  assert.equal(await refreshStances({ catalog, store: memoryStore(), reader: readingHere(), clauseReader }), 0);
});

it('what was judged as it would be today is not read again, and what was not is read once', async () => {
  const store = memoryStore();
  await store.versions.put('text-1', { id: 'text-1', document: document.id, markdown, identity: 'says-1', seen });
  const { judgedBy: _, ...older } = readStance({ id: 'text-1', document: document.id, markdown, seen });
  await store.stances.put(document.id, older);
  let reads = 0;
  const { readStance: read } = readingHere();
  const counting = {
    readStance: (...asked: Parameters<typeof read>) => {
      reads++;
      return read(...asked);
    },
  };

  assert.equal(await refreshStances({ catalog, store, reader: counting, clauseReader }), 0, 'it says the same');
  await refreshStances({ catalog, store, reader: counting, clauseReader });
  assert.equal(reads, 1);
});

it('a text that a look at the page put in place meanwhile stays', async () => {
  const store = await readByOlderRules();
  const newer = readStance({ id: 'text-2', document: document.id, markdown: '# Terms\n\nBe kind.\n', seen });
  const { readStance: read } = readingHere();
  const slowly = {
    readStance: async (...asked: Parameters<typeof read>) => {
      await store.stances.put(document.id, newer);
      return read(...asked);
    },
  };

  await refreshStances({ catalog, store, reader: slowly, clauseReader });
  assert.deepEqual(await store.stances.get(document.id), newer);
});
