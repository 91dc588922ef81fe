/** Turns discord.js interactions into questions for the commands, and their answers into replies. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  DiscordAPIError,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { ChannelView, Command, Context, Request } from '../../../commands/command.ts';
import { type Answer, text } from '../../app/answers/answer.ts';
import type { DrawPicture } from '../../app/answers/picture.ts';
import type { Log } from '../../app/ports/log.ts';
import { commandSpan } from '../../app/words/command-names.ts';
import { languageOf, type Say } from '../../app/words/say.ts';
import type { Language } from '../../domain.ts';
import { askedInThread, isForum, isThread } from './asked-in.ts';
import { filesOf } from './files.ts';
import { LIMITS } from './limits.ts';
import { missingPermissions } from './permissions.ts';
import { readCustomId, renderAnswer } from './render.ts';

/** Discord's words for "answered too late" and "answered already": nothing is left to do then. */
const TOO_LATE = new Set([10062, 40060, 50027]);

/** Discord gives up on an answer after 3 s: this leaves time for making it and for sending it. */
const WAIT_FOR_PICTURE_MS = 1800;

/** Answers every interaction; an error is logged and told to the member as one clear line, never thrown. */
export function interactionHandler(
  commands: readonly Command[],
  contextIn: (language: Language) => Context,
  log: Log,
  draw: DrawPicture = withoutPictures,
): (interaction: Interaction) => Promise<void> {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  return async (interaction) => {
    const language = languageOf(interaction.locale) ?? 'en';
    const context = contextIn(language);
    try {
      if (interaction.isAutocomplete()) await suggest(interaction, byName, context);
      else if (interaction.isChatInputCommand()) await answer(interaction, byName, context, draw);
      else if (interaction.isMessageContextMenuCommand()) await answer(interaction, byName, context, draw);
      else if (interaction.isButton()) await press(interaction, byName, context, draw);
    } catch (error) {
      if (error instanceof DiscordAPIError && TOO_LATE.has(Number(error.code))) {
        log.warn(`an answer came too late: ${error.message}`);
        return;
      }
      log.error('an interaction failed', { err: error });
      await apologise(interaction, context.say).catch(() => {});
    }
  };
}

async function answer(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  commands: ReadonlyMap<string, Command>,
  context: Context,
  draw: DrawPicture,
): Promise<void> {
  const command = commands.get(interaction.commandName);
  const request = interaction.isChatInputCommand() ? requestOf(interaction) : requestOn(interaction);
  const reply = command ? await command.execute(request, context) : outdated(context.say);
  await interaction.reply({ ...payloadOf(reply, 0, context.say), files: await attached(reply, draw) });
}

async function suggest(
  interaction: AutocompleteInteraction,
  commands: ReadonlyMap<string, Command>,
  context: Context,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const command = commands.get(interaction.commandName);
  const choices = (await command?.autocomplete?.(name, value, askedSoFar(interaction), context)) ?? [];
  await interaction.respond(
    choices.slice(0, LIMITS.choices).map((choice) => ({ ...choice, name: choice.name.slice(0, LIMITS.choiceName) })),
  );
}

/** A button under an alert asks anew, for the member alone; the page buttons of an answer turn that answer's page. */
async function press(
  interaction: ButtonInteraction,
  commands: ReadonlyMap<string, Command>,
  context: Context,
  draw: DrawPicture,
): Promise<void> {
  const pressed = readCustomId(interaction.customId);
  const command = pressed && commands.get(pressed.ask.command);
  const options = pressed && command?.optionsFor?.(pressed.ask.about);
  if (pressed === undefined || command === undefined || options === undefined) {
    await interaction.reply(payloadOf(outdated(context.say), 0, context.say));
    return;
  }
  const reply = await command.execute({ ...askedBy(interaction), options }, context);
  if (pressed.page === undefined) {
    const payload = payloadOf({ ...reply, ephemeral: true }, 0, context.say);
    await interaction.reply({ ...payload, files: await attached(reply, draw) });
  } else {
    // The picture stays where it is when a page is turned.
    await interaction.update({
      ...renderAnswer(spoken(reply, context.say), pressed.page),
      allowedMentions: { parse: [] },
    });
  }
}

