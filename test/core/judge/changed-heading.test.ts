/** Clauses that keep their words, and change their meaning with the heading or lead-in above them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withClauseReader } from '../../helpers/clauses.ts';

const { assess } = withClauseReader();

const AROUND = [
  '# Terms\n\nThese terms apply to everybody who opens an account with Larkspur Audio.\n\n',
  '\n\n## Payments\n\nWe pay royalties every month once they reach twenty euros.\n',
];
const around = (words: string) => AROUND.join(words);
const ITEMS = '\n\n* use your uploads to train AI models;\n* lend your uploads to radio stations.';
const COVERS = '\n\n- Cover art that was generated with AI.\n';

type Row = [what: string, before: string, after: string, change: string, direction: string];

describe('a clause that keeps its words:', () => {
  const rows: Row[] = [
    ['a promise that becomes a permission', `We will never:${ITEMS}`, `We may:${ITEMS}`, 'major', 'worse'],
    ['a permission that becomes a promise', `We may:${ITEMS}`, `We will never:${ITEMS}`, 'major', 'better'],
    [
      'a heading that is reversed',
      `## What we do not do\n\n- Train AI on your uploads.`,
      `## What we do\n\n- Train AI on your uploads.`,
      'major',
      'worse',
    ],
    ['a ban under another name', `## Banned${COVERS}`, `## Prohibited uploads${COVERS}`, 'none', 'neutral'],
    [
      'a promise with a reworded lead-in',
      `We will never:${ITEMS}`,
      `We do not, and will not:${ITEMS}`,
      'none',
      'neutral',
    ],
    [
      'a list under another heading',
      `## Uploads\n\nWe may:${ITEMS}`,
      `## Licence\n\nWe may:${ITEMS}`,
      'none',
      'neutral',
    ],
    [
      'a permission whose heading no longer names its object',
      '## Your content\n\nWe train AI models with it.',
      '## Details\n\nWe train AI models with it.',
      'none',
      'neutral',
    ],
    [
      'two sections that swap places',
      `## Free plan\n\nWe may:${ITEMS}\n\n## Paid plan\n\nWe will never:${ITEMS}`,
      `## Paid plan\n\nWe will never:${ITEMS}\n\n## Free plan\n\nWe may:${ITEMS}`,
      'none',
      'neutral',
    ],
    [
      'a promise removed from one of two sections',
      `## Free plan\n\nWe may:${ITEMS}\n\n## Paid plan\n\nWe will never:${ITEMS}`,
      `## Free plan\n\nWe may:${ITEMS}\n\n## Paid plan\n\nIt costs ten euros.`,
      'major',
      'worse',
    ],
  ];
  for (const [what, before, after, change, direction] of rows) {
    it(`${what} is ${change}, ${direction}`, () => {
      const { assessment } = assess(around(before), around(after));
      assert.deepEqual([assessment.significance, assessment.direction], [change, direction], assessment.reason);
    });
  }
});

describe('its evidence', () => {
  const sectionsOf = (before: string, after: string) =>
    assess(around(before), around(after)).assessment.evidence.map(({ before: old, after: now }) => [
      old?.section,
      now?.section,
    ]);

  it('quotes the words of both sides, each under its own lead-in', () => {
    assert.deepEqual(sectionsOf(`We will never:${ITEMS}`, `We may:${ITEMS}`), [['We will never:', 'We may:']]);
  });
});

it('is reported although its words are remembered', () => {
  const { assessment } = assess(around(`We will never:${ITEMS}`), around(`We may:${ITEMS}`), () => 'flapping');
  assert.equal(assessment.significance, 'major');
});
