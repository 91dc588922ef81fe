/** Every command about platforms of the shipped catalog, in every language: each page of each answer keeps Discord's limits. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commands } from '../../commands/index.ts';
import { createSubscriptionService } from '../../src/app/notify/subscription-service.ts';
import { alertMessage } from '../../src/app/reply/alert-message.ts';
import type { Command, CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import { type Translator, translatorFor } from '../../src/app/words/translator.ts';
import type { Alert } from '../../src/domain/alert.ts';
import type { Answer, CommandCall } from '../../src/domain/answer.ts';
import { LANGUAGES, type Language, TOPICS } from '../../src/domain/vocabulary.ts';
import { loadCatalog } from '../../src/io/catalog/load.ts';
import { DISCORD_LIMITS } from '../../src/io/discord/limits.ts';
import { formatCustomId, parseCustomId, type RenderedMessage, renderAnswer } from '../../src/io/discord/render.ts';
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
const createSerialQueue = (index: number, language: Language): boolean =>
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
  const inspect = async () => ({ status: 'unknown' as const });
  const desk = createSubscriptionService(
    archive,
    { ...sender, inspectChannel: inspect, getForum: async () => undefined, checkOwnership: async () => 'own' },
    () => now,
  );
  const asking: CommandRequest = {
    options: {},
    channels: {},
    roles: {},
    guildId: '100000000000000001',
    currentChannel: { id: '200000000000000001', missingPermissions: [] },
    userId: '300000000000000001',
    canManageServer: true,
  };

  for (const language of LANGUAGES) {
    const say = translatorFor(language);
    const context: CommandContext = { readModel: archive, subscriptionService: desk, now, t: say };
    const platforms = catalog.platforms
      .filter(({ id }, i) => ALWAYS.has(id) || createSerialQueue(i, language))
      .map(({ id }) => id);
    const ask = async (command: Command, request: Partial<CommandRequest>) =>
      keepsLimits(await command.execute({ ...asking, ...request }, context), asking, context);

    for (const command of commands.filter(({ data }) => data.name !== 'alerts')) {
      const takesPlatform = command.data.options?.some(({ name }) => name === 'platform') ?? false;
      const about = takesPlatform ? ` about each of ${platforms.length} platforms` : '';
      it(`/${command.data.name} answers${about} within the limits in ${language}`, async () => {
        if (!takesPlatform) await ask(command, { options: elsewhere, message: links });
        for (const platform of takesPlatform ? platforms : [])
          await ask(command, { options: { platform, second: 'youtube', third: 'suno', fourth: 'deezer' } });
      });
    }

    it(`/alerts answers within the limits in ${language}, however many there are`, async () => {
      const alerts = commands.find(({ data }) => data.name === 'alerts');
      assert.ok(alerts);
      const options = { alert: `subscription ${LANGUAGES.indexOf(language)}`, for: 'week', what: elsewhere.change };
      for (const subcommand of [
        'list',
        'add',
        'add',
        'edit',
        'pause',
        'snooze',
        'test',
        'why',
        'health',
        'remove',
        'remove',
      ])
        await ask(alerts, { subcommand, options: { ...options, quiet: '22:00-08:00' } });
    });

    it(`names that nobody knows are answered within the limits in ${language}`, async () => {
      const strange = `@everyone **[x](https://a.example)** \u202e${'ж'.repeat(5000)}`;
      for (const command of commands.filter(({ data }) => data.options?.length))
        for (const { name } of command.data.options ?? []) await ask(command, { options: { [name]: strange } });
    });

    it(`what is suggested can be shown in ${language}`, async () => {
      for (const { data, autocomplete } of commands.filter((one) => one.autocomplete)) {
        const options = (data.options ?? []).flatMap((one) => (one.options ? one.options : [one]));
        for (const { name } of options.filter((one) => one.autocomplete)) {
          const choices = (await autocomplete?.(name, '', asking, context)) ?? [];
          assert.ok(choices.length <= DISCORD_LIMITS.choices, `/${data.name} ${name}: ${choices.length} choices`);
          for (const choice of choices) {
            assert.ok(
              choice.name.length > 0 && choice.name.length <= DISCORD_LIMITS.choiceName,
              `${name}: ${choice.name}`,
            );
            assert.ok(
              choice.value.length > 0 && choice.value.length <= DISCORD_LIMITS.choiceName,
              `${name}: ${choice.value}`,
            );
          }
        }
      }
    });

    it(`alerts about each of ${platforms.length} platforms keep the limits in ${language}`, async () => {
      const documents = catalog.platforms.filter(({ id }) => platforms.includes(id)).flatMap((one) => one.documents);
      const told: Alert[] = [
        ...documents.map(({ id, platform }): Alert => {
          return { id, kind: 'documents', at, platforms: [platform], topics: [], changeId: changeIdOf(id) };
        }),
        ...catalog.regulation.map((event): Alert => {
          return { id: event.date, kind: 'regulation', at, platforms: [], topics: event.topics, event };
        }),
        ...platforms.map((id): Alert => {
          return { id, kind: 'news', at, platforms: [id], topics: [], storyId: storyIdOf(id) };
        }),
      ];
      for (const alert of told) await keepsLimits(await alertMessage(alert, archive, language), asking, context);
    });
  }
});

/** Every page, and what its buttons ask. */
async function keepsLimits(said: Answer, asking: CommandRequest, context: CommandContext): Promise<void> {
  const answer = { ...said, language: context.t.language };
  const pages = checkPages(answer, context.t);
  if (pages > 1 && answer.call) assert.equal((await answerBehind(answer.call, asking, context)).title, answer.title);
  for (const button of answer.buttons ?? []) {
    if ('call' in button) checkMessage(renderAnswer(await answerBehind(button.call, asking, context)), button.label);
  }
}

