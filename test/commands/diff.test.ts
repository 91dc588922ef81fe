import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aContext, aRequest, command, words } from '../helpers/run-command.ts';
import { aChange, aFeed, anItem } from '../helpers/world.ts';

describe('/diff', () => {
  it('finds a change by the short id of its button', async () => {
    const { context, store } = aContext();
    await store.changes.put('c'.repeat(64), aChange());
    const options = command('diff').optionsFromArgs?.('c'.repeat(40)) ?? {};
    const shown = words(await command('diff').execute(aRequest({ options }), context));
    assert.match(
      shown,
      /before and after[\s\S]*Before, the document: does not say[\s\S]*Now, the document: may train AI on your content or data/,
    );
  });

  it('states an unchanged position on training once', async () => {
    const { context, store } = aContext();
    const { assessment, ...change } = aChange();
    const training = { old: 'silent', new: 'silent' } as const;
    await store.changes.put('c'.repeat(64), { ...change, assessment: { ...assessment, training } });
    const shown = words(await command('diff').execute(aRequest({ options: { change: 'c'.repeat(40) } }), context));
    assert.match(shown, /Before and now, the document: does not say/);
    assert.doesNotMatch(shown, /Now, the document/);
  });

  it('says whether the newsroom mentioned AI, once a week has passed', async () => {
    const { context, store } = aContext({ feeds: [aFeed()] });
    await store.changes.put('c'.repeat(64), aChange({ firstSeenNew: '2026-05-01T10:00:00.000Z' }));
    const shown = async () =>
      words(await command('diff').execute(aRequest({ options: { change: 'c'.repeat(40) } }), context));
    assert.doesNotMatch(await shown(), /newsroom/);
    await store.sources.put(aFeed().url, {
      id: aFeed().url,
      kind: 'feed',
      url: aFeed().url,
      lastLook: '2026-05-31T10:00:00.000Z',
      lastGood: '2026-05-31T10:00:00.000Z',
    });
    assert.match(await shown(), /newsroom said nothing about AI within a week of it\.$/m);
    const story = {
      platforms: ['tunebox'],
      topics: ['training' as const],
      kind: 'official-statement' as const,
      label: 'alert' as const,
    };
    const letter = anItem({ date: '2026-04-10T10:00:00.000Z' });
    await store.stories.put('letter', {
      ...story,
      id: 'letter',
      firstSeen: '2026-04-10T10:00:00.000Z',
      items: [letter],
    });
    assert.match(await shown(), /within a week of it\. It had last spoken of AI on 10 April 2026\./);
    await store.stories.put('s', {
      id: 's',
      platforms: ['tunebox'],
      topics: ['training'],
      kind: 'official-statement',
      label: 'alert',
      firstSeen: '2026-05-02T10:00:00.000Z',
      items: [anItem()],
    });
    assert.match(await shown(), /newsroom spoke of AI within a week/);
  });

  it('shows every changed passage, those about AI first, while both texts are stored', async () => {
    const { context, store } = aContext();
    const change = aChange();
    const passage = (n: number) => `Point ${n} of these rules says what the number ${n} has to do with it.`;
    const old = Array.from({ length: 30 }, (_, n) => passage(n));
    const now = [
      ...old.map((text) => text.replace('has to do', 'had to do')),
      'We may use your uploads to train our AI models.',
    ];
    const version = { document: change.document, identity: 'i', seen: change.firstSeenNew };
    await store.changes.put(change.id, change);
    await store.versions.put(change.oldVersion, { ...version, id: change.oldVersion, markdown: old.join('\n\n') });
    await store.versions.put(change.newVersion, { ...version, id: change.newVersion, markdown: now.join('\n\n') });
    const shown = words(await command('diff').execute(aRequest({ options: { change: change.id } }), context));
    assert.match(shown, /train our AI models\.[\s\S]*> Point 0 of[\s\S]*> Point 29 of/);
    assert.equal(shown.match(/train our AI models/g)?.length, 1);
  });

  it('shows only the recorded passages of very long texts, and counts the rest', async () => {
    const { context, store } = aContext();
    const kept = {
      before: { side: 'old', section: '', text: 'It was.' },
      after: { side: 'new', section: '', text: 'It is.' },
    } as const;
    const change = aChange({ edits: [kept], editCount: 40 });
    const markdown = (word: string) =>
      Array.from({ length: 40 }, (_, n) => `${n} ${word.repeat(10_000)}.`).join('\n\n');
    const version = { document: change.document, identity: 'i', seen: change.firstSeenNew };
    await store.changes.put(change.id, change);
    await store.versions.put(change.oldVersion, { ...version, id: change.oldVersion, markdown: markdown('old ') });
    await store.versions.put(change.newVersion, { ...version, id: change.newVersion, markdown: markdown('new ') });
    const shown = words(await command('diff').execute(aRequest({ options: { change: change.id } }), context));
    assert.match(shown, /It is\.[\s\S]*39 more/);
    assert.doesNotMatch(shown, /new new/);
  });

  it('suggests changes by platform and date, and refuses an unknown one', async () => {
    const { context, store } = aContext();
    await store.changes.put('c'.repeat(64), aChange());
    const suggest = async (typed: string) =>
      (await command('diff').autocomplete?.('change', typed, aRequest(), context)) ?? [];
    assert.deepEqual(
      (await suggest('tunebox may')).map(({ value }) => value),
      ['c'.repeat(40)],
    );
    assert.deepEqual(await suggest('wavebarn'), []);
    for (const change of ['', 'c', 'ffff', '%', '[[']) {
      const answer = await command('diff').execute(aRequest({ options: { change } }), context);
      assert.equal(answer.tone, 'trouble');
    }
  });
});
