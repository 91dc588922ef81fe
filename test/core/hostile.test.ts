/** Hostile texts: none crashes the assessment, and what it quotes is in them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findStatedDate, findUpcomingEffectiveDate } from '../../src/core/document/document-dates.ts';
import { withClauseReader } from '../helpers/clauses.ts';
import { aiClauses, HOSTILE_TEXTS } from './hostile-texts.ts';

const { assess, readStance } = withClauseReader();

const NOW = '2026-05-01T10:00:00.000Z';
/** 100 kB of most; the limit on classified clauses has a row of its own. Full sizes are in bench/linear-time.ts. */
const SIZE = 0.2;
const BEFORE = '# Terms\n\nBe kind.\n';

describe('a text is assessed if it is', () => {
  const rows: [title: string, text: string][] = [
    ['empty', ''],
    ...HOSTILE_TEXTS.map(([title, text]): [string, string] => [`full of ${title}`, text(SIZE)]),
    ['more clauses about AI than are classified', aiClauses(20_500)],
  ];
  for (const [title, text] of rows) {
    it(title, () => {
      const { assessment } = assess(BEFORE, text);
      readStance({ id: 'v', document: 'tunebox/Terms of Service', markdown: text, seen: NOW });
      findStatedDate(text);
      findUpcomingEffectiveDate(text, NOW);
      assert.ok(['none', 'minor', 'major'].includes(assessment.significance));
      for (const { before, after } of assessment.evidence) {
        assert.ok(before === undefined || BEFORE.includes(before.text));
        assert.ok(after === undefined || text.includes(after.text));
      }
    });
  }

  it('five hundred clauses about AI, each of them edited', () => {
    const { editCount } = assess(aiClauses(500), aiClauses(500, 1_000_000));
    assert.ok(editCount >= 500, `${editCount} edits`);
  });
});
