import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { ACT_NAMES } from '../../src/core/reader/acts.ts';
import { STATED_POSITIONS } from '../../src/core/reader/outputs.ts';
import { DIRECTIONS, SIGNIFICANCES } from '../../src/domain/vocabulary.ts';

const label = z.strictObject({
  acts: z.array(z.enum(ACT_NAMES)),
  weight: z.enum(SIGNIFICANCES),
  direction: z.enum(DIRECTIONS),
  training: z.enum(STATED_POSITIONS).nullable(),
});
const difference = z
  .strictObject({
    id: z.string().regex(/^[A-Z]\d{3}$/),
    lang: z.enum(['en', 'fr', 'de', 'es', 'it', 'pt']),
    type: z.string().min(1),
    head: z.string(),
    intro: z.string(),
    prev: z.string(),
    before: z.string().min(1).nullable(),
    after: z.string().min(1).nullable(),
    near: z.string(),
    old: label.nullable(),
    new: label.nullable(),
    counts: z.enum(SIGNIFICANCES),
    side: z.enum(['same', 'gained', 'lost', 'bound']),
  })
  .refine(({ before, after }) => before !== null || after !== null, 'stands in neither version')
  .refine((one) => (one.before === null) === (one.old === null), 'the old side and its label do not go together')
  .refine((one) => (one.after === null) === (one.new === null), 'the new side and its label do not go together');

describe('the differences written for training', () => {
  const lines = readFileSync(new URL('../../training/own/differences.jsonl', import.meta.url), 'utf8').trimEnd();
  const all = lines.split('\n').map((line) => JSON.parse(line));

  it('have the labels of the codebook, and a label for each side that stands', () => {
    const faults = all.flatMap((one) => difference.safeParse(one).error?.issues.map((issue) => [one.id, issue]) ?? []);
    assert.deepEqual(faults, []);
  });

  it('have names of their own, and are all different', () => {
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    assert.equal(new Set(all.map(({ before, after, near }) => JSON.stringify([before, after, near]))).size, all.length);
  });

  it('do every act, in every language', () => {
    const labels = all.flatMap(({ lang, old, new: now }) =>
      [old, now].map((side) => ({ lang, acts: side?.acts ?? [] })),
    );
    assert.deepEqual(
      ACT_NAMES.filter((act) => !labels.some(({ acts }) => acts.includes(act))),
      [],
    );
    for (const [lang, own] of Map.groupBy(labels, (one) => one.lang)) {
      assert.ok(new Set(own.flatMap(({ acts }) => acts)).size > 10, lang);
    }
  });
});
