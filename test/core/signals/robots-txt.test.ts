import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSignals } from '../../../src/core/signals/parse-signals.ts';
import { crawlers, robots, summarise } from './crawlers.ts';

const rows: { name: string; lines: string[]; says: string[] }[] = [
  { name: 'only comments', lines: ['# nothing'], says: [] },
  { name: 'rules for everybody about some paths', lines: ['User-agent: *', 'Disallow: /cart'], says: [] },
  { name: 'everybody is allowed', lines: ['User-agent: *', 'Disallow:'], says: [] },
  { name: 'nobody is allowed', lines: ['User-agent: *', 'Disallow: /'], says: ['robots: * all forbidden'] },
  {
    name: 'one crawler is forbidden',
    lines: ['User-agent: GPTBot', 'Disallow: /'],
    says: ['robots: GPTBot train forbidden'],
  },
  {
    name: 'several agents share a group, across blank lines and other directives',
    lines: ['User-agent: GPTBot', '', 'Crawl-delay: 5', 'User-agent: CCBot', '', 'Disallow: /'],
    says: ['robots: GPTBot train forbidden', 'robots: CCBot train forbidden'],
  },
  {
    name: 'each purpose has its own use',
    lines: ['User-agent: OAI-SearchBot', 'User-agent: ChatGPT-User', 'Disallow: /'],
    says: ['robots: OAI-SearchBot search forbidden', 'robots: ChatGPT-User input forbidden'],
  },
  {
    name: 'names match without case, version or comment',
    lines: ['user-agent: gptbot/1.2', 'user-agent: CLAUDEBOT (Anthropic)', 'user-agent: kangaroo bot', 'disallow: /'],
    says: [
      'robots: GPTBot train forbidden',
      'robots: ClaudeBot train forbidden',
      'robots: Kangaroo Bot train forbidden',
    ],
  },
  {
    name: 'a longer name is another crawler',
    lines: ['User-agent: GPTBot-Preview', 'User-agent: MyGPTBot', 'Disallow: /'],
    says: [],
  },
  {
    name: 'other crawlers are ignored',
    lines: ['User-agent: AhrefsBot', 'Disallow: /'],
    says: [],
  },
  {
    name: 'groups of one agent count together',
    lines: [
      'User-agent: GPTBot',
      'Allow: /press',
      'User-agent: *',
      'Disallow: /x',
      'User-agent: GPTBot',
      'Disallow: /',
    ],
    says: ['robots: GPTBot train forbidden but /press'],
  },
  {
    name: 'the longest rule for the whole site wins, and Allow where both are equally long',
    lines: ['User-agent: GPTBot', 'Allow: /', 'Disallow: /*', 'User-agent: CCBot', 'Disallow: /', 'Allow: /'],
    says: ['robots: GPTBot train forbidden', 'robots: CCBot train allowed'],
  },
  {
    name: 'the home page alone is no exception',
    lines: ['User-agent: GPTBot', 'Disallow: /', 'Allow: /$'],
    says: ['robots: GPTBot train forbidden'],
  },
  {
    name: 'the whole site with exceptions',
    lines: ['User-agent: GPTBot', 'Disallow: /', 'Allow: /press/', 'Allow: /about'],
    says: ['robots: GPTBot train forbidden but /about /press/'],
  },
  {
    name: 'a crawler allowed by name',
    lines: ['User-agent: GPTBot', 'Allow: /', 'User-agent: CCBot', 'Disallow:'],
    says: ['robots: GPTBot train allowed', 'robots: CCBot train allowed'],
  },
  {
    name: 'paths of its own, without those forbidden to everybody',
    lines: ['User-agent: *', 'Disallow: /cart', 'User-agent: GPTBot', 'Disallow: /cart', 'Disallow: /music/'],
    says: ['robots: GPTBot train forbidden in /music/'],
  },
  {
    name: 'the rules for everybody repeated for one crawler',
    lines: ['User-agent: *', 'Disallow: /cart', 'User-agent: GPTBot', 'Disallow: /cart'],
    says: ['robots: GPTBot train allowed'],
  },
  {
    name: 'Content-Signal, for everybody and for one',
    lines: [
      'User-agent: *',
      'Content-Signal: search=yes, ai-train=no',
      'Allow: /',
      'User-agent: GPTBot',
      'content-signal: AI-INPUT = No',
      'Allow: /',
    ],
    says: [
      'robots: GPTBot train allowed',
      'content-signal: * search allowed',
      'content-signal: * train forbidden',
      'content-signal: GPTBot input forbidden',
    ],
  },
  {
    name: 'Content-Signal above all groups is for everybody',
    lines: ['Content-Signal: ai-train=no', 'User-agent: *', 'Allow: /'],
    says: ['content-signal: * train forbidden'],
  },
  {
    name: 'Content-Usage with and without a path',
    lines: ['User-agent: *', 'Content-Usage: train-ai=n', 'Content-Usage: /open/ train-ai=y, search=y', 'Allow: /'],
    says: [
      'content-usage: * train forbidden',
      'content-usage: * train allowed in /open/',
      'content-usage: * search allowed in /open/',
    ],
  },
  {
    name: 'Content-Usage is case-sensitive, and the last value of a name counts',
    lines: [
      'User-agent: *',
      'Content-Usage: Train-AI=n, search=N',
      'Content-Usage: train-ai=n, train-ai=y;why=x',
      'Allow: /',
    ],
    says: ['content-usage: * train allowed'],
  },
  {
    name: 'the stricter of two preferences holds',
    lines: ['User-agent: *', 'Content-Signal: ai-train=yes', 'Content-Signal: ai-train=no'],
    says: ['content-signal: * train forbidden'],
  },
  {
    name: 'the licence of RSL, anywhere in the file',
    lines: ['User-agent: Googlebot', 'Allow: /', 'License: https://tunebox.example/license.xml', 'License: none'],
    says: ['rsl: * all licensed https://tunebox.example/license.xml'],
  },
];

