/** Shortens the names of suggestions to Discord's limit. */
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';

/**
 * A name in plain text, shortened where it would exceed the limit.
 * @param suffix kept whole.
 */
export function truncateChoiceName(words: string, suffix = ''): string {
  const limit = DISCORD_LIMITS.choiceName - suffix.length;
  if (words.length <= limit) return words + suffix;
  const kept = words
    .slice(0, limit - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
  return `${kept}…${suffix}`;
}
