/** Runs every command about platforms of the shipped catalog in every language: each page of each answer keeps Discord's limits. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commands } from '../../commands/index.ts';
import { alertMessage } from '../../src/app/reply/alert-message.ts';
import type { Command, CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import { type Translator, translatorFor } from '../../src/app/words/translator.ts';
import type { Alert } from '../../src/domain/alert.ts';
import type { Answer, CommandCall } from '../../src/domain/answer.ts';
import { DISCORD_LIMITS } from '../../src/domain/discord-limits.ts';
import { LANGUAGES, type Language, TOPICS } from '../../src/domain/vocabulary.ts';
import { loadCatalog } from '../../src/io/catalog/load.ts';
import { formatCustomId, parseCustomId } from '../../src/io/discord/custom-id.ts';
import { type RenderedMessage, renderAnswer } from '../../src/io/discord/render.ts';
import { aRequest, contextFor } from '../helpers/run-command.ts';
import { aChange, anAssessment, anItem, aSubscription, memoryStore } from '../helpers/world.ts';

const loaded = await loadCatalog([fileURLToPath(new URL('../../catalog', import.meta.url))]);
assert.ok(loaded.status === 'ok');
const now = new Date('2026-11-01T12:00:00.000Z');
const at = now.toISOString();

/** The shipped catalog with documents in several languages, so that every reader meets quotes in another one. */
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

/** Tested in every language; each other platform in English and one more language. */
const ALWAYS = new Set(['soundcloud', 'youtube']);
const isSampled = (index: number, language: Language): boolean =>
  language === 'en' || index % (LANGUAGES.length - 1) === LANGUAGES.indexOf(language) - 1;

