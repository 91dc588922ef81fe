/** The identity of a text: texts with equal identities say the same, however they look. */
import type { Sha256 } from '../../domain/vocabulary.ts';
import { splitMarkdownBlocks } from '../text/markdown-blocks.ts';
import { textKey } from '../text/normalise-text.ts';
import { sha256 } from '../text/sha256.ts';

/**
 * Hashes the keys of a text's blocks in their order. Where blocks end is markup and does not count; neither do list markers,
 * heading style, section numbers, emphasis, link targets, typography, relative dates and e-mail obfuscation. Any other changed word, number or
 * date changes the identity.
 */
export function computeIdentity(markdown: string): Sha256 {
  const keys = splitMarkdownBlocks(markdown).map(textKey);
  return sha256(keys.filter((key) => key !== '').join(' '));
}
