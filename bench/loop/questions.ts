/** Everything a member can ask: commands, buttons and suggestions. */
import type { LoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';

export interface Question {
  name: string;
  ask(discord: LoopbackDiscord): Promise<unknown>;
}

/** The platform with the most news in the generated history. */
const PLATFORM = 'amazon-music';
const OTHER = 'soundcloud';

const command = (words: string, options: Record<string, string> = {}): Question => ({
  name: [`/${words}`, ...Object.values(options)].join(' '),
  ask: (discord) =>
    discord.ask({ command: words, options, channelId: discord.channel('general').id, member: discord.world.owner }),
});

const suggestions = (
  words: string,
  focused: string,
  typed: string,
  options: Record<string, string> = {},
): Question => ({
  name: `/${words} ${focused}: “${typed}…”`,
  ask: (discord) =>
    discord.autocomplete({
      command: words,
      options: { ...options, [focused]: typed },
      focused,
      channelId: discord.channel('general').id,
      member: discord.world.owner,
    }),
});

/** A command, then the next page of its answer. */
const nextPage = (words: string, options: Record<string, string>, button: RegExp): Question => ({
  name: `/${words} ${Object.values(options).join(' ')}, a page further`,
  async ask(discord) {
    const { id, components } = await discord.ask({ command: words, options, channelId: discord.channel('general').id });
    const found = components
      .flatMap((row) => row.components)
      .find(({ custom_id, disabled }) => !disabled && button.test(custom_id ?? ''));
    await discord.press(id, found?.custom_id ?? '');
  },
});

const linked: Question = {
  name: 'AI stance of linked platforms',
  ask(discord) {
    const { id } = discord.say(discord.channel('general').id, 'https://soundcloud.com/a https://www.deezer.com/b');
    return discord.pick(id, 'AI stance of linked platforms');
  },
};

export const QUESTIONS: readonly Question[] = [
  command('stance', { platform: PLATFORM }),
  command('compare', { platform: PLATFORM, second: OTHER, third: 'bandcamp', fourth: 'deezer' }),
  command('clauses', { platform: PLATFORM }),
  command('timeline', { platform: PLATFORM }),
  nextPage('timeline', { platform: PLATFORM }, /timeline/),
  command('changes'),
  command('changes', { platform: PLATFORM }),
  command('changes', { since: '2017' }),
  command('changes', { platform: PLATFORM, since: '2017' }),
  nextPage('changes', { platform: PLATFORM }, /changes/),
  command('tools', { platform: PLATFORM }),
  command('optout', { platform: PLATFORM }),
  command('news'),
  command('news', { platform: PLATFORM }),
  command('regulation'),
  command('search', { words: 'music platform' }),
  command('search', { words: 'voice cloning licence' }),
  command('search', { words: 'lawsiut trainnig musik' }),
  command('platforms'),
  linked,
  command('alerts list'),
  command('settings'),
  command('status'),
  command('help'),
  { name: '/diff of the newest change', ask: (discord) => askFirstSuggestion(discord, 'diff', 'change') },
  { name: '/alerts why of the newest thing', ask: (discord) => askFirstSuggestion(discord, 'alerts why', 'what') },
  suggestions('timeline', 'platform', ''),
  suggestions('timeline', 'platform', 'sound'),
  suggestions('changes', 'since', '2024'),
  suggestions('settings', 'timezone', 'eur'),
  ...['diff', 'alerts why'].flatMap((words) =>
    ['', 'music', '2019', 'training amazon', 'zzz'].map((typed) =>
      suggestions(words, words === 'diff' ? 'change' : 'what', typed),
    ),
  ),
];

/** Runs the command with its first suggestion. */
async function askFirstSuggestion(discord: LoopbackDiscord, words: string, option: string): Promise<void> {
  const where = { channelId: discord.channel('general').id, member: discord.world.owner };
  const [first] = await discord.autocomplete({ command: words, focused: option, ...where });
  await discord.ask({ command: words, options: { [option]: String(first?.value ?? '') }, ...where });
}
