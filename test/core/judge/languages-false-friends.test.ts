/** Words that are English in the lexicon and something else in a language. Goes with lexicon.patch, into test/core/judge/. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Language } from '../../../src/core/extract/language.ts';
import { readFeatures } from '../../../src/core/judge/features.ts';
import { patternsFor } from '../../../src/core/judge/lexicon.ts';
import { statementsOf } from '../../../src/core/judge/statements.ts';
import { sayKey } from '../../../src/core/normalise.ts';

function says(language: Language, text: string): string[] {
  const features = readFeatures({ text, section: [], lead: '', key: sayKey(text) }, patternsFor(language));
  return features === undefined ? [] : statementsOf(features).map((one) => one.says);
}

describe('what is English elsewhere says nothing about AI in', () => {
  const rows: [Language, string][] = [
    ['it', 'Vietiamo ai minori di pubblicare brani generati ai concerti.'],
    ['it', 'Il consenso ai sensi dell’articolo 7 può essere dato ai membri del coro.'],
    ['fr', 'J’ai accepté que l’on publie la partition que j’ai composée.'],
    ['fr', 'Vous êtes en train de créer un modèle de programme.'],
  ];
  for (const [language, text] of rows) it(`${language}: ${text}`, () => assert.deepEqual(says(language, text), []));

  it('pt: “no” is “in the”', () => {
    assert.deepEqual(says('pt', 'No nosso serviço usamos as suas faixas para treinar IA.'), [
      'training permitted',
      'training permitted uploads',
    ]);
  });

  it('it: “AI-generated” stays English', () => {
    assert.ok(says('it', 'I brani AI-generated non sono accettati.').includes('AI-made content is restricted'));
  });
});
