import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Answer, heading, list, text } from '../../../src/app/answers/answer.ts';
import { escapeText, linkTarget } from '../../../src/io/discord/escape.ts';
import { LIMITS } from '../../../src/io/discord/limits.ts';
import { customId, readCustomId, renderAnswer } from '../../../src/io/discord/render.ts';

const answer = (overrides: Partial<Answer>): Answer => ({ title: 'T', tone: 'neutral', blocks: [], ...overrides });
const descriptionOf = (one: Answer, page = 0): string => renderAnswer(one, page).embeds[0]?.description ?? '';

describe('foreign text', () => {
  const rows: [what: string, given: string, shown: string][] = [
    ['mentions nobody', '@everyone <@123> <@&4>', '\\@everyone \\<\\@123\\> \\<\\@&4\\>'],
    ['has no markup', '**bold** _it_ `code` ||x||', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\|\\|x\\|\\|'],
    ['makes no link', '[a](https://evil.example)', '\\[a\\]\\(https\\://evil.example\\)'],
    ['starts no heading and no list', '# big\n- item', '\\# big\n\\- item'],
    ['hides nothing', 'a\u200b\u202eb\u0000c', 'abc'],
    ['turns no line around', 'a\u061cb\u2067c\u2028d', 'abcd'],
    ['holds whole characters', 'a😀'.slice(0, 2), 'a\ufffd'],
  ];
  for (const [what, given, shown] of rows) it(what, () => assert.equal(escapeText(given), shown));

  it('is a link target only as http(s), and cannot close the parenthesis', () => {
    assert.equal(linkTarget('javascript:alert(1)'), undefined);
    assert.equal(linkTarget('nonsense'), undefined);
    assert.equal(linkTarget('https://a.example/x_(y)'), 'https://a.example/x_%28y%29');
  });
});

describe('an answer', () => {
  it('is one embed with its blocks as Discord markdown', () => {
    const shown = descriptionOf(
      answer({
        blocks: [
          heading('Terms'),
          text('Since ', { date: '2024-02' }, ', ', { bold: 'a*b' }, ' ', { link: 'here', url: 'https://a.example/' }),
          list([['one'], [{ code: '/help' }]]),
          {
            kind: 'quote',
            label: 'Before',
            section: 'Licence',
            text: 'We **never** train on [uploads](https://x.example).',
          },
          text({ instant: '2024-02-12T00:00:00.000Z' }),
        ],
      }),
    );
    assert.equal(
      shown,
      [
        '### Terms',
        'Since February 2024, **a\\*b** [here](https://a.example/)',
        '- one',
        '- `/help`',
        '**Before** · Licence',
        '> We never train on uploads.',
        '<t:1707696000:f>',
      ].join('\n'),
    );
  });

  it('has a title and a footer that foreign words cannot mark up or turn around', () => {
    const [embed] = renderAnswer(answer({ title: '“*a* <@1> \u202eb: c-d”', footer: '\u202e*a*' })).embeds;
    assert.equal(embed?.title, '“\\*a\\* \\<@1> b: c-d”');
    assert.equal(embed?.footer?.text, '*a*');
  });

  it('cuts a word that is longer than a page between whole characters', () => {
    const words = `${'x'.repeat(2599)}${'@'.repeat(1300)}${'😀'.repeat(1000)}`;
    const quote = answer({ blocks: [{ kind: 'quote', text: words }] });
    const pages = [0, 1, 2].map((page) => descriptionOf(quote, page).slice('> '.length));
    for (const page of pages) assert.ok(page.isWellFormed() && !/^@|(?<!\\)\\$/.test(page));
    assert.ok(pages.join('') === escapeText(words), 'every character stands once');
  });

  it('stays within the limits when everything is as long as can be', () => {
    const long = answer({
      title: 'x'.repeat(1000),
      url: `https://a.example/${'y'.repeat(3000)}`,
      blocks: [text('z'.repeat(9000)), list([['w'.repeat(9000)]]), { kind: 'quote', text: 'v '.repeat(9000) }],
      footer: 'f'.repeat(5000),
      buttons: Array.from({ length: 9 }, () => ({
        label: 'l'.repeat(200),
        ask: { command: 'c', about: 'a'.repeat(300) },
      })),
      ask: { command: 'c', about: 'a'.repeat(300) },
    });
    for (let page = 0; page < 12; page++) {
      const { embeds, components } = renderAnswer(long, page);
      const [embed] = embeds;
      assert.ok((embed?.title?.length ?? 0) <= LIMITS.embedTitle);
      assert.ok((embed?.description?.length ?? 0) <= LIMITS.embedDescription);
      const total = [embed?.title, embed?.description, embed?.footer?.text].join('').length;
      assert.ok(total <= LIMITS.embedsTotal, `${total} characters on page ${page}`);
      for (const row of components) {
        assert.ok('components' in row && row.components.length <= LIMITS.buttonsPerRow);
        for (const button of row.components) {
          assert.ok('custom_id' in button && button.custom_id.length <= LIMITS.customId);
          assert.ok('label' in button && (button.label?.length ?? 0) <= LIMITS.buttonLabel);
        }
      }
    }
  });

  it('never shortens a quote: over its pages every word stands once', () => {
    const words = Array.from({ length: 4000 }, (_, i) => `word${i}`);
    const long = answer({
      blocks: [{ kind: 'quote', label: 'Now', text: words.join(' ') }],
      ask: { command: 'c', about: '' },
    });
    const seen: string[] = [];
    for (let page = 0; page < 30; page++) {
      const shown = renderAnswer(long, page).embeds[0];
      if (page > 0 && shown?.footer?.text === renderAnswer(long, page - 1).embeds[0]?.footer?.text) break;
      seen.push(
        ...(shown?.description ?? '')
          .replace(/^\*\*Now\*\*$/m, '')
          .split(/[\s>]+/)
          .filter(Boolean),
      );
    }
    assert.deepEqual(seen, words);
  });

  it('emphasises in an edited quote the words that the other side has not', () => {
    const quote = (words: string, against: string) =>
      descriptionOf(answer({ blocks: [{ kind: 'quote', text: words, against }] }));
    assert.equal(quote('We may *not* train AI.', 'We may train AI.'), '> We may **not** train AI.');
    assert.equal(quote('We may train AI.', 'We may not train AI.'), '> We may train AI.');
    assert.equal(quote('All is new here.', 'Nothing stayed as before.'), '> All is new here.');
  });

  it('turns pages by buttons that know where they lead', () => {
    const long = answer({
      blocks: Array.from({ length: 5 }, () => text('x'.repeat(2900))),
      ask: { command: 'timeline', about: 'tunebox' },
    });
    const idsOn = (page: number) =>
      renderAnswer(long, page).components.flatMap((row) =>
        'components' in row
          ? row.components.map((one) => ('custom_id' in one ? [one.custom_id, one.disabled] : []))
          : [],
      );
    assert.deepEqual(idsOn(0), [
      ['page.0|timeline|tunebox', true],
      ['page.1|timeline|tunebox', false],
    ]);
    assert.deepEqual(idsOn(4), [
      ['page.3|timeline|tunebox', false],
      ['page.5|timeline|tunebox', true],
    ]);
    assert.equal(descriptionOf(long, 99), descriptionOf(long, 4));
  });

  it('puts no heading at the end of a page without what it heads', () => {
    const long = answer({ blocks: [text('x'.repeat(2990)), heading('Second'), text('y'.repeat(500))] });
    assert.doesNotMatch(descriptionOf(long, 0), /Second/);
    assert.match(descriptionOf(long, 1), /^### Second\ny/);
  });
});

describe('a custom id', () => {
  const rows = [
    { ask: { command: 'stance', about: 'tunebox' }, page: undefined },
    { ask: { command: 'changes', about: 'a|b' }, page: 3 },
    { ask: { command: 'status', about: '' }, page: 0 },
  ];
  for (const { ask, page } of rows) {
    it(`reads back as it was written: ${customId(ask, page)}`, () => {
      assert.deepEqual(readCustomId(customId(ask, page)), { ask, page });
    });
  }

  it('of another bot or an older version is not understood', () => {
    assert.equal(readCustomId('something-else'), undefined);
    assert.equal(readCustomId('page.x|a|b'), undefined);
  });
});
