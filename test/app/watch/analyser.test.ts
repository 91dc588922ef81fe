import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeVersionId } from '../../../src/core/history/observe-document.ts';
import { createTestAnalyser } from '../../helpers/analyser.ts';
import { withClauseReader } from '../../helpers/clauses.ts';
import { aDocument, termsPage } from '../../helpers/world.ts';

const { observe } = withClauseReader();

const analyser = createTestAnalyser();
const TRAINING = 'We may use the content that you upload to train our artificial intelligence models.';
const { id: document, declaration } = aDocument();
const seen = '2026-05-01T10:00:00.000Z';
const tooLong = 'You keep your rights. '.repeat(100_000);

const requestFor = (html: string) => ({
  document,
  declaration,
  readBy: 'as today',
  pages: [{ body: html, url: 'https://a.example/' }],
  seen,
  confirmAfterSeconds: 0,
});

/** The stored state of a document with this text. */
function stateOf(markdown: string) {
  const version = { id: computeVersionId(document, markdown), document, markdown, identity: 'old', seen };
  const { head } = observe(undefined, { version, readBy: 'as today' }, 0);
  return { head, markdown };
}

describe('a text of more than two million characters', () => {
  it('is too large for a document or a stance', async () => {
    const expected = { status: 'unreadable', reason: 'too-large' };
    const found = await analyser.analyseDocument(requestFor(termsPage([tooLong])));
    const stance = await analyser.readStance({ id: 'v', document, markdown: tooLong, seen });
    for (const { status, ...rest } of [found, stance]) {
      assert.deepEqual({ status, reason: 'reason' in rest && rest.reason }, expected);
    }
  });

  it('that was stored before the limit existed is replaced by a new baseline', async () => {
    const found = await analyser.analyseDocument({ ...requestFor(termsPage([TRAINING])), state: stateOf(tooLong) });
    assert.ok(found.status === 'read');
    assert.equal(found.observation.outcome, 'rebased');
    assert.equal(found.stance?.training, 'permitted');
  });
});

it('reads the stance of a version that is current and has none yet, and of no other', async () => {
  const first = await analyser.analyseDocument(requestFor(termsPage([TRAINING])));
  assert.ok(first.status === 'read' && first.stance?.training === 'permitted');
  const state = { head: first.observation.head, markdown: first.version.markdown };
  const same = await analyser.analyseDocument({
    ...requestFor(termsPage([TRAINING])),
    state,
    knownStanceVersion: first.version.id,
  });
  assert.deepEqual(same.status === 'read' && [same.observation.outcome, same.stance], ['same', undefined]);
  const lost = await analyser.analyseDocument({ ...requestFor(termsPage([TRAINING])), state });
  assert.equal(lost.status === 'read' && lost.stance?.version, first.version.id);
  const waits = await analyser.analyseDocument({
    ...requestFor(termsPage([])),
    state,
    knownStanceVersion: first.version.id,
  });
  assert.deepEqual(waits.status === 'read' && [waits.observation.outcome, waits.stance], ['unconfirmed', undefined]);
});
