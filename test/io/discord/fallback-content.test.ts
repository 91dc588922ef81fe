import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer } from '../../../src/domain/answer.ts';
import { DISCORD_LIMITS } from '../../../src/domain/discord-limits.ts';
import { plainTextFallback } from '../../../src/io/discord/fallback-content.ts';

const LONGEST_MENTION = '<@&12345678901234567890>\n';

describe('a message in plain form', () => {
  const of = (title: string, url?: string) => {
    const answer: Answer = { title, url, tone: 'neutral', blocks: [] };
    return plainTextFallback(answer);
  };

  it('is its title and its address', () => {
    assert.equal(of('News', 'https://a.example/[x]'), 'News\nhttps://a.example/%5Bx%5D');
    assert.equal(of('News', 'javascript:x'), 'News');
  });

  it('cuts its title between characters', () => {
    for (const mark of ['*', '😀', 'x*', '\\\\']) {
      for (const before of ['', 'x']) {
        const shown = of(before + mark.repeat(300));
        assert.ok(shown.length <= DISCORD_LIMITS.embedTitle && shown.isWellFormed());
        assert.match(shown, /(?<!\\)(?:\\\\)*…$/);
      }
    }
  });

  it('leaves out an address that does not fit beside the longest title and mention', () => {
    for (let length = 1600; length < 2100; length += 1) {
      const url = 'https://a.example/'.padEnd(length, 'x');
      const shown = LONGEST_MENTION + of('*'.repeat(300), url);
      assert.ok(shown.length <= DISCORD_LIMITS.content);
      assert.equal(shown.includes('https'), length <= 1700);
    }
    assert.match(of('News', `https://a.example/${'я'.repeat(1780)}`), /^News$/);
  });
});
