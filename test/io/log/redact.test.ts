import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DiscordAPIError, HTTPError } from 'discord.js';
import { redactError, redactFields, redactText } from '../../../src/io/log/redact.ts';

const TOKEN = 'k3yX-9aZ_Qw7eRtYuIoPLkJhGfDsAzXcVbNmQ1w2E3r';
const BOT = `${Buffer.from('100000000000000001').toString('base64url')}.GhIjKl.${'aB3-_x'.repeat(7)}`;
const CALLBACK = `https://discord.com/api/v10/interactions/200000000000000001/${TOKEN}/callback`;
const WEBHOOK = `https://discord.com/api/v10/webhooks/200000000000000001/${TOKEN}/messages/@original?wait=true`;

describe('a text in the log', () => {
  const rows: [what: string, words: string, shown: string][] = [
    [
      'an interaction’s callback',
      `POST ${CALLBACK} failed`,
      'POST https://discord.com/api/v10/interactions/:id/[masked]/callback failed',
    ],
    [
      'an interaction’s webhook',
      WEBHOOK,
      'https://discord.com/api/v10/webhooks/:id/[masked]/messages/@original?wait=true',
    ],
    ['an address that was encoded', `to=%2Fwebhooks%2F2%2F${TOKEN}%2Fx`, 'to=%2Fwebhooks%2F:id/[masked]%2Fx'],
    ['a bot’s token', `login with ${BOT}`, 'login with [masked]'],
    ['a header', `{"authorization":"Bot ${BOT}","x":1}`, '{"authorization":"[masked]","x":1}'],
    ['a header of another kind', `Authorization: Bearer ${TOKEN}, next`, 'Authorization: [masked], next'],
    ['a token by its name', `token=${TOKEN}&page=2`, 'token=[masked]&page=2'],
    [
      'an interaction’s token alone',
      `took ${Buffer.from('interaction:200000000000000001:a1b2').toString('base64')}`,
      'took [masked]',
    ],
    ['a password in an address', 'redis://user:hunter2@store.example/0', 'redis://[masked]@store.example/0'],
  ];
  for (const [what, words, shown] of rows) it(`never holds ${what}`, () => assert.equal(redactText(words), shown));

  for (const words of [
    'tunebox/Terms of Service: failed, the server answered 404',
    `alert ${'0123456789abcdef'.repeat(4)} was told to 200000000000000001`,
    'https://docs.example/document/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit: failed',
    'Unexpected token < in JSON',
    'the bot is online in 12 servers',
  ]) {
    it(`stays as it is: ${words.slice(0, 40)}`, () => assert.equal(redactText(words), words));
  }
});

describe('an error in the log', () => {
  const body = { files: undefined, body: { type: 4, data: { content: 'for one member alone' } } };
  const raw = { code: 10062, message: 'Unknown interaction', hint: TOKEN };

  it('of Discord keeps its kind and the requested route, and nothing of URL and body', () => {
    const error = new DiscordAPIError(raw, 10062, 404, 'POST', CALLBACK, body);
    const { stack, ...shown } = redactError(error);
    assert.deepEqual(shown, {
      name: 'DiscordAPIError[10062]',
      code: 10062,
      message: 'Unknown interaction',
      status: 404,
      method: 'POST',
      route: '/api/v10/interactions/:id/[masked]/callback',
    });
    assert.match(stack ?? '', /Unknown interaction\n +at /);
  });

  const rows: [what: string, error: Error][] = [
    ['of a webhook', new DiscordAPIError(raw, 10062, 404, 'PATCH', WEBHOOK, body)],
    ['without a code of Discord’s', new HTTPError(500, 'Internal Server Error', 'POST', CALLBACK, body)],
    ['whose message holds it', new Error(`could not ask ${CALLBACK}`)],
    ['whose cause holds it', new Error('an answer failed', { cause: new Error(`at ${WEBHOOK}`) })],
    ['that is one of several', new AggregateError([new Error(CALLBACK)], 'all failed')],
    ['that holds it without its URL', new Error(`token ${TOKEN} is not valid`)],
    [
      'that is wrapped',
      Object.assign(new Error('wrapped', { cause: new HTTPError(502, 'Bad', 'POST', CALLBACK, body) }), {
        request: { url: CALLBACK, headers: { authorization: `Bot ${BOT}` } },
      }),
    ],
  ];
  for (const [what, error] of rows) {
    it(`never holds a token: one ${what}`, () => {
      const written = JSON.stringify(redactFields({ err: error, deep: [{ inner: { error } }] }));
      assert.doesNotMatch(written, new RegExp(TOKEN));
      assert.doesNotMatch(written, new RegExp(BOT.replaceAll('.', '\\.')));
      assert.doesNotMatch(written, /for one member alone/);
    });
  }

  it('includes its causes, up to a depth', () => {
    const circle = new Error('it bites its tail');
    circle.cause = circle;
    let depth = 0;
    for (let { cause } = redactError(circle); cause; { cause } = cause) depth += 1;
    assert.equal(depth, 4);
    assert.match(
      redactError(new Error('a', { cause: new TypeError('b') })).stack ?? '',
      /Error: a[\s\S]*caused by: TypeError: b/,
    );
  });

  it('is cut, however long it is', () => {
    for (const words of ['M-'.repeat(200_000), '://'.repeat(100_000), 'token='.repeat(50_000), 'a'.repeat(1_000_000)]) {
      const shown = redactError(new Error(words));
      assert.ok(shown.message.length <= 2000 && (shown.stack?.length ?? 0) <= 8000);
    }
  });
});

describe('fields in the log', () => {
  it('lose their secrets and nothing else', () => {
    const fields = { channel: '1', count: 3, token: 'x', of: { Authorization: 'y', url: CALLBACK }, at: [CALLBACK] };
    assert.deepEqual(redactFields(fields), {
      channel: '1',
      count: 3,
      token: '[masked]',
      of: { Authorization: '[masked]', url: 'https://discord.com/api/v10/interactions/:id/[masked]/callback' },
      at: ['https://discord.com/api/v10/interactions/:id/[masked]/callback'],
    });
  });

  it('may be circular', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    assert.ok(JSON.stringify(redactFields({ circle })).length < 200);
  });
});
