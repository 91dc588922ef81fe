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
import type { Choice, Command, Context } from '../../app/reply/command.ts';
import { type Answer, text } from '../../domain/answer.ts';
import type { DrawPicture } from '../../domain/picture.ts';
import type { Log } from '../../app/ports/log.ts';
import { commandSpan } from '../../app/words/command-names.ts';
import { languageOf, type Say } from '../../app/words/translator.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { isForged } from './interaction-channel.ts';
import { cutEscaped } from './truncate.ts';
import { visibleText } from './escape.ts';
import { filesOf } from './attachments.ts';
import { impatient } from './with-timeouts.ts';
import { LIMITS } from './limits.ts';
import { readCustomId, renderAnswer } from './render.ts';
import { askedBy, askedSoFar, requestOf, requestOn } from './command-request.ts';

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
    const given = contextIn(language);
    const context = { ...given, desk: impatient(given.desk) };
    try {
      if (interaction.isAutocomplete()) await suggest(interaction, byName, context, log);
      else if (isForged(interaction)) await refuse(interaction, context.say);
      else if (interaction.isChatInputCommand()) await answer(interaction, byName, context, draw);
      else if (interaction.isMessageContextMenuCommand()) await answer(interaction, byName, context, draw);
      else if (interaction.isButton()) await press(interaction, byName, context, draw);
      else await refuse(interaction, context.say);
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

/** Whatever goes wrong, there are no suggestions then: an empty list is an answer too. */
async function suggest(
  interaction: AutocompleteInteraction,
  commands: ReadonlyMap<string, Command>,
  context: Context,
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
  context: Context,
): Promise<Choice[]> {
  const typing = interaction.options.data.concat(interaction.options.data.flatMap(({ options = [] }) => options));
  if (isForged(interaction) || !typing.some(({ focused }) => focused)) return [];
  const { name, value } = interaction.options.getFocused(true);
  const command = commands.get(interaction.commandName);
  const choices = (await command?.autocomplete?.(name, value, askedSoFar(interaction), context)) ?? [];
  return choices
    .map((choice) => ({ ...choice, name: cutEscaped(visibleText(choice.name), LIMITS.choiceName) }))
    .filter(({ name: shown, value: { length } }) => shown !== '' && length > 0 && length <= LIMITS.choiceValue)
    .slice(0, LIMITS.choices);
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
    await refuse(interaction, context.say);
    return;
  }
  const reply = await command.execute({ ...askedBy(interaction), options }, context);
  // What one member may see does not go into a message that all see.
  const forOne = reply.ephemeral && !interaction.message.flags.has(MessageFlags.Ephemeral);
  if (pressed.page === undefined || forOne) {
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

/** Answers what was not asked by a command or a button of ours. */
async function refuse(interaction: Interaction, say: Say): Promise<void> {
  if (interaction.isRepliable()) await interaction.reply(payloadOf(outdated(say), 0, say));
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