/** A store in which every document has a long stance on every topic and has changed, and every platform has been in the news. */
async function aFullStore() {
  const store = memoryStore();
  const words = `We **may** train AI on [uploads](https://a.example), ${'and say so at length, '.repeat(30)}`;
  const quote = { text: words, section: 'AI' };
  for (const { id, platform } of catalog.platforms.flatMap(({ documents }) => documents)) {
    const lines = TOPICS.map((topic) => ({ topic, quotes: Array.from({ length: 2 }, () => quote) }));
    await store.stances.put(id, { document: id, version: 'v', seen: at, training: 'permitted', lines });
    const change = aChange({ document: id, platform, assessment: anAssessment({ topics: [...TOPICS] }), returns: 3 });
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

/** For commands that take no platform. */
const OTHER_OPTIONS = {
  words: 'AI',
  change: changeIdOf(catalog.platforms.flatMap(({ documents }) => documents)[0]?.id ?? ''),
};
/** Every subcommand, and `add` and `remove` twice. */
const ALERTS_SUBCOMMANDS = [
  ...['list', 'add', 'add', 'edit', 'pause', 'snooze'],
  ...['test', 'why', 'health', 'remove', 'remove'],
];
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
  const store = await aFullStore();
  const readModel = { catalog, store };
  const base = contextFor(readModel, undefined, now);
  const inspectChannel = async () => ({ status: 'unknown' as const });
  const subscriptionService = { ...base.subscriptionService, inspectChannel };

  for (const language of LANGUAGES) {
    const context: CommandContext = { ...base, subscriptionService, t: translatorFor(language) };
    const platforms = catalog.platforms
      .filter(({ id }, i) => ALWAYS.has(id) || isSampled(i, language))
      .map(({ id }) => id);
    const checkCommand = async (command: Command, request: Partial<CommandRequest>) =>
      checkAnswer(await command.execute(aRequest(request), context), context);

    for (const command of commands.filter(({ data }) => data.name !== 'alerts')) {
      const takesPlatform = command.data.options?.some(({ name }) => name === 'platform') ?? false;
      const about = takesPlatform ? ` about each of ${platforms.length} platforms` : '';
      it(`keeps the limits in the answers of /${command.data.name}${about} in ${language}`, async () => {
        if (!takesPlatform) await checkCommand(command, { options: OTHER_OPTIONS, message: links });
        for (const platform of takesPlatform ? platforms : [])
          await checkCommand(command, { options: { platform, second: 'youtube', third: 'suno', fourth: 'deezer' } });
      });
    }

    it(`keeps the limits in the answers of /alerts in ${language}, however many there are`, async () => {
      const alerts = commands.find(({ data }) => data.name === 'alerts');
      assert.ok(alerts);
      const options = { alert: `subscription ${LANGUAGES.indexOf(language)}`, for: 'week', what: OTHER_OPTIONS.change };
      for (const subcommand of ALERTS_SUBCOMMANDS)
        await checkCommand(alerts, { subcommand, options: { ...options, quiet: '22:00-08:00' } });
    });

    it(`keeps the limits in answers to unknown names in ${language}`, async () => {
      const strange = `@everyone **[x](https://a.example)** \u202e${'ж'.repeat(5000)}`;
      for (const command of commands.filter(({ data }) => data.options?.length))
        for (const { name } of command.data.options ?? [])
          await checkCommand(command, { options: { [name]: strange } });
    });

    it(`keeps the limits of suggestions in ${language}`, async () => {
      for (const { data, autocomplete } of commands.filter((command) => command.autocomplete)) {
        const options = (data.options ?? []).flatMap((option) => option.options ?? [option]);
        for (const { name } of options.filter((option) => option.autocomplete)) {
          const choices = (await autocomplete?.(name, '', aRequest(), context)) ?? [];
          assert.ok(choices.length <= DISCORD_LIMITS.choices, `/${data.name} ${name}: ${choices.length} choices`);
          for (const choice of choices) {
            assert.ok(hasLength(choice.name, DISCORD_LIMITS.choiceName), `${name}: ${choice.name}`);
            assert.ok(hasLength(choice.value, DISCORD_LIMITS.choiceValue), `${name}: ${choice.value}`);
          }
        }
      }
    });

    it(`keeps the limits in alerts about each of ${platforms.length} platforms in ${language}`, async () => {
      const documents = catalog.platforms
        .filter(({ id }) => platforms.includes(id))
        .flatMap((platform) => platform.documents);
      const alerts: Alert[] = [
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
      for (const alert of alerts) await checkAnswer(await alertMessage(alert, readModel, language), context);
    });
  }
});

const hasLength = ({ length }: string, max: number): boolean => length > 0 && length <= max;

/** Every page, and the answers its buttons call. */
async function checkAnswer(reply: Answer, context: CommandContext): Promise<void> {
  const answer = { ...reply, language: context.t.language };
  const pages = checkPages(answer, context.t);
  if (pages > 1 && answer.call) assert.equal((await pressButton(answer.call, context)).title, answer.title);
  for (const button of answer.buttons ?? []) {
    if ('call' in button) checkMessage(renderAnswer(await pressButton(button.call, context)), button.label);
  }
}

/** As in reality, only the custom id says what the button calls. */
async function pressButton(call: CommandCall, context: CommandContext): Promise<Answer> {
  const pressed = parseCustomId(formatCustomId(call))?.call;
  const command = commands.find(({ data }) => data.name === pressed?.command);
  const options = command?.optionsFromArgs?.(pressed?.args ?? '');
  assert.ok(command && options, `no command answers a button that calls ${JSON.stringify(call)}`);
  return command.execute(aRequest({ options }), context);
}

/** @returns the number of pages. */
function checkPages(answer: Answer, t: Translator): number {
  for (let page = 0; ; page++) {
    const message = renderAnswer(answer, page);
    checkMessage(message, answer.title);
    if (!linkedPages(message).includes(page + 1)) {
      // A number beyond the last page gives the last page.
      assert.deepEqual(
        renderAnswer(answer, page + 1).embeds,
        message.embeds,
        `${answer.title}: a page that no button leads to`,
      );
      return page + 1;
    }
    assert.ok(message.embeds[0]?.footer?.text.startsWith(t.text('page', { page: page + 1, pages: 9 }).slice(0, 4)));
  }
}

/** The pages that enabled buttons lead to. */
const linkedPages = ({ components }: RenderedMessage): (number | undefined)[] =>
  components
    .flatMap((row): object[] => ('components' in row ? row.components : []))
    .filter((button) => !('disabled' in button && button.disabled))
    .flatMap((button) => ('custom_id' in button ? [parseCustomId(String(button.custom_id))?.page] : []));

function checkMessage({ embeds, components }: RenderedMessage, label: string): void {
  for (const { title = '', description = '', footer } of embeds) {
    assert.ok(title.length > 0 && title.length <= DISCORD_LIMITS.embedTitle);
    assert.ok(
      description.length > 0 && description.length <= DISCORD_LIMITS.embedDescription,
      `${label}: ${description.length} characters`,
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