/** What a button brings, the way it is pressed: by nothing but its custom id. */
async function answerBehind(asked: CommandCall, asking: CommandRequest, context: CommandContext): Promise<Answer> {
  const { call: ask } = parseCustomId(formatCustomId(asked)) ?? {};
  const command = commands.find(({ data }) => data.name === ask?.command);
  const options = command?.optionsFromArgs?.(ask?.args ?? '');
  assert.ok(command && options, `nothing answers a button that asks ${JSON.stringify(asked)}`);
  return command.execute({ ...asking, options }, context);
}

/** @returns how many there are. */
function checkPages(answer: Answer, t: Translator): number {
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
      return page + 1;
    }
    assert.ok(message.embeds[0]?.footer?.text.startsWith(t.text('page', { page: page + 1, pages: 9 }).slice(0, 4)));
  }
}

/** The pages that a button turns to. */
const pageTurns = ({ components }: RenderedMessage): (number | undefined)[] =>
  components
    .flatMap((row): object[] => ('components' in row ? row.components : []))
    .filter((button) => !('disabled' in button && button.disabled))
    .flatMap((button) => ('custom_id' in button ? [parseCustomId(String(button.custom_id))?.page] : []));

function checkMessage({ embeds, components }: RenderedMessage, args: string): void {
  for (const { title = '', description = '', footer } of embeds) {
    assert.ok(title.length > 0 && title.length <= DISCORD_LIMITS.embedTitle);
    assert.ok(
      description.length > 0 && description.length <= DISCORD_LIMITS.embedDescription,
      `${args}: ${description.length} characters`,
    );
    assert.ok((footer?.text.length ?? 0) <= DISCORD_LIMITS.embedFooter);
    assert.ok(title.length + description.length + (footer?.text.length ?? 0) <= DISCORD_LIMITS.embedsTotal);
    assert.doesNotMatch(`${title} ${description} ${footer?.text ?? ''}`, /undefined\b(?!,)|\[object|\{\w+\}/);
  }
  assert.ok(components.length <= 5);
  for (const row of components) {
    assert.ok('components' in row && row.components.length <= DISCORD_LIMITS.buttonsPerRow);
    for (const button of row.components) {
      if ('label' in button) assert.ok((button.label?.length ?? 0) <= DISCORD_LIMITS.buttonLabel);
      if ('custom_id' in button) assert.ok(button.custom_id.length <= DISCORD_LIMITS.customId);
    }
  }
}
