import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandSpan } from '../../../src/app/words/command-names.ts';
import { formatDate } from '../../../src/app/words/format-date.ts';
import { originalLanguageNote } from '../../../src/app/words/original-language.ts';
import { supportedLanguage, translatorFor } from '../../../src/app/words/translator.ts';
import { LANGUAGES } from '../../../src/domain/vocabulary.ts';

describe('a translator', () => {
  it('is found by Discord’s locale', () => {
    const LOCALES = [
      ['en-US', 'en'],
      ['en-GB', 'en'],
      ['fr', 'fr'],
      ['de', 'de'],
      ['es-ES', 'es'],
      ['es-419', 'es'],
      ['pt-BR', undefined],
      ['el', undefined],
      [undefined, undefined],
    ] as const;
    for (const [locale, language] of LOCALES) assert.equal(supportedLanguage(locale), language, locale);
  });

  it('uses the plural forms of its language', () => {
    const counted = (count: number) =>
      LANGUAGES.map((language) => translatorFor(language).text('alerts.count', { count }));
    assert.deepEqual(counted(0), ['0 alerts', '0 alerte', '0 Meldungen', '0 alertas']);
    assert.deepEqual(counted(1), ['1 alert', '1 alerte', '1 Meldung', '1 alerta']);
    assert.deepEqual(counted(2), ['2 alerts', '2 alertes', '2 Meldungen', '2 alertas']);
  });

  it('inserts spans into a message', () => {
    const line = translatorFor('fr').line('alerts.look-in', { channel: { channel: '200000000000000001' } });
    assert.deepEqual(line, ['Regardez dans ', { channel: '200000000000000001' }, '.']);
  });

  it('takes catalog texts in its language, or in English where they are not translated', () => {
    assert.equal(translatorFor('de').local({ en: 'A clause', de: 'Eine Klausel' }), 'Eine Klausel');
    assert.equal(translatorFor('de').local({ en: 'A clause', fr: 'Une clause' }), 'A clause');
    assert.equal(translatorFor('de').local('A clause'), 'A clause');
  });

  it('names commands as members type them', () => {
    assert.deepEqual(
      LANGUAGES.map((language) => commandSpan('alerts add', language).code),
      ['/alerts add', '/alertes ajouter', '/meldungen hinzufügen', '/alertas agregar'],
    );
  });
});

describe('a date', () => {
  const ROWS = [
    ['2024', '2024', '2024', '2024', '2024'],
    ['2024-02', 'February 2024', 'février 2024', 'Februar 2024', 'febrero de 2024'],
    ['2024-02-12', '12 February 2024', '12 février 2024', '12. Februar 2024', '12 de febrero de 2024'],
    ['2026-08-01', '1 August 2026', '1er août 2026', '1. August 2026', '1 de agosto de 2026'],
    ['2026-08-11T23:59:59.000Z', '11 August 2026', '11 août 2026', '11. August 2026', '11 de agosto de 2026'],
  ] as const;
  for (const [date, ...words] of ROWS) {
    it(`${date} is written as each language writes it`, () => {
      assert.deepEqual(
        LANGUAGES.map((language) => formatDate(date, language)),
        words,
      );
    });
  }
});

describe('a quote', () => {
  it('notes its language for readers of another one', () => {
    assert.deepEqual(
      LANGUAGES.map((language) => originalLanguageNote('en', language)),
      [undefined, 'original\u00a0: anglais', 'Original: Englisch', 'original: inglés'],
    );
    assert.equal(originalLanguageNote('de', 'en'), 'original: German');
  });

  it('has no note where its language is unknown', () => {
    assert.equal(originalLanguageNote(undefined, 'fr'), undefined);
    assert.equal(originalLanguageNote('xx', 'fr'), undefined);
  });
});
