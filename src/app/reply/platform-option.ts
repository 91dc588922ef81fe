/** The `platform` option that most commands share: its data, its suggestions, and the answer to an unknown name. */

import { findPlatform, suggestPlatforms } from '../../core/platforms/platform-names.ts';
import { type Answer, list, text } from '../../domain/answer.ts';
import type { Platform } from '../../domain/catalog.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import { commandSpan } from '../words/command-names.ts';
import type { Translator } from '../words/translator.ts';
import { type Choice, type CommandContext, OPTION_TYPE, type OptionData } from './command.ts';
import { problem } from './replies.ts';

/** Of an unknown name, this much is repeated. */
const MAX_ECHOED_CHARACTERS = 80;

export function platformOption(description: string, { required }: { required: boolean }): OptionData {
  return { type: OPTION_TYPE.string, name: 'platform', description, required, autocomplete: true };
}

export async function suggestPlatformChoices(typed: string, { readModel }: CommandContext): Promise<Choice[]> {
  return suggestPlatforms(readModel.catalog.platforms, typed, DISCORD_LIMITS.choices).map(({ id, name }) => ({
    name,
    value: id,
  }));
}

/** The platform a member named, or an answer with the nearest names. */
export function resolvePlatform(
  words: string,
  { readModel, t }: CommandContext,
): { status: 'found'; platform: Platform } | { status: 'unknown'; answer: Answer } {
  const found = findPlatform(readModel.catalog.platforms, words);
  return found.status === 'found' ? found : { status: 'unknown', answer: unknownPlatform(words, found.nearest, t) };
}

const unknownPlatform = (words: string, nearest: Platform[], t: Translator): Answer =>
  problem(
    t.text('unknown-platform.title'),
    text(t.text('unknown-platform.words', { words: words.trim().slice(0, MAX_ECHOED_CHARACTERS) })),
    ...(nearest.length > 0
      ? [text(t.text('unknown-platform.nearest')), list(nearest.map(({ name }) => [{ bold: name }]))]
      : []),
    text(...t.line('unknown-platform.all', { command: commandSpan('platforms', t.language) })),
  );
