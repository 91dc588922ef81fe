/** Reads JSON Lines files. */
import { readFileSync } from 'node:fs';

export const readJsonl = <Line>(path: string | URL): Line[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
