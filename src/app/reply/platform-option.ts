/** The `platform` option that most commands share: its data, its suggestions, and the answer to a name nobody knows. */

import { findPlatform, suggestPlatforms } from '../../core/platforms/platform-names.ts';
import { type Answer, list, type Span, text } from '../../domain/answer.ts';
import type { Platform } from '../../domain/catalog.ts';
import { commandSpan } from '../words/command-names.ts';
import type { Translator } from '../words/translator.ts';
import { type Choice, type CommandContext, MAX_SUGGESTIONS, OPTION_TYPE, type OptionData } from './command.ts';

export function platformOption(description: string, { required }: { required: boolean }): OptionData {
  return { type: OPTION_TYPE.string, name: 'platform', description, required, autocomplete: true };
}

export async function suggestPlatformChoices(typed: string, { readModel: archive }: CommandContext): Promise<Choice[]> {
  return suggestPlatforms(archive.catalog.platforms, typed, MAX_SUGGESTIONS).map(({ id, name }) => ({
    name,
    value: id,
  }));
}

/** The platform a member named, or the answer that tells them which names come near. */
export function resolvePlatform(
  words: string,
  { readModel: archive, t: say }: CommandContext,
): { status: 'found'; platform: Platform } | { status: 'unknown'; answer: Answer } {
  const found = findPlatform(archive.catalog.platforms, words);
  return found.status === 'found' ? found : { status: 'unknown', answer: unknownPlatform(words, found.nearest, say) };
}

function unknownPlatform(words: string, nearest: Platform[], t: Translator): Answer {
  const shown = words.trim().slice(0, 80);
  const suggestions: Span[][] = nearest.map(({ name }) => [{ bold: name }]);
  return {
    title: t.text('unknown-platform.title'),
    tone: 'trouble',
    blocks: [
      text(t.text('unknown-platform.words', { words: shown })),
      ...(suggestions.length > 0 ? [text(t.text('unknown-platform.nearest')), list(suggestions)] : []),
      text(...t.line('unknown-platform.all', { command: commandSpan('platforms', t.language) })),
    ],
    ephemeral: true,
  };
}
