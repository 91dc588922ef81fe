import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { NEWS_KINDS, NEWS_LABELS } from '../../src/core/news/news-model.ts';
import { NEWS_LANGUAGES } from '../../src/core/news/phrase-search.ts';
import { NEWS_TOPICS } from '../../src/domain/news.ts';
import { fingerprintFeatures } from '../../training/news/labelled-items.ts';

const item = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{3}$/),
  date: z.iso.date(),
  lang: z.enum(NEWS_LANGUAGES),
  outlet: z.string().min(1),
  official: z.boolean(),
  title: z.string().min(1),
  summary: z.string(),
  story: z.string().min(1).nullable(),
  label: z.enum(NEWS_LABELS),
  platforms: z.array(z.string().regex(/^[a-z0-9-]+$/)).nullable(),
  topics: z.array(z.enum(NEWS_TOPICS)).nullable(),
  kind: z.enum(NEWS_KINDS).nullable(),
  sure: z.literal(false).optional(),
});

const linesOf = (name: string) =>
  readFileSync(new URL(`../../training/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the news written for training', () => {
  const all = linesOf('news/own.jsonl');

  it('have the labels of the codebook', () => {
    const faults = all.flatMap((one) => item.safeParse(one).error?.issues.map((issue) => [one.id, issue]) ?? []);
    assert.deepEqual(faults, []);
  });
  it('have names of their own, and are all different', () => {
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    assert.equal(new Set(all.map(({ title, lang }) => `${lang} ${title}`)).size, all.length);
  });
  it('hold every label in every language', () => {
    const found = new Set(all.map(({ lang, label }) => `${lang} ${label}`));
    for (const lang of NEWS_LANGUAGES) for (const label of NEWS_LABELS) assert.ok(found.has(`${lang} ${label}`));
  });
});

describe('the weights of news', () => {
  it('were learnt by the features that the program has: else train anew', () => {
    const { features } = JSON.parse(readFileSync(new URL('../../weights/stories.json', import.meta.url), 'utf8'));
    assert.equal(features, fingerprintFeatures());
  });
});

describe('the labels of headlines', () => {
  const label = item
    .omit({ id: true, date: true, lang: true, outlet: true, official: true, title: true, summary: true })
    .extend({ headline: z.string().regex(/^[0-9a-f]{16}$/), story: z.string().nullable() });

  it('name them by hash, once each', () => {
    const all = linesOf('labels/headlines.jsonl');
    const faults = all.flatMap((one) => label.safeParse(one).error?.issues.map((issue) => [one.headline, issue]) ?? []);
    assert.deepEqual(faults, []);
    assert.equal(new Set(all.map(({ headline }) => headline)).size, all.length);
  });
});
