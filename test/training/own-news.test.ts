import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { NEWS_KINDS } from '../../src/core/news/news-model.ts';
import { NEWS_LANGUAGES } from '../../src/core/news/phrase-search.ts';
import { NEWS_LABELS, NEWS_TOPICS } from '../../src/domain/news.ts';
import { readJsonl } from '../../training/jsonl.ts';
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

describe('the invented news for training', () => {
  const all = readJsonl<z.input<typeof item>>(new URL('../../training/news/own.jsonl', import.meta.url));

  it('have the labels of the codebook', () => {
    const faults = all.flatMap((line) => item.safeParse(line).error?.issues.map((issue) => [line.id, issue]) ?? []);
    assert.deepEqual(faults, []);
  });
  it('have unique ids and titles', () => {
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    assert.equal(new Set(all.map(({ title, lang }) => `${lang} ${title}`)).size, all.length);
  });
  it('include every label in every language', () => {
    const found = new Set(all.map(({ lang, label }) => `${lang} ${label}`));
    for (const lang of NEWS_LANGUAGES) for (const label of NEWS_LABELS) assert.ok(found.has(`${lang} ${label}`));
  });
});

describe('the news weights', () => {
  it('were trained on the program’s current features (train again where this fails)', () => {
    const { features } = JSON.parse(readFileSync(new URL('../../weights/stories.json', import.meta.url), 'utf8'));
    assert.equal(features, fingerprintFeatures());
  });
});

describe('the labels of headlines', () => {
  const label = item
    .omit({ id: true, date: true, lang: true, outlet: true, official: true, title: true, summary: true })
    .extend({ headline: z.string().regex(/^[0-9a-f]{16}$/), story: z.string().nullable() });

  it('refer to each by hash, once', () => {
    const all = readJsonl<z.input<typeof label>>(new URL('../../training/labels/headlines.jsonl', import.meta.url));
    const faults = all.flatMap(
      (line) => label.safeParse(line).error?.issues.map((issue) => [line.headline, issue]) ?? [],
    );
    assert.deepEqual(faults, []);
    assert.equal(new Set(all.map(({ headline }) => headline)).size, all.length);
  });
});
