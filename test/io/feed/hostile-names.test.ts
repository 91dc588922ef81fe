/** Tests feeds whose names mean something to JavaScript (docs/decisions/0010). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFeed } from '../../../src/io/feed/parse-feed.ts';
import { aFeed } from '../../helpers/world.ts';

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

/** A feed with elements and attributes of this name around, beside and within what is read. */
const feedWith = (name: string) => `<?xml version="1.0"?><rss version="2.0"><channel>
  <${name}><polluted>yes</polluted><item><title>No item</title></item></${name}>
  <item>
    <${name}><polluted>yes</polluted></${name}><${name}>again</${name}>
    <title ${name}="a">Tunebox trains on uploads</title>
    <link ${name}="b">https://tunebox.example/1</link>
    <description>A word<${name}>more</${name}></description>
    <guid ${name}="c">one</guid>
  </item>
</channel></rss>`;

describe('a feed with elements and attributes called', () => {
  for (const name of NAMES) {
    it(`${name} is read like any other, and changes no object of ours`, async () => {
      const before = NAMES.map((property) => Object.getOwnPropertyDescriptor(Object.prototype, property));
      const parsed = await parseFeed(feedWith(name), aFeed());
      assert.ok(parsed.status === 'ok');
      assert.deepEqual(
        parsed.items.map(({ id, title, link }) => ({ id, title, link })),
        [{ id: 'one', title: 'Tunebox trains on uploads', link: 'https://tunebox.example/1' }],
      );
      assert.doesNotMatch(JSON.stringify(parsed), /function|native code/);
      assert.equal(Reflect.get({}, 'polluted'), undefined);
      assert.deepEqual(
        NAMES.map((property) => Object.getOwnPropertyDescriptor(Object.prototype, property)),
        before,
      );
    });
  }
});
