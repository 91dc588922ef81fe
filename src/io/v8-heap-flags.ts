/** Trades some processor time for less memory in V8. */
import { setFlagsFromString } from 'node:v8';

/**
 * Call it before the work begins. An answer creates many short-lived values: by default V8 grows the young generation to three times
 * 16 MB and lets what survives pile up. A small one is collected sooner: ten years of history take 305 to 350 MB resident instead of 410,
 * and answers take no longer.
 */
export function applyHeapFlags(): void {
  setFlagsFromString('--max-semi-space-size=4');
  setFlagsFromString('--semi-space-growth-factor=1');
}
