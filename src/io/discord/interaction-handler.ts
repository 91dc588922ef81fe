/** Turns discord.js interactions into questions for the commands, and their answers into replies. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import type { Log } from '../../app/ports/log.ts';
import type { Choice, Command, CommandContext } from '../../app/reply/command.ts';
import { commandSpan } from '../../app/words/command-names.ts';
import { supportedLanguage, type Translator } from '../../app/words/translator.ts';
import { type Answer, text } from '../../domain/answer.ts';
import type { DrawPicture } from '../../domain/picture.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { createAttachments } from './attachments.ts';
import { baseRequest, requestFromAutocomplete, requestFromCommand, requestFromMessageMenu } from './command-request.ts';
import { stripInvisible } from './escape.ts';
import { hasGuildMismatch } from './interaction-channel.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { parseCustomId, renderAnswer } from './render.ts';
import { truncateEscaped } from './truncate.ts';
import { withTimeouts } from './with-timeouts.ts';

/** Discord's words for "answered too late" and "answered already": nothing is left to do then. */
const EXPIRED_INTERACTION_CODES = new Set([10062, 40060, 50027]);

/** Discord gives up on an answer after 3 s: this leaves time for making it and for sending it. */
const PICTURE_TIMEOUT_MS = 1800;

/** Answers every interaction; an error is logged and told to the member as one clear line, never thrown. */
export function createInteractionHandler(
  commands: readonly Command[],
  contextIn: (language: Language) => CommandContext,
  log: Log,
  draw: DrawPicture = withoutPictures,
): (interaction: Interaction) => Promise<void> {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  return async (interaction) => {
    const language = supportedLanguage(interaction.locale) ?? 'en';
    const given = contextIn(language);
    const context = { ...given, subscriptionService: withTimeouts(given.subscriptionService) };
    try {
      if (interaction.isAutocomplete()) await handleAutocomplete(interaction, byName, context, log);
      else if (hasGuildMismatch(interaction)) await replyOutdated(interaction, context.t);
      else if (interaction.isChatInputCommand()) await handleCommand(interaction, byName, context, draw);
      else if (interaction.isMessageContextMenuCommand()) await handleCommand(interaction, byName, context, draw);
      else if (interaction.isButton()) await handleButton(interaction, byName, context, draw);
      else await replyOutdated(interaction, context.t);
    } catch (error) {
      if (error instanceof DiscordAPIError && EXPIRED_INTERACTION_CODES.has(Number(error.code))) {
        log.warn(`an answer came too late: ${error.message}`);
        return;
      }
      log.error('an interaction failed', { err: error });
      await replyFailed(interaction, context.t).catch(() => {});
    }
  };
}

async function handleCommand(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  commands: ReadonlyMap<string, Command>,
  context: CommandContext,
  draw: DrawPicture,
): Promise<void> {
  const command = commands.get(interaction.commandName);
  const request = interaction.isChatInputCommand()
    ? requestFromCommand(interaction)
    : requestFromMessageMenu(interaction);
  const reply = command ? await command.execute(request, context) : outdatedAnswer(context.t);
  await interaction.reply({ ...replyPayload(reply, 0, context.t), files: await replyFiles(reply, draw) });
}

/** Whatever goes wrong, there are no suggestions then: an empty list is an answer too. */
async function handleAutocomplete(
  interaction: AutocompleteInteraction,
  commands: ReadonlyMap<string, Command>,
  context: CommandContext,
  log: Log,
): Promise<void> {
  let choices: Choice[] = [];
  try {
    choices = await choicesFor(interaction, commands, context);
  } catch (error) {
    log.error('suggestions failed', { err: error });
  }
  await interaction.respond(choices);
}

async function choicesFor(
  interaction: AutocompleteInteraction,
  commands: ReadonlyMap<string, Command>,
  context: CommandContext,
): Promise<Choice[]> {
  const typing = interaction.options.data.concat(interaction.options.data.flatMap(({ options = [] }) => options));
  if (hasGuildMismatch(interaction) || !typing.some(({ focused }) => focused)) return [];
  const { name, value } = interaction.options.getFocused(true);
  const command = commands.get(interaction.commandName);
  const choices = (await command?.autocomplete?.(name, value, requestFromAutocomplete(interaction), context)) ?? [];
  return choices
    .map((choice) => ({ ...choice, name: truncateEscaped(stripInvisible(choice.name), DISCORD_LIMITS.choiceName) }))
    .filter(({ name: shown, value: { length } }) => shown !== '' && length > 0 && length <= DISCORD_LIMITS.choiceValue)
    .slice(0, DISCORD_LIMITS.choices);
}

/** A button under an alert asks anew, for the member alone; the page buttons of an answer turn that answer's page. */
async function handleButton(
  interaction: ButtonInteraction,
  commands: ReadonlyMap<string, Command>,
  context: CommandContext,
  draw: DrawPicture,
): Promise<void> {
  const pressed = parseCustomId(interaction.customId);
  const command = pressed && commands.get(pressed.call.command);
  const options = pressed && command?.optionsFromArgs?.(pressed.call.args);
  if (pressed === undefined || command === undefined || options === undefined) {
    await replyOutdated(interaction, context.t);
    return;
  }
  const reply = await command.execute({ ...baseRequest(interaction), options }, context);
  // What one member may see does not go into a message that all see.
  const forOne = reply.ephemeral && !interaction.message.flags.has(MessageFlags.Ephemeral);
  if (pressed.page === undefined || forOne) {
    const payload = replyPayload({ ...reply, ephemeral: true }, 0, context.t);
    await interaction.reply({ ...payload, files: await replyFiles(reply, draw) });
  } else {
    // The picture stays where it is when a page is turned.
    await interaction.update({
      ...renderAnswer(inMemberLanguage(reply, context.t), pressed.page),
      allowedMentions: { parse: [] },
    });
  }
}

/** The picture, as discord.js takes files. */
async function replyFiles(reply: Answer, draw: DrawPicture) {
  const files = await createAttachments(reply, draw, PICTURE_TIMEOUT_MS);
  return files.map(({ name, data, description }) => ({ name, attachment: data, description }));
}

const withoutPictures: DrawPicture = async () => undefined;

/** An answer of a command is in the language of the member who asked. */
const inMemberLanguage = (reply: Answer, { language }: Translator): Answer => ({ ...reply, language });

function replyPayload(reply: Answer, page: number, t: Translator) {
  return {
    ...renderAnswer(inMemberLanguage(reply, t), page),
    allowedMentions: { parse: [] },
    ...(reply.ephemeral ? { flags: MessageFlags.Ephemeral as const } : {}),
  };
}

/** Answers what was not asked by a command or a button of ours. */
async function replyOutdated(interaction: Interaction, t: Translator): Promise<void> {
  if (interaction.isRepliable()) await interaction.reply(replyPayload(outdatedAnswer(t), 0, t));
}

async function replyFailed(interaction: Interaction, t: Translator): Promise<void> {
  if (!interaction.isRepliable() || interaction.replied) return;
  await interaction.reply(replyPayload(failedAnswer(t), 0, t));
}

const outdatedAnswer = (t: Translator): Answer => ({
  title: t.text('outdated.title'),
  tone: 'trouble',
  blocks: [text(...t.line('outdated.words', { command: commandSpan('help', t.language) }))],
  ephemeral: true,
});

const failedAnswer = (t: Translator): Answer => ({
  title: t.text('failed.title'),
  tone: 'trouble',
  blocks: [text(t.text('failed.words'))],
  ephemeral: true,
});
