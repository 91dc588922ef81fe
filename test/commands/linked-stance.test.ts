import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findLinkedPlatforms } from '../../src/core/platforms/linked-platforms.ts';
import { aContext, aRequest, command, words } from '../helpers/run-command.ts';
import { aPlatform } from '../helpers/world.ts';

const platforms = [
  aPlatform(),
  aPlatform({ id: 'wavebarn', name: 'Wavebarn', homepage: 'https://www.wavebarn.example', hosts: ['wv.example'] }),
];
const linked = (message: string) => findLinkedPlatforms(message, platforms).map(({ id }) => id);

describe('the platforms a message links to', () => {
  for (const [message, expected] of [
    ['listen: https://tunebox.example/a/b?c=d', ['tunebox']],
    ['https://open.tunebox.example/x', ['tunebox']],
    ['<https://WAVEBARN.example/x>, and [this](https://tunebox.example/y)', ['wavebarn', 'tunebox']],
    ['short https://wv.example/abc https://wavebarn.example', ['wavebarn']],
    ['https://tunebox.example.evil.example/ https://nottunebox.example', []],
    ['tunebox.example without a link', []],
    ['https://', []],
    ['https://[::1]/ https://%%%', []],
  ] as const) {
    it(`${JSON.stringify(message)} → ${expected.join(', ') || 'none'}`, () => {
      assert.deepEqual(linked(message), expected);
    });
  }

  it('are found in messages of many links, and not in one very long word', () => {
    assert.deepEqual(linked('https://tunebox.example/ '.repeat(500)), ['tunebox']);
    assert.deepEqual(linked(`https://${'a'.repeat(100_000)}`), []);
  });
});

describe('AI stance of linked platforms', () => {
  const menu = command('AI stance of linked platforms');

  it('shows documents and research apart, with a button to the whole stance', async () => {
    const { context } = aContext();
    const answer = await menu.execute(aRequest({ message: 'new song! https://tunebox.example/song' }), context);
    assert.match(
      words(answer),
      /Tunebox\n- 📄 None of its documents has been read by this bot yet\.\n- 📌 As of January 2026/,
    );
    assert.deepEqual(answer.buttons, [{ label: 'Tunebox', call: { command: 'stance', args: 'tunebox' } }]);
    assert.equal(answer.ephemeral, true);
  });

  it('says that the message links to no platform', async () => {
    const { context } = aContext();
    for (const message of [undefined, '', 'https://else.example']) {
      assert.match(words(await menu.execute(aRequest({ message }), context)), /No link in this message/);
    }
  });
});
