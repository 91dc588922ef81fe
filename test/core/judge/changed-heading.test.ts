/** Clauses that keep their words and mean something else under the line or heading that stands above them now. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readingClauses } from '../../helpers/clauses.ts';

const { readChange } = readingClauses();

const AROUND = [
  '# Terms\n\nThese terms apply to everybody who opens an account with Larkspur Audio.\n\n',
  '\n\n## Payments\n\nWe pay royalties every month once they reach twenty euros.\n',
];
const around = (words: string) => AROUND.join(words);
const ITEMS = '\n\n* use your uploads to train AI models;\n* lend your uploads to radio stations.';
const COVERS = '\n\n- Cover art that was generated with AI.\n';

type Row = [what: string, before: string, after: string, change: string, direction: string];

describe('a clause whose words stay is news, or not:', () => {
  const rows: Row[] = [
    ['a promise made a permission', `We will never:${ITEMS}`, `We may:${ITEMS}`, 'major', 'worse'],
    ['a permission made a promise', `We may:${ITEMS}`, `We will never:${ITEMS}`, 'major', 'better'],
    [
      'a heading turned',
      `## What we do not do\n\n- Train AI on your uploads.`,
      `## What we do\n\n- Train AI on your uploads.`,
      'major',
      'worse',
    ],
    ['a ban by another name', `## Banned${COVERS}`, `## Prohibited uploads${COVERS}`, 'none', 'neutral'],
    ['a promise in other words above', `We will never:${ITEMS}`, `We do not, and will not:${ITEMS}`, 'none', 'neutral'],
    [
      'a list under another heading',
      `## Uploads\n\nWe may:${ITEMS}`,
      `## Licence\n\nWe may:${ITEMS}`,
      'none',
      'neutral',
    ],
    [
      'a permission under a heading that names its object, and under one that does not',
      '## Your content\n\nWe train AI models with it.',
      '## Details\n\nWe train AI models with it.',
      'none',
      'neutral',
    ],
    [
      'what is said under two headings, in another order',
      `## Free plan\n\nWe may:${ITEMS}\n\n## Paid plan\n\nWe will never:${ITEMS}`,
      `## Paid plan\n\nWe will never:${ITEMS}\n\n## Free plan\n\nWe may:${ITEMS}`,
      'none',
      'neutral',
    ],
    [
      'a promise that went from one of two headings',
      `## Free plan\n\nWe may:${ITEMS}\n\n## Paid plan\n\nWe will never:${ITEMS}`,
      `## Free plan\n\nWe may:${ITEMS}\n\n## Paid plan\n\nIt costs ten euros.`,
      'major',
      'worse',
    ],
  ];
  for (const [what, before, after, change, direction] of rows) {
    it(`${what} is ${change}, ${direction}`, () => {
      const { reading } = readChange(around(before), around(after));
      assert.deepEqual([reading.change, reading.direction], [change, direction], reading.reason);
    });
  }
});

describe('the evidence of it', () => {
  const sectionsOf = (before: string, after: string) =>
    readChange(around(before), around(after)).reading.evidence.map((one) => [one.before?.section, one.after?.section]);

  it('shows the words on both sides, each under the line that makes the difference', () => {
    assert.deepEqual(sectionsOf(`We will never:${ITEMS}`, `We may:${ITEMS}`), [['We will never:', 'We may:']]);
  });
});

it('is told though the clause was said before, as its words always were', () => {
  const { reading } = readChange(around(`We will never:${ITEMS}`), around(`We may:${ITEMS}`), () => 'flapping');
  assert.equal(reading.alert, true);
});
