/** The one hash behind every id and identity the program stores. */
import { hash } from 'node:crypto';
import type { Sha256 } from '../../domain/vocabulary.ts';

/** @param parts hashed as UTF-8 with a NUL between them. Ids on disk depend on exactly these bytes. */
export const sha256 = (...parts: readonly string[]): Sha256 => hash('sha256', parts.join('\0'));
