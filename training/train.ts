/**
 * Trains the reader: from labels to `weights/` with its model card, in one command. What WORK holds already is not made again, so that a
 * training that was stopped goes on.
 *
 *     node training/train.ts CORPUS COLLECTIONS WORK BASE [--python python]
 *
 * CORPUS and COLLECTIONS as dataset.ts wants them; BASE a folder with a pre-trained BERT encoder. Takes some two hours on two cores.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { python: { type: 'string', default: 'python3' } },
});
const [corpus = '', collections = '', work = '', base = ''] = positionals;
if (base === '') throw new Error('node training/train.ts CORPUS COLLECTIONS WORK BASE [--python python]');
mkdirSync(work, { recursive: true });

const here = (name: string) => new URL(name, import.meta.url).pathname;
const inWork = (name: string) => join(work, name);
const node = (script: string, ...given: string[]) => run(process.execPath, here(script), ...given);
const python = (script: string, ...given: string[]) => run(values.python, here(`reader/${script}`), ...given);

function run(program: string, ...given: string[]): void {
  console.error(`> ${given.join(' ')}`);
  // Memory that is freed is kept: torch asks for it again at every step.
  const env = { ...process.env, MALLOC_MMAP_MAX_: '0', MALLOC_TRIM_THRESHOLD_: '100000000000' };
  execFileSync(program, given, { stdio: 'inherit', env });
}

// Its last line is written when all is: a dataset that was stopped is made anew.
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
node('verdict.ts', work, '--predictions', inWork('predictions.jsonl'), '--out', here('../weights'));
