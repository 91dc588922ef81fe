/** Hostile texts: none crashes the assessment, and each takes a bounded amount of CPU time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findStatedDate, findUpcomingEffectiveDate } from '../../src/core/document/document-dates.ts';
import { withClauseReader } from '../helpers/clauses.ts';
import { cpuSeconds } from '../helpers/cpu-time.ts';

const { assess, readStance } = withClauseReader();

/** CPU time for one text; most take a tenth of it. */
const MAX_SECONDS = 20;
const NOW = '2026-05-01T10:00:00.000Z';

const repeat = (count: number, piece: (i: number) => string, separator = '') =>
  Array.from({ length: count }, (_, i) => piece(i)).join(separator);
const clause = (i: number) => `We may use content ${i} of yours to train AI model ${i * 7}.`;

describe('a text is assessed in bounded time if it is', () => {
  const rows: [title: string, text: string][] = [
    ['empty', ''],
    ['full of NUL bytes and invalid characters', '\0\ufffd\ud800 AI trains on your content.'.repeat(50_000)],
    ['full of right-to-left marks', 'We \u202emay\u202c train AI on your content. '.repeat(50_000)],
    ['5 MB on one line', 'word '.repeat(1_000_000)],
    ['5 MB without a space', 'ai'.repeat(2_500_000)],
    ['5 MB of full stops', '. '.repeat(2_500_000)],
    ['a million brackets', '[('.repeat(500_000)],
    ['a hundred thousand clauses', repeat(100_000, clause, '\n\n')],
    ['one clause a hundred thousand times', clause(1).repeat(100_000)],
    [
      'twenty thousand items, each nested deeper',
      repeat(20_000, (i) => `${' '.repeat(i % 500)}* you may not train AI:`, '\n'),
    ],
    [
      'a heading of one long word above many paragraphs',
      `# AI ${'x'.repeat(100_000)}\n\n${'Some words stand here now.\n\n'.repeat(20_000)}`,
    ],
    [
      'the longest heading and lead above many items',
      `# AI ${'y'.repeat(290)}\n\nYou ${'z'.repeat(590)}:\n\n${'* Some words stand here now.\n\n'.repeat(20_000)}`,
    ],
    ['two hundred thousand headings', '# AI\n\n'.repeat(200_000)],
    ['a table of one row', `| ${'We train AI on your content<br>'.repeat(50_000)} |`],
    ['full of dates', 'Effective 1 May 2027. Last updated: 1 May 2026. '.repeat(50_000)],
  ];
  for (const [title, text] of rows) {
    it(title, () => {
      const taken = cpuSeconds();
      const { assessment } = assess('# Terms\n\nBe kind.\n', text);
      readStance({ id: 'v', document: 'tunebox/Terms of Service', markdown: text, seen: NOW });
      findStatedDate(text);
      findUpcomingEffectiveDate(text, NOW);
      assert.ok(['none', 'minor', 'major'].includes(assessment.significance));
      for (const { before, after } of assessment.evidence) {
        assert.ok(before === undefined || '# Terms\n\nBe kind.\n'.includes(before.text));
        assert.ok(after === undefined || text.includes(after.text));
      }
      assert.ok(taken() < MAX_SECONDS, `${title}: ${taken()} s`);
    });
  }

  it('a hundred thousand clauses about AI, each of them edited', () => {
    const taken = cpuSeconds();
    const { editCount } = assess(
      repeat(100_000, clause, '\n\n'),
      repeat(100_000, (i) => clause(i + 1_000_000), '\n\n'),
    );
    assert.ok(editCount >= 100_000, `${editCount} edits`);
    assert.ok(taken() < 2 * MAX_SECONDS);
  });
});
