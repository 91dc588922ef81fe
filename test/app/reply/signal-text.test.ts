/** The sentences about signals, in every language. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signalMoveText } from '../../../src/app/reply/signal-text.ts';
import { translatorFor } from '../../../src/app/words/translator.ts';
import { compareSignals } from '../../../src/core/signals/compare-signals.ts';
import type { ParsedSignals } from '../../../src/domain/signal.ts';
import { LANGUAGES } from '../../../src/domain/vocabulary.ts';
import { CRAWLERS, read, robots } from '../../core/signals/crawlers.ts';

const nothing = robots();
const tdm = (policy?: string) =>
  read('tdmrep.json', JSON.stringify([{ location: '/', 'tdm-reservation': 1, 'tdm-policy': policy }]));

const rows: { name: string; before: ParsedSignals; after: ParsedSignals; english: string }[] = [
  {
    name: 'crawlers kept out',
    before: nothing,
    after: robots('User-agent: GPTBot', 'User-agent: CCBot', 'Disallow: /'),
    english: 'Tunebox now asks CCBot (Common Crawl, data sets) and GPTBot (OpenAI, training) to stay out',
  },
  {
    name: 'a crawler kept out of parts',
    before: nothing,
    after: robots('User-agent: GPTBot', 'Disallow: /a', 'Disallow: /b', 'Disallow: /c', 'Disallow: /d'),
    english: 'Tunebox now asks GPTBot (OpenAI, training) to stay out of /a, /b, /c and 1 more',
  },
  {
    name: 'a crawler kept out of all but a part',
    before: nothing,
    after: robots('User-agent: GPTBot', 'Disallow: /', 'Allow: /press/'),
    english: 'Tunebox now asks GPTBot (OpenAI, training) to stay out, except for /press/',
  },
  {
    name: 'every crawler kept out',
    before: nothing,
    after: robots('User-agent: *', 'Disallow: /'),
    english: 'Tunebox now asks every crawler without rules of its own to stay out',
  },
  {
    name: 'a crawler no longer kept out',
    before: robots('User-agent: ChatGPT-User', 'Disallow: /'),
    after: nothing,
    english: 'Tunebox no longer asks ChatGPT-User (OpenAI, on a user’s request) to stay out',
  },
  {
    name: 'a crawler let in',
    before: robots('User-agent: GPTBot', 'Disallow: /'),
    after: robots('User-agent: GPTBot', 'Allow: /'),
    english: 'Tunebox now lets GPTBot (OpenAI, training) in by name',
  },
  {
    name: 'a use refused to one crawler',
    before: nothing,
    after: read('page', 'x-robots-tag: gptbot: noai'),
    english: 'Tunebox now asks that its pages not be used for training AI (said to GPTBot (OpenAI, training))',
  },
  {
    name: 'a use granted',
    before: nothing,
    after: robots('User-agent: *', 'Content-Signal: ai-input=yes'),
    english: 'Tunebox now says that its pages may be used for AI answers',
  },
  {
    name: 'pictures kept from training',
    before: nothing,
    after: read('page', '<meta name="robots" content="noimageai">'),
    english: 'Tunebox now asks that its pages not be used for training AI (only images)',
  },
  {
    name: 'a reservation',
    before: nothing,
    after: tdm(),
    english: 'Tunebox now reserves text and data mining, AI training included',
  },
  {
    name: 'a reservation gone',
    before: tdm(),
    after: nothing,
    english: 'Tunebox no longer reserves text and data mining',
  },
  {
    name: 'other terms',
    before: tdm('https://tunebox.example/1'),
    after: tdm('https://tunebox.example/2'),
    english: 'Tunebox now names other terms for the use of its pages by machines',
  },
  {
    name: 'a licence',
    before: nothing,
    after: robots('License: https://tunebox.example/license.xml'),
    english: 'Tunebox now names licence terms for automated use of its pages (RSL)',
  },
];

describe('a signal change in words', () => {
  for (const { name, before, after, english } of rows) {
    it(`describes ${name}`, () => {
      const [move] = compareSignals(before, after);
      assert.ok(move);
      assert.equal(signalMoveText(move, 'Tunebox', CRAWLERS, translatorFor('en')), english);
      const sentences = LANGUAGES.map((language) => signalMoveText(move, 'Tunebox', CRAWLERS, translatorFor(language)));
      assert.equal(new Set(sentences).size, LANGUAGES.length);
      for (const sentence of sentences) assert.match(sentence, /^Tunebox [^{}]+$/);
    });
  }
});
