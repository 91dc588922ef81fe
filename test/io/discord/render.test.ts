import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Answer, heading, list, text } from '../../../src/domain/answer.ts';
import { DISCORD_LIMITS } from '../../../src/domain/discord-limits.ts';
import { formatCustomId, parseCustomId } from '../../../src/io/discord/custom-id.ts';
import { escapeLinkLabel, escapeText, safeLinkUrl } from '../../../src/io/discord/escape.ts';
import { renderAnswer } from '../../../src/io/discord/render.ts';

const answer = (overrides: Partial<Answer>): Answer => ({ title: 'T', tone: 'neutral', blocks: [], ...overrides });
const descriptionOf = (one: Answer, page = 0): string => renderAnswer(one, page).embeds[0]?.description ?? '';

describe('untrusted text', () => {
  const rows: [what: string, given: string, shown: string][] = [
    ['mentions nobody', '@everyone <@123> <@&4>', '\\@everyone \\<\\@123\\> \\<\\@&4\\>'],
    ['has no markup', '**bold** _it_ `code` ||x||', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\|\\|x\\|\\|'],
    ['makes no link', '[a](https://evil.example)', '\\[a\\]\\(https\\://evil.example\\)'],
    ['starts no heading and no list', '# big\n- item', '\\# big\n\\- item'],
    ['hides nothing', 'a\u200b\u202eb\u0000c', 'abc'],
    ['turns no line around', 'a\u061cb\u2067c\u2028d', 'abcd'],
    ['holds whole characters', 'a😀'.slice(0, 2), 'a\ufffd'],
    ['smuggles nothing in', 'a\u{e0069}\u{e0067}b\u00adc\u3164d\u206ae\u200df', 'abcdef'],
    [
      'tears no emoji',
      '👩🏽\u200d🎤 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ❤️',
      '👩🏽\u200d🎤 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ❤️',
    ],
  ];
  for (const [what, given, shown] of rows) it(what, () => assert.equal(escapeText(given), shown));
});

describe('the address of a link', () => {
  const rows: [what: string, given: string, written: string | undefined][] = [
    ['is none without http(s)', 'javascript:alert(1)', undefined],
    ['is none where it is nonsense', 'nonsense', undefined],
    ['is none of data', 'data:text/html,x', undefined],
    ['closes no parenthesis', 'https://a.example/x_(y)', 'https://a.example/x_%28y%29'],
    ['holds no brackets', 'https://a.example/[x]?q=[y]#[z]', 'https://a.example/%5Bx%5D?q=%5By%5D#%5Bz%5D'],
    ['holds no space', 'https://a.example/a b?c d#e f', 'https://a.example/a%20b?c%20d#e%20f'],
    ['holds no quotes', 'https://a.example/"\'`?"\'`', 'https://a.example/%22%27%60?%22%27%60'],
    ['ends no address', 'https://a.example/<b>?<c>#<d>', 'https://a.example/%3Cb%3E?%3Cc%3E#%3Cd%3E'],
    ['hides nothing', 'https://a.example/||x||?||y||', 'https://a.example/%7C%7Cx%7C%7C?%7C%7Cy%7C%7C'],
    ['escapes nothing', 'https://a.example/?a=\\)', 'https://a.example/?a=%5C%29'],
    ['holds no control characters', 'https://a.example/a\u0000\nb?\u0007c', 'https://a.example/a%00b?%07c'],
    ['turns no line around', 'https://a.example/\u202egpj.exe?\u2067', 'https://a.example/%E2%80%AEgpj.exe?%E2%81%A7'],
    ['is written once', 'https://a.example/%28x%29', 'https://a.example/%28x%29'],
    ['names its real host first', 'https://discord.com:x@evil.example/', 'https://evil.example/'],
    ['has a host in letters that tell', 'https://аpple.example/', 'https://xn--pple-43d.example/'],
    ['has no host that ends it', 'https://evil.example)x.example/', undefined],
    ['has no host in brackets', 'http://[2001:db8::1]/', undefined],
  ];
  for (const [what, given, written] of rows) it(what, () => assert.equal(safeLinkUrl(given), written));

  it('is kept up to Discord’s limit, and dropped beyond it', () => {
    const address = (length: number) => 'https://a.example/'.padEnd(length, 'x');
    assert.equal(safeLinkUrl(address(DISCORD_LIMITS.embedUrl))?.length, DISCORD_LIMITS.embedUrl);
    assert.equal(safeLinkUrl(address(DISCORD_LIMITS.embedUrl + 1)), undefined);
    assert.equal(safeLinkUrl(`https://a.example/${'я'.repeat(350)}`), undefined);
    assert.equal(safeLinkUrl(address(DISCORD_LIMITS.linkUrl + 1), DISCORD_LIMITS.linkUrl), undefined);
  });
});

describe('the label of a link', () => {
  const rows: [given: string, shown: string][] = [
    ['Terms [2026]', 'Terms \\(2026\\)'],
    ['x](https://evil.example) [y', 'x\\)\\(evil.example\\) \\(y'],
    ['https://bank.example/login', 'bank.example/login'],
    ['see http://a.example\nand more', 'see a.example and more'],
    ['*bold* @everyone', '\\*bold\\* \\@everyone'],
  ];
  for (const [given, shown] of rows)
    it(`cannot end the link early: ${JSON.stringify(given)}`, () => assert.equal(escapeLinkLabel(given), shown));

  it('is never empty', () => {
    assert.equal(
      descriptionOf(answer({ blocks: [text({ link: '\u200b', url: 'https://a.example/' })] })),
      '[…](https://a.example/)',
    );
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

  it('has a title and a footer without markup or bidirectional marks', () => {
    const [embed] = renderAnswer(answer({ title: '“*a* <@1> \u202eb: c-d”', footer: '\u202e*a*' })).embeds;
    assert.equal(embed?.title, '“\\*a\\* \\<@1> b: c-d”');
    assert.equal(embed?.footer?.text, '*a*');
  });

  it('splits a word longer than a page between characters', () => {
    const words = `${'x'.repeat(2599)}${'@'.repeat(1300)}${'😀'.repeat(1000)}`;
    const quote = answer({ blocks: [{ kind: 'quote', text: words }] });
    const pages = [0, 1, 2].map((page) => descriptionOf(quote, page).slice('> '.length));
    for (const page of pages) assert.ok(page.isWellFormed() && !/^@|(?<!\\)\\$/.test(page));
    assert.ok(pages.join('') === escapeText(words), 'every character stands once');
  });

  it('stays within Discord’s limits when everything is as long as possible', () => {
    const long = answer({
      title: 'x'.repeat(1000),
      url: `https://a.example/${'y'.repeat(3000)}`,
      blocks: [text('z'.repeat(9000)), list([['w'.repeat(9000)]]), { kind: 'quote', text: 'v '.repeat(9000) }],
      footer: 'f'.repeat(5000),
      buttons: Array.from({ length: 9 }, () => ({
        label: 'l'.repeat(200),
        call: { command: 'c', args: 'a'.repeat(300) },
      })),
      call: { command: 'c', args: 'a'.repeat(300) },
    });
    for (let page = 0; page < 12; page++) {
      const { embeds, components } = renderAnswer(long, page);
      const [embed] = embeds;
      assert.ok((embed?.title?.length ?? 0) <= DISCORD_LIMITS.embedTitle);
      assert.ok((embed?.description?.length ?? 0) <= DISCORD_LIMITS.embedDescription);
      const total = [embed?.title, embed?.description, embed?.footer?.text].join('').length;
      assert.ok(total <= DISCORD_LIMITS.embedsTotal, `${total} characters on page ${page}`);
      for (const row of components) {
        assert.ok('components' in row && row.components.length <= DISCORD_LIMITS.buttonsPerRow);
        for (const button of row.components) {
          assert.ok('custom_id' in button && button.custom_id.length <= DISCORD_LIMITS.customId);
          assert.ok('label' in button && (button.label?.length ?? 0) <= DISCORD_LIMITS.buttonLabel);
        }
      }
    }
  });

  it('stays within Discord’s limits whatever a document calls its sections', () => {
    const endless = '@'.repeat(6000);
    const pages = [
      [heading(endless), { kind: 'quote', label: endless, section: endless, text: endless, language: 'de' }],
      [...Array.from({ length: 40 }, () => heading(endless)), text('end')],
      [text({ code: endless })],
      [text({ bold: endless }, { link: endless, url: `https://a.example/${'x'.repeat(2000)}` })],
      [list([[{ link: endless, url: 'https://a.example/' }], [{ channel: `1> @everyone ${endless}` }]])],
    ] as const;
    for (const blocks of pages) {
      const long = answer({ title: endless, blocks: [...blocks], footer: endless });
      for (let page = 0; page < 12; page++) {
        const [embed] = renderAnswer(long, page).embeds;
        assert.ok(
          (embed?.description?.length ?? 0) <= DISCORD_LIMITS.embedDescription,
          `${embed?.description?.length}`,
        );
        const total = [embed?.title, embed?.description, embed?.footer?.text].join('').length;
        assert.ok(total <= DISCORD_LIMITS.embedsTotal, `${total} characters`);
        assert.doesNotMatch(embed?.description ?? '', /(?<!\\)@/);
      }
    }
  });

  it('breaks no link or emphasis where a line is cut', () => {
    const link = { link: 'the terms', url: `https://a.example/${'x'.repeat(1000)}` };
    for (let length = 1900; length < 3005; length += 1) {
      const shown = descriptionOf(
        answer({ blocks: [text('z'.repeat(length), ' ', link, ' ', { bold: 'now' }, ' end')] }),
      );
      const rest = shown
        .replace(/^z+ */, '')
        .replace(`[the terms](${link.url})`, '')
        .replace(/\*\*[^*]+\*\*/, '');
      assert.match(rest, /^[ end…]*$/, `cut after ${length} characters`);
      assert.ok(shown.length <= 3000);
    }
  });

  it('leaves out an address that is too long, and keeps the rest', () => {
    const url = `https://a.example/${'я'.repeat(1780)}`;
    const [embed] = renderAnswer(answer({ title: 'News', url, blocks: [list([[{ link: 'Outlet', url }]])] })).embeds;
    assert.deepEqual([embed?.title, embed?.url, embed?.description], ['News', undefined, '- Outlet']);
  });

  it('never shortens a quote: its pages hold every word once', () => {
    const words = Array.from({ length: 4000 }, (_, i) => `word${i}`);
    const long = answer({
      blocks: [{ kind: 'quote', label: 'Now', text: words.join(' ') }],
      call: { command: 'c', args: '' },
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

  it('emphasises the words of an edited quote that the other side lacks', () => {
    const quote = (words: string, against: string) =>
      descriptionOf(answer({ blocks: [{ kind: 'quote', text: words, against }] }));
    assert.equal(quote('We may *not* train AI.', 'We may train AI.'), '> We may **not** train AI.');
    assert.equal(quote('We may train AI.', 'We may not train AI.'), '> We may train AI.');
    assert.equal(quote('All is new here.', 'Nothing stayed as before.'), '> All is new here.');
  });

  it('has page buttons that name their page', () => {
    const long = answer({
      blocks: Array.from({ length: 5 }, () => text('x'.repeat(2900))),
      call: { command: 'timeline', args: 'tunebox' },
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

  it('never ends a page with a heading', () => {
    const long = answer({ blocks: [text('x'.repeat(2990)), heading('Second'), text('y'.repeat(500))] });
    assert.doesNotMatch(descriptionOf(long, 0), /Second/);
    assert.match(descriptionOf(long, 1), /^### Second\ny/);
  });
});

describe('a custom id', () => {
  const rows = [
    { call: { command: 'stance', args: 'tunebox' }, page: undefined },
    { call: { command: 'changes', args: 'a|b' }, page: 3 },
    { call: { command: 'status', args: '' }, page: 0 },
  ];
  for (const { call, page } of rows) {
    it(`reads back as it was written: ${formatCustomId(call, page)}`, () => {
      assert.deepEqual(parseCustomId(formatCustomId(call, page)), { call, page });
    });
  }

  it('holds whole characters', () => {
    for (const about of ['😀'.repeat(200), `x${'😀'.repeat(200)}`, '\ud83d', 'a\u0000b\u202e']) {
      const id = formatCustomId({ command: 'search', args: about }, 0);
      assert.ok(id.length <= DISCORD_LIMITS.customId && id.isWellFormed());
      assert.equal(parseCustomId(id)?.call.command, 'search');
    }
  });

  it('of another bot or an older version is rejected', () => {
    assert.equal(parseCustomId('something-else'), undefined);
    assert.equal(parseCustomId('page.x|a|b'), undefined);
  });
});
