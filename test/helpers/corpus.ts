/** Where recorded texts of real platforms lie, on machines that have them. They are not part of the project. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = process.env.CLAUSEWATCH_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

/** The corpus file's path, or nothing where there is no corpus. */
export function corpusFile(name: string): string | undefined {
  const path = join(FOLDER, name);
  return existsSync(path) ? path : undefined;
}

/** Said by tests and measurements that pass over what needs the corpus. */
export const NO_CORPUS = 'the corpus of real texts is not on this machine (CLAUSEWATCH_CORPUS)';

/** A bundle of the corpus as a bare repository in a folder of its own. */
export function cloneBundle(bundle: string): string {
  const dir = join(mkdtempSync(join(tmpdir(), 'clausewatch-corpus-')), 'repository');
  execFileSync('git', ['clone', '--quiet', '--bare', bundle, dir], { stdio: 'ignore' });
  return dir;
}
