/** The identity of a text: equal identities say the same, however they look. */
import { hash } from 'node:crypto';
import type { Sha256 } from '../../domain/vocabulary.ts';
import { sayKey } from '../text/normalise-text.ts';
import { blocksOf } from '../text/markdown-blocks.ts';

/**
 * Hashes what the blocks of a text say, in their order. Where a block ends is markup, so it is not part of what is said;
 * neither are list markers, heading style, emphasis, link targets, typography, relative dates and e-mail obfuscation.
 * Any other changed word, number or date changes the identity.
 */
export function identityOf(markdown: string): Sha256 {
  const says = blocksOf(markdown)
    .map(sayKey)
    .filter((key) => key !== '')
    .join(' ');
  return hash('sha256', says);
}
