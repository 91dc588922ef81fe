/** Finds the last commit of a history. */
import { HistoryError } from '../../app/ports/history.ts';
import { runGit } from './git.ts';

/**
 * The commit of HEAD; if HEAD points nowhere, as in some clones of a bundle, that of the only branch, else of the main one.
 * @returns a commit hash
 */
export async function resolveTip(dir: string): Promise<string> {
  const head = await runGit(dir, ['cat-file', '--batch-check=%(objectname)'], 'HEAD^{commit}\n');
  if (/^[0-9a-f]{40,64}\n$/.test(head)) return head.trim();

  const branches = await listBranches(dir);
  const tip = branches.length === 1 ? branches[0] : mainBranch(branches);
  if (tip) return tip.commit;
  throw new HistoryError(
    'no-commits',
    branches.length === 0
      ? `the repository "${dir}" holds no commits`
      : `the repository "${dir}" has several branches and none is checked out or called main or master`,
  );
}

interface Branch {
  commit: string;
  name: string;
}

/** In order of preference. */
const MAIN_BRANCHES: readonly RegExp[] = [
  /^refs\/heads\/main$/,
  /^refs\/heads\/master$/,
  /^refs\/remotes\/[^/]+\/main$/,
  /^refs\/remotes\/[^/]+\/master$/,
];

function mainBranch(branches: readonly Branch[]): Branch | undefined {
  return MAIN_BRANCHES.flatMap((pattern) => branches.filter(({ name }) => pattern.test(name)))[0];
}

async function listBranches(dir: string): Promise<Branch[]> {
  const lines = await runGit(dir, ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads', 'refs/remotes']);
  return lines
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith('/HEAD'))
    .map((line) => ({ commit: line.slice(0, line.indexOf(' ')), name: line.slice(line.indexOf(' ') + 1) }));
}
