import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSignals } from '../../../src/core/signals/parse-signals.ts';
import { crawlers, robots, toldBy } from './crawlers.ts';

const rows: { name: string; lines: string[]; says: string[] }[] = [
  { name: 'nothing at all', lines: ['# nothing'], says: [] },
  { name: 'rules for everybody about some paths', lines: ['User-agent: *', 'Disallow: /cart'], says: [] },
  { name: 'everybody may come in', lines: ['User-agent: *', 'Disallow:'], says: [] },
  { name: 'nobody may come in', lines: ['User-agent: *', 'Disallow: /'], says: ['robots: * all forbidden'] },
  {
    name: 'one crawler is kept out',
    lines: ['User-agent: GPTBot', 'Disallow: /'],
    says: ['robots: GPTBot train forbidden'],
  },
  {
    name: 'several agents share their rules, blank lines or not, whatever stands between them',
    lines: ['User-agent: GPTBot', '', 'Crawl-delay: 5', 'User-agent: CCBot', '', 'Disallow: /'],
    says: ['robots: GPTBot train forbidden', 'robots: CCBot train forbidden'],
  },
  {
    name: 'each purpose is its own use',
    lines: ['User-agent: OAI-SearchBot', 'User-agent: ChatGPT-User', 'Disallow: /'],
    says: ['robots: OAI-SearchBot search forbidden', 'robots: ChatGPT-User input forbidden'],
  },
  {
    name: 'names count without regard to case, version or what is said about them',
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
    name: 'other crawlers are nothing',
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
    name: 'the longer rule for every path counts, and Allow where both are as long',
    lines: ['User-agent: GPTBot', 'Allow: /', 'Disallow: /*', 'User-agent: CCBot', 'Disallow: /', 'Allow: /'],
    says: ['robots: GPTBot train forbidden', 'robots: CCBot train allowed'],
  },
  {
    name: 'the home page alone is no site',
    lines: ['User-agent: GPTBot', 'Disallow: /', 'Allow: /$'],
    says: ['robots: GPTBot train forbidden'],
  },
  {
    name: 'all of the site but some',
    lines: ['User-agent: GPTBot', 'Disallow: /', 'Allow: /press/', 'Allow: /about'],
    says: ['robots: GPTBot train forbidden but /about /press/'],
  },
  {
    name: 'a crawler that is let in by its name',
    lines: ['User-agent: GPTBot', 'Allow: /', 'User-agent: CCBot', 'Disallow:'],
    says: ['robots: GPTBot train allowed', 'robots: CCBot train allowed'],
  },
  {
    name: 'paths of its own, but not those that everybody is kept out of',
    lines: ['User-agent: *', 'Disallow: /cart', 'User-agent: GPTBot', 'Disallow: /cart', 'Disallow: /music/'],
    says: ['robots: GPTBot train forbidden in /music/'],
  },
  {
    name: 'what everybody is told, told once more',
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
    name: 'Content-Usage, with a path or without',
    lines: ['User-agent: *', 'Content-Usage: train-ai=n', 'Content-Usage: /open/ train-ai=y, search=y', 'Allow: /'],
    says: [
      'content-usage: * train forbidden',
      'content-usage: * train allowed in /open/',
      'content-usage: * search allowed in /open/',
    ],
  },
  {
    name: 'Content-Usage keeps to its case, and the last of a name counts',
    lines: [
      'User-agent: *',
      'Content-Usage: Train-AI=n, search=N',
      'Content-Usage: train-ai=n, train-ai=y;why=x',
      'Allow: /',
    ],
    says: ['content-usage: * train allowed'],
  },
  {
    name: 'of two preferences the stricter holds',
    lines: ['User-agent: *', 'Content-Signal: ai-train=yes', 'Content-Signal: ai-train=no'],
    says: ['content-signal: * train forbidden'],
  },
  {
    name: 'the licence of RSL, wherever it stands',
    lines: ['User-agent: Googlebot', 'Allow: /', 'License: https://tunebox.example/license.xml', 'License: none'],
    says: ['rsl: * all licensed https://tunebox.example/license.xml'],
  },
];

describe('a robots.txt', () => {
  for (const { name, lines, says } of rows) {
    it(name, () => assert.deepEqual(toldBy(robots(...lines)), says));
  }

  it('can be quoted: each statement has the lines that say it, as they are written, with their numbers', () => {
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

  it('says the same in another order, casing and spacing, with other comments, sitemaps and agents', () => {
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

  it('reads the same with line ends of every kind and a byte order mark', () => {
    for (const end of ['\r\n', '\r', '\n']) {
      const text = `\ufeff${['User-agent: GPTBot', 'Disallow: /', ''].join(end)}`;
      assert.equal(parseSignals('robots.txt', text, crawlers)?.statements.length, 1);
    }
  });

  const others: [what: string, text: string][] = [
    ['a web page', '<!doctype html><html><body><p>Not found</p></body></html>'],
    ['a web page behind a byte order mark', '\ufeff\n <html>'],
    ['words', 'Not found'],
    ['an error in JSON', '{"error": "not found"}'],
  ];
  for (const [what, text] of others) {
    it(`is not ${what}`, () => assert.equal(parseSignals('robots.txt', text, crawlers), undefined));
  }
  for (const text of ['', ' \n', '# only a comment\n', 'Sitemap: https://tunebox.example/s.xml']) {
    it(`that is ${JSON.stringify(text)} says nothing`, () => {
      assert.deepEqual(parseSignals('robots.txt', text, crawlers)?.statements, []);
    });
  }
});
