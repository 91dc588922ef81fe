/** What passes between the program and its reading thread. */
import type { Reader } from '../../app/ports/analyser.ts';

export type Call = keyof Reader;

export interface Question {
  call: Call;
  given: readonly unknown[];
}

export type ThreadAnswer = { said: unknown } | { bug: Error };
