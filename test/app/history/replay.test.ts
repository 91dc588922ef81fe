import assert from 'node:assert/strict';
import { it } from 'node:test';
import { replayHistory } from '../../../src/app/history/replay.ts';
import type { RecordedVersion, RecordKind } from '../../../src/app/ports/history.ts';
import { sharedClauseReader } from '../../helpers/clauses.ts';

const TERMS = '# Terms\n\nYou keep all rights in the recordings that you upload.\n\nThe law of Ireland applies.\n';
const PERMISSION = '\nWe may use your uploads to train our artificial intelligence models.\n';

/** A history of terms that gain a permission to train, in a commit of the given kind. */
async function* historyWith(kind: RecordKind): AsyncGenerator<RecordedVersion> {
  const file = { service: 'Tunebox', type: 'Terms of Service', path: 'Tunebox/Terms of Service.md' };
  yield { ...file, commit: '1', date: '2026-05-01T10:00:00.000Z', kind: 'first', content: TERMS };
  yield { ...file, commit: '2', date: '2026-05-02T10:00:00.000Z', kind, content: TERMS + PERMISSION };
}

async function outcomesOf(kind: RecordKind): Promise<string[]> {
  const outcomes: string[] = [];
  const options = { clauseReader: sharedClauseReader(), documentOf: ({ type }: RecordedVersion) => `tunebox/${type}` };
  for await (const replayed of replayHistory(historyWith(kind), options)) {
    outcomes.push(replayed.status === 'observed' ? replayed.observation.outcome : replayed.status);
  }
  return outcomes;
}

it('a recorded change needs no second poll', async () => {
  assert.deepEqual(await outcomesOf('change'), ['first', 'changed']);
});

it('a change by the recorder is a new baseline', async () => {
  assert.deepEqual(await outcomesOf('technical'), ['first', 'rebased']);
});
