import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createNearestFinder } from '../../../src/core/reader/nearest-clause.ts';
import { textKey } from '../../../src/core/text/normalise-text.ts';
import type { Clause } from '../../../src/domain/document.ts';

const aClause = (text: string): Clause => ({ text, section: [], lead: '', key: textKey(text) });

const VERSION = [
  'You keep ownership of the recordings that you upload.',
  'We may use your recordings to train artificial intelligence.',
  'We may use your recordings to show you other music.',
  'You may close your account at any time.',
  'Fees are paid once a month, after taxes.',
].map(aClause);

const find = (text: string, among: readonly Clause[] = VERSION) => createNearestFinder(among)(aClause(text));

describe('the nearest clause', () => {
  const FOUND: readonly (readonly [what: string, text: string, nearest: string | undefined])[] = [
    [
      'an edited clause is the one it was',
      'We may not use your recordings to train any artificial intelligence without your consent.',
      'We may use your recordings to train artificial intelligence.',
    ],
    [
      'a moved clause is itself',
      '**Fees** are paid once a month, after taxes',
      'Fees are paid once a month, after taxes.',
    ],
    [
      'a part of a clause is the whole clause',
      'You may close your account.',
      'You may close your account at any time.',
    ],
    ['something else is none', 'Our offices are in Berlin.', undefined],
    ['a clause without words is none', '— …', undefined],
    ['one in another language is none', 'Wir trainieren keine Modelle mit Ihrer Musik.', undefined],
  ];
  for (const [what, text, nearest] of FOUND) {
    it(`of ${what}`, () => {
      assert.equal(find(text)?.clause.text, nearest);
    });
  }

  it('is none in a version without clauses', () => {
    assert.equal(find('We train.', []), undefined);
  });

  it('has similarity 1 where the words are the same, and less where they were edited', () => {
    const same = find('We may use your recordings to train artificial intelligence')?.similarity ?? 0;
    const edited = find('We may use your recordings to train artificial minds')?.similarity ?? 0;
    assert.ok(Math.abs(same - 1) < 1e-9 && edited < same && edited > 0.5, `${same} ${edited}`);
  });

  it('is the one that shares the rarer words', () => {
    const among = [
      'we may use your name',
      'we may use your content to train',
      'we may use your voice',
      'you train',
    ].map(aClause);
    assert.equal(find('you may train', among)?.clause.text, 'you train');
  });

  it('is the first of several equally similar ones', () => {
    const among = ['We train on songs.', 'We train on songs!', 'We train on songs'].map(aClause);
    assert.equal(find('We train on songs', among)?.clause, among[0]);
  });

  it('has a similarity between a fifth and 1', () => {
    const words = Array.from({ length: 60 }, (_, i) => `word${i}`);
    const among = words.map((_, i) => aClause(words.slice(i, i + 1 + (i % 9)).join(' ')));
    for (let i = 0; i < words.length; i++) {
      const similarity = find(words.slice(i, i + 30).join(' '), among)?.similarity ?? 1;
      assert.ok(similarity > 0.2 && similarity <= 1 + 1e-9, `${similarity}`);
    }
  });

  it('is not found by words that are everywhere', () => {
    const everywhere = Array.from({ length: 500 }, (_, i) => aClause(`you agree ${i < 3 ? `to clause${i}` : ''}`));
    assert.equal(find('you agree', everywhere), undefined);
    assert.equal(find('you agree to clause2', everywhere)?.clause, everywhere[2]);
  });

  it('is found by its first 400 words', () => {
    const long = Array.from({ length: 400 }, (_, i) => `w${i}`).join(' ');
    assert.equal(find(`${long} train`, [aClause('train')]), undefined);
    assert.ok((find(`${long} train`, [aClause(`${long} sing`)])?.similarity ?? 0) > 0.99);
  });

  it('is found for a hundred clauses among 1,000', () => {
    const among = Array.from({ length: 1000 }, (_, i) =>
      aClause(
        `We may use recording ${i} and song s${i % 97} of album a${i % 1009} to train model m${i % 31} as we see fit.`,
      ),
    );
    const nearest = createNearestFinder(among);
    for (let i = 0; i < among.length; i += 10) {
      const clause = among[i];
      assert.ok(clause && nearest(clause)?.clause === clause, clause?.text);
    }
  });

  it('is none among 1,000 equal clauses, and is found among long ones', () => {
    const same = aClause('We train on your songs.');
    assert.equal(createNearestFinder(Array.from({ length: 1000 }, () => same))(same), undefined);
    const long = aClause('lorem ipsum '.repeat(10_000));
    assert.ok(createNearestFinder([long, same])(long));
  });
});
