/** Every command about platforms of the shipped catalog, in every language: each page of each answer keeps Discord's limits. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Command, Context, Request } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { alertMessage } from '../../src/app/alert-message.ts';
import type { Answer } from '../../src/app/answer.ts';
import { type Say, sayIn } from '../../src/app/say.ts';
import { subscriptionDesk } from '../../src/app/subscriptions.ts';
import { type Alert, LANGUAGES, type Language, TOPICS } from '../../src/domain.ts';
import { loadCatalog } from '../../src/io/catalog/load.ts';
import { LIMITS } from '../../src/io/discord/limits.ts';
import { customId, type RenderedMessage, readCustomId, renderAnswer } from '../../src/io/discord/render.ts';
import { aChange, anItem, aReading, aSubscription, memoryStore, sendingTo } from '../helpers/world.ts';

const loaded = await loadCatalog([fileURLToPath(new URL('../../catalog', import.meta.url))]);
assert.ok(loaded.status === 'ok');
const now = new Date('2026-11-01T12:00:00.000Z');
const at = now.toISOString();

/** The shipped catalog, with documents in several languages: every reader meets quotes that are not in theirs. */
const catalog = {
  ...loaded.catalog,
  platforms: loaded.catalog.platforms.map((platform) => ({
    ...platform,
    documents: platform.documents.map((document, i) => ({
      ...document,
      language: LANGUAGES[i % LANGUAGES.length] ?? 'en',
    })),
  })),
};

/** Asked about in every language; the others are in turn asked about in one language beside English. */
const ALWAYS = new Set(['soundcloud', 'youtube']);
const inTurn = (index: number, language: Language): boolean =>
  language === 'en' || index % (LANGUAGES.length - 1) === LANGUAGES.indexOf(language) - 1;

/** A store in which every document has been read, says much about everything and has changed, and every platform made news. */
async function talkativeStore() {
  const store = memoryStore();
  const words = `We **may** train AI on [uploads](https://a.example), ${'and say so at length, '.repeat(30)}`;
  const quote = { text: words, section: 'AI' };
  for (const { id, platform } of catalog.platforms.flatMap(({ documents }) => documents)) {
    const lines = TOPICS.map((topic) => ({ topic, quotes: Array.from({ length: 2 }, () => quote) }));
    await store.stances.put(id, { document: id, version: 'v', seen: at, training: 'permitted', lines });
    const change = aChange({ document: id, platform, reading: aReading({ topics: [...TOPICS] }), returns: 3 });
    await store.changes.put(changeIdOf(id), {
      ...change,
      id: changeIdOf(id),
      statedDateNew: '2026-03',
      holdsFrom: '2026-12-01',
    });
  }
  for (const { id } of catalog.platforms) await store.stories.put(storyIdOf(id), aStory(id));
  for (const [i, { id }] of catalog.platforms.entries()) {
    const subscription = aSubscription({ id: `subscription ${i}`, platforms: [id], topics: [...TOPICS] });
    await store.subscriptions.put(subscription.id, { ...subscription, roleId: '400000000000000001' });
  }
  return store;
}

/** What is asked where no platform is named. */
const elsewhere = {
  words: 'AI',
  change: changeIdOf(catalog.platforms.flatMap(({ documents }) => documents)[0]?.id ?? ''),
};
const links = catalog.platforms.map(({ homepage }) => homepage).join(' ');

function changeIdOf(documentId: string): string {
  return `${documentId} change`;
}
const storyIdOf = (platform: string): string => `${platform} story`;
const aStory = (platform: string) => ({
  id: storyIdOf(platform),
  platforms: [platform],
  topics: [...TOPICS],
  kind: 'press-report' as const,
  label: 'alert' as const,
  firstSeen: at,
  items: [anItem({ platform }), anItem({ id: 'item-2', outlet: 'Musikblatt', language: 'de', official: false })],
});

