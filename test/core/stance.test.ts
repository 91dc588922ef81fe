import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readStance } from '../../src/core/stance.ts';

const MARKDOWN = `# Terms

## Spam

We use machine learning to detect spam.

## AI

Our AI assistant helps you to write a description.

You own the outputs that our AI tools create for you.

We will not use your uploads to train AI without your consent.
`;
const stance = readStance('tunebox/Terms of Service', 'v'.repeat(64), MARKDOWN, '2026-05-01T10:00:00.000Z');

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
    const silent = readStance('tunebox/Terms of Service', 'v', '# Terms\n\nBe kind.\n', '2026-05-01T10:00:00.000Z');
    assert.deepEqual([silent.training, silent.lines], ['silent', []]);
  });
});
