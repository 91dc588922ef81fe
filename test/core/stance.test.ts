import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { describe, it } from 'node:test';
import { readStance as readStanceWith } from '../../src/core/stance.ts';
import { aClauseReader, readingClauses } from '../helpers/clauses.ts';

const { readStance, way } = readingClauses();

const MARKDOWN = `# Terms

## Spam

We use machine learning to detect spam.

## AI

Our AI assistant helps you to write a description.

You own the outputs that our AI tools create for you.

We will not use your uploads to train AI without your consent.
`;
const VERSION = { id: 'v'.repeat(64), document: 'tunebox/Terms of Service', seen: '2026-05-01T10:00:00.000Z' };
const stance = readStance({ ...VERSION, markdown: MARKDOWN });

describe('a stance', () => {
  it('has a line for each topic that something is said about, and none for the others', () => {
    assert.deepEqual(
      stance.lines.map(({ topic }) => topic),
      ['training', 'ai-features', 'automated-decisions'],
    );
    assert.equal(stance.training, 'opt-in');
  });

  it('quotes exact substrings with their section, rights first', () => {
    const [first] = stance.lines.find(({ topic }) => topic === 'ai-features')?.quotes ?? [];
    assert.deepEqual(first, { text: 'You own the outputs that our AI tools create for you.', section: 'AI' });
    for (const { quotes } of stance.lines) for (const { text } of quotes) assert.ok(MARKDOWN.includes(text));
  });

  it('of a document that does not speak of AI is silent', () => {
    const silent = readStance({ ...VERSION, markdown: '# Terms\n\nBe kind.\n' });
    assert.deepEqual([silent.training, silent.lines], ['silent', []]);
  });

  it('keeps the way in which its reader judges', () => {
    const otherwise = { ...aClauseReader(), way: 7 };
    assert.deepEqual([stance.judgedBy, readStanceWith({ ...VERSION, markdown: '' }, otherwise).judgedBy], [way, 7]);
  });
});

/** Something of every topic, in every language that is read. */
const TEXTS = [
  'We may use the content that you upload to train our artificial intelligence models.',
  'You may opt out of the use of your content for training AI models at any time in your settings.',
  'We license your recordings to third parties, who may train generative models with them, only with your prior consent.',
  'You may not use robots, spiders or scrapers to collect data for machine learning.',
  'Music that was made by artificial intelligence must be labelled, and may be removed.',
  'You may not upload a clone of the voice of an artist without permission.',
  'Our AI assistant suggests descriptions; you own its outputs.',
  'Automated systems decide which uploads are removed, and you may ask for a human to review it.',
  'We pay artists a share of what we earn by licensing their music for AI training.',
  'Wir dürfen deine Inhalte nicht ohne deine Einwilligung zum Training von KI-Modellen verwenden.',
  'Nous pouvons utiliser vos contenus pour entraîner des modèles d’intelligence artificielle, sauf si vous vous y opposez.',
  'No utilizaremos sus grabaciones para entrenar modelos de inteligencia artificial.',
  'Possiamo usare i contenuti caricati per addestrare modelli di intelligenza artificiale.',
  'Podemos usar o conteúdo enviado para treinar modelos de inteligência artificial.',
];

it('the way of judging changes with its results: where this fails, raise WAY_OF_JUDGING and write both here', () => {
  const stances = TEXTS.map((text) => readStance({ ...VERSION, markdown: `# Terms\n\n${text}\n` }));
  const results = stances.map(({ training, lines }) => [training, lines]);
  assert.deepEqual([way, hash('sha256', JSON.stringify(results)).slice(0, 16)], [1, '8361ba1e987f97c7']);
});
