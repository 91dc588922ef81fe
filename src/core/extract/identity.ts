/** The identity of a text: equal identities say the same, however they look. */
import { hash } from 'node:crypto';
import type { Sha256 } from '../../domain/vocabulary.ts';
import { splitMarkdownBlocks } from '../text/markdown-blocks.ts';
import { textKey } from '../text/normalise-text.ts';

/**
 * Hashes what the blocks of a text say, in their order. Where a block ends is markup, so it is not part of what is said;
 * neither are list markers, heading style, emphasis, link targets, typography, relative dates and e-mail obfuscation.
 * Any other changed word, number or date changes the identity.
 */
export function computeIdentity(markdown: string): Sha256 {
  const identityText = splitMarkdownBlocks(markdown)
    .map(textKey)
    .filter((key) => key !== '')
    .join(' ');
  return hash('sha256', identityText);
}
