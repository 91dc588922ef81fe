/** Every command about every platform of the shipped catalog: each page of each answer keeps Discord's limits. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Request } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { sayIn } from '../../src/app/say.ts';
import { subscriptionDesk } from '../../src/app/subscriptions.ts';
import { TOPICS } from '../../src/domain.ts';
import { loadCatalog } from '../../src/io/catalog/load.ts';
import { LIMITS } from '../../src/io/discord/limits.ts';
import { renderAnswer } from '../../src/io/discord/render.ts';
import { aChange, memoryStore, sendingTo } from '../helpers/world.ts';

const loaded = await loadCatalog([fileURLToPath(new URL('../../catalog', import.meta.url))]);
assert.ok(loaded.status === 'ok');
const { catalog } = loaded;
const now = new Date('2026-11-01T12:00:00.000Z');

/** A store in which every document has been read and says much about everything. */
async function talkativeStore() {
  const store = memoryStore();
  const quote = {
    text: `We **may** train AI on [uploads](https://a.example), ${'and say so at length, '.repeat(60)}`,
    section: 'AI',
  };
  for (const { id, platform } of catalog.platforms.flatMap(({ documents }) => documents)) {
    const lines = TOPICS.map((topic) => ({ topic, quotes: Array.from({ length: 5 }, () => quote) }));
    await store.stances.put(id, { document: id, version: 'v', seen: now.toISOString(), training: 'permitted', lines });
    const change = aChange({ document: id, platform });
    await store.changes.put(`${id} change`, { ...change, id: `${id} change` });
  }
  return store;
}

describe('the shipped catalog', async () => {
  const store = await talkativeStore();
  const archive = { catalog, store };
  const desk = subscriptionDesk(
    archive,
    sendingTo(() => ({ status: 'sent', messageId: '1' })),
    () => now,
  );
  const asking: Request = {
    options: {},
    channels: {},
    roles: {},
    guildId: '100000000000000001',
    here: { id: '200000000000000001', missingPermissions: [] },
    userId: '300000000000000001',
    mayManageServer: true,
  };

  for (const { data, execute } of commands.filter(({ data: one }) => one.name !== 'alerts')) {
    const takesPlatform = data.options?.some(({ name }) => name === 'platform') ?? false;
    it(`/${data.name} answers ${takesPlatform ? `about each of the ${catalog.platforms.length} platforms` : ''} within the limits`, async () => {
      for (const platform of takesPlatform ? catalog.platforms.map(({ id }) => id) : [undefined]) {
        const answer = await execute({ ...asking, options: { platform } }, { archive, desk, now, say: sayIn('en') });
        for (let page = 0; page === 0 || page < pagesOf(renderAnswer(answer, page)); page++)
          keepsLimits(renderAnswer(answer, page));
      }
    });
  }
});

function pagesOf({ embeds }: ReturnType<typeof renderAnswer>): number {
  return Number(/Page \d+ of (\d+)/.exec(embeds[0]?.footer?.text ?? '')?.[1] ?? 1);
}

function keepsLimits({ embeds, components }: ReturnType<typeof renderAnswer>): void {
  for (const { title = '', description = '', footer } of embeds) {
    assert.ok(title.length > 0 && title.length <= LIMITS.embedTitle);
    assert.ok(
      description.length > 0 && description.length <= LIMITS.embedDescription,
      `${title}: ${description.length}`,
    );
    assert.ok((footer?.text.length ?? 0) <= LIMITS.embedFooter);
    assert.ok(title.length + description.length + (footer?.text.length ?? 0) <= LIMITS.embedsTotal);
    assert.doesNotMatch(description, /undefined|\[object/);
  }
  assert.ok(components.length <= 5);
  for (const row of components) {
    assert.ok('components' in row && row.components.length <= LIMITS.buttonsPerRow);
    for (const button of row.components) {
      if ('label' in button) assert.ok((button.label?.length ?? 0) <= LIMITS.buttonLabel);
      if ('custom_id' in button) assert.ok(button.custom_id.length <= LIMITS.customId);
    }
  }
}
