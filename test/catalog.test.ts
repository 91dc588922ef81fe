import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findPlatform, foldName } from '../src/core/platform-names.ts';
import type { Catalog } from '../src/domain.ts';
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

describe('the shipped catalog', async () => {
  const loaded = await loadCatalog([CATALOG_DIR]);
  const { platforms, feeds }: Catalog = loaded.status === 'ok' ? loaded.catalog : { platforms: [], feeds: [] };

  it('loads without a fault', () => {
    assert.deepEqual(loaded.status === 'ok' ? [] : loaded.faults, []);
    assert.ok(platforms.length >= 38 && feeds.length > 0);
  });

  it('has one file a platform, named by its id', async () => {
    const files = await readdir(`${CATALOG_DIR}/platforms`);
    assert.deepEqual(files.sort(), platforms.map(({ id }) => `${id}.json`).sort());
  });

  it('finds every platform by its name alone', () => {
    const nameless = platforms.map((platform) => ({ ...platform, aliases: [] }));
    for (const { id, name } of platforms) {
      const found = findPlatform(nameless, name);
      assert.equal(found.status === 'found' && found.platform.id, id, name);
    }
  });

  it('gives no name to two platforms', () => {
    const owners = new Map<string, string>();
    for (const { id, name, aliases } of platforms) {
      for (const one of [id, name, ...aliases].map(foldName)) {
        assert.notEqual(one, '', `a name of ${id} has no letters`);
        assert.equal(owners.get(one) ?? id, id, one);
        owners.set(one, id);
      }
    }
  });

  it('gives a source for every event, tool and known position', () => {
    for (const { id, events, tools, researched } of platforms) {
      for (const { title, sources } of events) assert.ok(sources.length > 0, `${id}: ${title}`);
      for (const { name, sources } of tools) assert.ok(sources.length > 0, `${id}: ${name}`);
      assert.ok(researched.training === 'unclear' || researched.sources.length > 0, id);
    }
  });

  it('calls documents by the names Open Terms Archive uses', () => {
    const unknown = platforms
      .flatMap(({ documents }) => documents)
      .filter(({ type }) => !DOCUMENT_TYPES.includes(type));
    assert.deepEqual(
      unknown.map(({ id }) => id),
      [],
    );
  });

  it('tells the story of SoundCloud from the quiet clause to its revision', () => {
    const told = platforms.find(({ id }) => id === 'soundcloud')?.events ?? [];
    const story = told.filter(({ date }) => /^2024-02|^2025-05/.test(date));
    assert.deepEqual(
      story.map(({ kind }) => kind),
      ['terms-change', 'community-reaction', 'official-statement', 'official-statement', 'terms-change'],
    );
    assert.ok(story.every(({ effect }) => effect !== ''));
  });
});