describe('the shipped catalog', async () => {
  const store = await talkativeStore();
  const archive = { catalog, store };
  const sender = sendingTo(() => ({ status: 'sent', messageId: '1' }));
  const desk = subscriptionDesk(archive, { ...sender, inspect: async () => ({ status: 'unknown' }) }, () => now);
  const asking: Request = {
    options: {},
    channels: {},
    roles: {},
    guildId: '100000000000000001',
    here: { id: '200000000000000001', missingPermissions: [] },
    userId: '300000000000000001',
    mayManageServer: true,
  };

  for (const language of LANGUAGES) {
    const say = sayIn(language);
    const context: Context = { archive, desk, now, say };
    const platforms = catalog.platforms
      .filter(({ id }, i) => ALWAYS.has(id) || inTurn(i, language))
      .map(({ id }) => id);
    const ask = async (command: Command, request: Partial<Request>) =>
      keepsLimits(await command.execute({ ...asking, ...request }, context), context);

    for (const command of commands.filter(({ data }) => data.name !== 'alerts')) {
      const takesPlatform = command.data.options?.some(({ name }) => name === 'platform') ?? false;
      const about = takesPlatform ? ` about each of ${platforms.length} platforms` : '';
      it(`/${command.data.name} answers${about} within the limits in ${language}`, async () => {
        if (!takesPlatform) await ask(command, { options: elsewhere, message: links });
        for (const platform of takesPlatform ? platforms : [])
          await ask(command, { options: { platform, second: 'youtube', third: 'suno', fourth: 'deezer' } });
      });
    }

    it(`/alerts list shows many subscriptions within the limits in ${language}`, async () => {
      const alerts = commands.find(({ data }) => data.name === 'alerts');
      assert.ok(alerts);
      await ask(alerts, { subcommand: 'list' });
    });

    it(`alerts about each of ${platforms.length} platforms keep the limits in ${language}`, async () => {
      const documents = catalog.platforms.filter(({ id }) => platforms.includes(id)).flatMap((one) => one.documents);
      const told: Alert[] = [
        ...documents.map(({ id, platform }): Alert => {
          return { id, kind: 'documents', at, platforms: [platform], topics: [], changeId: changeIdOf(id) };
        }),
        ...platforms.map((id): Alert => {
          return { id, kind: 'news', at, platforms: [id], topics: [], storyId: storyIdOf(id) };
        }),
      ];
      for (const alert of told) await keepsLimits(await alertMessage(alert, archive, language), context);
    });
  }
});

/** Every page, and the answers behind the buttons. */
async function keepsLimits(said: Answer, context: Context): Promise<void> {
  const answer = { ...said, language: context.say.language };
  checkPages(answer, context.say);
  for (const button of answer.buttons ?? []) {
    if (!('ask' in button)) continue;
    const { ask } = readCustomId(customId(button.ask)) ?? {};
    const asked = commands.find(({ data }) => data.name === ask?.command);
    const options = asked?.optionsFor?.(ask?.about ?? '');
    assert.ok(asked && options, `${answer.title}: nothing answers the button “${button.label}”`);
    // Each button of an answer asks another command, and all of those are asked about every platform above.
    assert.ok(Object.values(options).length > 0);
  }
}

function checkPages(answer: Answer, say: Say): void {
  for (let page = 0; ; page++) {
    const message = renderAnswer(answer, page);
    checkMessage(message, answer.title);
    if (!pageTurns(message).includes(page + 1)) {
      // All that there is has been seen.
      assert.deepEqual(
        renderAnswer(answer, page + 1).embeds,
        message.embeds,
        `${answer.title}: a page nobody can turn to`,
      );
      return;
    }
    assert.ok(message.embeds[0]?.footer?.text.startsWith(say.text('page', { page: page + 1, pages: 9 }).slice(0, 4)));
  }
}

/** The pages that a button turns to. */
const pageTurns = ({ components }: RenderedMessage): (number | undefined)[] =>
  components
    .flatMap((row): object[] => ('components' in row ? row.components : []))
    .filter((button) => !('disabled' in button && button.disabled))
    .flatMap((button) => ('custom_id' in button ? [readCustomId(String(button.custom_id))?.page] : []));

function checkMessage({ embeds, components }: RenderedMessage, about: string): void {
  for (const { title = '', description = '', footer } of embeds) {
    assert.ok(title.length > 0 && title.length <= LIMITS.embedTitle);
    assert.ok(
      description.length > 0 && description.length <= LIMITS.embedDescription,
      `${about}: ${description.length} characters`,
    );
    assert.ok((footer?.text.length ?? 0) <= LIMITS.embedFooter);
    assert.ok(title.length + description.length + (footer?.text.length ?? 0) <= LIMITS.embedsTotal);
    assert.doesNotMatch(`${title} ${description} ${footer?.text ?? ''}`, /undefined\b(?!,)|\[object|\{\w+\}/);
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
