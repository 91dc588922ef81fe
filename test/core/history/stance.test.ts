import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readStance as readStanceWith } from '../../../src/core/history/stance.ts';
import { sharedClauseReader, withClauseReader } from '../../helpers/clauses.ts';

const { readStance, version } = withClauseReader();

const MARKDOWN = `# Terms

## Spam

We use machine learning to detect spam.

## AI

Our AI assistant helps you to write a description.

You own the outputs that our AI tools create for you.

We will not use your uploads to train AI without your consent.
`;
const VERSION = { id: 'v'.repeat(64), document: 'tunebox/Terms of Service', seen: '2026-05-01T10:00:00.000Z' };
const stance = readStance({ ...VERSION, markdown: MARKDOWN });

describe('a stance', () => {
  it('has a line for each topic the text is about, and no others', () => {
    assert.deepEqual(
      stance.lines.map(({ topic }) => topic),
      ['training', 'ai-features', 'automated-decisions'],
    );
    assert.equal(stance.training, 'opt-in');
  });

  it('quotes exact substrings with their section, clauses about rights first', () => {
    const [first] = stance.lines.find(({ topic }) => topic === 'ai-features')?.quotes ?? [];
    assert.deepEqual(first, { text: 'You own the outputs that our AI tools create for you.', section: 'AI' });
    for (const { quotes } of stance.lines) for (const { text } of quotes) assert.ok(MARKDOWN.includes(text));
  });

  it('is silent for a document without AI', () => {
    const silent = readStance({ ...VERSION, markdown: '# Terms\n\nBe kind.\n' });
    assert.deepEqual([silent.training, silent.lines], ['silent', []]);
  });

  it('is never silent on training where it has a line about it', () => {
    const pointing = readStance({
      ...VERSION,
      markdown: '# Terms\n\nOur AI policy says how we train AI models on content.\n',
    });
    assert.ok(pointing.lines.every(({ topic }) => topic !== 'training') || pointing.training !== 'silent');
  });

  it('keeps the version of its clause reader', () => {
    const otherReader = { ...sharedClauseReader(), version: 7 };
    assert.equal(stance.judgedBy, version);
    assert.equal(readStanceWith({ ...VERSION, markdown: '' }, otherReader).judgedBy, 7);
  });
});
