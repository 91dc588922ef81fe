/** Sends hostile text as options, buttons and sources: the bot answers within Discord's limits and mentions nobody. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import type { Message } from '../../sandbox/discord/model/messages.ts';
import { type Bot, startBot } from '../../src/bot/start-bot.ts';
import { configFor } from '../helpers/config.ts';
import { recordStory } from '../helpers/record-story.ts';
import { anItem, aPlatform, aSubscription, recordingLog } from '../helpers/world.ts';

const HOSTILE = {
  'six thousand characters': 'a'.repeat(6000),
  'six thousand marks': '*_`~|>[](<@&1>'.repeat(430),
  'half characters': '\ud83d \ude00 x\ud800',
  'as many emoji': '😀'.repeat(3000),
  'marks upon marks': `Z${'\u0300\u0489\u20dd'.repeat(1900)}`,
  'a line turned around': '\u202e\u2067moc.live//:sptth\u2069\u202c',
  mentions: '@everyone @here <@1> <@!1> <@&1> <#1> </stance:1> <t:1:R> <id:home>',
  'a link': '[discord.com](https://evil.example) https://evil.example <https://evil.example>',
  'new lines': '\n# big\n> quote\n- item\n```\ncode',
  'nothing to be seen': '\u200b\u2060\u00ad',
  'names of everything': '__proto__',
  commas: ',x'.repeat(3000),
  controls: '\u0000\u0007\u001b[31m',
};

describe('hostile text', () => {
  let discord: LoopbackDiscord;
  let bot: Bot;
  const log = recordingLog();

  before(async () => {
    discord = await startLoopbackDiscord();
    const config = configFor(discord);
    const platforms = [aPlatform({ documents: [], homepage: 'https://tunebox.example/[home]' })];
    const catalog = { platforms, feeds: [], regulation: [], crawlers: [] };
    bot = await startBot({ config, catalog, log });
  });
  after(async () => {
    await bot.close();
    await discord.close();
  });

  function assertHarmless({ content, embeds, mentions, mention_roles, mention_everyone, components }: Message): void {
    assert.deepEqual([mentions, mention_roles, mention_everyone], [[], [], false]);
    const sent = JSON.stringify({ content, embeds, components });
    assert.doesNotMatch(sent, /\\\\ud[89a-f]/, 'no half characters');
    assert.doesNotMatch(JSON.stringify(embeds), /[\u202a-\u202e\u2066-\u2069]/, 'nothing is reordered');
    // Nobody but the browser reads the target of a link.
    const text = `${content}\n${embeds.map(({ description }) => description).join('\n')}`.replaceAll(
      /\]\(https:\/\/press\.example\/[^\s()]*\)/g,
      ']()',
    );
    assert.doesNotMatch(text, /(?<!\\)@(?:everyone|here)|<[@#](?:&|!)?1>/, 'mentions nobody');
    assert.doesNotMatch(text, /\]\(https:\/\/evil/, 'makes no link');
  }
  const noErrors = () =>
    assert.deepEqual(
      log.lines.splice(0).filter((line) => line.startsWith('error')),
      [],
    );

  /** Every command and subcommand with its options. */
  const questions = () =>
    discord.world.commands
      .filter(({ type }) => type === 1)
      .flatMap(({ name, options: all }) => {
        const options = all ?? [];
        const subs = options.filter(({ type }) => type === 1);
        if (subs.length === 0) return [{ name, sub: '', options }];
        return subs.map((sub) => ({ name, sub: sub.name, options: sub.options ?? [] }));
      });

  for (const [title, hostile] of Object.entries(HOSTILE)) {
    it(`in every option of every command: ${title}`, async () => {
      assert.ok(questions().length > 20);
      for (const { name, sub, options } of questions()) {
        const dataWith = (focused?: string) => {
          const typed = options
            .filter(({ type }) => type === 3)
            .map((option) => ({
              type: 3,
              name: option.name,
              value: hostile,
              ...(option.name === focused ? { focused: true } : {}),
            }));
          return { id: '1', name, type: 1, options: sub ? [{ type: 1, name: sub, options: typed }] : typed };
        };
        const answer = await discord.forge({ type: 'command', data: dataWith() });
        assert.ok(answer.kind === 'message');
        assertHarmless(answer.message);
        for (const option of options.filter(({ autocomplete }) => autocomplete)) {
          const suggested = await discord.forge({ type: 'autocomplete', data: dataWith(option.name) });
          assert.ok(suggested.kind === 'choices');
          for (const choice of suggested.choices) assert.ok(choice.name.isWellFormed());
        }
      }
      noErrors();
    });

    it(`in the buttons of a message: ${title}`, async () => {
      const { id } = discord.say(discord.channel('general').id, 'hello');
      for (const name of [...questions().map(({ name }) => name), hostile]) {
        for (const kind of ['ask', 'page.0', 'page.999', hostile]) {
          const data = { component_type: 2, custom_id: `${kind}|${name}|${hostile}` };
          const answer = await discord.forge({ type: 'button', data, messageId: id });
          assert.ok(answer.kind === 'message');
          assertHarmless(answer.message);
        }
      }
      noErrors();
    });

    it(`in what a source sends: ${title}`, async () => {
      const channel = discord.addChannel('alerts');
      const { store } = bot.readModel;
      await store.subscriptions.put(
        channel.id,
        aSubscription({ id: channel.id, channelId: channel.id, guildId: discord.world.guild.id }),
      );
      const items = ['', '/', '?q=', '#'].map((part) =>
        anItem({ title: hostile, summary: hostile, outlet: hostile, link: `https://press.example/${part}${hostile}` }),
      );
      const now = new Date().toISOString();
      const story = {
        id: title,
        platforms: ['tunebox'],
        topics: [],
        kind: 'policy-change' as const,
        label: 'alert' as const,
        firstSeen: now,
        items,
      };
      await recordStory(store, story, true, now);
      await bot.poller.deliver();
      const [alert, ...more] = discord.messages(channel.id);
      assert.ok(alert?.embeds[0], 'sent as an embed');
      assert.deepEqual(more, []);
      assertHarmless(alert);
      for (const name of ['news', 'timeline', 'search']) {
        const options = [{ type: 3, name: name === 'search' ? 'words' : 'platform', value: 'tunebox' }];
        const answer = await discord.forge({ type: 'command', data: { name, type: 1, options } });
        assert.ok(answer.kind === 'message');
        assertHarmless(answer.message);
      }
      await store.subscriptions.delete(channel.id);
      noErrors();
    });
  }
});
