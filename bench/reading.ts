/**
 * How well changes are read: the labelled pairs scored, the recorded histories replayed. Needs the corpus of real texts; without it
 * there is nothing to measure, and it says so.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ReplayedVersion, replayHistory } from '../src/app/history/replay.ts';
import { readDeclaration } from '../src/cli/extract.ts';
import { assessChange } from '../src/core/history/assess-change.ts';
import { readHistory } from '../src/io/git-history.ts';
import { loadClauseReader } from '../src/io/load-clause-reader.ts';
import { cloneBundle, corpusFile, NO_CORPUS } from '../test/helpers/corpus.ts';

const YEAR_MS = 365.25 * 86_400_000;

const clauseReader = loadClauseReader();
const [pairs, score] = [corpusFile('pairs-dev.jsonl'), corpusFile('score.mjs')];
const [versions, snapshots] = [corpusFile('versions-dev.bundle'), corpusFile('snapshots-dev.bundle')];
if (pairs && score && versions && snapshots) {
  scorePairs(pairs, score);
  await replayVersions(versions);
  await replaySnapshots(snapshots);
} else console.log(`reading: ${NO_CORPUS}`);

function scorePairs(labels: string, scorer: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-bench-'));
  const said = readFileSync(labels, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id } = JSON.parse(line);
      const [before, after] = ['old', 'new'].map((side) =>
        readFileSync(join(dirname(labels), 'pairs', id, `${side}.md`), 'utf8'),
      );
      return JSON.stringify({ id, ...assessChange(before ?? '', after ?? '', { clauseReader }).reading });
    });
  const answers = join(folder, 'said.jsonl');
  writeFileSync(answers, said.join('\n'));
  console.log(
    'labelled pairs, from which the reader has learnt, so that these figures flatter (training/verdict.ts has those of unseen publishers):',
    execFileSync(process.execPath, [scorer, labels, answers], { encoding: 'utf8' }).trim(),
  );
  rmSync(folder, { recursive: true });
}

async function replayVersions(bundle: string): Promise<void> {
  const times = new Map<string, [first: number, last: number]>();
  const alerts: string[] = [];
  let count = 0;
  await walk(bundle, {}, ({ recorded, ...replayed }) => {
    count++;
    const document = `${recorded.service} ${recorded.type}`;
    const at = Date.parse(recorded.date);
    const [first, last] = times.get(document) ?? [at, at];
    times.set(document, [Math.min(first, at), Math.max(last, at)]);
    if (replayed.status !== 'observed' || replayed.observation.outcome !== 'changed') return;
    const { reading } = replayed.observation.change;
    if (reading.alert) alerts.push(`  ${recorded.date.slice(0, 10)} ${document}: ${reading.reason}`);
  });
  const years = [...times.values()].reduce((sum, [first, last]) => sum + (last - first) / YEAR_MS, 0);
  console.log(
    `recorded history: ${count} versions of ${times.size} documents, ${alerts.length} alerts in ${years.toFixed(0)} document years`,
  );
  for (const alert of alerts) console.log(alert);
}

async function replaySnapshots(bundle: string): Promise<void> {
  const declaration = corpusFile('Buffer.json');
  if (declaration === undefined) return;
  const changed: string[] = [];
  let [count, unreadable] = [0, 0];
  await walk(bundle, { declarationFor: (type) => readDeclaration(declaration, type) }, ({ recorded, ...replayed }) => {
    count++;
    if (replayed.status === 'unreadable') unreadable++;
    if (replayed.textChanged) changed.push(`${recorded.type} ${recorded.date.slice(0, 10)}`);
  });
  console.log(
    `captures: ${count} pages, ${unreadable} unreadable, ${changed.length} changes of identity: ${changed.join(', ')}`,
  );
}

async function walk(
  bundle: string,
  options: Partial<Parameters<typeof replayHistory>[1]>,
  each: (replayed: ReplayedVersion) => void,
): Promise<void> {
  const repository = cloneBundle(bundle);
  const documentOf = ({ service, type }: { service: string; type: string }) => `${service}/${type}`;
  const replay = replayHistory(readHistory(repository, {}), { clauseReader, documentOf, ...options });
  for await (const replayed of replay) each(replayed);
  rmSync(dirname(repository), { recursive: true });
}
