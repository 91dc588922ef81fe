import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergeForumTags } from '../../../src/core/alerts/forum-tags.ts';

describe('the tags of a post', () => {
  for (const [what, sources, expected] of [
    ['are undefined where the channel is no forum', [{}, {}], undefined],
    ['may be empty', [{ tagIds: [] }], []],
    ['are those of every source, each once', [{ tagIds: ['1', '2'] }, {}, { tagIds: ['2', '3'] }], ['1', '2', '3']],
    ['are five at most', [{ tagIds: ['1', '2', '3', '4'] }, { tagIds: ['5', '6'] }], ['1', '2', '3', '4', '5']],
  ] as const) {
    it(what, () => assert.deepEqual(mergeForumTags(sources), expected));
  }
});
