/** Scores the reader on labelled pairs and replays recorded histories. Needs the corpus of real texts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ReplayedVersion, replayHistory } from '../src/app/history/replay.ts';
import { readDeclaration } from '../src/cli/read-declaration.ts';
import { assessChange } from '../src/core/history/assess-change.ts';
import { isMajor } from '../src/domain/document.ts';
import { readHistory } from '../src/io/git-history/read-history.ts';
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
  const predictions = readFileSync(labels, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id } = JSON.parse(line);
      const [before, after] = ['old', 'new'].map((side) =>
        readFileSync(join(dirname(labels), 'pairs', id, `${side}.md`), 'utf8'),
      );
      const { assessment } = assessChange(before ?? '', after ?? '', { clauseReader });
      const { significance: change } = assessment;
      // The keys that score.mjs reads.
      return JSON.stringify({ id, ...assessment, change, alert: change === 'major' });
    });
  const predictionFile = join(folder, 'predictions.jsonl');
  writeFileSync(predictionFile, predictions.join('\n'));
  console.log(
    'labelled pairs, part of the training data, so these metrics flatter (training/train-verdict.ts prints those of unseen publishers):',
    execFileSync(process.execPath, [scorer, labels, predictionFile], { encoding: 'utf8' }).trim(),
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
    const time = Date.parse(recorded.date);
    const [first, last] = times.get(document) ?? [time, time];
    times.set(document, [Math.min(first, time), Math.max(last, time)]);
    if (replayed.status !== 'observed' || replayed.observation.outcome !== 'changed') return;
    const { assessment } = replayed.observation.change;
    if (isMajor(assessment)) alerts.push(`  ${recorded.date.slice(0, 10)} ${document}: ${assessment.reason}`);
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
