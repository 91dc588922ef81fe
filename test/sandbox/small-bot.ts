/** A small bot on the real discord.js client, which uses what a bot can use of interactions. */
import { Client, Events, GatewayIntentBits, type Interaction, MessageFlags, REST, Routes } from 'discord.js';
import type { LoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';

const COMMANDS = [
  {
    name: 'echo',
    description: 'Says it again',
    options: [
      { type: 3, name: 'words', description: 'What to say', required: true, autocomplete: true },
      { type: 7, name: 'channel', description: 'A channel' },
      { type: 5, name: 'twice', description: 'Two times' },
      { type: 3, name: 'mark', description: 'What stands at the end', max_length: 3 },
    ],
  },
  { type: 3, name: 'Read it back' },
  { name: 'secret', description: 'Tells you alone, then follows up' },
  { name: 'slow', description: 'Thinks first' },
  { name: 'count', description: 'A message with a button that counts' },
  { name: 'mute', description: 'Never answers' },
  {
    name: 'server',
    description: 'For those who manage the server',
    default_member_permissions: '32',
    options: [{ type: 1, name: 'name', description: 'Its name' }],
  },
];

export interface SmallBot {
  client: Client;
  rest: REST;
  close(): Promise<void>;
}

/** Registers the commands and waits until the gateway says ready. */
export async function startSmallBot({ api, token, world }: LoopbackDiscord): Promise<SmallBot> {
  const rest = new REST({ api, retries: 0 }).setToken(token);
  await rest.put(Routes.applicationCommands(world.applicationId), { body: COMMANDS });
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api }, waitGuildTimeout: 500 });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  await client.login(token);
  await ready;
  return { client, rest, close: () => client.destroy() };
}

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${typed}!`, value: typed }]);
  } else if (interaction.isButton() && interaction.customId === 'later') {
    await interaction.deferUpdate();
    await interaction.editReply({ content: 'later', components: [] });
  } else if (interaction.isButton()) {
    const next = Number(interaction.customId) + 1;
    await interaction.update({ content: `${next}`, components: [counter(next)] });
  } else if (interaction.isMessageContextMenuCommand()) {
    const { author, content, id } = interaction.targetMessage;
    const words = `${author.username}: ${content}`;
    await interaction.reply({ content: id === interaction.targetId ? words : 'lost', flags: MessageFlags.Ephemeral });
  } else if (interaction.isChatInputCommand()) await run(interaction);
}

async function run(interaction: Extract<Interaction, { deferReply: unknown; commandName: string }>): Promise<void> {
  if (!interaction.isChatInputCommand()) return;
  switch (interaction.commandName) {
    case 'echo': {
      const channel = interaction.options.getChannel('channel');
      const where = channel ? ` in ${channel.name}` : '';
      const words = `${interaction.options.getString('words', true)}${where}`;
      const mark = interaction.options.getString('mark') ?? '';
      await interaction.reply(`${words}${interaction.options.getBoolean('twice') ? ` ${words}` : ''}${mark}`);
      break;
    }
    case 'secret':
      await interaction.reply({ content: 'for you alone', flags: MessageFlags.Ephemeral });
      await interaction.followUp({ content: 'for everybody' });
      break;
    case 'slow':
      await interaction.deferReply();
      await interaction.editReply('done thinking');
      break;
    case 'count':
      await interaction.reply({ content: '0', components: [counter(0)] });
      break;
    case 'server':
      await interaction.reply(`${interaction.options.getSubcommand()}: ${interaction.guild?.name}`);
  }
}

const counter = (count: number) => ({
  type: 1 as const,
  components: [
    { type: 2 as const, style: 2 as const, label: 'One more', custom_id: `${count}` },
    { type: 2 as const, style: 2 as const, label: 'Later', custom_id: 'later' },
  ],
});
