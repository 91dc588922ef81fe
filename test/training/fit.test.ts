/** The weights that the rules fall back on are what the examples teach. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Concept } from '../../src/core/judge/lexicon.ts';
import { BIAS, WEIGHTS } from '../../src/core/judge/weights.ts';
import { type Example, readExamples } from '../../training/examples.ts';
import { fit, weighPassage } from '../../training/fit.ts';

const passage = (major: boolean, ...clauses: string[]): Example => ({
  publisher: 1,
  fresh: false,
  known: false,
  major,
  clauses,
});

it('what stands in major passages speaks for a change of rights, what stands in others against it', () => {
  const { concepts } = fit([
    ...Array.from({ length: 100 }, () => passage(true, 'ai must')),
    ...Array.from({ length: 100 }, () => passage(false, 'ai decide')),
    ...Array.from({ length: 4 }, () => passage(true, 'ai pay')),
  ]);
  assert.ok((concepts.get('must') ?? 0) > 1);
  assert.ok((concepts.get('decide') ?? 0) < -1);
  assert.ok(!concepts.has('pay'), 'too rare to learn from');
});

it('of the clauses of a major passage the telling one is learnt from', () => {
  const { concepts } = fit([
    ...Array.from({ length: 100 }, () => passage(true, 'ai must')),
    ...Array.from({ length: 100 }, () => passage(true, 'ai must', 'ai decide')),
    ...Array.from({ length: 100 }, () => passage(false, 'ai decide')),
  ]);
  assert.ok((concepts.get('decide') ?? 0) < -1);
});

it('a passage weighs what its heaviest clause does', () => {
  const weights = { bias: -1, concepts: new Map<Concept, number>([['must', 2]]) };
  assert.equal(weighPassage(passage(true, 'ai', 'ai must'), weights), 1);
});

it('the committed weights are those of the committed examples', () => {
  const { bias, concepts } = fit(readExamples(new URL('../../training/examples.jsonl', import.meta.url)));
  assert.deepEqual(
    [BIAS, WEIGHTS],
    [
      Number(bias.toFixed(2)),
      Object.fromEntries([...concepts].map(([name, weight]) => [name, Number(weight.toFixed(2))])),
    ],
  );
});
