import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mentionsAi } from '../../../src/core/reader/mentions-ai.ts';

describe('AI is mentioned', () => {
  const rows = [
    'AI music is welcome.',
    'We train models on uploads.',
    'Nous entraînons nos modèles.',
    'KI-Inhalte sind zu kennzeichnen.',
    'contenido generado con IA',
    'i brani generati dall’IA',
    'conteúdo sintético',
    'No scraping.',
    'text and data mining',
    'a cloned voice',
  ];
  for (const text of rows) it(`in: ${text}`, () => assert.ok(mentionsAi(text)));

  it('in any of several texts', () => assert.ok(mentionsAi('They may not be uploaded.', 'AI covers')));
});

describe('AI is not mentioned', () => {
  for (const text of ['We paid in May.', 'The trains run late.', 'Maintain your account.', 'Kiel and Hanoi']) {
    it(`in: ${text}`, () => assert.ok(!mentionsAi(text)));
  }
});
