import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findPlatform, foldName } from '../src/core/platforms/platform-names.ts';
import type { Catalog, Platform } from '../src/domain/catalog.ts';
import { LANGUAGES, type Language, type LocalText } from '../src/domain/vocabulary.ts';
import { loadCatalog } from '../src/io/catalog/load.ts';

const CATALOG_DIR = fileURLToPath(new URL('../catalog', import.meta.url));

/** Open Terms Archive's terms types, and our own for pages about AI. */
const DOCUMENT_TYPES = `
  Terms of Service, Privacy Policy, Imprint, Trackers Policy, Developer Terms, Community Guidelines, Deceased Users,
  Acceptable Use Policy, Restricted Use Policy, Commercial Terms, Copyright Claims Policy, Law Enforcement Guidelines,
  Human Rights Policy, In-App Purchases Policy, Review Guidelines, Brand Guidelines, Quality Guidelines,
  Data Controller Agreement, Data Processor Agreement, User Consent Policy, Closed Captioning Policy, Seller Warranty,
  Single Sign-On Policy, Vulnerability Disclosure Policy, Live Policy, Complaints Policy, Conditions of Carriage,
  General Conditions of Sale, Marketplace Buyers Conditions, Marketplace Sellers Conditions,
  Ranking Parameters Description, Premium Partner Conditions, Platform to Business Notice, Business Mediation Policy,
  Business Privacy Policy, Editorial Policy, Anti-corruption Policy, Accessibility Statement, Hyperlinks Policy,
  Whistleblower Policy, Affiliate Agreement, Service Level Agreement, Content Monetisation Policy,
  Advertising Content Policy,
  AI Policy`
  .split(',')
  .map((type) => type.trim());

const textIn = (text: LocalText, language: Language) => (typeof text === 'string' ? text : (text[language] ?? ''));

/** All texts of a platform for members. */
function textsOf({ events, researched, tools, optOut }: Platform): LocalText[] {
  return [
    ...events.flatMap(({ title, effect, dateNote }) => [title, effect, ...(dateNote ? [dateNote] : [])]),
    ...Object.values(researched.notes),
    ...tools.map(({ what }) => what),
    ...(optOut ? [optOut.how, ...(optOut.steps ?? [])] : []),
  ];
}

describe('the shipped catalog', async () => {
  const loaded = await loadCatalog([CATALOG_DIR]);
  const empty: Catalog = { platforms: [], feeds: [], regulation: [], crawlers: [] };
  const { platforms, feeds, regulation } = loaded.status === 'ok' ? loaded.catalog : empty;

  it('loads without a fault', () => {
    assert.deepEqual(loaded.status === 'ok' ? [] : loaded.faults, []);
    assert.ok(platforms.length >= 38 && feeds.length > 0);
  });

  it('has one file a platform, named by its id', async () => {
    const files = await readdir(`${CATALOG_DIR}/platforms`);
    assert.deepEqual(files.sort(), platforms.map(({ id }) => `${id}.json`).sort());
  });

  it('finds every platform by its name, without aliases', () => {
    const nameless = platforms.map((platform) => ({ ...platform, aliases: [] }));
    for (const { id, name } of platforms) {
      const found = findPlatform(nameless, name);
      assert.equal(found.status === 'found' && found.platform.id, id, name);
    }
  });

  it('gives no name to two platforms', () => {
    const owners = new Map<string, string>();
    for (const { id, name, aliases } of platforms) {
      for (const folded of [id, name, ...aliases].map(foldName)) {
        assert.notEqual(folded, '', `a name of ${id} has no letters`);
        assert.equal(owners.get(folded) ?? id, id, folded);
        owners.set(folded, id);
      }
    }
  });

  it('has a source for every event, tool and known position', () => {
    for (const { id, events, tools, researched } of platforms) {
      for (const { title, sources } of events) assert.ok(sources.length > 0, `${id}: ${title}`);
      for (const { name, sources } of tools) assert.ok(sources.length > 0, `${id}: ${name}`);
      assert.ok(researched.training === 'unclear' || researched.sources.length > 0, id);
    }
  });

  it('uses the terms types of Open Terms Archive', () => {
    const unknown = platforms
      .flatMap(({ documents }) => documents)
      .filter(({ type }) => !DOCUMENT_TYPES.includes(type));
    assert.deepEqual(
      unknown.map(({ id }) => id),
      [],
    );
  });

  it('has the story of SoundCloud from the quiet clause to its revisions', () => {
    const events = platforms.find(({ id }) => id === 'soundcloud')?.events ?? [];
    const story = events.filter(({ date }) => /^2024-02|^2025-05|^2025-09-10/.test(date));
    assert.deepEqual(
      story.map(({ date, kind }) => `${date} ${kind}`),
      [
        '2024-02-12 terms-change',
        '2025-05-09 community-reaction',
        '2025-05-10 official-statement',
        '2025-05-14 official-statement',
        '2025-05-21 terms-change',
        '2025-09-10 terms-change',
      ],
    );
    assert.ok(story.every(({ effect }) => effect !== ''));
  });

  it('has the best-known platforms, and the URL of each document once', () => {
    const ids = platforms.map(({ id }) => id);
    for (const id of ['soundcloud', 'spotify', 'bandcamp', 'youtube', 'deezer']) assert.ok(ids.includes(id), id);
    const urls = platforms
      .flatMap(({ documents }) => documents)
      .flatMap(({ declaration }) => declaration.pages.map((page) => page.fetch));
    assert.equal(new Set(urls).size, urls.length);
  });

  it('has the law of several jurisdictions, and the debate about consent and pay in the EU', () => {
    assert.ok(regulation.length >= 37);
    const jurisdictions = new Set(regulation.map(({ jurisdiction }) => jurisdiction));
    for (const expected of ['EU', 'DE', 'UK', 'US', 'US-TN', 'DK'] as const) {
      assert.ok(jurisdictions.has(expected), expected);
    }
    const debate = regulation.filter(({ jurisdiction, kind }) => jurisdiction === 'EU' && kind === 'debate');
    assert.match(debate.map(({ title }) => textIn(title, 'en')).join('\n'), /Consent and pay/);
  });

  it('has the law and the story of SoundCloud in every language, and no text that is the same in two', () => {
    const soundcloud = platforms.filter(({ id }) => id === 'soundcloud').flatMap(textsOf);
    const law = regulation.flatMap(({ title, effect, dateNote }) => [title, effect, ...(dateNote ? [dateNote] : [])]);
    for (const text of [...soundcloud, ...law]) {
      for (const language of LANGUAGES) assert.ok(typeof text !== 'string' && text[language], JSON.stringify(text));
    }
    for (const text of [...platforms.flatMap(textsOf), ...law]) {
      const translations = Object.values(text);
      assert.ok(typeof text === 'string' || new Set(translations).size === translations.length, JSON.stringify(text));
    }
  });

  it('has sources for every opt-out', () => {
    for (const { id, optOut } of platforms) {
      if (optOut === undefined) continue;
      assert.ok(optOut.sources !== undefined && optOut.sources.length > 0, id);
    }
  });
});
