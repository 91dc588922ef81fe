/** Messages between the program and its analysis thread. */
import type { Analyser } from '../../app/ports/analyser.ts';

export type WorkerMethod = keyof Analyser;

export interface WorkerRequest {
  method: WorkerMethod;
  args: readonly unknown[];
}

export type WorkerReply = { result: unknown } | { failure: Error };
