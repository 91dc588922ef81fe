import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { ACT_NAMES } from '../../src/core/reader/acts.ts';
import { STATED_POSITIONS } from '../../src/core/reader/outputs.ts';
import { DIRECTIONS, SIGNIFICANCES } from '../../src/domain/vocabulary.ts';
import { readJsonl } from '../../training/jsonl.ts';

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
  .refine(({ before, after }) => before !== null || after !== null, 'is in neither version')
  .refine(({ before, old }) => (before === null) === (old === null), 'the old side and its label must come together')
  .refine(
    ({ after, new: now }) => (after === null) === (now === null),
    'the new side and its label must come together',
  );

describe('our own differences for training', () => {
  const all = readJsonl<z.input<typeof difference>>(new URL('../../training/own/differences.jsonl', import.meta.url));

  it('have the labels of the codebook, one for each side', () => {
    const faults = all.flatMap(
      (line) => difference.safeParse(line).error?.issues.map((issue) => [line.id, issue]) ?? [],
    );
    assert.deepEqual(faults, []);
  });

  it('have unique ids and texts', () => {
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    assert.equal(new Set(all.map(({ before, after, near }) => JSON.stringify([before, after, near]))).size, all.length);
  });

  it('include every act, and most of them in every language', () => {
    const labels = all.flatMap(({ lang, old, new: now }) =>
      [old, now].map((side) => ({ lang, acts: side?.acts ?? [] })),
    );
    assert.deepEqual(
      ACT_NAMES.filter((act) => !labels.some(({ acts }) => acts.includes(act))),
      [],
    );
    for (const [lang, own] of Map.groupBy(labels, (label) => label.lang)) {
      assert.ok(new Set(own.flatMap(({ acts }) => acts)).size > 10, lang);
    }
  });
});
