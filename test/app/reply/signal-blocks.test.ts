/** Signals as Discord shows them: whatever a site writes, messages keep the limits and show nothing hidden. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signalAlertMessage } from '../../../src/app/reply/signal-alert-message.ts';
import { signalChangeBlocks } from '../../../src/app/reply/signal-blocks.ts';
import { translatorFor } from '../../../src/app/words/translator.ts';
import { compareSignals, summariseMoves } from '../../../src/core/signals/compare-signals.ts';
import { createCrawlerRegistry } from '../../../src/core/signals/crawler-registry.ts';
import { parseSignals } from '../../../src/core/signals/parse-signals.ts';
import type { AiCrawler } from '../../../src/domain/catalog.ts';
import { DISCORD_LIMITS } from '../../../src/domain/discord-limits.ts';
import type { SignalChange } from '../../../src/domain/signal.ts';
import { LANGUAGES } from '../../../src/domain/vocabulary.ts';
import { renderAnswer } from '../../../src/io/discord/render.ts';
import { robots } from '../../core/signals/crawlers.ts';
import { aPlatform } from '../../helpers/world.ts';

const crawlers: AiCrawler[] = Array.from({ length: 90 }, (_, i) => ({
  name: `AVeryLongNameOfACrawler-${i}`,
  operator: `An operator with a long name, number ${i}`,
  purpose: (['training', 'search', 'user-triggered'] as const)[i % 3] ?? 'dataset',
}));
const platform = aPlatform();

function aSignalChange(lines: string[]): SignalChange {
  const after = parseSignals('robots.txt', lines.join('\n'), createCrawlerRegistry(crawlers)) ?? robots();
  const moves = compareSignals(robots(), after);
  return {
    id: 'c'.repeat(64),
    source: 'tunebox https://tunebox.example/robots.txt',
    platform: 'tunebox',
    kind: 'robots.txt',
    url: 'https://tunebox.example/robots.txt',
    lastSeenOld: '2026-05-01T09:00:00.000Z',
    firstSeenNew: '2026-05-01T10:00:00.000Z',
    returns: 3,
    ...summariseMoves(moves),
    moves,
  };
}

const everything = [
  ...crawlers.map(({ name }) => `User-agent: ${name} # ${'x'.repeat(400)}`),
  'Disallow: /',
  ...crawlers.flatMap(({ name }, i) => [`User-agent: ${name}`, `Content-Signal: /${i}/${'p'.repeat(300)} ai-train=no`]),
];

describe('an alert about signals', () => {
  it('fits a message, however much a site writes', () => {
    for (const language of LANGUAGES) {
      const answer = signalAlertMessage(aSignalChange(everything), platform, crawlers, translatorFor(language));
      const [embed] = renderAnswer({ ...answer, language }).embeds;
      assert.ok((embed?.title?.length ?? 0) <= DISCORD_LIMITS.embedTitle);
      assert.ok((embed?.description?.length ?? 0) <= DISCORD_LIMITS.embedDescription);
    }
  });

  it('shows lines as code, in which nothing pings, links or reverses text', () => {
    const line = `Disallow: / # @everyone [free](https://evil.example) \`\u202e\u0007`;
    const change = aSignalChange([`User-agent: ${crawlers[0]?.name}`, line]);
    const [embed] = renderAnswer(signalAlertMessage(change, platform, crawlers, translatorFor('en'))).embeds;
    assert.match(embed?.description ?? '', /`Disallow: \/ # @everyone \[free\]\(https:\/\/evil\.example\) ' {1,2}`/);
    assert.ok(!/\p{Cf}|\p{Cc}/u.test((embed?.description ?? '').replaceAll('\n', '')));
  });

  it('is shortened to a few sentences in a list of changes', () => {
    const blocks = signalChangeBlocks(aSignalChange(everything), 'Tunebox', [], translatorFor('en'));
    assert.ok(blocks.length <= 4);
  });
});