describe('a robots.txt', () => {
  for (const { name, lines, says } of rows) {
    it(name, () => assert.deepEqual(summarise(robots(...lines)), says));
  }

  it('is quoted verbatim, with line numbers', () => {
    const [statement] = robots(
      '# hello',
      '  User-Agent:GPTBot  # the one of OpenAI',
      '',
      'Crawl-delay: 5',
      'Disallow: /',
    ).statements;
    assert.deepEqual(statement?.lines, [
      { number: 2, text: 'User-Agent:GPTBot  # the one of OpenAI' },
      { number: 5, text: 'Disallow: /' },
    ]);
  });

  it('has the same identity in another order, casing and spacing, with other comments, sitemaps and agents', () => {
    const one = robots('User-agent: GPTBot', 'Disallow: /', '', 'User-agent: CCBot', 'Disallow: /');
    const other = robots(
      'Sitemap: https://tunebox.example/sitemap.xml',
      'USER-AGENT : ccbot # again',
      'User-agent: AhrefsBot',
      'user-agent: GptBot/2',
      'Crawl-delay: 10',
      'DISALLOW:/',
    );
    assert.equal(one.identity, other.identity);
    assert.notEqual(one.identity, robots('User-agent: GPTBot', 'Disallow: /').identity);
  });

  it('may have any line ends and a byte-order mark', () => {
    for (const end of ['\r\n', '\r', '\n']) {
      const text = `\ufeff${['User-agent: GPTBot', 'Disallow: /', ''].join(end)}`;
      assert.equal(parseSignals('robots.txt', text, crawlers)?.statements.length, 1);
    }
  });

  const others: [name: string, text: string][] = [
    ['a web page', '<!doctype html><html><body><p>Not found</p></body></html>'],
    ['a web page with a byte-order mark', '\ufeff\n <html>'],
    ['text', 'Not found'],
    ['a JSON error', '{"error": "not found"}'],
  ];
  for (const [name, text] of others) {
    it(`is not ${name}`, () => assert.equal(parseSignals('robots.txt', text, crawlers), undefined));
  }
  for (const text of ['', ' \n', '# only a comment\n', 'Sitemap: https://tunebox.example/s.xml']) {
    it(`with the text ${JSON.stringify(text)} says nothing`, () => {
      assert.deepEqual(parseSignals('robots.txt', text, crawlers)?.statements, []);
    });
  }
});
