/** The `platform` option that most commands share: its data, its suggestions, and the answer to a name nobody knows. */
import { type Answer, list, type Span, text } from '../../domain/answer.ts';
import { commandSpan } from '../words/command-names.ts';
import type { Say } from '../words/translator.ts';
import { findPlatform, suggestPlatforms } from '../../core/platforms/platform-names.ts';
import type { Platform } from '../../domain/catalog.ts';
import { type Choice, type Context, OPTION, type OptionData, SUGGESTIONS } from './command.ts';

export function platformOption(description: string, { required }: { required: boolean }): OptionData {
  return { type: OPTION.string, name: 'platform', description, required, autocomplete: true };
}

export async function suggest(typed: string, { archive }: Context): Promise<Choice[]> {
  return suggestPlatforms(archive.catalog.platforms, typed, SUGGESTIONS).map(({ id, name }) => ({ name, value: id }));
}

/** The platform a member named, or the answer that tells them which names come near. */
export function namedPlatform(
  words: string,
  { archive, say }: Context,
): { status: 'found'; platform: Platform } | { status: 'unknown'; answer: Answer } {
  const found = findPlatform(archive.catalog.platforms, words);
  return found.status === 'found' ? found : { status: 'unknown', answer: unknownPlatform(words, found.nearest, say) };
}

function unknownPlatform(words: string, nearest: Platform[], say: Say): Answer {
  const shown = words.trim().slice(0, 80);
  const suggestions: Span[][] = nearest.map(({ name }) => [{ bold: name }]);
  return {
    title: say.text('unknown-platform.title'),
    tone: 'trouble',
    blocks: [
      text(say.text('unknown-platform.words', { words: shown })),
      ...(suggestions.length > 0 ? [text(say.text('unknown-platform.nearest')), list(suggestions)] : []),
      text(...say.line('unknown-platform.all', { command: commandSpan('platforms', say.language) })),
    ],
    ephemeral: true,
  };
}
