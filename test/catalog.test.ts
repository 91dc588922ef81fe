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

/** Everything of a platform that is written for members. */
function wordsOf({ events, researched, tools, optOut }: Platform): LocalText[] {
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

  it('tells the law of several places, and the debate about consent and pay in the EU', () => {
    assert.ok(regulation.length >= 37);
    const places = new Set(regulation.map(({ jurisdiction }) => jurisdiction));
    for (const place of ['EU', 'DE', 'UK', 'US', 'US-TN', 'DK'] as const) assert.ok(places.has(place), place);
    const debate = regulation.filter(({ jurisdiction, kind }) => jurisdiction === 'EU' && kind === 'debate');
    assert.match(debate.map(({ title }) => textIn(title, 'en')).join('\n'), /Consent and pay/);
  });

  it('tells the law and the story of SoundCloud in every language, and never the same words in two', () => {
    const soundcloud = platforms.filter(({ id }) => id === 'soundcloud').flatMap(wordsOf);
    const law = regulation.flatMap(({ title, effect, dateNote }) => [title, effect, ...(dateNote ? [dateNote] : [])]);
    for (const text of [...soundcloud, ...law]) {
      for (const language of LANGUAGES) assert.ok(typeof text !== 'string' && text[language], JSON.stringify(text));
    }
    for (const text of [...platforms.flatMap(wordsOf), ...law]) {
      const said = Object.values(text);
      assert.ok(typeof text === 'string' || new Set(said).size === said.length, JSON.stringify(text));
    }
  });

  it('says when and where it was found what a musician can do', () => {
    for (const { id, optOut } of platforms) {
      if (optOut === undefined) continue;
      assert.ok(optOut.sources !== undefined && optOut.sources.length > 0, id);
    }
  });
});
