import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';

describe('what Discord refuses', () => {
  let discord: LoopbackDiscord;
  const request = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${discord.api}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body),
    });
  const post = (body: unknown) => request('POST', `/channels/${discord.channel('general').id}/messages`, body);
  before(async () => {
    discord = await startLoopbackDiscord();
  });
  after(() => discord.close());

  const long = (length: number) => 'x'.repeat(length);
  const button = (overrides: object = {}) => ({ type: 2, style: 2, label: 'Press', custom_id: 'a', ...overrides });
  const rows = (...buttons: object[]) => ({ components: [{ type: 1, components: buttons }] });
  const OVER_THE_LIMIT = [
    ['content over 2000', { content: long(2001) }, 'content', 'BASE_TYPE_MAX_LENGTH'],
    ['an embed title over 256', { embeds: [{ title: long(257) }] }, 'embeds.0.title', 'BASE_TYPE_MAX_LENGTH'],
    [
      'a description over 4096',
      { embeds: [{ description: long(4097) }] },
      'embeds.0.description',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a footer over 2048',
      { embeds: [{ footer: { text: long(2049) } }] },
      'embeds.0.footer.text',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      '6000 characters over all embeds',
      { embeds: [{ description: long(4000) }, { description: long(2001) }] },
      'embeds',
      'MAX_EMBED_SIZE_EXCEEDED',
    ],
    ['eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }, 'embeds', 'BASE_TYPE_MAX_LENGTH'],
    ['an embed of nothing', { embeds: [{ color: 1 }] }, 'embeds.0.description', 'BASE_TYPE_REQUIRED'],
    [
      'a script as a link',
      { embeds: [{ title: 'x', url: 'javascript:alert(1)' }] },
      'embeds.0.url',
      'URL_TYPE_INVALID_SCHEME',
    ],
    [
      'six rows',
      { components: Array.from({ length: 6 }, (_, i) => rows(button({ custom_id: `${i}` })).components[0]) },
      'components',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'six buttons in a row',
      rows(...[1, 2, 3, 4, 5, 6].map((i) => button({ custom_id: `${i}` }))),
      'components.0.components',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a button label over 80',
      rows(button({ label: long(81) })),
      'components.0.components.0.label',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a custom id over 100',
      rows(button({ custom_id: long(101) })),
      'components.0.components.0.custom_id',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'the same custom id twice',
      rows(button(), button()),
      'components.0.components.1.custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a button without an id',
      rows(button({ custom_id: undefined })),
      'components.0.components.0.custom_id',
      'BASE_TYPE_REQUIRED',
    ],
    [
      'a link button without a link',
      rows(button({ style: 5, custom_id: undefined })),
      'components.0.components.0.url',
      'BASE_TYPE_REQUIRED',
    ],
    ['a nonce over 25', { content: 'x', nonce: long(26) }, 'nonce', undefined],
    [
      'mentions both parsed and listed',
      { content: 'x', allowed_mentions: { parse: ['roles'], roles: ['123456789012345678'] } },
      'allowed_mentions',
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
  ] as const;
  for (const [what, body, path, code] of OVER_THE_LIMIT) {
    test(`${what} is 50035 at ${path}`, async () => {
      const response = await post(body);
      assert.equal(response.status, 400);
      const answer = (await response.json()) as { code: number; errors: Record<string, unknown> };
      assert.equal(answer.code, 50035);
      const found = path
        .split('.')
        .reduce<Record<string, unknown>>((tree, step) => (tree[step] ?? {}) as Record<string, unknown>, answer.errors);
      const [error] = found._errors as { code: string }[];
      if (code) assert.equal(error?.code, code);
    });
  }

  test('a message at every limit is accepted', async () => {
    const buttons = [1, 2, 3, 4, 5].map((i) => button({ custom_id: `${i}`.padEnd(100), label: long(80) }));
    const embeds = [{ title: long(256), description: long(4096), footer: { text: long(6000 - 256 - 4096) } }];
    const response = await post({ content: long(2000), embeds, ...rows(...buttons), nonce: long(25) });
    assert.equal(response.status, 200);
  });

  const option = (overrides: object = {}) => ({ type: 3, name: 'one', description: 'One', ...overrides });
  const BAD_COMMANDS = [
    ['a name in capitals', { name: 'Stance' }],
    ['a name over 32', { name: long(33) }],
    ['a description over 100', { description: long(101) }],
    ['26 options', { options: Array.from({ length: 26 }, (_, i) => option({ name: `o${i}` })) }],
    [
      '26 choices',
      { options: [option({ choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) })] },
    ],
    ['a choice over 100', { options: [option({ choices: [{ name: long(101), value: 'x' }] })] }],
    ['choices and autocomplete', { options: [option({ autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] }],
    ['an optional option before a required one', { options: [option(), option({ name: 'two', required: true })] }],
    ['two options of one name', { options: [option(), option()] }],
    ['a French name in capitals', { name_localizations: { fr: 'Position' } }],
    ['a German description over 100', { description_localizations: { de: long(101) } }],
    ['a name in a language that Discord does not have', { name_localizations: { tlh: 'mel' } }],
    [
      'two options of one name in Spanish',
      { options: [option({ name_localizations: { 'es-ES': 'dos' } }), option({ name: 'dos' })] },
    ],
    ['a description in the menu of messages', { type: 3 }],
    ['options in the menu of messages', { type: 3, description: '', options: [option()] }],
    ['a name over 32 in the menu of messages', { type: 3, description: '', name: long(33) }],
    [
      'more than 8000 characters',
      {
        options: Array.from({ length: 25 }, (_, i) =>
          option({
            name: `o${i}`,
            description: long(100),
            choices: Array.from({ length: 3 }, (_, c) => ({ name: long(99) + c, value: long(50) })),
          }),
        ),
      },
    ],
  ] as const;
  for (const [what, overrides] of BAD_COMMANDS) {
    test(`a command with ${what} is not registered`, async () => {
      const body = [{ name: 'stance', description: 'Where it stands', ...overrides }];
      const response = await request('PUT', `/applications/${discord.world.applicationId}/commands`, body);
      const answer = (await response.json()) as { code: number; errors?: object };
      assert.equal(answer.code, 50035);
      assert.ok(answer.errors);
    });
  }

  test('menus of messages and members take names in words, fifteen of a kind', async () => {
    const register = (many: number) =>
      request(
        'PUT',
        `/applications/${discord.world.applicationId}/commands`,
        [2, 3].flatMap((type) => Array.from({ length: many }, (_, i) => ({ type, name: `What It Says (${i})` }))),
      );
    assert.equal((await register(15)).status, 200);
    assert.equal((await register(16)).status, 400);
  });

  const REFUSALS = [
    ['a wrong token', () => request('GET', '/users/@me', undefined, { authorization: 'Bot nonsense' }), 401, 0],
    ['a channel nobody knows', () => request('GET', '/channels/123456789012345678/messages'), 404, 10003],
    ['a server nobody knows', () => request('GET', '/guilds/123456789012345678'), 404, 10004],
    ['a route nobody knows', () => request('GET', '/nothing'), 404, 0],
    ['a body that is not JSON', () => post('{ content:'), 400, 50109],
    [
      'a body of another kind',
      () =>
        request('POST', `/channels/${discord.channel('general').id}/messages`, 'content=x', {
          'content-type': 'application/x-www-form-urlencoded',
        }),
      400,
      50035,
    ],
    ['an empty message', () => post({ content: '' }), 400, 50006],
    [
      'an interaction nobody opened',
      () => request('POST', '/interactions/123456789012345678/x/callback', { type: 4, data: { content: 'x' } }),
      404,
      10062,
    ],
    ['a web page', () => request('GET', '/users/@me', undefined, { origin: 'https://example.com' }), 403, undefined],
  ] as const;
  for (const [what, ask, status, code] of REFUSALS) {
    test(`${what} is ${status}${code ? ` with code ${code}` : ''}`, async () => {
      const response = await ask();
      assert.equal(response.status, status);
      assert.equal(((await response.json()) as { code?: number }).code, code);
    });
  }

  test('a foreign Host header is refused', async () => {
    const url = new URL(discord.api);
    const status = await new Promise((resolve, reject) => {
      const asked = httpRequest({
        port: url.port,
        host: '127.0.0.1',
        path: '/api/v10/users/@me',
        headers: { host: 'evil.example' },
      });
      asked.on('response', ({ statusCode }) => resolve(statusCode)).on('error', reject);
      asked.end();
    });
    assert.equal(status, 403);
  });

  test('a denied permission gives its error code until it is restored', async () => {
    const channel = discord.channel('general').id;
    discord.faults.deny(channel, 'SEND_MESSAGES');
    assert.equal(((await (await post({ content: 'x' })).json()) as { code: number }).code, 50013);
    discord.faults.deny(channel, 'VIEW_CHANNEL');
    assert.equal(((await (await post({ content: 'x' })).json()) as { code: number }).code, 50001);
    discord.faults.restore(channel);
    discord.faults.deny(channel, 'EMBED_LINKS');
    assert.equal((await post({ content: 'x' })).status, 200);
    assert.equal(((await (await post({ embeds: [{ title: 'x' }] })).json()) as { code: number }).code, 50013);
    discord.faults.restore(channel);
    assert.equal((await post({ embeds: [{ title: 'x' }] })).status, 200);
  });
});
