import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeVersionId } from '../../../src/core/history/observe-document.ts';
import { readingHere } from '../../helpers/analyser.ts';
import { readingClauses } from '../../helpers/clauses.ts';
import { aDocument, termsPage } from '../../helpers/world.ts';

const { observe } = readingClauses();

const reader = readingHere();
const TRAINING = 'We may use the content that you upload to train our artificial intelligence models.';
const { id: document, declaration } = aDocument();
const seen = '2026-05-01T10:00:00.000Z';
const tooLong = 'You keep your rights. '.repeat(100_000);

const sighting = (html: string) => ({
  document,
  declaration,
  readBy: 'as today',
  pages: [{ body: html, url: 'https://a.example/' }],
  seen,
  confirmAfterSeconds: 0,
});

/** What is known of a document that said this. */
function memoryOf(markdown: string) {
  const version = { id: computeVersionId(document, markdown), document, markdown, identity: 'old', seen };
  const { head } = observe(undefined, { version, readBy: 'as today' }, 0);
  return { head, markdown };
}

describe('a text', () => {
  it('of more than two million letters is too large to be a document, or to be read for a stance', async () => {
    const expected = { status: 'unreadable', reason: 'too-large' };
    const found = await reader.analyseDocument(sighting(termsPage([tooLong])));
    const stance = await reader.readStance({ id: 'v', document, markdown: tooLong, seen });
    for (const { status, ...rest } of [found, stance]) {
      assert.deepEqual({ status, reason: 'reason' in rest && rest.reason }, expected);
    }
  });

  it('that was kept before there was a bound gives way to what is read now', async () => {
    const found = await reader.analyseDocument({ ...sighting(termsPage([TRAINING])), memory: memoryOf(tooLong) });
    assert.ok(found.status === 'read');
    assert.equal(found.observation.outcome, 'rebased');
    assert.equal(found.stance?.training, 'permitted');
  });
});

it('a stance is read of the version that is current and has none yet, and of no other', async () => {
  const first = await reader.analyseDocument(sighting(termsPage([TRAINING])));
  assert.ok(first.status === 'read' && first.stance?.training === 'permitted');
  const memory = { head: first.observation.head, markdown: first.version.markdown };
  const same = await reader.analyseDocument({
    ...sighting(termsPage([TRAINING])),
    memory,
    knownStanceVersion: first.version.id,
  });
  assert.deepEqual(same.status === 'read' && [same.observation.outcome, same.stance], ['same', undefined]);
  const lost = await reader.analyseDocument({ ...sighting(termsPage([TRAINING])), memory });
  assert.equal(lost.status === 'read' && lost.stance?.version, first.version.id);
  const waits = await reader.analyseDocument({
    ...sighting(termsPage([])),
    memory,
    knownStanceVersion: first.version.id,
  });
  assert.deepEqual(waits.status === 'read' && [waits.observation.outcome, waits.stance], ['unconfirmed', undefined]);
});
