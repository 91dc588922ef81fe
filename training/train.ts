/**
 * Trains the reader in one command, from labels to `weights/` with its model card. Steps whose files are in WORK are skipped, so that an
 * interrupted training can be resumed.
 *
 *     node training/train.ts CORPUS COLLECTIONS WORK BASE [--python python]
 *
 * CORPUS and COLLECTIONS as for dataset.ts; BASE is a folder with a pre-trained BERT encoder. Takes two hours on two cores.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { python: { type: 'string', default: 'python3' } },
});
const [corpus = '', collections = '', work = '', base = ''] = positionals;
if (base === '') throw new Error('usage: node training/train.ts CORPUS COLLECTIONS WORK BASE [--python python]');
mkdirSync(work, { recursive: true });

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const inWork = (name: string) => join(work, name);
const node = (script: string, ...args: string[]) => run(process.execPath, here(script), ...args);
const python = (script: string, ...args: string[]) => run(values.python, here(`reader/${script}`), ...args);

function run(program: string, ...args: string[]): void {
  console.error(`> ${args.join(' ')}`);
  // Keeps freed memory: torch asks for it again at every step.
  const env = { ...process.env, MALLOC_MMAP_MAX_: '0', MALLOC_TRIM_THRESHOLD_: '100000000000' };
  execFileSync(program, args, { stdio: 'inherit', env });
}

// Marks a complete dataset: an interrupted one is built again.
if (!existsSync(inWork('dataset.done'))) {
  node('dataset.ts', corpus, collections, work);
  writeFileSync(inWork('dataset.done'), '');
}
if (!existsSync(inWork('linear.weights'))) python('linear.py', work);
python('encoder.py', work, base);
python('judged.py', work);
if (!existsSync(inWork('encoder.weights'))) {
  const texts = ['--texts', inWork('clauses.jsonl'), '--characters', 'european'];
  python(
    'export.py',
    '--state',
    inWork('encoder.pt'),
    '--vocabulary',
    base,
    ...texts,
    '--comparison',
    '80',
    '--out',
    inWork('encoder.weights'),
  );
}
node('train-verdict.ts', work, '--predictions', inWork('predictions.jsonl'), '--out', here('../weights'));
