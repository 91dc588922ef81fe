/**
 * Measures how many versions are read, compared and judged per second: on a recorded history of ten services if the corpus is
 * available, otherwise on a generated one.
 */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { replayHistory } from '../src/app/history/replay.ts';
import type { RecordedVersion } from '../src/app/ports/history.ts';
import { isMajor } from '../src/domain/document.ts';
import { readHistory } from '../src/io/git-history/read-history.ts';
import { loadClauseReader } from '../src/io/load-clause-reader.ts';
import { cloneBundle, corpusFile } from '../test/helpers/corpus.ts';

const bundle = corpusFile('versions-dev.bundle');
const repository = bundle && cloneBundle(bundle);
const history = repository ? readHistory(repository, {}) : generateHistory();

let versions = 0;
let alerts = 0;
const started = performance.now();
const documentOf = ({ service, type }: RecordedVersion) => `${service}/${type}`;
for await (const replayed of replayHistory(history, { clauseReader: loadClauseReader(), documentOf })) {
  versions++;
  if (replayed.status === 'observed' && replayed.observation.outcome === 'changed') {
    if (isMajor(replayed.observation.change.assessment)) alerts++;
  }
}
const seconds = (performance.now() - started) / 1000;
if (repository) rmSync(dirname(repository), { recursive: true });

const source = repository ? 'a recorded history of ten services' : 'a generated history';
console.log(
  `replay of ${source}: ${versions} versions in ${seconds.toFixed(1)} s, ${(versions / seconds).toFixed(0)} per second, ${alerts} alerts`,
);

/** A document of 1,000 clauses that changes a little 500 times. */
async function* generateHistory(): AsyncGenerator<RecordedVersion> {
  const clauses = Array.from({ length: 1000 }, (_, i) => `Rule ${i} says what members of house ${i * 7} may do there.`);
  for (let day = 0; day < 500; day++) {
    clauses[day] = `On day ${day} this rule was put in place of another one, about machine learning in house ${day}.`;
    yield {
      service: 'Tunebox',
      type: 'Terms of Service',
      path: 'Tunebox/Terms of Service.md',
      commit: String(day).padStart(40, '0'),
      date: new Date(Date.UTC(2024, 0, day + 1)).toISOString(),
      kind: day === 0 ? 'first' : 'change',
      content: `# Terms\n\n${clauses.join('\n\n')}\n`,
    };
  }
}