/** The picture, as discord.js takes files. */
async function attached(reply: Answer, draw: DrawPicture) {
  const files = await filesOf(reply, draw, WAIT_FOR_PICTURE_MS);
  return files.map(({ name, data, description }) => ({ name, attachment: data, description }));
}

const withoutPictures: DrawPicture = async () => undefined;

/** An answer of a command is in the language of the member who asked. */
const spoken = (reply: Answer, { language }: Say): Answer => ({ ...reply, language });

function payloadOf(reply: Answer, page: number, say: Say) {
  return {
    ...renderAnswer(spoken(reply, say), page),
    allowedMentions: { parse: [] },
    ...(reply.ephemeral ? { flags: MessageFlags.Ephemeral as const } : {}),
  };
}

function requestOf(interaction: ChatInputCommandInteraction): Request {
  const options: Record<string, string> = {};
  const channels: Record<string, ChannelView> = {};
  const roles: Record<string, { id: string; mentionable: boolean }> = {};
  const subcommand = interaction.options.getSubcommand(false) ?? undefined;
  for (const option of givenTo(interaction)) {
    if (option.channel) channels[option.name] = pickedChannel(option.channel);
    else if (option.role) roles[option.name] = { id: option.role.id, mentionable: option.role.mentionable };
    else if (option.value !== undefined) options[option.name] = String(option.value);
  }
  return { ...askedBy(interaction), subcommand, options, channels, roles };
}

/** What was put in while something is still being typed: values alone, of a channel its id. */
function askedSoFar(interaction: AutocompleteInteraction): Request {
  const given = givenTo(interaction).flatMap(({ name, value }) => (value === undefined ? [] : [[name, String(value)]]));
  return { ...askedBy(interaction), options: Object.fromEntries(given) };
}

/** The options of the command, or of its subcommand. */
function givenTo({
  options,
}: ChatInputCommandInteraction | AutocompleteInteraction): readonly CommandInteractionOption[] {
  return options.getSubcommand(false) === null ? options.data : (options.data[0]?.options ?? []);
}

/** A message's links stand in its text or in what Discord made of them. */
function requestOn(interaction: MessageContextMenuCommandInteraction): Request {
  const { content, embeds } = interaction.targetMessage;
  return { ...askedBy(interaction), message: [content, ...embeds.map(({ url }) => url ?? '')].join('\n') };
}

function askedBy(
  interaction:
    | ChatInputCommandInteraction
    | MessageContextMenuCommandInteraction
    | AutocompleteInteraction
    | ButtonInteraction,
): Request {
  const thread = askedInThread(interaction);
  return {
    options: {},
    channels: {},
    roles: {},
    guildId: interaction.guildId ?? undefined,
    guildLanguage: languageOf(interaction.guildLocale ?? undefined),
    here: {
      id: interaction.channelId ?? '',
      missingPermissions: missingPermissions(interaction.appPermissions.bitfield, { thread }),
      mentionsAnyRole: interaction.appPermissions.has(PermissionFlagsBits.MentionEveryone),
    },
    userId: interaction.user.id,
    mayManageServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** A channel option carries the bot's rights in it, as Discord resolved them. */
function pickedChannel(
  channel: NonNullable<ChatInputCommandInteraction['options']['data'][number]['channel']>,
): ChannelView {
  // As it came: the client knows no channels to make it one of.
  const granted = 'app_permissions' in channel ? String(channel.app_permissions) : undefined;
  const thread = isThread(channel.type);
  const forum = isForum(channel.type);
  return {
    id: channel.id,
    ...(forum ? { forum } : {}),
    missingPermissions: granted ? missingPermissions(BigInt(granted), { thread, forum }) : [],
    mentionsAnyRole: granted !== undefined && (BigInt(granted) & PermissionFlagsBits.MentionEveryone) !== 0n,
  };
}

async function apologise(interaction: Interaction, say: Say): Promise<void> {
  if (!interaction.isRepliable() || interaction.replied) return;
  await interaction.reply(payloadOf(failed(say), 0, say));
}

const outdated = (say: Say): Answer => ({
  title: say.text('outdated.title'),
  tone: 'trouble',
  blocks: [text(...say.line('outdated.words', { command: commandSpan('help', say.language) }))],
  ephemeral: true,
});

const failed = (say: Say): Answer => ({
  title: say.text('failed.title'),
  tone: 'trouble',
  blocks: [text(say.text('failed.words'))],
  ephemeral: true,
});
