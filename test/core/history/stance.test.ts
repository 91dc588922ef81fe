import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readStance as readStanceWith } from '../../../src/core/history/stance.ts';
import { aClauseReader, readingClauses } from '../../helpers/clauses.ts';

const { readStance, version: way } = readingClauses();

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
  it('has a line for each topic that something is said about, and none for the others', () => {
    assert.deepEqual(
      stance.lines.map(({ topic }) => topic),
      ['training', 'ai-features', 'automated-decisions'],
    );
    assert.equal(stance.training, 'opt-in');
  });

  it('quotes exact substrings with their section, rights first', () => {
    const [first] = stance.lines.find(({ topic }) => topic === 'ai-features')?.quotes ?? [];
    assert.deepEqual(first, { text: 'You own the outputs that our AI tools create for you.', section: 'AI' });
    for (const { quotes } of stance.lines) for (const { text } of quotes) assert.ok(MARKDOWN.includes(text));
  });

  it('of a document that does not speak of AI is silent', () => {
    const silent = readStance({ ...VERSION, markdown: '# Terms\n\nBe kind.\n' });
    assert.deepEqual([silent.training, silent.lines], ['silent', []]);
  });

  it('of a document that speaks of training is never silent on it', () => {
    const pointing = readStance({
      ...VERSION,
      markdown: '# Terms\n\nOur AI policy says how we train AI models on content.\n',
    });
    assert.ok(pointing.lines.every(({ topic }) => topic !== 'training') || pointing.training !== 'silent');
  });

  it('keeps the way in which its reader judges', () => {
    const otherwise = { ...aClauseReader(), version: 7 };
    assert.deepEqual([stance.judgedBy, readStanceWith({ ...VERSION, markdown: '' }, otherwise).judgedBy], [way, 7]);
  });
});
