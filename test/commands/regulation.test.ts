import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { translatorFor } from '../../src/app/words/translator.ts';
import { appliesInJurisdiction } from '../../src/core/platforms/jurisdictions.ts';
import type { RegulationEvent } from '../../src/domain/catalog.ts';
import { aContext, aRequest, command, words } from '../helpers/run-command.ts';

const anEvent = (overrides: Partial<RegulationEvent>): RegulationEvent => ({
  date: '2026-01-10',
  jurisdiction: 'EU',
  kind: 'law',
  status: 'in-force',
  title: 'Machines must ask',
  effect: 'Mining needs a licence.',
  topics: ['scraping'],
  sources: ['https://law.example'],
  ...overrides,
});

async function ask(country: string, language: 'en' | 'fr' = 'en'): Promise<string> {
  const { context } = aContext();
  context.readModel.catalog.regulation.push(
    anEvent({}),
    anEvent({ date: '2025-02', jurisdiction: 'US', title: 'A court decides' }),
    anEvent({ date: '2026-08-02', jurisdiction: 'DE', title: { en: 'To come', fr: 'À venir bientôt' } }),
  );
  return words(
    await command('regulation').execute(aRequest({ options: { country } }), { ...context, t: translatorFor(language) }),
  );
}

describe('/regulation', () => {
  it('shows coming events first, then past ones, newest first, each with place, status and source', async () => {
    assert.match(
      await ask(''),
      /Ahead\n- 2 August 2026 · Germany · law, in force · To come[\s\S]*So far[\s\S]*10 January 2026 · European Union · law, in force · Machines must ask\. Mining needs a licence\. Source: law\.example[\s\S]*February 2025 · United States/,
    );
  });

  it('shows what applies in a country', async () => {
    const german = await ask('DE');
    assert.match(german, /To come[\s\S]*Machines must ask/);
    assert.doesNotMatch(german, /A court decides/);
    assert.match(await ask('JP'), /Nothing is recorded/);
  });

  it('uses the member’s language where a translation exists', async () => {
    assert.match(await ask('EU', 'fr'), /À venir bientôt/);
  });

  for (const [place, country, applies] of [
    ['EU', 'EU', true],
    ['EU', 'DE', true],
    ['DE', 'EU', true],
    ['FR', 'DE', false],
    ['US', 'US-TN', true],
    ['INT', 'JP', true],
    ['US', 'UK', false],
  ] as const) {
    it(`an event in ${place} ${applies ? 'applies' : 'does not apply'} in ${country}`, () => {
      assert.equal(appliesInJurisdiction(place, country), applies);
    });
  }
});
