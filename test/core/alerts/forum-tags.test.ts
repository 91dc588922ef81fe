import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergeForumTags } from '../../../src/core/alerts/forum-tags.ts';

describe('the tags of a post', () => {
  for (const [what, wishes, expected] of [
    ['are none where the channel is no forum', [{}, {}], undefined],
    ['may be no tags at all', [{ tagIds: [] }], []],
    ['are those of every alert, each once', [{ tagIds: ['1', '2'] }, {}, { tagIds: ['2', '3'] }], ['1', '2', '3']],
    ['are five at most', [{ tagIds: ['1', '2', '3', '4'] }, { tagIds: ['5', '6'] }], ['1', '2', '3', '4', '5']],
  ] as const) {
    it(what, () => assert.deepEqual(mergeForumTags(wishes), expected));
  }
});
