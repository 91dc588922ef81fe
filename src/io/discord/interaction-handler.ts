/** Turns discord.js interactions into command requests, and the answers of the commands into replies. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Log } from '../../app/ports/log.ts';
import type { Choice, Command, CommandContext } from '../../app/reply/command.ts';
import { problem } from '../../app/reply/replies.ts';
import { commandSpan } from '../../app/words/command-names.ts';
import { supportedLanguage, type Translator } from '../../app/words/translator.ts';
import { type Answer, text } from '../../domain/answer.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import type { DrawPicture } from '../../domain/picture.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { createAttachments } from './attachments.ts';
import { baseRequest, requestFromAutocomplete, requestFromCommand, requestFromMessageMenu } from './command-request.ts';
import { parseCustomId } from './custom-id.ts';
import { stripInvisible } from './escape.ts';
import { hasGuildMismatch, type InteractionChannel } from './interaction-channel.ts';
import { NO_MENTIONS } from './payload.ts';
import { renderAnswer } from './render.ts';
import { truncateEscaped } from './truncate.ts';
import { withTimeouts } from './with-timeouts.ts';

/** Answered too late, or answered already: nothing is left to do. */
const EXPIRED_INTERACTION_CODES: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

/** Discord waits 3 s for an answer: this leaves time to compute and to send it. */
const PICTURE_TIMEOUT_MS = 1800;

/** What handling one interaction needs. */
interface Handling {
  commands: ReadonlyMap<string, Command>;
  context: CommandContext;
  origin: InteractionChannel;
  draw: DrawPicture;
  log: Log;
}

/** Answers every interaction; an error is logged and answered with a short message, never thrown. */
export function createInteractionHandler(
  commands: readonly Command[],
  contextIn: (language: Language) => CommandContext,
  log: Log,
  draw: DrawPicture = async () => undefined,
): (interaction: Interaction, origin: InteractionChannel) => Promise<void> {
  const commandsByName = new Map(commands.map((command) => [command.data.name, command]));
  return async (interaction, origin) => {
    const baseContext = contextIn(supportedLanguage(interaction.locale) ?? 'en');
    const context = { ...baseContext, subscriptionService: withTimeouts(baseContext.subscriptionService) };
    const handling: Handling = { commands: commandsByName, context, origin, draw, log };
    try {
      if (interaction.isAutocomplete()) await handleAutocomplete(interaction, handling);
      else if (hasGuildMismatch(origin)) await replyOutdated(interaction, context.t);
      else if (interaction.isChatInputCommand()) await handleCommand(interaction, handling);
      else if (interaction.isMessageContextMenuCommand()) await handleCommand(interaction, handling);
      else if (interaction.isButton()) await handleButton(interaction, handling);
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
  { commands, context, origin, draw }: Handling,
): Promise<void> {
  const command = commands.get(interaction.commandName);
  const request = interaction.isChatInputCommand()
    ? requestFromCommand(interaction, origin)
    : requestFromMessageMenu(interaction, origin);
  const answer = command ? await command.execute(request, context) : outdatedAnswer(context.t);
  await interaction.reply({ ...replyPayload(answer, context.t), files: await replyFiles(answer, draw) });
}

/** After an error there are no suggestions, since an autocomplete interaction takes no other answer. */
async function handleAutocomplete(interaction: AutocompleteInteraction, handling: Handling): Promise<void> {
  let choices: Choice[] = [];
  try {
    choices = await suggestChoices(interaction, handling);
  } catch (error) {
    handling.log.error('suggestions failed', { err: error });
  }
  await interaction.respond(choices);
}

async function suggestChoices(
  interaction: AutocompleteInteraction,
  { commands, context, origin }: Handling,
): Promise<Choice[]> {
  const options = interaction.options.data.concat(interaction.options.data.flatMap((option) => option.options ?? []));
  if (hasGuildMismatch(origin) || !options.some(({ focused }) => focused)) return [];
  const { name, value } = interaction.options.getFocused(true);
  const request = requestFromAutocomplete(interaction, origin);
  const command = commands.get(interaction.commandName);
  const choices = (await command?.autocomplete?.(name, value, request, context)) ?? [];
  return choices
    .map((choice) => ({ ...choice, name: truncateEscaped(stripInvisible(choice.name), DISCORD_LIMITS.choiceName) }))
    .filter((choice) => choice.name !== '' && isChoiceValue(choice.value))
    .slice(0, DISCORD_LIMITS.choices);
}

const isChoiceValue = ({ length }: string): boolean => length > 0 && length <= DISCORD_LIMITS.choiceValue;

/** A button under an alert answers the member alone; the page buttons of an answer turn its page. */
async function handleButton(
  interaction: ButtonInteraction,
  { commands, context, origin, draw }: Handling,
): Promise<void> {
  const pressed = parseCustomId(interaction.customId);
  const command = pressed && commands.get(pressed.call.command);
  const options = pressed && command?.optionsFromArgs?.(pressed.call.args);
  if (pressed === undefined || command === undefined || options === undefined) {
    await replyOutdated(interaction, context.t);
    return;
  }
  const answer = await command.execute({ ...baseRequest(interaction, origin), options }, context);
  // What only this member may see must not appear in a message that everybody sees.
  const isPrivate = answer.ephemeral && !interaction.message.flags.has(MessageFlags.Ephemeral);
  if (pressed.page === undefined || isPrivate) {
    const payload = replyPayload({ ...answer, ephemeral: true }, context.t);
    await interaction.reply({ ...payload, files: await replyFiles(answer, draw) });
  } else {
    // Without files the picture stays where it is.
    await interaction.update({
      ...renderAnswer(inMemberLanguage(answer, context.t), pressed.page),
      allowedMentions: NO_MENTIONS,
    });
  }
}

/** The picture, as discord.js takes files. */
async function replyFiles(answer: Answer, draw: DrawPicture) {
  const files = await createAttachments(answer, draw, PICTURE_TIMEOUT_MS);
  return files.map(({ name, data, description }) => ({ name, attachment: data, description }));
}

const inMemberLanguage = (answer: Answer, { language }: Translator): Answer => ({ ...answer, language });

function replyPayload(answer: Answer, t: Translator) {
  return {
    ...renderAnswer(inMemberLanguage(answer, t)),
    allowedMentions: NO_MENTIONS,
    ...(answer.ephemeral ? { flags: MessageFlags.Ephemeral as const } : {}),
  };
}

/** Answers an interaction with a command or a button that no longer exists. */
async function replyOutdated(interaction: Interaction, t: Translator): Promise<void> {
  if (interaction.isRepliable()) await interaction.reply(replyPayload(outdatedAnswer(t), t));
}

async function replyFailed(interaction: Interaction, t: Translator): Promise<void> {
  if (!interaction.isRepliable() || interaction.replied) return;
  await interaction.reply(replyPayload(problem(t.text('failed.title'), text(t.text('failed.words'))), t));
}

function outdatedAnswer(t: Translator): Answer {
  const line = t.line('outdated.words', { command: commandSpan('help', t.language) });
  return problem(t.text('outdated.title'), text(...line));
}
