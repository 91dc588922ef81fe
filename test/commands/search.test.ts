import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aContext, aRequest, command, words } from '../helpers/run-command.ts';
import { anItem } from '../helpers/world.ts';

async function aStockedContext() {
  const world = aContext({
    tools: [
      { name: 'Mixmate', what: { en: 'Masters a track.', de: 'Mastert einen Titel.' }, sources: ['https://a.example'] },
    ],
  });
  world.context.readModel.catalog.regulation.push({
    date: '2026-01-10',
    jurisdiction: 'EU',
    kind: 'law',
    status: 'in-force',
    title: { en: 'Machines must ask', fr: 'Les machines doivent demander à l’auteur' },
    effect: 'Mining needs a licence.',
    topics: ['scraping'],
    sources: ['https://law.example'],
  });
  await world.store.stances.put('tunebox/Terms of Service', {
    document: 'tunebox/Terms of Service',
    version: 'v',
    seen: '2026-05-01T10:00:00.000Z',
    training: 'prohibited',
    lines: [
      { topic: 'training', quotes: [{ text: 'Nobody may clone a **voice** without leave.', section: 'Licence' }] },
      { topic: 'likeness', quotes: [{ text: 'Nobody may clone a **voice** without leave.', section: 'Licence' }] },
    ],
  });
  await world.store.stories.put('s', {
    id: 's',
    platforms: ['wavebarn'],
    topics: ['deal'],
    kind: 'deal',
    label: 'alert',
    firstSeen: '2026-05-02T10:00:00.000Z',
    items: [anItem({ title: 'Wavebarn licenses its catalogue' })],
  });
  return world;
}

async function ask(query: string): Promise<string> {
  const { context } = await aStockedContext();
  return words(await command('search').execute(aRequest({ options: { words: query } }), context));
}

describe('/search', () => {
  it('quotes a clause once, even when it concerns several topics', async () => {
    const shown = await ask('voice clone');
    assert.match(shown, /Clauses\n {2}Tunebox · Terms of Service · Licence\n {2}> Nobody may clone a voice/);
    assert.equal(shown.match(/Nobody may clone/g)?.length, 1);
  });

  it('finds events, tools, news and law by words in any language', async () => {
    assert.match(await ask('quiet'), /What happened\n- February 2024 · Tunebox · A quiet clause/);
    assert.match(await ask('mastert'), /AI tools\n- Tunebox · Mixmate/);
    assert.match(await ask('catalogue'), /News\n- 2 May 2026 · Wavebarn licenses/);
    assert.match(await ask('AUTEUR'), /Law\n- 10 January 2026 · European Union · Machines must ask/);
  });

  it('tolerates typos and missing accents, and matches prefixes', async () => {
    assert.match(await ask('licences voise'), /Nobody may clone/);
    assert.match(await ask('demand'), /Machines must ask/);
  });

  it('matches all words where possible', async () => {
    assert.doesNotMatch(await ask('tunebox voice'), /A quiet clause/);
  });

  it('answers empty queries, punctuation, other alphabets and very long queries', async () => {
    for (const hostile of ['', '   ', '***', '[[x](', '検索', '\u202eabc', 'x'.repeat(6000), 'a '.repeat(3000)]) {
      assert.match(await ask(hostile), /Nothing that is known here|Clauses|What happened/, hostile.slice(0, 20));
    }
  });
});
