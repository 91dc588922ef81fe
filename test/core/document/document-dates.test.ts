import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findStatedDate, findUpcomingEffectiveDate, isDateLine } from '../../../src/core/document/document-dates.ts';

const ROWS: [line: string, date: string | undefined][] = [
  ['Last updated: 12 May 2025', '2025-05-12'],
  ['**Last Updated:** May 12, 2025', '2025-05-12'],
  ['Effective as of September 1st, 2024.', '2024-09-01'],
  ['Last modified 2025-05-12', '2025-05-12'],
  ['Dernière mise à jour : 1er septembre 2024', '2024-09-01'],
  ['Stand: 3. März 2024', '2024-03-03'],
  ['Zuletzt aktualisiert am 03.04.2024', '2024-04-03'],
  ['Última actualización: 5 de mayo de 2023', '2023-05-05'],
  ['Ultimo aggiornamento: 7 giugno 2023', '2023-06-07'],
  ['Última atualização: 9 de março de 2023', '2023-03-09'],
  ['Last updated: 03/04/2025', undefined],
  ['Last updated: 31 February 2025', undefined],
  ['Last updated this week', undefined],
  ['We were founded on 12 May 2015.', undefined],
];
for (const [line, date] of ROWS) {
  test(`“${line}” states ${date ?? 'no date'}`, () =>
    assert.equal(findStatedDate(`# Terms\n\n${line}\n\nText.`), date));
}

test('the stated date is the first announced one, but none in the middle of a long text', () => {
  assert.equal(findStatedDate('Last updated: 1 May 2025\n\nEffective: 1 June 2025'), '2025-05-01');
  const filler = 'Nothing to see here.\n\n'.repeat(600);
  assert.equal(findStatedDate(`${filler}Last updated: 1 May 2025\n\n${filler}`), undefined);
  assert.equal(findStatedDate(`${filler}Last updated: 1 May 2025`), '2025-05-01');
});

test('a line that only dates the document differs from a clause with a date', () => {
  assert.equal(isDateLine('**Last updated:** 12 May 2025'), true);
  assert.equal(isDateLine('Version of 3 March 2024, effective 1 April 2024.'), true);
  assert.equal(
    isDateLine('Your licence is in effect from 1 May 2025 until you remove your uploads from the service for good.'),
    false,
  );
  assert.equal(isDateLine('We were founded on 12 May 2015.'), false);
});

const NOW = '2026-05-01T10:00:00.000Z';
const UPCOMING: [text: string, date: string | undefined][] = [
  ['These terms take effect on 15 June 2026.', '2026-06-15'],
  ['Effective June 15, 2026', '2026-06-15'],
  ['Diese Bedingungen gelten neu und treten am 15. Juni 2026 in Kraft.', '2026-06-15'],
  ['Ces conditions entrent en vigueur le 15 juin 2026.', '2026-06-15'],
  ['Effective January 1, 2026', undefined],
  ['We meet on 15 June 2026.', undefined],
  [
    'Effective January 1, 2026\n\nThe new terms become effective on 2 July 2026, the last on 1 August 2026.',
    '2026-07-02',
  ],
];
for (const [text, date] of UPCOMING) {
  test(`“${text.replaceAll('\n', ' ')}” announces ${date ?? 'nothing'}`, () =>
    assert.equal(findUpcomingEffectiveDate(text, NOW), date));
}
