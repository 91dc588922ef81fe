import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentHead } from '../../../src/core/history/observe-document.ts';
import { planDocumentRecord, planItemRecord, reversedChangeIds } from '../../../src/core/recording/plan.ts';
import type { NewsClassification, Story } from '../../../src/domain/news.ts';
import { aChange, anItem, aStory } from '../../helpers/world.ts';

const NOW = '2026-05-10T10:00:00.000Z';

describe('a feed item', () => {
  const classification: NewsClassification = {
    ...{
      label: 'alert',
      platforms: ['tunebox'],
      topics: ['training'],
      kind: 'policy-change',
      aboutTerms: true,
      reason: '',
    },
  };
  const rows: [
    what: string,
    known: { story?: Story; hasBeenPolled?: boolean },
    date: string | undefined,
    alerts: boolean,
  ][] = [
    ['alerts', {}, NOW, true],
    ['without a date alerts', {}, undefined, true],
    ['of the first poll of its feed is history', { hasBeenPolled: false }, NOW, false],
    ['older than a week is history', {}, '2026-05-03T09:59:59.000Z', false],
    ['of just a week alerts', {}, '2026-05-03T10:00:00.000Z', true],
    ['that joins a story which alerts already may alert', { story: aStory() }, NOW, true],
  ];
  for (const [what, known, date, alerts] of rows) {
    it(what, () => {
      const item = anItem({ id: 'new', link: 'https://tunebox.example/new', date });
      const state = { feedUrl: 'https://tunebox.example/feed', hasBeenPolled: true, ...known };
      const plan = planItemRecord({ item, classification, storyId: 'story-1' }, state, NOW);
      assert.ok(plan.notify?.kind === 'story');
      assert.equal(plan.notify.shouldAlert, alerts);
      assert.deepEqual(
        plan.progress.map((write) => write.key),
        ['https://tunebox.example/feed new'],
      );
    });
  }

  it('that is minor does not alert for a story that others made major', () => {
    const item = anItem({ id: 'new', link: 'https://tunebox.example/new' });
    const state = { feedUrl: 'https://tunebox.example/feed', hasBeenPolled: true, story: aStory() };
    const plan = planItemRecord(
      { item, classification: { ...classification, label: 'digest' }, storyId: 'story-1' },
      state,
      NOW,
    );
    assert.equal(plan.notify?.kind === 'story' && plan.notify.shouldAlert, false);
  });

  it('that is ignored is only marked as seen', () => {
    const state = { feedUrl: 'https://tunebox.example/feed', hasBeenPolled: true };
    const plan = planItemRecord({ item: anItem(), classification: { ...classification, label: 'ignore' } }, state, NOW);
    assert.deepEqual([plan.content, plan.notify, plan.story, plan.progress.length], [[], undefined, undefined, 1]);
  });
});

describe('a document that shows an earlier wording again', () => {
  const revision = (version: string, lastSeen: string) => ({
    version,
    identity: version,
    firstSeen: lastSeen,
    lastSeen,
  });
  const head: DocumentHead = {
    ...{ document: 'tunebox/Terms of Service', returns: 1, said: {}, current: revision('a', NOW) },
    earlier: { c: revision('c', '2026-05-02T10:00:00.000Z'), b: revision('b', '2026-05-09T10:00:00.000Z') },
  };
  const version = { id: 'a', document: head.document, markdown: 'Terms', identity: 'a', seen: NOW };
  const plan = (reversed: Parameters<typeof planDocumentRecord>[1]) =>
    planDocumentRecord({ observation: { outcome: 'variant', head }, version }, reversed, NOW);

  it('reverses the changes from and to the wording seen last, and no others', () => {
    const withoutOlder = { ...head, earlier: { b: head.earlier.b ?? head.current } };
    assert.deepEqual(reversedChangeIds(head), reversedChangeIds(withoutOlder));
    assert.equal(reversedChangeIds({ ...head, earlier: {} }), undefined);
  });

  it('marks the one as taken back and clears the mark of the other', () => {
    const reverted = aChange({ id: 'ab' });
    const restored = aChange({ id: 'ba', takenBack: '2026-05-09T10:00:00.000Z' });
    const { content, notify } = plan({ reverted, restored });
    const written = [
      { ...reverted, takenBack: NOW },
      { ...restored, takenBack: undefined },
    ];
    assert.deepEqual(
      content.slice(1).map(({ value }) => value),
      written,
    );
    assert.deepEqual(notify, { kind: 'reversion', changes: written });
  });

  it('keeps the date of a change that was taken back before, and corrects its messages all the same', () => {
    const reverted = aChange({ id: 'ab', takenBack: '2026-05-09T12:00:00.000Z' });
    const { content, notify } = plan({ reverted });
    assert.deepEqual([content.length, notify], [1, { kind: 'reversion', changes: [reverted] }]);
  });
});
